import type {Call, Campaign} from '../../feed/campaign.js';
import {
  cspLines,
  emailCard,
  embedAddress,
  formsFor,
  mjmlCard,
  oembed,
  oembedDiscovery,
  openGraph,
  outputForms,
  printCard,
  shareImage,
  snippet,
  snippetForms,
  structuredDataScript,
  type OutputForm,
  type PrintFormat,
  type SnippetForm,
  type SnippetOptions,
} from '../../outputs/index.js';
import {attributesOf, subjectOf, widgetOf} from './attributes.js';
import type {Choices} from './choices.js';
import {coloursOf} from './contrasts.js';

/** What the page knows beside the choices. */
export interface Known {
  /** Address of the folder of the page, where `relais.js` is too. */
  base: string;
  /** Hash of `relais.classic.js`, '' when it is not known. */
  integrity: string;
  campaign: Campaign | null;
  calls: readonly Call[];
  /** When the feed's figures were true. */
  updatedAt: string | null;
  now: number;
}

/** A form, made. */
export interface Made {
  form: OutputForm;
  /** What is copied; '' when something is missing, or when it is a picture (`picture`). */
  text: string;
  /** A second thing to copy with it: the line that finds an oEmbed answer. */
  second: string;
  /** Lines that the page's policy must allow. */
  policy: readonly string[];
  /** What has to be given first. */
  missing: 'feed' | 'campaign' | 'image' | 'integrity' | null;
  /** HTML that shows what was made; '' where a picture does. */
  shows: string;
}

const isSnippet = (form: OutputForm): form is SnippetForm =>
  (snippetForms as readonly string[]).includes(form);

/** The forms in the order in which the page offers them: first those that the destination keeps. */
export function offeredForms(choices: Choices): readonly OutputForm[] {
  const first = formsFor(choices.destination);
  return [...first, ...outputForms.filter((form) => !first.includes(form))];
}

/** The form that is chosen, else the first that is offered. */
export function formOf(choices: Choices): OutputForm {
  return (choices.form || offeredForms(choices)[0] || 'module') as OutputForm;
}

/** Whether the form is about one campaign, whatever the widget is. */
export function needsCampaign(form: OutputForm): boolean {
  return !['module', 'integrity', 'classic', 'iframe', 'frame', 'address'].includes(form);
}

/** Language of what is made: the widget's, else the page's. */
export function languageOfMade(choices: Choices): string {
  return choices.speaks || choices.lang;
}

/** What `snippet` takes for these choices. */
export function snippetOptions(choices: Choices, known: Known, form: SnippetForm): SnippetOptions {
  const widget = widgetOf(choices);
  // A fallback says one campaign only where the widget does.
  const ofOne = subjectOf(widget) === 'campaign' || needsCampaign(form);
  return {
    form,
    element: `relais-${widget}`,
    attributes: {...attributesOf(choices), ...(choices.relay && {relay: choices.relay})},
    base: known.base,
    campaign: ofOne ? known.campaign : null,
    colours: coloursOf(choices),
    radius: choices.radius,
    scheme: choices.scheme as 'light' | 'dark' | 'auto',
    integrity: known.integrity,
    image: choices.image,
    lang: languageOfMade(choices),
    updatedAt: known.updatedAt,
    now: known.now,
  };
}

/** The options of cards: mail, pictures, paper, data. */
export function cardOptions(choices: Choices, known: Known) {
  return {
    lang: languageOfMade(choices),
    relay: choices.relay,
    accent: choices.accent,
    updatedAt: known.updatedAt,
    now: known.now,
    calls: known.calls,
  };
}

/** One form of these choices. Pure; it never throws on what a choice may be. */
export function makeForm(form: OutputForm, choices: Choices, known: Known): Made {
  const made: Made = {form, text: '', second: '', policy: [], missing: null, shows: ''};
  const {campaign} = known;
  if (!/^https?:\/\//i.test(choices.feed)) return {...made, missing: 'feed'};
  if (needsCampaign(form) && !campaign) return {...made, missing: 'campaign'};
  if (form === 'image' && !choices.image) return {...made, missing: 'image'};
  if (form === 'integrity' && !known.integrity) return {...made, missing: 'integrity'};
  if (isSnippet(form)) {
    const options = snippetOptions(choices, known, form);
    const text = snippet(options);
    return {...made, text, shows: text, policy: cspLines(options)};
  }
  if (form === 'address') {
    const options = snippetOptions(choices, known, 'frame');
    return {...made, text: embedAddress(options, 'new'), shows: snippet(options)};
  }
  return campaign ? {...made, ...cardForm(form, campaign, choices, known)} : made;
}

function cardForm(
  form: OutputForm,
  campaign: Campaign,
  choices: Choices,
  known: Known,
): Partial<Made> {
  const options = cardOptions(choices, known);
  const mail = {
    ...options,
    columns: choices.columns as 'one' | 'two',
    ...(choices.image && {image: choices.image}),
  };
  switch (form) {
    case 'oembed': {
      const {colours = {}, scheme = 'light', base} = snippetOptions(choices, known, 'frame');
      const {feed, format, variant, image, radius} = choices;
      const frame = {base, colours, radius, scheme, feed, format, variant, image};
      const text = oembed(campaign, {...options, ...frame});
      const {html} = JSON.parse(text) as {html: string};
      return {
        text,
        second: oembedDiscovery(answerAddress(choices, campaign), campaign.title),
        shows: html,
      };
    }
    case 'email':
      return {text: emailCard(campaign, mail).html, shows: emailCard(campaign, mail).html};
    case 'text':
      return {text: emailCard(campaign, mail).text};
    case 'mjml':
      return {text: mjmlCard(campaign, mail), shows: emailCard(campaign, mail).html};
    case 'data':
      return {text: structuredDataScript(campaign, options)};
    case 'graph':
      return {
        text: openGraph(campaign, {...options, ...(choices.image && {image: choices.image})}),
      };
    default:
      return {};
  }
}

/** Where the oEmbed answer will stand: as it was said, else beside the feed. */
export function answerAddress(choices: Choices, campaign: Campaign): string {
  if (choices.answer) return choices.answer;
  const name = `oembed/${encodeURIComponent(campaign.id)}.json`;
  return URL.canParse(name, choices.feed) ? new URL(name, choices.feed).href : '';
}

/** The picture of a form that is one, as SVG; null when the form is none, or the campaign is missing. */
export async function makePicture(
  form: OutputForm,
  choices: Choices,
  known: Known,
  picture: string | null,
): Promise<string | null> {
  const {campaign} = known;
  if (!campaign) return null;
  const options = {...cardOptions(choices, known), picture};
  if (form === 'share') return shareImage(campaign, options);
  if (form !== 'print') return null;
  const format = choices.print as PrintFormat;
  return printCard(campaign, {...options, format, bleed: Number(choices.bleed)});
}

/** The command that makes a form's file where there is a terminal: PDF is made there alone. */
export function commandOf(choices: Choices, campaign: Campaign): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const parts = [
    `npx relais card ${quoted(choices.feed)} ${quoted(campaign.id)} --format pdf`,
    choices.format && `--from ${quoted(choices.format)}`,
    `--print ${choices.print}`,
    choices.bleed !== '0' && `--bleed ${choices.bleed}`,
    languageOfMade(choices) !== 'fr' && `--lang ${languageOfMade(choices)}`,
    choices.relay && `--relay ${quoted(choices.relay)}`,
    choices.accent && `--accent ${quoted(choices.accent)}`,
    '--out card.pdf',
  ];
  return parts.filter(Boolean).join(' ');
}
