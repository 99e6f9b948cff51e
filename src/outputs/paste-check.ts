import {tokensOf, type Token} from './html-tokens.js';
import type {SnippetForm} from './snippet.js';

/**
 * What an editor did to a snippet.
 *
 * - `empty`: nothing is left. `escaped`: its code became text that visitors would read.
 * - `script`, `element`, `placeholder`, `frame`, `link`, `picture`: that part is gone (or, for an
 *   `element`, turned into text).
 * - `attribute`: one is gone; `name` says which. `value`: one says something else than it did.
 * - `sandbox`: the frame was put under a sandbox that lets no script run.
 * - `words`: the card's text is not there any more.
 */
export interface Loss {
  kind:
    | 'empty'
    | 'escaped'
    | 'script'
    | 'element'
    | 'placeholder'
    | 'frame'
    | 'link'
    | 'picture'
    | 'attribute'
    | 'value'
    | 'sandbox'
    | 'words';
  /** Which attribute, with `attribute` and `value`. */
  name?: string;
}

/** What is left of a pasted snippet. */
export interface PasteReport {
  /** What a visitor sees: the `widget`; the `card`, as plain text and a link; `nothing` of use. */
  shows: 'widget' | 'card' | 'nothing';
  /** Everything that changed and matters, in the order of the snippet. Empty: all is well. */
  losses: readonly Loss[];
  /** The form to use instead; null when this one does, or when pasting it anew in the code view would help. */
  use: SnippetForm | null;
}

type Open = Extract<Token, {kind: 'open'}>;

/** Attributes without which a part shows the same: an editor may drop them. */
const SPARE = new Set([
  'defer',
  'style',
  'width',
  'height',
  'loading',
  'referrerpolicy',
  'sandbox',
  'lang',
]);

/** Attributes without which a script does not run, or an element shows nothing. */
const NEEDED = new Set(['src', 'type', 'crossorigin', 'feed', 'data-feed', 'data-relais', 'href']);

/**
 * Compares what a CMS kept with the snippet that was pasted into it.
 *
 * Editors wrap, re-indent, write names in lower or upper case, quote and escape in other ways, and add
 * attributes: none of this is a loss. Pure, and it never throws.
 *
 * @param pasted - What the editor's code view holds after saving, or the page's source.
 * @param expected - The snippet as it was given (`snippet`).
 */
export function pasteCheck(pasted: string, expected: string): PasteReport {
  const wanted = tokensOf(expected);
  const kept = tokensOf(pasted);
  const form = formOf(wanted);
  if (!pasted.trim()) return {shows: 'nothing', losses: [{kind: 'empty'}], use: next(form)};
  if (isEscaped(kept, wanted)) return {shows: 'nothing', losses: [{kind: 'escaped'}], use: null};
  const losses = opens(wanted).flatMap((token) => lossesOf(token, opens(kept)));
  if (!includesWords(kept, wanted)) losses.push({kind: 'words'});
  if (hasSandbox(kept) && form === 'iframe') losses.push({kind: 'sandbox'});
  const shows = whatShows(form, losses);
  return {shows, losses, use: shows === 'widget' || isPlain(form, shows) ? null : next(form)};
}

function opens(tokens: readonly Token[]): Open[] {
  return tokens.filter((token): token is Open => token.kind === 'open');
}

function formOf(wanted: readonly Token[]): SnippetForm {
  const tags = opens(wanted);
  const script = tags.find(({name}) => name === 'script')?.attributes;
  if (tags.some(({name}) => name === 'iframe')) return 'iframe';
  if (tags.some(({attributes}) => attributes.has('data-relais'))) return 'classic';
  if (script) return script.get('type') === 'module' ? 'module' : 'integrity';
  return textOf(wanted) ? 'static' : 'image';
}

/** The tags of a snippet stand as text: it was pasted where one writes, not where one codes. */
function isEscaped(kept: readonly Token[], wanted: readonly Token[]): boolean {
  const [first] = opens(wanted);
  if (!first) return false;
  const said = textOf(kept).toLowerCase();
  return opens(wanted).every(({name}) => said.includes(`<${name}`));
}

function lossesOf(token: Open, kept: readonly Open[]): Loss[] {
  if (!isPart(token)) return [];
  const same = kept.filter((candidate) => isSamePart(candidate, token));
  if (!same.length) return [{kind: kindOf(token)}];
  // Of several, the one that has most in common is what became of it.
  const candidates = same.map((candidate) => attributeLosses(token, candidate));
  return candidates.reduce((best, losses) => (losses.length < best.length ? losses : best));
}

/** Whether a tag is more than a mark in the text. */
function isPart({name, attributes}: Open): boolean {
  return (
    /^(script|iframe|a|img)$/.test(name) || name.includes('-') || attributes.has('data-relais')
  );
}

function isSamePart(candidate: Open, token: Open): boolean {
  if (candidate.name !== token.name) return false;
  // Any div is not the placeholder: the page has others.
  const {attributes} = candidate;
  return token.name !== 'div' || [...attributes.keys()].some((name) => name.startsWith('data-'));
}

function kindOf({name, attributes}: Open): Loss['kind'] {
  if (attributes.has('data-relais')) return 'placeholder';
  switch (name) {
    case 'script':
      return 'script';
    case 'iframe':
      return 'frame';
    case 'a':
      return 'link';
    case 'img':
      return 'picture';
    default:
      return 'element';
  }
}

function attributeLosses(token: Open, candidate: Open): Loss[] {
  return [...token.attributes].flatMap(([name, value]): Loss[] => {
    if (SPARE.has(name)) return [];
    const found = candidate.attributes.get(name);
    if (found === undefined) return [{kind: 'attribute', name}];
    return flat(found) === flat(value) ? [] : [{kind: 'value', name}];
  });
}

/** A frame whose sandbox was given or narrowed: no script runs in it. */
function hasSandbox(kept: readonly Token[]): boolean {
  return opens(kept).some(({name, attributes}) => {
    const sandbox = attributes.get('sandbox');
    return name === 'iframe' && sandbox !== undefined && !/\ballow-scripts\b/i.test(sandbox);
  });
}

function includesWords(kept: readonly Token[], wanted: readonly Token[]): boolean {
  const said = flat(textOf(kept));
  return wanted.every((token) => token.kind !== 'text' || said.includes(flat(token.text)));
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.kind === 'text' ? token.text : ' '))
    .join('')
    .trim();
}

/** Text as it is read: editors change spaces, quotes and apostrophes. */
function flat(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
}

function whatShows(form: SnippetForm, losses: readonly Loss[]): PasteReport['shows'] {
  const lost = (...kinds: Loss['kind'][]) => losses.some(({kind}) => kinds.includes(kind));
  const broken = losses.some(
    ({kind, name = ''}) => (kind === 'attribute' || kind === 'value') && NEEDED.has(name),
  );
  const card = lost('link', 'words') ? 'nothing' : 'card';
  switch (form) {
    case 'module':
    case 'integrity':
      return lost('script', 'element') || broken ? card : 'widget';
    case 'classic':
      return lost('script', 'placeholder') || broken ? card : 'widget';
    case 'iframe':
      // Without its script the frame keeps the height that it has.
      return lost('frame', 'sandbox') || losses.some(({kind, name}) => isAddress(kind, name))
        ? 'nothing'
        : 'widget';
    case 'image':
      return lost('link', 'picture') || broken ? 'nothing' : 'card';
    case 'static':
      return lost('link', 'words') || broken ? 'nothing' : 'card';
  }
}

function isAddress(kind: Loss['kind'], name: string | undefined): boolean {
  return (kind === 'attribute' || kind === 'value') && name === 'src';
}

/** The plain forms show a card at best, and that is well. */
function isPlain(form: SnippetForm, shows: PasteReport['shows']): boolean {
  return (form === 'image' || form === 'static') && shows === 'card';
}

/** The next rung, which asks less of an editor. */
function next(form: SnippetForm): SnippetForm | null {
  switch (form) {
    case 'module':
    case 'integrity':
      return 'classic';
    case 'classic':
      return 'iframe';
    case 'iframe':
      return 'image';
    case 'image':
      return 'static';
    case 'static':
      return null;
  }
}
