import {REPORTED_BY, reported, type Reported} from './real.ts';
import {calls, type CallSource, type EditionSource} from './calls.ts';
import type {Category, Place, Source, Words} from './types.ts';

export type Language = 'fr' | 'en';

/** One campaign on the wire. Only what this module relies on is spelt out; FEED.md has the rest. */
export interface Feature {
  type: 'Feature';
  id: string;
  geometry: {type: 'Point'; coordinates: [number, number]} | null;
  properties: {title: string; url: string} & Record<string, unknown>;
}

/** Where and when a feed is written for. */
export interface Setting {
  /** The folder `demo/` as the feed reaches it, with a slash at the end: links and pictures count from there. */
  root: string;
  /** Milliseconds since 1970: the days of the campaigns count from here. */
  now: number;
  language: Language;
}

const CATEGORIES: Record<Category, Exclude<Words, string>> = {
  culture: {fr: 'Culture', en: 'Culture'},
  heritage: {fr: 'Patrimoine', en: 'Heritage'},
  solidarity: {fr: 'Solidarité', en: 'Solidarity'},
  environment: {fr: 'Environnement', en: 'Environment'},
  trade: {fr: 'Commerce et artisanat', en: 'Shops and crafts'},
  sport: {fr: 'Sport', en: 'Sport'},
  education: {fr: 'Éducation', en: 'Education'},
  health: {fr: 'Santé', en: 'Health'},
};

/** Drawn for the demo: none is the mark of the body that it stands beside. */
const LOGOS: Record<string, string> = {
  'Ville de Pau': 'rives',
  'Pau Béarn Pyrénées': 'sommets',
  'Département des Pyrénées-Atlantiques': 'feuille',
  'Bordeaux Métropole': 'pont',
  'Métropole européenne de Lille': 'ruche',
  'Métropole Rouen Normandie': 'boussole',
  'Ville de Lyon': 'phare',
};

const DAY = 86_400_000;
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day ("2026-11-24", in Paris) so many days from the visit. */
export function dayFrom({now}: Setting, days: number): string {
  return dayFormat.format(now + days * DAY);
}

export function say(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}

/** An invented campaign, labelled as such before anything else is said of it. */
export function inventedFeature(source: Source, setting: Setting): Feature {
  const {root, language} = setting;
  const day = (days: number | undefined) =>
    days === undefined ? undefined : dayFrom(setting, days);
  const label = language === 'fr' ? 'Exemple inventé — ' : 'Made-up example — ';
  const {starts, ends, raised, backers, call} = source;
  return {
    type: 'Feature',
    id: source.id,
    geometry: {type: 'Point', coordinates: source.place.at},
    properties: tidy({
      title: say(source.title, language),
      url: `${root}campaign.html?id=${source.id}`,
      tagline: label + say(source.purpose, language),
      category: CATEGORIES[source.category][language],
      image: picture(source.picture, root),
      status: source.status,
      currency: 'EUR',
      unit: source.unit,
      goal: source.goal,
      raised,
      threshold: source.threshold,
      stretchGoals: source.stretchGoals,
      matching: source.matching,
      backers,
      startsAt: day(starts),
      endsAt: day(ends),
      extendedFrom: day(source.extendedFrom),
      place: placeOf(source.place),
      owner: {name: say(source.owner.name, language), kind: source.owner.kind},
      mentors: source.mentors?.map((name) => tidy({name, logo: logoOf(name, root)})),
      call: call && {id: call.id, edition: editionId(call.id, call.edition, setting)},
      history: historyOf(source, setting),
      news: source.news?.map(({day: days, title}) => ({
        at: dayFrom(setting, days),
        title: say(title, language),
      })),
      lang: language,
    }) as Feature['properties'],
  };
}

/** A real campaign: what is reported of it. Goal and days are not, so they are left out. */
export function realFeature(source: Reported, {root, language}: Setting): Feature {
  const [year, month] = source.month.split('-').map(Number);
  const when = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year ?? 0, (month ?? 1) - 1));
  const facts =
    language === 'fr'
      ? ` Campagne réelle, rapportée en ${when} ; objectif non communiqué.`
      : ` A real campaign, reported in ${when}; its goal is not given.`;
  return {
    type: 'Feature',
    id: source.id,
    geometry: {type: 'Point', coordinates: source.place.at},
    properties: {
      title: say(source.title, language),
      url: REPORTED_BY,
      tagline: say(source.purpose, language) + facts,
      category: CATEGORIES[source.category][language],
      image: picture(source.picture, root),
      status: 'succeeded',
      currency: 'EUR',
      raised: source.raised,
      backers: source.backers,
      place: placeOf(source.place),
      owner: {name: source.owner, kind: 'public'},
      lang: language,
    },
  };
}

export const realFeatures = (setting: Setting) =>
  reported.map((source) => realFeature(source, setting));

/** The calls for projects on the wire. */
export function writtenCalls(setting: Setting) {
  return calls.map((call) => writtenCall(call, setting));
}

function writtenCall(call: CallSource, setting: Setting) {
  const {root, language} = setting;
  const label = language === 'fr' ? ' (exemple inventé)' : ' (made-up example)';
  const page = `${root}campaign.html?call=${call.id}`;
  return tidy({
    id: call.id,
    title: say(call.title, language) + (call.invented ? label : ''),
    organiser: tidy({
      name: call.organiser,
      logo: call.logo && `${root}images/logos/${call.logo}.svg`,
    }),
    url: call.url ?? page,
    applyUrl: call.applies ? `${page}&apply=yes` : undefined,
    budget: call.budget,
    currency: call.budget && 'EUR',
    editions: call.editions?.map((edition) => writtenEdition(call, edition, setting)),
  });
}

function writtenEdition({title}: CallSource, edition: EditionSource, setting: Setting) {
  const [opensAt, closesAt, campaignsFrom, campaignsTo] = (edition.days ?? []).map((days) =>
    dayFrom(setting, days),
  );
  const id = edition.id ?? campaignsFrom?.slice(0, 4) ?? '';
  return tidy({
    id,
    title: `${say(title, setting.language)} ${id}`,
    opensAt,
    closesAt,
    campaignsFrom,
    campaignsTo,
  });
}

function editionId(id: string, number: number, setting: Setting): string | undefined {
  const call = calls.find((candidate) => candidate.id === id);
  const edition = call?.editions?.find((candidate) => candidate.number === number);
  return call && edition && writtenEdition(call, edition, setting).id;
}

/** How a campaign came to where it is: fast at first, slow in the middle, fast again. */
function historyOf({starts, ends, raised, backers}: Source, setting: Setting) {
  if (starts === undefined || starts > -6 || raised === undefined || backers === undefined) return;
  const until = Math.min(ends ?? 0, 0);
  const steps = 6;
  return Array.from({length: steps + 1}, (_, step) => {
    const time = step / steps;
    const share = step === steps ? 1 : 0.55 * time ** 0.6 + 0.45 * time ** 2.4;
    return {
      at: dayFrom(setting, Math.round(starts + (until - starts) * time)),
      raised: Math.round(raised * share),
      backers: Math.round(backers * share),
    };
  });
}

function placeOf({at: _at, ...place}: Place) {
  return {country: 'FR', ...place};
}

function picture(name: string, root: string) {
  return {src: `${root}images/${name}.svg`, width: 640, height: 400};
}

function logoOf(name: string, root: string): string | undefined {
  const logo = LOGOS[name];
  return logo && `${root}images/logos/${logo}.svg`;
}

/** Without what is not known: a feed leaves it out. */
function tidy<T extends Record<string, unknown>>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
