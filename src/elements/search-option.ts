import {html, nothing, type TemplateResult} from 'lit';

import {countText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {searchStrings} from '../i18n/strings.js';
import {fold, plain} from '../territory/fold.js';
import type {TerritoryKind} from '../territory/codes.js';

/** What of a place the search shows: one that was found, or one that a code named. */
export interface Place {
  code: string;
  name: string;
  kind: TerritoryKind;
  departement?: string | undefined;
  departementName?: string | undefined;
  postcode?: string | undefined;
  matchedName?: string | undefined;
}

/** What one line of the list needs to know beside the place. */
export interface OptionState {
  id: string;
  /** What was typed: the part of the name that it matches is marked. */
  query: string;
  active: boolean;
  /** Live campaigns there; undefined while nobody knows. */
  live: number | undefined;
  onChoose: () => void;
}

/** The place in one line, as the field holds it once chosen: "Saint-Denis (93)". */
export function shortName({name, kind, departement}: Place): string {
  return departement && (kind === 'commune' || kind === 'departement')
    ? `${name} (${departement})`
    : name;
}

/** Official names of EPCI begin with these. */
const GROUPINGS: Readonly<Record<string, string>> = {
  CA: 'Communauté d’agglomération',
  CC: 'Communauté de communes',
  CU: 'Communauté urbaine',
};

/** The name as a sentence says it: an EPCI's without abbreviation. It stays French in every language. */
export function fullName({name, kind}: Place): string {
  if (kind !== 'epci') return name;
  return name.replace(/^(?:CA|CC|CU)(?= )/, (short) => GROUPINGS[short] ?? short);
}

/** One place of the list: its name, what it is and where, and what is live there. */
export function placeOption(place: Place, lang: Language, option: OptionState): TemplateResult {
  const strings = pick(searchStrings, lang);
  const {live, query} = option;
  return html`<li
    part=${option.active ? 'option active' : 'option'}
    class="option"
    id=${option.id}
    role="option"
    aria-selected=${option.active ? 'true' : 'false'}
    @click=${option.onChoose}
  >
    <span class="place">
      <span class="name">${marked(place.name, query)}</span>
      <span class="hidden"> — </span>
      <span class="where">
        ${whereIs(place, lang)}
        ${
          place.matchedName
            ? html`<span class="former">${strings.formerly} ${marked(place.matchedName, query)}</span>`
            : nothing
        }
      </span>
    </span>
    ${
      live === undefined
        ? nothing
        : html`<span class="hidden">, </span
          ><span class=${live ? 'live' : 'live none'}>${live ? countText(live, strings.live, lang) : strings.noLive}</span>`
    }
  </li>`;
}

/** What tells homonyms apart: the département of a commune, the level of the rest. */
function whereIs(place: Place, lang: Language): string {
  const kind = pick(searchStrings, lang).kinds[place.kind];
  const {departement, departementName} = place;
  const where =
    departementName && departement ? `${departementName} (${departement})` : departement;
  if (place.kind === 'commune') return [place.postcode, where || kind].filter(Boolean).join(' · ');
  return [kind, place.kind === 'departement' ? `(${departement})` : where]
    .filter(Boolean)
    .join(' · ');
}

/** The name with what was typed marked in it; as it is when no word of it begins so. */
function marked(name: string, query: string): TemplateResult {
  const range = matchIn(name, query);
  if (!range) return html`${name}`;
  const [from, to] = range;
  return html`${name.slice(0, from)}<mark part="match">${name.slice(from, to)}</mark>${name.slice(to)}`;
}

/**
 * Where a name holds what was typed, whatever the accents, hyphens and capitals of either.
 *
 * @returns Offsets in the name, or null: a typo, or another spelling, found it.
 */
export function matchIn(name: string, query: string): [number, number] | null {
  const wanted = fold(query);
  if (!wanted) return null;
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of name) {
    for (const letter of plain(character).replace(/[^a-z0-9]/g, ' ')) {
      folded += letter;
      offsets.push(offset);
    }
    offset += character.length;
  }
  offsets.push(offset);
  const at = ` ${folded}`.indexOf(` ${wanted}`);
  const from = offsets[at];
  const to = offsets[at + wanted.length];
  return at < 0 || from === undefined || to === undefined ? null : [from, to];
}
