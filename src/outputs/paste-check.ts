import {tokensOf, type Token} from './html-tokens.js';
import {formsFor} from './destinations.js';
import {snippetForms, type SnippetForm} from './snippet.js';

/**
 * What an editor did to a snippet.
 *
 * - `empty`: nothing is left, no part and no words (or it was never there). `escaped`: code of it became text that visitors read.
 * - `script`, `element`, `placeholder`, `frame`, `link`, `picture`: that part is gone (or, for an
 *   `element`, turned into text).
 * - `attribute`: one is gone; `name` says which. `value`: one says something else than it did.
 * - `sandbox`: the frame was put under a sandbox that lets no script run, or no link lead out of it.
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
  /** What a visitor sees: the `widget`; the `card`, as plain text and a link or as a picture; `nothing` of use. */
  shows: 'widget' | 'card' | 'nothing';
  /** Everything that changed and matters, in the order of the snippet. Empty: all is well. */
  losses: readonly Loss[];
  /** The form to use instead; null when this one does, or when pasting it anew in the code view would help. */
  use: SnippetForm | null;
}

/** A word of a sandbox that lets a link lead out of its frame. */
const LEADS_OUT = /^allow-top-navigation/;

/** Losses that are a whole part. */
const PARTS: ReadonlySet<Loss['kind']> = new Set([
  'script',
  'element',
  'placeholder',
  'frame',
  'link',
  'picture',
]);

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

/** Attributes without which a script does not run. */
const RUNS = new Set(['src', 'type', 'crossorigin']);

/** Attributes without which an element, or what fills a placeholder, shows nothing or another campaign. */
const MEANS = new Set(['relais', 'feed', 'campaign', 'territory']);

/**
 * Compares what a CMS kept with the snippet that was pasted into it.
 *
 * Editors wrap, re-indent, write names in lower or upper case, quote and escape in other ways, and add
 * attributes: none of this is a loss. Pure, and it never throws.
 *
 * @param pasted - What the editor's code view holds after saving, or the page's source.
 * @param expected - The snippet as it was given (`snippet`).
 * @param destination - Where it was pasted (`destinations`): the form to use instead is then one that is
 *   kept there. Missing: the next rung that does not ask for what was taken away.
 */
export function pasteCheck(pasted: string, expected: string, destination = ''): PasteReport {
  const report = compare(pasted, expected);
  return destination && report.use
    ? {...report, use: keptAt(destination, formOf(tokensOf(expected)), report.use)}
    : report;
}

/** The next of the destination's forms; where it knows none, the rung that was found. */
function keptAt(destination: string, form: SnippetForm, found: SnippetForm): SnippetForm {
  const kept = formsFor(destination).filter((each): each is SnippetForm =>
    (snippetForms as readonly string[]).includes(each),
  );
  const next = kept.slice(kept.indexOf(form) + 1).find((each) => each !== form);
  return next ?? found;
}

function compare(pasted: string, expected: string): PasteReport {
  const wanted = tokensOf(expected);
  const kept = tokensOf(pasted);
  const form = formOf(wanted);
  if (!pasted.trim()) return {shows: 'nothing', losses: [{kind: 'empty'}], use: next(form)};
  const escaped = escapedTags(kept, wanted);
  // All of it is text: it was pasted where one writes, not where one codes.
  if (escaped.every && escaped.some)
    return {shows: 'nothing', losses: [{kind: 'escaped'}], use: null};
  const losses = opens(wanted).flatMap((token) => lossesOf(token, opens(kept)));
  if (!escaped.some && isAllLost(kept, wanted, losses)) {
    return {shows: 'nothing', losses: [{kind: 'empty'}], use: instead(form, losses)};
  }
  if (escaped.some) losses.unshift({kind: 'escaped'});
  if (!includesWords(kept, wanted)) losses.push({kind: 'words'});
  if (form === 'iframe' || form === 'frame') losses.push(...sandboxLosses(kept));
  const shows = whatShows(form, losses);
  return {shows, losses, use: shows === bestOf(form) ? null : instead(form, losses)};
}

/** Whether no part of the snippet is left, and nothing that it said. */
function isAllLost(
  kept: readonly Token[],
  wanted: readonly Token[],
  losses: readonly Loss[],
): boolean {
  const parts = opens(wanted).filter(isPart);
  if (losses.filter(({kind}) => PARTS.has(kind)).length < parts.length) return false;
  const said = flat(textOf(kept));
  return !wanted.some(
    (token) =>
      token.kind === 'text' && flat(token.text).length > 1 && said.includes(flat(token.text)),
  );
}

function opens(tokens: readonly Token[]): Open[] {
  return tokens.filter((token): token is Open => token.kind === 'open');
}

function formOf(wanted: readonly Token[]): SnippetForm {
  const tags = opens(wanted);
  const script = tags.find(({name}) => name === 'script')?.attributes;
  if (tags.some(({name}) => name === 'iframe')) return script ? 'iframe' : 'frame';
  if (tags.some(({attributes}) => attributes.has('data-relais'))) return 'classic';
  if (script) return script.get('type') === 'module' ? 'module' : 'integrity';
  return textOf(wanted) ? 'static' : 'image';
}

/** Which tags of a snippet stand as text: TYPO3 does so with those it does not know. */
function escapedTags(kept: readonly Token[], wanted: readonly Token[]) {
  const stands = (tokens: readonly Token[], {name}: Open) => {
    const said = textOf(tokens).toLowerCase().replace(/\s+/g, ' ');
    return [' ', '>', '/'].some((end) => said.includes(`<${name}${end}`));
  };
  // A title may hold what looks like a tag: it did so before.
  const isText = (tag: Open) => stands(kept, tag) && !stands(wanted, tag);
  const tags = opens(wanted);
  return {some: tags.some(isText), every: tags.every(isText)};
}

function lossesOf(token: Open, kept: readonly Open[]): Loss[] {
  if (!isPart(token)) return [];
  const same = kept.filter((candidate) => isSamePart(candidate, token));
  if (!same.length) return [{kind: kindOf(token)}];
  // Of several, the one that has most in common is what became of it.
  const candidates = same.map((candidate) => attributeLosses(token, candidate));
  const losses = candidates.reduce((best, each) => (each.length < best.length ? each : best));
  const isDead =
    token.name === 'script' &&
    losses.some(
      ({kind, name = ''}) => RUNS.has(name) || (kind === 'value' && name === 'integrity'),
    );
  return isDead ? [{kind: 'script'}] : losses;
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

/** A frame whose sandbox was given or narrowed: no script runs in it, or its links lead nowhere. */
function sandboxLosses(kept: readonly Token[]): Loss[] {
  const frame = opens(kept).find(({name}) => name === 'iframe');
  const sandbox = frame?.attributes.get('sandbox')?.toLowerCase().split(/\s+/);
  if (!sandbox) return [];
  const works = sandbox.includes('allow-scripts') && sandbox.some((word) => LEADS_OUT.test(word));
  return works ? [] : [{kind: 'sandbox'}];
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
  const changed = (...names: string[]) => losses.some(({name = ''}) => names.includes(name));
  const isCard = !lost('link', 'words') && !changed('href');
  switch (form) {
    case 'module':
    case 'integrity':
    case 'classic': {
      const isDead =
        lost('script', 'element', 'placeholder') ||
        losses.some(({name = ''}) => MEANS.has(name.replace(/^data-/, '')));
      if (!isDead) return 'widget';
      return isCard ? 'card' : 'nothing';
    }
    case 'iframe':
    case 'frame':
      // Without its script the frame keeps the height that it has.
      return lost('frame', 'sandbox') || changed('src') ? 'nothing' : 'widget';
    case 'image':
      return lost('link', 'picture') || changed('href', 'src') ? 'nothing' : 'card';
    case 'static':
      return isCard ? 'card' : 'nothing';
  }
}

/** What a form shows when nothing of it is lost. */
function bestOf(form: SnippetForm): PasteReport['shows'] {
  return form === 'image' || form === 'static' ? 'card' : 'widget';
}

/** The next rung that does not ask for what this editor took away. */
function instead(form: SnippetForm, losses: readonly Loss[]): SnippetForm | null {
  const isScriptLost = losses.some(({kind}) => kind === 'script');
  return form !== 'iframe' && isScriptLost ? 'iframe' : next(form);
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
    case 'frame':
      return 'image';
    case 'image':
      return 'static';
    case 'static':
      return null;
  }
}
