import type {Campaign} from '../feed/campaign.js';
import {languageOf, pick} from '../i18n/localize.js';
import {outputStrings} from '../i18n/strings.js';
import {jsonForScript, markup, trusted, type Markup} from './markup.js';
import {staticCard} from './static-card.js';

/** The forms in which a widget is pasted, from the one that can do most to the one that passes everywhere. */
export type SnippetForm = 'module' | 'integrity' | 'classic' | 'iframe' | 'static' | 'image';

/** Every form, in the order of the ladder. */
export const snippetForms: readonly SnippetForm[] = [
  'module',
  'integrity',
  'classic',
  'iframe',
  'static',
  'image',
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
  /** Hash of the single file ("sha384-…"), with the form `integrity`. */
  integrity?: string;
  /** Address of a picture of the card, with the form `image`. */
  image?: string;
  lang?: string;
  /** When the figures were true (ISO 8601). */
  updatedAt?: string | null;
  now?: number;
}

const TAG = /^relais-[a-z]+(-[a-z]+)*$/;
const ATTRIBUTE = /^[a-z]+(-[a-z]+)*$/;

/** Height of a frame before its page says its own: pixels that each element fills without being cut. */
const FRAME_HEIGHTS: Record<string, number> = {
  'relais-progress-bar': 180,
  'relais-project-card': 480,
  'relais-city-search': 420,
  'relais-territory-map': 640,
};

/**
 * The HTML to paste. What works where is in the README.
 *
 * @throws {RangeError} When the tag or an attribute's name is not one of ours, when `base` is no http(s)
 *   address, and when the form needs what is missing (`integrity`, `image`, `campaign`).
 */
export function snippet(options: SnippetOptions): string {
  check(options);
  switch (options.form) {
    case 'module':
      return withScript(options, markup`type="module" src="${fileOf(options, 'relais.js')}"`);
    case 'integrity':
      return withScript(
        options,
        markup`defer src="${fileOf(options, 'relais.classic.js')}" integrity="${options.integrity}" crossorigin="anonymous"`,
      );
    case 'classic':
      return placeholder(options);
    case 'iframe':
      return frame(options);
    case 'static':
      return staticCard(needed(options.campaign, 'campaign', options.form), textOptions(options));
    case 'image':
      return linkedImage(options);
  }
}

/** The page that a frame shows: the same attributes, as the query of `embed.html`. */
export function embedAddress(
  options: Pick<SnippetOptions, 'element' | 'attributes' | 'base'>,
): string {
  const address = new URL('embed.html', folder(options.base));
  address.searchParams.set('widget', options.element.replace(/^relais-/, ''));
  for (const [name, value] of entries(options.attributes)) address.searchParams.set(name, value);
  return address.href;
}

function withScript(options: SnippetOptions, script: Markup): string {
  const attributes = entries(options.attributes).map(
    ([name, value]) => markup` ${name}="${value}"`,
  );
  const tag = trusted(options.element);
  return markup`<script ${script}></script>
<${tag}${attributes}>
${inside(options)}</${tag}>`.toString();
}

/** For editors that drop tags they do not know: a `div` with `data-` attributes, which the script fills. */
function placeholder(options: SnippetOptions): string {
  const attributes = entries(options.attributes).map(
    ([name, value]) => markup` data-${trusted(name)}="${value}"`,
  );
  return markup`<div data-relais="${options.element.replace(/^relais-/, '')}"${attributes}>
${inside(options)}</div>
<script defer src="${fileOf(options, 'relais.classic.js')}"></script>`.toString();
}

function frame(options: SnippetOptions): string {
  const title = pick(outputStrings, languageOf(options.lang)).frame(options.campaign?.title ?? '');
  const height = FRAME_HEIGHTS[options.element] ?? 600;
  return markup`<iframe src="${embedAddress(options)}" title="${title}" width="100%" height="${height}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" style="border:0"></iframe>
<script defer src="${fileOf(options, 'resize.js')}"></script>`.toString();
}

function linkedImage(options: SnippetOptions): string {
  const campaign = needed(options.campaign, 'campaign', options.form);
  const image = needed(options.image, 'image', options.form);
  const pictured = {...campaign, image: {src: image, alt: null, width: 600, height: 315}};
  return staticCard(pictured, {...textOptions(options), channel: 'image'});
}

/** What stands in the element until the script is there, and for ever where scripts are not allowed. */
function inside(options: SnippetOptions): Markup {
  if (!options.campaign) {
    const feed = options.attributes['feed'] ?? '';
    const words = pick(outputStrings, languageOf(options.lang)).fallback;
    return feed ? markup`<p><a href="${feed}">${words}</a></p>\n` : markup``;
  }
  return trusted(`${staticCard(options.campaign, {...textOptions(options), channel: 'widget'})}\n`);
}

function textOptions(options: SnippetOptions) {
  return {
    relay: options.attributes['relay'] ?? '',
    ...(options.lang !== undefined && {lang: options.lang}),
    ...(options.updatedAt !== undefined && {updatedAt: options.updatedAt}),
    ...(options.now !== undefined && {now: options.now}),
  };
}

function entries(attributes: SnippetOptions['attributes']): [string, string][] {
  return Object.entries(attributes).filter(([, value]) => value !== '');
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
  if (!/^https?:/.test(options.base) || !URL.canParse(options.base)) {
    throw new RangeError(
      `base is "${options.base}": give the http(s) address of the folder of relais.js.`,
    );
  }
  if (options.form === 'integrity') needed(options.integrity, 'integrity', options.form);
}

/**
 * A campaign as schema.org JSON-LD, in a script element: for whoever asks for it.
 *
 * @param data - The object; its texts are escaped so that none can end the script.
 */
export function jsonLdScript(data: unknown): string {
  return `<script type="application/ld+json">${jsonForScript(data)}</script>`;
}
