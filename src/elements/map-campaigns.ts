import type {Campaign} from '../feed/campaign.js';
import {campaignText, countText} from '../i18n/campaign-text.js';
import {
  formatCompactMoney,
  formatMoney,
  formatNumber,
  pick,
  type Language,
} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import {breather} from './breathe.js';
import type {MapCampaigns} from './map-scene.js';
import type {Cluster, Group} from './map-clusters.js';
import type {MarkerSource, MarkerText} from './map-markers.js';

/** What a marker does when it is pressed. */
export interface MarkerActions {
  marker: (campaign: Campaign) => void;
  /** `cluster` holds more of them than are given, when the feed is large. */
  onePlace: (campaigns: Campaign[], cluster: Cluster) => void;
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

  /** Identifiers of the campaigns of clusters, which are the last's. */
  idsOf(clusters: readonly Cluster[]): string[] {
    const members = (clusters as readonly Group[]).flatMap((cluster) => cluster.members);
    return members.flatMap((member) => this.#last?.of[member]?.id ?? []);
  }
}

/** Words are worked out only for the markers that are drawn. */
function mapCampaigns(
  campaigns: readonly Campaign[],
  lang: Language,
  on: MarkerActions,
): MapCampaigns {
  const currency = currencyOf(campaigns);
  // Its index is made of these campaigns: each cluster knows its own.
  const of = (cluster: Cluster) =>
    (cluster as Group).members.flatMap((member) => campaigns[member] ?? []);
  const placeOf = (cluster: Cluster) => {
    const [place, ...others] = new Set(of(cluster).map((campaign) => campaign.place?.name ?? ''));
    return others.length === 0 ? (place ?? '') : '';
  };
  return {
    ...clusterWords(currency, placeOf, lang),
    points: campaigns.map(({coordinates}) => coordinates),
    amountOf: (member) => {
      const campaign = campaigns[member];
      return campaign?.unit === 'money' && campaign.currency === currency ? campaign.raised : null;
    },
    // Identifiers, for positions change when a feed is read again.
    keyOf: (cluster) => {
      const ids = of(cluster).map(({id}) => id);
      const [first = ''] = ids;
      return cluster.count === 1 ? `one ${first}` : `${cluster.count} ${ids.join(' ')}`;
    },
    has: (cluster, id) => of(cluster).some((campaign) => campaign.id === id),
    describe: (member) => markerText(campaigns[member], lang),
    placeOf,
    onMarker: (member) => campaigns.slice(member, member + 1).forEach(on.marker),
    onOnePlace: (cluster) => on.onePlace(of(cluster), cluster),
  };
}

/** What a marker says of its campaign. */
export function markerText(campaign: Campaign | undefined, lang: Language): MarkerText | null {
  if (!campaign) return null;
  const text = campaignText(campaign, lang);
  const said = [text.title, text.place, text.progress || text.amount || text.status];
  return {
    name: pick(mapStrings, lang).marker(said.filter(Boolean)),
    percent: text.percent,
    filled: text.filled,
    reached: text.ratio !== null && text.ratio >= campaign.threshold,
  };
}

/** What the markers of several campaigns say: how many, and how much of it is known. */
export function clusterWords(
  currency: string,
  placeOf: (cluster: Cluster) => string,
  lang: Language,
): Pick<MarkerSource, 'nameCluster' | 'count' | 'sum'> {
  const strings = pick(mapStrings, lang);
  return {
    nameCluster: (cluster, isOnePlace) => {
      const {count, known, cents} = cluster;
      const words = countText(count, strings.campaigns, lang);
      const unknown = count > known ? formatNumber(count - known, lang) : '';
      const sum = known > 0 ? strings.sum(formatMoney(cents / 100, currency, lang), unknown) : '';
      const name = isOnePlace ? strings.onePlace : strings.cluster;
      return name(words, placeOf(cluster), sum);
    },
    count: ({count}) => formatNumber(count, lang),
    sum: ({known, cents}) => (known > 0 ? formatCompactMoney(cents / 100, currency, lang) : ''),
  };
}

/**
 * Makes the formatters of clusters' words, which take a browser milliseconds each, one turn of the page
 * after the other: the first view is drawn in one go and needs them all.
 */
export async function readyWords(currency: string, lang: Language): Promise<void> {
  const breathe = breather();
  for (const format of [formatCompactMoney, formatMoney]) {
    format(1, currency, lang);
    await breathe();
  }
  countText(1, pick(mapStrings, lang).campaigns, lang);
  await breathe();
}

/** The currency of most; euros when none counts money. */
function currencyOf(campaigns: readonly Campaign[]): string {
  const counts = new Map<string, number>();
  for (const {unit, currency} of campaigns) {
    if (unit === 'money') counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [main] = [...counts].sort(([, one], [, other]) => other - one);
  return main?.[0] ?? 'EUR';
}
