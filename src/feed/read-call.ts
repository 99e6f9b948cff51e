import type {Call, Edition} from './campaign.js';
import {cleanLink, cleanText} from './clean.js';
import {instantOf} from './moment.js';
import {prune, type Pruned} from './prune.js';
import {callForProjects} from './schema.js';

/** A call for projects out of parsed JSON; what does not pass is taken out and told. */
export function readCall(json: unknown, zone: string): {call: Call | null; pruned: Pruned[]} {
  const {value, pruned} = prune(callForProjects, json);
  if (!value) return {call: null, pruned};
  const at = (text: string | null | undefined, edge: 'start' | 'end') =>
    text ? instantOf(text, zone, edge) : null;
  const editions: Edition[] = (value.editions ?? []).map((edition) => ({
    id: String(edition.id),
    title: cleanText(edition.title ?? String(edition.id), 200),
    opensAt: at(edition.opensAt, 'start'),
    closesAt: at(edition.closesAt, 'end'),
    campaignsFrom: at(edition.campaignsFrom, 'start'),
    campaignsTo: at(edition.campaignsTo, 'end'),
  }));
  return {
    call: {
      id: String(value.id),
      title: cleanText(value.title, 300),
      organiser: value.organiser
        ? {
            name: cleanText(value.organiser.name, 200),
            url: cleanLink(value.organiser.url),
            logo: cleanLink(value.organiser.logo),
          }
        : null,
      url: cleanLink(value.url),
      applyUrl: cleanLink(value.applyUrl),
      budget: value.budget
        ? {available: value.budget.available ?? null, committed: value.budget.committed ?? null}
        : null,
      currency: value.currency?.toUpperCase() ?? 'EUR',
      editions: editions.sort((one, other) => startOf(other) - startOf(one) || 0),
    },
    pruned,
  };
}

/** When an edition begins, for sorting; without a date the feed's order stays. */
function startOf({opensAt, closesAt, campaignsFrom, campaignsTo}: Edition): number {
  return Date.parse(opensAt ?? closesAt ?? campaignsFrom ?? campaignsTo ?? '') || 0;
}
