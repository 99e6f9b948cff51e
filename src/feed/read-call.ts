import type {Call, Edition} from './campaign.js';
import type {Pruned} from './path.js';
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

/** A call for projects out of parsed JSON; what does not pass is taken out and told. */
export function readCall(
  json: unknown,
  index: number,
  ground: Ground,
  tell: Tell,
  prune: (piece: 'callForProjects', given: unknown) => {value: unknown; pruned: Pruned[]},
): Call | null {
  const {value, pruned} = prune('callForProjects', json);
  for (const {path, reason} of pruned) tell(['calls', index, ...path], reason);
  if (!value) return null;
  const call = {...blankCall, ...(tidy(value, ['calls', index], ground, tell) as Partial<Call>)};
  // An amount in nobody knows what is no amount.
  if (pruned.some(({path}) => path[0] === 'currency')) call.budget = null;
  call.editions = call.editions
    .map((edition) => ({...edition, title: edition.title ?? edition.id}))
    .sort((one, other) => startOf(other) - startOf(one));
  return call;
}

/** When an edition begins, for sorting; without a date the feed's order stays. */
function startOf({opensAt, closesAt, campaignsFrom, campaignsTo}: Edition): number {
  return Date.parse(opensAt ?? closesAt ?? campaignsFrom ?? campaignsTo ?? '') || 0;
}
