import {destinations, outputForms, snippetColours} from '../../outputs/index.js';

/** The widgets, by their tags without `relais-`, as people look for them. */
export const widgets = [
  'project-card',
  'project-list',
  'territory-map',
  'city-search',
  'call-for-projects',
  'territory-summary',
  'progress-bar',
] as const;
export type Widget = (typeof widgets)[number];

/** What a choice may be: one of a list (the first is meant when nothing is said), or text of a shape. */
type Rule = readonly string[] | RegExp;

const ID = /^[^\u0000-\u001f]{0,200}$/;
const PLACE = /^(?:(?:commune|epci|departement|region|country):[\dA-Z]{1,9})?$/i;
const ADDRESS = /^[^\u0000-\u001f<>"]{0,2000}$/;
const COLOUR = /^(?:#[\da-f]{6})?$/i;

const colours = Object.fromEntries(snippetColours.map((name) => [name, COLOUR])) as Record<
  (typeof snippetColours)[number],
  RegExp
>;

/** Every choice: the names are those of the page's address, and of the widgets' own attributes. */
const RULES = {
  lang: ['fr', 'en'],
  feed: ADDRESS,
  /** How the feed is read: an adapter's name, and what is what in its answer. */
  format: /^[^\u0000-\u001f]{0,500}$/,
  widget: widgets,
  campaign: ID,
  territory: PLACE,
  scope: PLACE,
  variant: ['vertical', 'horizontal', 'compact', 'banner'],
  layout: ['grid', 'list', 'carousel'],
  status: ['live', 'all', 'upcoming', 'succeeded', 'live succeeded'],
  sort: ['ending', 'newest', 'progress', 'raised', 'backers', 'title', 'feed'],
  limit: /^(?:[1-9]\d{0,2})?$/,
  category: ID,
  call: ID,
  edition: ID,
  mentor: ID,
  filters: ['auto', 'none'],
  view: ['both', 'map', 'list'],
  shade: ['', 'number', 'amount', 'per-inhabitant'],
  by: ['departement', 'region'],
  period: /^[\dmdy/-]{0,21}$/,
  label: ID,
  'heading-level': ['3', '2', '4', '5', '6'],
  /** Language of the widget; '' is the page's around it. */
  speaks: ['', 'fr', 'en'],
  relay: /^[\w.-]{0,60}$/,
  ...colours,
  radius: ['', '0', '0.25rem', '0.5rem', '1.25rem'],
  scheme: ['light', 'dark', 'auto'],
  image: ADDRESS,
  answer: ADDRESS,
  destination: ['', ...destinations],
  form: ['', ...outputForms],
  columns: ['one', 'two'],
  print: ['a6', 'business', 'quarter'],
  bleed: ['0', '3'],
  width: ['desktop', 'phone'],
  ground: ['light', 'dark', 'colour'],
} satisfies Readonly<Record<string, Rule>>;

export type ChoiceName = keyof typeof RULES;

/** What was chosen, each by its name; '' where nothing was. */
export type Choices = Readonly<Record<ChoiceName, string>>;

const names = Object.keys(RULES) as ChoiceName[];

/** The values that a choice may have; none where it is text. */
export function optionsOf(name: ChoiceName): readonly string[] {
  const rule: Rule = RULES[name];
  return rule instanceof RegExp ? [] : rule;
}

/** What is meant when nothing is said. */
export function unsaid(name: ChoiceName): string {
  return optionsOf(name)[0] ?? '';
}

/** Whether a choice may be this. */
export function isChoice(name: ChoiceName, value: string): boolean {
  const rule: Rule = RULES[name];
  return rule instanceof RegExp ? rule.test(value) : rule.includes(value);
}

/** The choices that a page's query holds. What a choice may not be counts as not said, other names as nothing. */
export function readChoices(query: string): Choices {
  const said = new URLSearchParams(query);
  return Object.fromEntries(
    names.map((name) => {
      const value = said.get(name) ?? '';
      return [name, isChoice(name, value) ? value : unsaid(name)];
    }),
  ) as Choices;
}

/** The query that `readChoices` reads back: what is meant without saying is not in it. */
export function writeChoices(choices: Choices): string {
  const query = new URLSearchParams();
  for (const name of names) {
    if (choices[name] !== unsaid(name)) query.set(name, choices[name]);
  }
  const text = query.toString();
  return text && `?${text}`;
}

/** An address as people paste it: without its "https://", from the page's own folder, or whole. */
export function addressOf(typed: string, page: string): string {
  const text = typed.trim();
  if (!text || /^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  if (!/^(?:\.{0,2}\/)/.test(text))
    return /^[^/\s]+\.[^/\s]+\//.test(text) ? `https://${text}` : text;
  return URL.canParse(text, page) ? new URL(text, page).href : text;
}
