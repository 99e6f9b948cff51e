/** What people call the states of a campaign, in French and in English. */
const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:upcoming|scheduled|soon|a venir|prevue?|bientot|prochainement)$/, 'upcoming'],
  [
    /^(?:live|open|ongoing|active|in progress|en cours|ouverte?|en ligne|en campagne|active?s?)$/,
    'live',
  ],
  [
    /^(?:succeeded|successful|success|funded|reached|reussie?|succes|financee?|objectif atteint|aboutie?)$/,
    'succeeded',
  ],
  [
    /^(?:failed|unsuccessful|unfunded|echouee?|echec|non financee?|non aboutie?|objectif non atteint)$/,
    'failed',
  ],
  [/^(?:cancell?ed|withdrawn|annulee?|retiree?|abandonnee?)$/, 'cancelled'],
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
