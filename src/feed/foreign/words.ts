import {writtenAmount, type DecimalMark} from './amounts.js';

/** What people call the states of a campaign, in French and in English. */
const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:upcoming|scheduled|soon|a venir|prevue?|bientot|prochainement)$/, 'upcoming'],
  [
    /^(?:live|open|ongoing|active|in progress|en cours|ouverte?|en ligne|en campagne|acti(?:f|ve)s?|lancee?)$/,
    'live',
  ],
  [
    /^(?:succeeded|successful|success|funded|reached|reussie?|succes|financee?|objectif (?:est )?atteint|aboutie?|gagnee?)$/,
    'succeeded',
  ],
  [
    /^(?:failed|unsuccessful|unfunded|echouee?|echec|non financee?|non aboutie?|objectif non atteint)$/,
    'failed',
  ],
  [/^(?:cancell?ed|withdrawn|annulee?|retiree?|abandon(?:nee?)?|suspendue?)$/, 'cancelled'],
];
const OVER = /^(?:ended|closed|finished|done|terminee?|finie?|close|cloturee?|fermee?)$/;

/**
 * The wire's word for a state. "Ended" says success or failure only beside the amounts.
 *
 * @returns The word as it stands when nobody knows it, for the reader to report.
 */
export function statusOf(given: unknown, goal: unknown, raised: unknown): unknown {
  if (typeof given !== 'string') return given;
  const word = folded(given);
  const known = STATUSES.find(([form]) => form.test(word))?.[1];
  if (known) return known;
  if (OVER.test(word) && typeof goal === 'number' && typeof raised === 'number' && goal > 0) {
    return raised >= goal ? 'succeeded' : 'failed';
  }
  return given;
}

/** What is counted: presales count orders. */
export function unitOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const word = folded(given);
  if (
    /^(?:orders?|presales?|preventes?|commandes?|precommandes?|pieces?|exemplaires?)$/.test(word)
  ) {
    return 'orders';
  }
  return /^(?:money|euros?|eur|€|argent|dons?)$/.test(word) ? 'money' : given;
}

/** Who runs the campaign; null for a word that is none of the four kinds. */
export function kindOf(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const word = folded(given);
  if (/^(?:associati(?:on|f)|asso|fondation|nonprofit|charity)/.test(word)) return 'association';
  if (
    /^(?:publi[cq]|commune|mairie|collectivite|ville|epci|departement|region|etablissement public)/.test(
      word,
    )
  ) {
    return 'public';
  }
  if (/^(?:entreprise|societe|company|business|commerce|cooperative)/.test(word)) return 'company';
  return /^(?:particulier|personne|person|individual|habitant)/.test(word) ? 'person' : null;
}

/**
 * As `statusOf`, out of a spreadsheet: "Campagne en cours", "Terminée ✓". How far it is ("83 %") is no state.
 */
export function stateOf(given: unknown, goal: unknown, raised: unknown): unknown {
  if (typeof given === 'number') return null;
  if (typeof given !== 'string') return given;
  if (/^[\d.,\s%]+$/.test(given)) return null;
  const word = folded(given)
    .replace(/^[^a-z]+|[^a-z]+$/g, '')
    .replace(/^(?:la |le )?(?:campagne|collecte|projet) /, '')
    .replace(/ (?:de |du )?(?:collecte|financement|campagne)$/, '');
  const known = statusOf(word, goal, raised);
  return STATUSES.some(([, status]) => status === known) ? known : given;
}

/** Whether a cell says no: "non", "0", "faux". */
export function isNo(given: unknown): boolean {
  if (given === false || given === 0) return true;
  return typeof given === 'string' && /^(?:n|non?|0|faux|false)$/.test(folded(given));
}

/** Whether a state is that of what is not public, as the drafts of platforms. */
export function isDraft(given: unknown): boolean {
  return (
    typeof given === 'string' &&
    /^(?:brouillon|draft|a valider|en attente de validation|refusee?|rejetee?|depubliee?|non publiee?)$/.test(
      folded(given),
    )
  );
}

/** Whether a line without a link is that of the sums, which people write below. */
export function isSum(title: unknown, record: Readonly<Record<string, unknown>>): boolean {
  const [first = null] = Object.values(record).filter((value) => value !== '' && value !== null);
  return [title, first].some(
    (text) =>
      typeof text === 'string' && /^(?:sous[- ]?)?tota(?:l|ux)\b.{0,20}$/.test(folded(text)),
  );
}

/** A number of people: "1 340", "134 contributeurs". */
export function countOf(given: unknown, decimal: DecimalMark | undefined): unknown {
  const figure =
    typeof given === 'string' ? given.replace(/\s*\p{L}{4,}[\p{L}.·()-]*$/u, '') : given;
  const {value} = writtenAmount(figure || given, decimal ?? '.');
  return typeof value === 'number' ? value : value === null ? null : given;
}

function folded(text: string): string {
  return text.slice(0, 60).normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** A language (BCP 47), out of its name too. */
export function languageOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const word = folded(given);
  if (word.startsWith('fran')) return 'fr';
  return /^(?:angl|engl)/.test(word) ? 'en' : given;
}
