/**
 * The one place where text becomes markup outside a page: HTML, e-mail, SVG, XML. Every value that
 * is put into a `markup` template is escaped, unless it is markup already.
 */

/** Text that is markup: made by `markup`, or declared so by `trusted`. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a `markup` template takes: null, false and '' leave nothing, a list is joined. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Characters that no XML 1.0 document may hold (XML 1.0 §2.2), halves of characters among them, and
 * those which HTML calls an error (control characters and noncharacters, HTML §13.2.3.5).
 */
const FORBIDDEN =
  // The point of this expression is to find control characters.
  /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/gu;

/** Text made safe for the content of an element and for an attribute in quotes, in HTML and in XML. */
export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A template whose values are escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + toMarkup(values[index - 1]) + string),
  );
}

/** Declares text to be markup. Only for what this project wrote itself, never for a feed's text. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function toMarkup(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(toMarkup).join('');
  return escapeText(String(value));
}

/**
 * JSON that may stand inside a `<script>` element: no sequence in it can end the element or open a
 * comment (HTML, "Restrictions for contents of script elements").
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/**
 * Where mailing tools see a field to fill in: `*|NAME|*` (Mailchimp), `{{ name }}` and `{% if %}`
 * (Brevo, Mailjet), `[[name]]` (Mailjet), `[name]` (Campaign Monitor), `{NAME}` and `%NAME%`, `%%name%%`,
 * `[% name %]` (Sympa), `<% %>`, `${name}`, `#{name}`. The place is after the first character.
 */
const MERGE_TAG = /[*|{}[\]%<>$#](?=[*|{}[\]%<>])|[{%](?=[\p{L}_])|\[(?=[^\s\]]+\])/gu;

/**
 * Text in which no mailing tool finds a merge tag: a word joiner (U+2060, which shows nothing and
 * takes no room) stands inside each mark that could open or close one.
 */
export function withoutMergeTags(text: string): string {
  return text.replace(MERGE_TAG, '$&\u2060');
}

/**
 * An address in which no mailing tool finds a merge tag: what is not needed as it is, after the host,
 * is written as its percent code. It leads to the same page.
 */
export function mailAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const {origin, href} = new URL(url);
  return (
    origin +
    href
      .slice(origin.length)
      .replace(
        /[*|{}[\]$]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      )
      .replace(/%(?![\dA-Fa-f]{2})/g, '%25')
  );
}
