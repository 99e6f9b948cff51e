import type {Call, Edition} from '../feed/campaign.js';
import {phaseOf, type Phase} from '../feed/select.js';
import {pick, type Language} from './localize.js';
import {callStrings} from './strings.js';
import {dayText} from './time-text.js';

/** One step of an edition, in words. */
export interface StepText {
  phase: Exclude<Phase, 'upcoming'>;
  /** "Candidatures". */
  label: string;
  /** "du 1 mars 2026 au 30 avril 2026"; '' when nobody says. */
  dates: string;
  /** It is over. */
  past: boolean;
  current: boolean;
}

/** Where an edition stands, in words. */
export interface EditionText {
  /** "Candidatures ouvertes jusqu'au 15 décembre 2026."; '' when it has no date. */
  now: string;
  /** Its four steps, in order; none when it has no date. */
  steps: StepText[];
}

const PHASES = ['applying', 'choosing', 'campaigning', 'results'] as const;

/**
 * @param now - The time for which the words are right, in milliseconds since 1970.
 */
export function editionText(
  edition: Edition,
  lang: Language,
  now: number = Date.now(),
): EditionText {
  const phase = phaseOf(edition, now);
  if (!phase) return {now: '', steps: []};
  const words = pick(callStrings, lang);
  const day = (iso: string | null) => (iso ? dayText(iso, lang) : '');
  const opens = day(edition.opensAt);
  const closes = day(edition.closesAt);
  const from = day(edition.campaignsFrom);
  const to = day(edition.campaignsTo);
  const dates = {
    applying: spanText(opens, closes, lang),
    choosing: closes && from ? spanText(closes, from, lang) : '',
    campaigning: spanText(from, to, lang),
    results: to && words.from(to),
  };
  const sentences = {
    upcoming: words.before(opens),
    applying: words.applying(closes),
    choosing: words.choosing(from),
    campaigning: words.campaigning(to),
    results: words.results(to),
  };
  const reached = phase === 'upcoming' ? -1 : PHASES.indexOf(phase);
  return {
    now: sentences[phase],
    steps: PHASES.map((step, position) => ({
      phase: step,
      label: words.steps[step],
      dates: dates[step],
      past: position < reached,
      current: position === reached,
    })),
  };
}

/** "Appel à projets · Bordeaux Métropole": a name alone tells no article; without an organiser, that it is a call. */
export function callKindText(call: Call, lang: Language): string {
  const words = pick(callStrings, lang);
  return call.organiser ? words.by(call.organiser.name) : words.kind;
}

function spanText(from: string, to: string, lang: Language): string {
  const words = pick(callStrings, lang);
  if (from && to) return words.between(from, to);
  if (from) return words.from(from);
  return to && words.until(to);
}
