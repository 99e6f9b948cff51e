import {amountMeant, dateMeant, shareMeant} from './meant-figures.js';
import {partOf} from './finding.js';

/** Other words for a value of a list, from platforms and spreadsheets. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: {
    live: 'open opened online active running started funding ongoing published encours enligne',
    succeeded: 'success successful succeed funded completed reussi reussie reussite finance',
    failed: 'unsuccessful failure echec echoue echouee',
    cancelled: 'canceled suspended deleted annule annulee',
    upcoming: 'draft submitted planned soon scheduled avenir',
  },
  kind: {
    public: 'mairie commune collectivite ville town government publicbody',
    association: 'asso nonprofit ngo association1901',
    company: 'entreprise societe business sarl sas',
    person: 'particulier individual individu people',
  },
  unit: {
    orders: 'order presale presales preorders preventes prevente commandes',
    money: 'amount euro euros eur currency cash montant',
  },
  currency: {EUR: '€ euro euros', USD: '$ us$ dollar dollars', GBP: '£', CHF: 'fr.'},
  country: {
    FR: 'france fra',
    BE: 'belgique belgium bel',
    CH: 'suisse switzerland che',
    LU: 'luxembourg lux',
    CA: 'canada can',
  },
  lang: {fr: 'francais french', en: 'english anglais'},
};

/** Under which other names required properties are often found. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'titre', 'nom', 'Title', 'project_name', 'label'],
  url: ['link', 'lien', 'href', 'permalink', 'web_url', 'URL', 'page'],
  id: ['slug', 'identifier', 'uuid', 'ref'],
  alt: ['description', 'title', 'legend'],
  src: ['url', 'href'],
  by: ['name'],
};

/** What was meant by a value that is not as the format asks. */
export interface Meant {
  value: unknown;
  /** How one sees it, when the value does not tell: "it stands in "name"". */
  how?: string;
}

/**
 * What was probably meant where the schema refuses a value.
 *
 * @param path - "properties.endsAt"
 * @param value - What stands there; undefined when it is missing.
 * @param holder - The object in which it stands, or should.
 * @returns undefined when nothing can be told.
 */
export function meantBy(path: string, value: unknown, holder: unknown): Meant | undefined {
  const name = /(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';
  if (value === undefined) return found(name, holder);
  if (name === 'coordinates') return positionMeant(value);
  const meant = ofName(name, value);
  return meant === undefined ? undefined : {value: meant};
}

function ofName(name: string, value: unknown): unknown {
  if (name in WORDS) return wordMeant(WORDS[name] ?? {}, value) ?? languageMeant(name, value);
  if (/^(?:goal|raised|cap|given|available|committed|stretchGoals|rate)$/.test(name)) {
    return amountMeant(value);
  }
  if (/^(?:backers|width|height)$/.test(name)) return wholeMeant(value);
  if (name === 'threshold') return shareMeant(value);
  if (/(?:At|From|To)$|^at$/.test(name)) return dateMeant(value);
  if (/^(?:url|src|logo|applyUrl)$/.test(name)) return linkMeant(value);
  if (/^(?:code|postcode|departement|region|epci)$/.test(name)) return codeMeant(name, value);
  return typeof value === 'number' ? String(value) : undefined;
}

function found(name: string, holder: unknown): Meant | undefined {
  for (const alias of ALIASES[name] ?? []) {
    const value = partOf(holder, alias);
    if (typeof value === 'string' && value.trim()) {
      return {value, how: `it stands in "${alias}"`};
    }
  }
  return undefined;
}

function wordMeant(words: Readonly<Record<string, string>>, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d€$£.]/g, '');
  return Object.entries(words).find(
    ([word, others]) => word.toLowerCase() === plain || others.split(' ').includes(plain),
  )?.[0];
}

function languageMeant(name: string, value: unknown): string | undefined {
  const isLanguage = name === 'lang' && /^[a-z]{2,3}_[a-z]{2}$/i.test(String(value));
  return isLanguage ? String(value).replace('_', '-') : undefined;
}

function wholeMeant(value: unknown): number | undefined {
  const amount = amountMeant(value);
  return amount !== undefined && Number.isInteger(amount) ? amount : undefined;
}

/** An address whose scheme was left out. */
function linkMeant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const isBare = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text);
  return isBare && URL.canParse(`https://${text}`) ? `https://${text}` : undefined;
}

/** A code that lost its leading zero or its quotes in a spreadsheet. */
function codeMeant(name: string, value: unknown): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = String(value).replace(/[\s.]/g, '').toUpperCase();
  const length = {code: 5, postcode: 5, departement: 2, region: 2, epci: 9}[name] ?? 0;
  const isClose = text.length === length || (length < 9 && text.length === length - 1);
  if (name === 'departement' && /^9[78]\d$/.test(text)) return text;
  return isClose && /^(?:\d+|2[AB]\d*)$/.test(text) ? text.padStart(length, '0') : undefined;
}

/** The two numbers the other way round, out of their quotes, or out of names. */
function positionMeant(value: unknown): Meant | undefined {
  if (!Array.isArray(value)) {
    const longitude = partOf(value, 'lon') ?? partOf(value, 'lng') ?? partOf(value, 'longitude');
    const latitude = partOf(value, 'lat') ?? partOf(value, 'latitude');
    // As texts they keep their order.
    return positionMeant([longitude, latitude].map((each) => String(each ?? '')));
  }
  const [one, other] = value.map((each: unknown) =>
    typeof each === 'string' && each.trim() ? Number(each.replace(',', '.')) : each,
  ) as unknown[];
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  if (!Number.isFinite(one) || !Number.isFinite(other) || (!one && !other)) return undefined;
  const isText = value.some((each) => typeof each === 'string');
  if (isText && Math.abs(one) <= 180 && Math.abs(other) <= 90) return {value: [one, other]};
  return Math.abs(other) <= 180 && Math.abs(one) <= 90 ? {value: [other, one]} : undefined;
}
