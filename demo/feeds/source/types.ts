/** The demo's campaigns as they are written down: two languages, and days counted from the visit. */

/** A text in both languages; one string when it is the same in both. */
export type Words = string | {fr: string; en: string};

export type Kind = 'public' | 'association' | 'company' | 'person';

export type Category =
  | 'culture'
  | 'heritage'
  | 'solidarity'
  | 'environment'
  | 'trade'
  | 'sport'
  | 'education'
  | 'health';

/** A place with its official codes; `at` is longitude, latitude. */
export interface Place {
  name: string;
  code?: string;
  postcode?: string;
  epci?: string;
  departement?: string;
  region?: string;
  country?: string;
  at: [number, number];
}

/** One campaign. Days are counted from the visit: −10 began ten days ago, 0 ends today. */
export interface Source {
  id: string;
  title: Words;
  /** What it is for; an invented campaign gets the words "made-up example" before it. */
  purpose: Words;
  category: Category;
  /** Name of a drawing of `demo/images`. */
  picture: string;
  place: Place;
  owner: {name: Words; kind: Kind};
  mentors?: string[];
  call?: {id: string; edition: number};
  /** Missing: unknown, and left out of the feed. */
  goal?: number;
  raised?: number;
  backers?: number;
  unit?: 'orders';
  status?: 'succeeded' | 'failed' | 'cancelled';
  threshold?: number;
  stretchGoals?: number[];
  matching?: {by: string; rate: number; cap: number; given: number};
  starts?: number;
  /** Missing: no end. */
  ends?: number;
  extendedFrom?: number;
  /** Days on which something was reported. */
  news?: {day: number; title: Words}[];
}
