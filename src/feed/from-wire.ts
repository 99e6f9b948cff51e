import {blankCampaign, type Call, type Campaign, type Edition} from './campaign.js';
import type {WireCall, WireFeature} from './schema.js';
import {tidy, type Ground, type Tell} from './tidy.js';

const blankCall: Call = {
  id: '',
  title: '',
  organiser: null,
  url: null,
  applyUrl: null,
  budget: null,
  currency: 'EUR',
  editions: [],
};

/** A campaign out of a feature that was checked. Its `url` is '' when it cannot be shown. */
export function campaignOf(wire: WireFeature, ground: Ground, tell: Tell): Campaign {
  const campaign: Campaign = {
    ...blankCampaign,
    ...(tidy(wire.properties, ['properties'], ground, tell) as Partial<Campaign>),
    id: String(tidy(wire.id, ['id'], ground, tell)),
    coordinates: (wire.geometry?.coordinates.slice(0, 2) as [number, number] | undefined) ?? null,
  };
  const goal = campaign.goal ?? 0;
  campaign.stretchGoals = [...new Set(campaign.stretchGoals)]
    .filter((stretch) => stretch > goal)
    .sort((one, other) => one - other);
  // The lists may be those of `blankCampaign`: they are copied, not sorted in place.
  campaign.history = [...campaign.history].sort((one, other) => timeOf(one.at) - timeOf(other.at));
  campaign.news = [...campaign.news].sort((one, other) => timeOf(other.at) - timeOf(one.at));
  return campaign;
}

/** A call for projects out of an object that was checked. The latest edition comes first. */
export function callOf(wire: WireCall, index: number, ground: Ground, tell: Tell): Call {
  const call = {...blankCall, ...(tidy(wire, ['calls', index], ground, tell) as Partial<Call>)};
  call.editions = call.editions
    .map((edition) => ({...edition, title: edition.title ?? edition.id}))
    .sort((one, other) => startOf(other) - startOf(one));
  return call;
}

function startOf({opensAt, closesAt, campaignsFrom, campaignsTo}: Edition): number {
  return timeOf(opensAt ?? closesAt ?? campaignsFrom ?? campaignsTo);
}

function timeOf(iso: string | null): number {
  return Date.parse(iso ?? '') || 0;
}
