import {html, nothing} from 'lit';

import {countText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {searchStrings} from '../i18n/strings.js';
import {parseTerritory, type TerritoryKind} from '../territory/codes.js';
import {widerThan} from '../territory/gazetteer.js';
import type {Live} from './search-live.js';
import {fullName, type Place} from './search-option.js';

/** What is live in the place that was chosen, and where else when nothing is. */
export interface Outcome {
  chosen: Place;
  /** Live campaigns in it. */
  live: number;
  /** The nearest wider territory with live campaigns. Null when the place has its own, and when none has any. */
  wider: {place: Place; live: number} | null;
}

const LEVELS: readonly TerritoryKind[] = ['commune', 'epci', 'departement', 'region', 'country'];

/**
 * Counts what is live in a place; when nothing is, looks around it, nearest first.
 *
 * @param all - What is live.
 * @param scope - The territory beyond which nobody looks; empty or malformed: the country.
 */
export async function outcomeOf(all: Live, chosen: Place, scope: string): Promise<Outcome> {
  const live = await all.count(chosen.code);
  if (live || all.isNone) return {chosen, live, wider: null};
  const limit = parseTerritory(scope);
  const top = LEVELS.indexOf(limit?.kind ?? 'country');
  for (const place of await widerThan(chosen.code)) {
    const level = LEVELS.indexOf(place.kind);
    if (level > top || (limit && level === top && place.code !== `${limit.kind}:${limit.code}`)) {
      continue;
    }
    const around = await all.count(place.code);
    if (around) return {chosen, live, wider: {place, live: around}};
  }
  return {chosen, live, wider: null};
}

/** What the message needs to know: a `ChoiceController` is one. */
export interface OutcomeView {
  outcome: Outcome | null;
  /** The visitor wants the chosen place alone, not the wider one. */
  only: boolean;
  toggle: () => void;
}

/**
 * The outcome in words, with the way to what is wider and back. The status is there, empty, before
 * there is anything to say: a screen reader does not announce one that arrives with its text.
 */
export function outcomeMessage(view: OutcomeView, lang: Language) {
  const {outcome, only} = view;
  const strings = pick(searchStrings, lang);
  return html`<div part="outcome" class=${outcome ? 'outcome' : ''}>
    <p role="status">${outcome ? wordsOf(outcome, only, lang) : nothing}</p>
    ${
      outcome?.wider
        ? html`<button part="toggle" type="button" class="button" @click=${() => view.toggle()}>
          ${
            only
              ? strings.seeWider(fullName(outcome.wider.place))
              : strings.seeOnly(fullName(outcome.chosen))
          }
        </button>`
        : nothing
    }
  </div>`;
}

function wordsOf({chosen, live, wider}: Outcome, only: boolean, lang: Language): string {
  const strings = pick(searchStrings, lang);
  const isCommune = chosen.kind === 'commune';
  const count = (number: number) => countText(number, strings.live, lang);
  if (live) return strings.outcome(fullName(chosen), isCommune, count(live));
  const none = strings.nothing(fullName(chosen), isCommune);
  if (!wider) return `${none} ${strings.nowhere}`;
  return only ? none : `${none} ${strings.nearest(fullName(wider.place), count(wider.live))}`;
}
