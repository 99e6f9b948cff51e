/**
 * What a campaign feed holds once it has been read. The shape on the wire is `schema.ts`; what is
 * here has been checked: texts are plain, links are http(s), instants parse, amounts are finite and
 * not negative. `null` means unknown or not said, never zero.
 */

/** Where a campaign stands. `feed/select.ts` derives it from dates and amounts (`statusOf`). */
export type Status = 'upcoming' | 'live' | 'succeeded' | 'failed' | 'cancelled';

/** What `goal` and `raised` count: currency units, or presold orders. */
export type Unit = 'money' | 'orders';

/** Who stands behind a campaign. */
export type OwnerKind = 'public' | 'association' | 'company' | 'person';

/** A picture. `alt` is null when the feed gives none: the picture is then decoration. */
export interface Picture {
  src: string;
  alt: string | null;
  /** CSS pixels, when known: reserves the space before the picture arrives. */
  width: number | null;
  height: number | null;
}

/** A named body: a mentor, an organiser. */
export interface Body {
  name: string;
  url: string | null;
  logo: string | null;
}

/** Where a campaign happens. Codes are official: COG for communes, départements and régions, SIREN for EPCI. */
export interface Place {
  name: string | null;
  /** Commune, five characters ("33063", "2A004"). */
  code: string | null;
  postcode: string | null;
  epci: string | null;
  departement: string | null;
  region: string | null;
  /** ISO 3166-1 alpha-2; "FR" when the feed says nothing. */
  country: string;
}

/** A public body that adds to each gift. */
export interface Matching {
  by: string;
  /** Units added for one unit given: 1 doubles each gift. */
  rate: number;
  /** The most that the body gives in all; null when there is no cap or it is not said. */
  cap: number | null;
  /** What it has given so far. */
  given: number | null;
}

/** One campaign, checked. Amounts are in major units of `currency`, or in orders (see `unit`). */
export interface Campaign {
  id: string;
  title: string;
  /** The campaign's own page: the link that every widget offers. */
  url: string;
  tagline: string | null;
  category: string | null;
  image: Picture | null;
  /** As the feed says it. What is true now is `statusOf(campaign)`. */
  status: Status | null;
  /** ISO 4217, upper case; "EUR" when the feed says nothing. */
  currency: string;
  unit: Unit;
  goal: number | null;
  raised: number | null;
  /** Share of the goal at which it succeeds, in ]0, 1]. */
  threshold: number;
  /** Further goals, ascending, each above `goal`. */
  stretchGoals: number[];
  /** The end before it was prolonged: ISO 8601 instant. */
  extendedFrom: string | null;
  matching: Matching | null;
  /** Number of people. */
  backers: number | null;
  /** ISO 8601 instants with offset. A day without a time ends at its last second in the feed's zone. */
  startsAt: string | null;
  endsAt: string | null;
  place: Place | null;
  /** Longitude, latitude (WGS 84, RFC 7946). */
  coordinates: [number, number] | null;
  owner: {name: string; url: string | null; kind: OwnerKind | null} | null;
  mentors: Body[];
  /** The call for projects that it won. */
  call: {id: string; edition: string | null} | null;
  /** Oldest first. */
  history: {at: string; raised: number | null; backers: number | null}[];
  /** Latest first. */
  news: {at: string | null; title: string; url: string | null}[];
  /** BCP 47 language of the texts, when the feed says it. */
  lang: string | null;
}

/** One edition of a call for projects. The phase follows from the dates (`phaseOf`). */
export interface Edition {
  id: string;
  title: string;
  /** When bodies may apply. */
  opensAt: string | null;
  closesAt: string | null;
  /** When the laureates' campaigns run. */
  campaignsFrom: string | null;
  campaignsTo: string | null;
}

/** A call for projects. Its laureates are the campaigns whose `call.id` is its `id`. */
export interface Call {
  id: string;
  title: string;
  organiser: Body | null;
  url: string | null;
  applyUrl: string | null;
  /** Major units of `currency`. */
  budget: {available: number | null; committed: number | null} | null;
  currency: string;
  /** Latest first. */
  editions: Edition[];
}

/** Something in a feed that was left out, and why. */
export interface Problem {
  /** `campaign`: the whole campaign is left out. `field`: that field alone. `feed`: something beside the campaigns. */
  kind: 'campaign' | 'field' | 'feed';
  /** Position in `features`, from 0; null when it is not about a campaign. */
  index: number | null;
  /** The campaign's id as the feed gives it, when it does. */
  id: string | null;
  /** Where, in the feed's own names: "properties.raised". */
  path: string;
  /** What is wrong and what to do, in one English sentence. */
  reason: string;
}

/** A feed, read. */
export interface Feed {
  /** The addresses that were read, in order. */
  urls: string[];
  title: string | null;
  publisher: {name: string; url: string | null} | null;
  licence: string | null;
  /** When the figures were true: ISO 8601. The feed's own word, else the answer's date, else null. */
  updatedAt: string | null;
  campaigns: Campaign[];
  calls: Call[];
  problems: Problem[];
  /** Campaigns of what was asked that were not read: a published folder has more than a page reads at once. */
  unread?: number;
}

/** A campaign of which nothing is known: what builds one by hand starts from it. */
export const blankCampaign: Campaign = {
  id: '',
  title: '',
  url: '',
  tagline: null,
  category: null,
  image: null,
  status: null,
  currency: 'EUR',
  unit: 'money',
  goal: null,
  raised: null,
  threshold: 1,
  stretchGoals: [],
  extendedFrom: null,
  matching: null,
  backers: null,
  startsAt: null,
  endsAt: null,
  place: null,
  coordinates: null,
  owner: null,
  mentors: [],
  call: null,
  history: [],
  news: [],
  lang: null,
};
