import type {Campaign} from '../feed/campaign.js';
import {campaignText, countText} from '../i18n/campaign-text.js';
import {formatNumber, pick, type Language} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import type {MapCampaigns} from './leaflet-map.js';

/** What a marker does when it is pressed. */
export interface MarkerActions {
  marker: (campaign: Campaign) => void;
  onePlace: (campaigns: Campaign[]) => void;
}

/** What the markers of an element say and do: made once for the same campaigns in the same language. */
export class Markers {
  readonly #actions: MarkerActions;
  #last: {of: readonly Campaign[]; lang: Language; made: MapCampaigns} | undefined;

  constructor(actions: MarkerActions) {
    this.#actions = actions;
  }

  of(campaigns: readonly Campaign[], lang: Language): MapCampaigns {
    if (this.#last?.of !== campaigns || this.#last.lang !== lang) {
      this.#last = {of: campaigns, lang, made: mapCampaigns(campaigns, lang, this.#actions)};
    }
    return this.#last.made;
  }

  /** Identifier of a campaign, by its position among the last. */
  readonly idOf = (member: number): string => this.#last?.of[member]?.id ?? '';
}

/** Words are worked out only for the markers that are drawn. */
function mapCampaigns(
  campaigns: readonly Campaign[],
  lang: Language,
  on: MarkerActions,
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
