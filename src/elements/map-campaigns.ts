import type {Campaign} from '../feed/campaign.js';
import {campaignText, countText} from '../i18n/campaign-text.js';
import {formatNumber, pick, type Language} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import type {MapCampaigns} from './leaflet-map.js';

/** What the markers of some campaigns say, worked out only for those that are drawn, and what they do. */
export function mapCampaigns(
  campaigns: readonly Campaign[],
  lang: Language,
  on: {marker: (campaign: Campaign) => void; onePlace: (campaigns: Campaign[]) => void},
): MapCampaigns {
  const strings = pick(mapStrings, lang);
  const at = (members: readonly number[]) => members.flatMap((member) => campaigns[member] ?? []);
  const placeOf = (members: readonly number[]) => {
    const [place, ...others] = new Set(at(members).map((campaign) => campaign.place?.name ?? ''));
    return others.length === 0 ? (place ?? '') : '';
  };
  return {
    points: campaigns.map(({coordinates}) => coordinates),
    idOf: (member) => campaigns[member]?.id ?? '',
    describe: (member) => {
      const [campaign] = at([member]);
      if (!campaign) return {name: '', percent: '', filled: null, reached: false};
      const text = campaignText(campaign, lang);
      const said = [text.title, text.place, text.progress || text.amount || text.status];
      return {
        name: strings.marker(said.filter(Boolean)),
        percent: text.percent,
        filled: text.filled,
        reached: text.ratio !== null && text.ratio >= campaign.threshold,
      };
    },
    nameCluster: ({members}, isOnePlace) => {
      const count = countText(members.length, strings.campaigns, lang);
      const place = placeOf(members);
      return isOnePlace ? strings.onePlace(count, place) : strings.cluster(count, place);
    },
    placeOf: ({members}) => placeOf(members),
    count: ({members}) => formatNumber(members.length, lang),
    onMarker: (member) => at([member]).forEach(on.marker),
    onOnePlace: (members) => on.onePlace(at(members)),
  };
}
