import type {Campaign} from '../feed/campaign.js';
import {languageOf, pick} from '../i18n/localize.js';
import {outputStrings} from '../i18n/strings.js';
import {markup, trusted, type Markup} from './markup.js';
import {lookOf, type SnippetColour} from './snippet-look.js';
import {linkedPicture, staticCard, staticContent, type StaticOptions} from './static-card.js';

/**
 * The forms in which a widget is pasted, from the one that can do most to the one that passes everywhere.
 * `frame` is the `iframe` without the script that gives it its height.
 */
export type SnippetForm =
  'module' | 'integrity' | 'classic' | 'iframe' | 'frame' | 'image' | 'static';

/** Every form, in the order of the ladder. */
export const snippetForms: readonly SnippetForm[] = [
  'module',
  'integrity',
  'classic',
  'iframe',
  'frame',
  'image',
  'static',
];

/** What a snippet shows. */
export interface SnippetOptions {
  form: SnippetForm;
  /** Tag of the element, `relais-project-card` and so on. */
  element: string;
  /** Its attributes, by their names. Empty values are left out. */
  attributes: Readonly<Record<string, string>>;
  /** Address of the folder that holds `relais.js`, with or without a slash at its end. */
  base: string;
  /** The campaign shown, when there is one: it stands in the snippet for whoever has no script. */
  campaign?: Campaign | null;
  /** Colours `#rrggbb`; any other value is left out. Missing: those of the page around. */
  colours?: Readonly<Partial<Record<SnippetColour, string>>>;
  /** Radius of the corners: `0`, or up to two digits of `px` or `rem`; any other value is left out. */
  radius?: string;
  /** What the iframe page's ground is. Default: `light`, since a frame cannot know its page's. */
  scheme?: 'light' | 'dark' | 'auto';
  /** Hash of the single file ("sha384-…", in `dist/integrity.json`): the form `integrity` needs it, `classic` takes it. */
  integrity?: string;
  /** Address of a picture of the card, 1200 × 630: the form `image` needs it. */
  image?: string;
  /** "fr" or "en"; anything else is French. */
  lang?: string;
  /** When the figures were true (ISO 8601). Missing, null or wrong: now. */
  updatedAt?: string | null;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
}

const TAG = /^relais-[a-z]+(-[a-z]+)*$/;
/** No attribute of ours runs code or carries a style. */
const ATTRIBUTE = /^(?!on|style$|srcdoc$)[a-z]+(-[a-z]+)*$/;

/** Height of a frame before its page says its own: pixels, for a column of text. */
const FRAME_HEIGHTS: Record<string, number> = {
  'relais-progress-bar': 180,
  'relais-project-card': 560,
  'relais-city-search': 420,
  'relais-territory-map': 760,
};
const FRAME_HEIGHT = 640;

/** What a frame's page may do: run its script, and lead the visitor to a campaign. */
const SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/**
 * The HTML to paste. It has no blank line, and only the script and what it fills stand on lines of
 * their own: editors turn the ends of lines into paragraphs.
 *
 * @throws {RangeError} When the tag or an attribute's name is not one of ours, when `base` is no http(s)
 *   address, and when the form needs what is missing (`integrity`, `image`, `campaign`).
 */
export function snippet(options: SnippetOptions): string {
  check(options);
  const {form, campaign} = options;
  switch (form) {
    case 'module':
      return element(options, markup`type="module" src="${fileOf(options, 'relais.js')}"`);
    case 'integrity':
      return element(options, classicScript(options));
    case 'classic':
      return placeholder(options);
    case 'iframe':
      return `${frame(options)}\n${resizer(options)}`;
    case 'frame':
      return frame(options).toString();
    case 'image':
      return linkedPicture(
        needed(campaign, 'campaign', form),
        needed(options.image, 'image', form),
        textOptions(options, 'image'),
      );
    case 'static':
      return staticCard(needed(campaign, 'campaign', form), textOptions(options, 'static'));
  }
}

/**
 * The page that a frame shows, which is also the address for places that take an address alone (Wix,
 * Google Sites, Sites Conformes): the element's attributes and colours, as the query of `embed.html`.
 *
 * @param links - `new`: the page's links open a new tab, and it says so, for a frame that may not
 *   leave its page. Default: `page`, they replace the page around.
 */
export function embedAddress(
  options: Pick<
    SnippetOptions,
    'element' | 'attributes' | 'base' | 'colours' | 'radius' | 'scheme' | 'lang'
  >,
  links: 'page' | 'new' = 'page',
): string {
  const address = new URL('embed.html', folder(options.base));
  const query = address.searchParams;
  query.set('widget', nameOf(options.element));
  for (const [name, value] of entries(options.attributes)) query.set(name, value);
  for (const [name, value] of look(options)) query.set(name, value);
  if (options.lang && !query.has('lang')) query.set('lang', languageOf(options.lang));
  if (options.scheme && options.scheme !== 'light') query.set('scheme', options.scheme);
  if (links === 'new') query.set('links', 'new');
  return address.href;
}

/** The title of a frame: what is inside, in the language of its page (RGAA 2.1). */
export function frameTitle(campaign: Campaign | null | undefined, lang?: string): string {
  return pick(outputStrings, languageOf(lang)).frame(campaign?.title ?? '');
}

/** Height of a frame before its page says its own, in CSS pixels. */
export function frameHeight(tag: string): number {
  return FRAME_HEIGHTS[tag] ?? FRAME_HEIGHT;
}

function element(options: SnippetOptions, script: Markup): string {
  const tag = trusted(options.element);
  const attributes = entries(options.attributes).map(
    ([name, value]) => markup` ${name}="${value}"`,
  );
  const properties = look(options).map(([name, value]) => `--relais-${name}:${value}`);
  const style = properties.length > 0 && markup` style="${properties.join(';')}"`;
  return markup`<script ${script}></script>
<${tag}${attributes}${style}>${inside(options)}</${tag}>`.toString();
}

function classicScript(options: SnippetOptions): Markup {
  const {integrity} = options;
  return markup`defer src="${fileOf(options, 'relais.classic.js')}"${integrity && markup` integrity="${integrity}" crossorigin="anonymous"`}`;
}

/** For editors that drop tags they do not know: a `div` with `data-` attributes, which the script fills. */
function placeholder(options: SnippetOptions): string {
  const attributes = [...entries(options.attributes), ...look(options)].map(
    ([name, value]) => markup` data-${name}="${value}"`,
  );
  return markup`<div data-relais="${nameOf(options.element)}"${attributes}>${inside(options)}</div>
<script ${classicScript(options)}></script>`.toString();
}

function frame(options: SnippetOptions): Markup {
  const title = frameTitle(options.campaign, options.lang);
  // The border is taken away by the script too: a strict policy refuses the style.
  return markup`<iframe src="${embedAddress(options)}" title="${title}" width="100%" height="${frameHeight(options.element)}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="${SANDBOX}" style="border:0"></iframe>`;
}

function resizer(options: SnippetOptions): string {
  return markup`<script defer src="${fileOf(options, 'resize.js')}"></script>`.toString();
}

/** What stands in the element until the script is there, and for ever where scripts are not allowed. */
function inside(options: SnippetOptions): Markup {
  if (options.campaign) return staticContent(options.campaign, textOptions(options, 'widget'));
  const words = pick(outputStrings, languageOf(options.lang)).fallback;
  return markup`<a href="${embedAddress(options)}">${words}</a>`;
}

function textOptions(options: SnippetOptions, channel: string): StaticOptions {
  const {lang, updatedAt, now} = options;
  return {
    relay: options.attributes['relay'] ?? '',
    channel,
    ...(lang !== undefined && {lang}),
    ...(updatedAt !== undefined && {updatedAt}),
    ...(now !== undefined && {now}),
  };
}

/** The attributes that say something. */
function entries(attributes: SnippetOptions['attributes']): [string, string][] {
  return Object.entries(attributes).filter(([, value]) => value !== '');
}

function look({colours = {}, radius}: Pick<SnippetOptions, 'colours' | 'radius'>) {
  return lookOf((name) => (name === 'radius' ? radius : colours[name]));
}

function nameOf(tag: string): string {
  return tag.replace(/^relais-/, '');
}

function folder(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

function fileOf(options: SnippetOptions, name: string): string {
  return new URL(name, folder(options.base)).href;
}

function needed<T>(value: T | null | undefined, name: string, form: SnippetForm): T {
  if (value === null || value === undefined || value === '') {
    throw new RangeError(`The form "${form}" needs "${name}": give it in the options.`);
  }
  return value;
}

function check(options: SnippetOptions): void {
  if (!TAG.test(options.element)) {
    throw new RangeError(
      `"${options.element}" is no tag of Relais: give one such as "relais-project-card".`,
    );
  }
  const wrong = Object.keys(options.attributes).find((name) => !ATTRIBUTE.test(name));
  if (wrong !== undefined) {
    throw new RangeError(
      `"${wrong}" is no attribute's name: lower-case letters and hyphens alone.`,
    );
  }
  if (!/^https?:\/\//.test(options.base) || !URL.canParse(options.base)) {
    throw new RangeError(
      `base is "${options.base}": give the http(s) address of the folder of relais.js.`,
    );
  }
  if (options.form === 'integrity') needed(options.integrity, 'integrity', options.form);
}
