import type {Call, Campaign, Edition, Status} from './campaign.js';

/** How campaigns are ordered. `feed` keeps the feed's own order. */
export type SortOrder = 'ending' | 'newest' | 'progress' | 'raised' | 'backers' | 'title' | 'feed';

/** Every order, for whoever checks one. */
export const sortOrders: readonly SortOrder[] = [
  'ending',
  'newest',
  'progress',
  'raised',
  'backers',
  'title',
  'feed',
];

/** West, south, east, north in degrees. West is greater than east across the antimeridian. */
export type Bounds = readonly [number, number, number, number];

/** What is kept. What is missing, empty or null keeps everything. */
export interface Filter {
  status?: readonly Status[];
  /** Compared without case. */
  category?: string;
  /** Identifier of a call for projects. */
  call?: string;
  /** Identifier of one of its editions. */
  edition?: string;
  /** Name of a mentor, compared without case and accents. */
  mentor?: string;
  /** Words that must all stand in the title, tagline, place, owner, mentors or category. */
  text?: string;
  /** Campaigns without coordinates are not in any bounds. */
  bounds?: Bounds | null;
  now?: number;
}

/** What campaigns come to, taken together. */
export interface Totals {
  campaigns: number;
  upcoming: number;
  live: number;
  succeeded: number;
  failed: number;
  /** succeeded / (succeeded + failed), 0 to 1; null when none of them ended with a known outcome. */
  successRate: number | null;
  /** Money by currency, greatest first; orders are not money and are left out. */
  raised: {currency: string; amount: number; campaigns: number}[];
  /** Campaigns of which nobody knows the amount. */
  raisedUnknown: number;
  /** Presold orders, null when no campaign counts orders. */
  orders: number | null;
  /** Sum of the known numbers; null when none is known. */
  backers: number | null;
  /** Campaigns whose backers are known. */
  backersKnown: number;
}

/** Where an edition of a call for projects stands. */
export type Phase = 'upcoming' | 'applying' | 'choosing' | 'campaigning' | 'results';

/**
 * Raised for one of goal, not clamped: 1.86 is 186 %. Null when either is unknown or there is no goal.
 */
export function ratioOf({raised, goal}: Pick<Campaign, 'raised' | 'goal'>): number | null {
  return raised === null || !goal ? null : raised / goal;
}

/**
 * Where a campaign stands now.
 *
 * What the feed says of an end (`succeeded`, `failed`, `cancelled`) holds. Else dates decide: before
 * its start it is upcoming; after its end the amounts tell, with the threshold; in between, and
 * without dates, it is live unless the feed says upcoming.
 *
 * @returns Undefined when it has ended and the amounts do not tell how.
 */
export function statusOf(campaign: Campaign, now: number = Date.now()): Status | undefined {
  const {status, startsAt, endsAt, threshold} = campaign;
  if (status === 'succeeded' || status === 'failed' || status === 'cancelled') return status;
  if (endsAt && Date.parse(endsAt) < now) {
    const ratio = ratioOf(campaign);
    if (ratio === null) return undefined;
    // 0.6 of 12 is 7.199999999999999: what is short by less than that is not short.
    return ratio >= threshold - 1e-9 ? 'succeeded' : 'failed';
  }
  if (startsAt) return Date.parse(startsAt) > now ? 'upcoming' : 'live';
  return status ?? 'live';
}

/** The campaigns that pass, in the order they came. */
export function filterCampaigns(campaigns: readonly Campaign[], filter: Filter): Campaign[] {
  const {status, category, call, edition, mentor, bounds, now = Date.now()} = filter;
  const words = fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean);
  const wanted = {category: fold(category ?? ''), mentor: fold(mentor ?? '')};
  return campaigns.filter((campaign) => {
    if (status?.length) {
      const stands = statusOf(campaign, now);
      if (!stands || !status.includes(stands)) return false;
    }
    if (wanted.category && fold(campaign.category ?? '') !== wanted.category) return false;
    if (call && campaign.call?.id !== call) return false;
    if (edition && campaign.call?.edition !== edition) return false;
    if (wanted.mentor && !campaign.mentors.some(({name}) => fold(name) === wanted.mentor))
      return false;
    if (bounds && !isWithin(campaign.coordinates, bounds)) return false;
    if (!words.length) return true;
    const said = textOf(campaign);
    return words.every((word) => said.includes(word));
  });
}

/** A sorted copy. What is unknown comes last, equals keep the feed's order. */
export function sortCampaigns(
  campaigns: readonly Campaign[],
  order: SortOrder,
  now: number = Date.now(),
): Campaign[] {
  const copy = [...campaigns];
  if (order === 'feed') return copy;
  if (order === 'title') return copy.sort((one, other) => COLLATOR.compare(one.title, other.title));
  const keys = new Map(copy.map((campaign) => [campaign, keyOf(campaign, order, now)]));
  return copy.sort((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0));
}

/** What campaigns come to. Money is added per currency, and never to orders. */
export function totalsOf(campaigns: readonly Campaign[], now: number = Date.now()): Totals {
  const totals: Totals = {
    campaigns: campaigns.length,
    upcoming: 0,
    live: 0,
    succeeded: 0,
    failed: 0,
    successRate: null,
    raised: [],
    raisedUnknown: 0,
    orders: null,
    backers: null,
    backersKnown: 0,
  };
  const money = new Map<string, {currency: string; amount: number; campaigns: number}>();
  for (const campaign of campaigns) {
    const status = statusOf(campaign, now);
    if (status && status !== 'cancelled') totals[status] += 1;
    if (campaign.backers !== null) {
      totals.backers = (totals.backers ?? 0) + campaign.backers;
      totals.backersKnown += 1;
    }
    if (campaign.raised === null) {
      totals.raisedUnknown += 1;
    } else if (campaign.unit === 'orders') {
      totals.orders = (totals.orders ?? 0) + campaign.raised;
    } else {
      const sum = money.get(campaign.currency) ?? {
        currency: campaign.currency,
        amount: 0,
        campaigns: 0,
      };
      sum.amount += campaign.raised;
      sum.campaigns += 1;
      money.set(campaign.currency, sum);
    }
  }
  const ended = totals.succeeded + totals.failed;
  totals.successRate = ended ? totals.succeeded / ended : null;
  totals.raised = [...money.values()].sort((one, other) => other.amount - one.amount);
  return totals;
}

/** The categories in use, each once as it is first written, in alphabetical order. */
export function categoriesOf(campaigns: readonly Campaign[]): string[] {
  const seen = new Map<string, string>();
  for (const {category} of campaigns) {
    if (category && !seen.has(fold(category))) seen.set(fold(category), category);
  }
  return [...seen.values()].sort(COLLATOR.compare);
}

/**
 * Where an edition stands: its dates tell. Undefined when it has none.
 *
 * Between the end of applications and the start of campaigns the laureates are chosen; without dates
 * of campaigns, that lasts.
 */
export function phaseOf(edition: Edition, now: number = Date.now()): Phase | undefined {
  const at = (iso: string | null) => (iso ? Date.parse(iso) : NaN);
  const {opensAt, closesAt, campaignsFrom, campaignsTo} = edition;
  if (![opensAt, closesAt, campaignsFrom, campaignsTo].some(Boolean)) return undefined;
  if (at(campaignsTo) < now) return 'results';
  if (at(campaignsFrom) <= now) return 'campaigning';
  if (at(closesAt) < now) return 'choosing';
  if (at(opensAt) > now) return 'upcoming';
  return opensAt || closesAt ? 'applying' : 'choosing';
}

/** One edition of a call: the one named, else the one that is under way or the latest. */
export function editionOf(call: Call, id = '', now: number = Date.now()): Edition | undefined {
  if (id) return call.editions.find((edition) => edition.id === id);
  const current = call.editions.find((edition) => {
    const phase = phaseOf(edition, now);
    return phase !== undefined && phase !== 'results' && phase !== 'upcoming';
  });
  return current ?? call.editions[0];
}

/** Whether a point stands in bounds, across the antimeridian too. */
export function isWithin(coordinates: Campaign['coordinates'], bounds: Bounds): boolean {
  if (!coordinates) return false;
  const [longitude, latitude] = coordinates;
  const [west, south, east, north] = bounds;
  if (latitude < south || latitude > north) return false;
  return west <= east
    ? longitude >= west && longitude <= east
    : longitude >= west || longitude <= east;
}

const COLLATOR = /* @__PURE__ */ new Intl.Collator('fr', {sensitivity: 'base', numeric: true});

/** Lower case, without accents, one space between words. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s'’-]+/g, ' ')
    .trim();
}

function textOf({title, tagline, category, place, owner, mentors}: Campaign): string {
  const names = mentors.map(({name}) => name);
  return fold(
    [title, tagline, category, place?.name, owner?.name, ...names].filter(Boolean).join(' '),
  );
}

/** What to sort by, ascending; the greatest number for what is unknown. */
export function keyOf(
  campaign: Campaign,
  order: Exclude<SortOrder, 'feed' | 'title'>,
  now: number,
): number {
  switch (order) {
    case 'ending': {
      // What has ended comes after all that has not, the latest first.
      const end = campaign.endsAt ? Date.parse(campaign.endsAt) : Number.MAX_SAFE_INTEGER;
      return end < now ? Number.MAX_SAFE_INTEGER + (now - end) : end;
    }
    case 'newest':
      return campaign.startsAt ? -Date.parse(campaign.startsAt) : Number.MAX_VALUE;
    case 'progress':
      return -(ratioOf(campaign) ?? -Number.MAX_VALUE);
    case 'raised':
      return -(campaign.raised ?? -Number.MAX_VALUE);
    default:
      return -(campaign.backers ?? -Number.MAX_VALUE);
  }
}
