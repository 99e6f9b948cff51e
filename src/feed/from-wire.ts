import type {Call, Campaign, Edition, Feed} from './campaign.js';
import type {WireCall, WireFeature, WireHead} from './schema.js';
import {shapes} from './shapes.js';
import {tidy, type Ground, type Tell} from './tidy.js';

/** What holds when a feed says nothing of it. */
const DEFAULTS = {
  currency: 'EUR',
  unit: 'money',
  threshold: 1,
  stretchGoals: [],
  mentors: [],
  history: [],
  news: [],
} as const;

/** What a feed says of itself. */
export type Head = Pick<Feed, 'title' | 'publisher' | 'licence' | 'updatedAt'> & {
  /** Address of the next page; null on the last. */
  next: string | null;
};

/** The head of a feed, out of one that was checked. */
export function headOf(wire: WireHead, ground: Ground, tell: Tell): Head {
  return tidy(shapes.feedHead, wire, [], ground, tell) as Head;
}

/** A campaign out of a feature that was checked. Its `url` is null when it cannot be shown. */
export function campaignOf(wire: WireFeature, ground: Ground, tell: Tell): Campaign {
  const {id, geometry, properties} = tidy(shapes.campaignFeature, wire, [], ground, tell) as {
    id: string;
    geometry: {coordinates: [number, number]} | null;
    properties: Omit<Campaign, 'id' | 'coordinates'>;
  };
  const campaign: Campaign = {
    ...withDefaults(properties, DEFAULTS),
    id,
    coordinates: geometry?.coordinates ?? null,
  };
  const goal = campaign.goal ?? 0;
  if (campaign.place) campaign.place.country ??= 'FR';
  campaign.stretchGoals = [...new Set(campaign.stretchGoals)]
    .filter((stretch) => stretch > goal)
    .sort((one, other) => one - other);
  // Copies: the lists may be those of `DEFAULTS`.
  campaign.history = [...campaign.history].sort((one, other) => timeOf(one.at) - timeOf(other.at));
  campaign.news = [...campaign.news].sort((one, other) => timeOf(other.at) - timeOf(one.at));
  return campaign;
}

/** A call for projects out of an object that was checked. The latest edition comes first. */
export function callOf(wire: WireCall, index: number, ground: Ground, tell: Tell): Call {
  const call = tidy(shapes.callForProjects, wire, ['calls', index], ground, tell) as Call;
  call.currency ??= 'EUR';
  call.editions = (call.editions ?? [])
    .map((edition) => ({...edition, title: edition.title ?? edition.id}))
    .sort((one, other) => startOf(other) - startOf(one));
  return call;
}

function withDefaults<T extends object>(values: T, defaults: object): T {
  const filled = {...values} as Record<string, unknown>;
  for (const [name, value] of Object.entries(defaults)) filled[name] ??= value;
  return filled as T;
}

function startOf({opensAt, closesAt, campaignsFrom, campaignsTo}: Edition): number {
  return timeOf(opensAt ?? closesAt ?? campaignsFrom ?? campaignsTo);
}

function timeOf(iso: string | null): number {
  return Date.parse(iso ?? '') || 0;
}
