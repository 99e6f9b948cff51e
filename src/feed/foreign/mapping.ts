import {noFeed} from './faults.js';
import {at} from './values.js';

/** What a page says of the fields of an answer: `format="csv:title=Nom du projet,raised=Montant"`. */
export interface Mapping {
  /** Where a property of FEED.md is found: the name of a field, or a path of names with points. */
  fields: ReadonlyMap<string, string>;
  /** What a property always is: a text in quotes, in which `{field}` stands for what that field holds. */
  constants: ReadonlyMap<string, string>;
}

/** One pair: a property, then a field or a text in quotes, in which a comma is no end. */
const PAIR = /^\s*([^=,]+?)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,]*?))\s*(?:,|$)/;

/**
 * A mapping out of its text. A comma, an equals sign or a percent sign in the name of a field is written
 * %2C, %3D and %25.
 *
 * @param known - The properties that may be named; missing: any.
 * @throws {FeedError} `not-a-feed`: it is no list of pairs, or names a property that there is not.
 */
export function readMapping(text: string, url: string, known?: readonly string[]): Mapping {
  const fields = new Map<string, string>();
  const constants = new Map<string, string>();
  let rest = text.trim();
  while (rest) {
    const [pair, name = '', single, double, field = ''] = PAIR.exec(rest) ?? [];
    if (!pair) {
      const example = 'write property=field,property=field after the colon of "format"';
      throw noFeed(url, `cannot be read: "${rest.slice(0, 60)}" is no pair: ${example}.`);
    }
    if (known && !known.includes(name)) {
      const listed = known.join(', ');
      throw noFeed(
        url,
        `cannot be read: "format" names the property "${name.slice(0, 60)}": use ${listed}.`,
      );
    }
    const constant = single ?? double;
    if (constant === undefined) fields.set(name, unescaped(field));
    else constants.set(name, constant);
    rest = rest.slice(pair.length);
  }
  return {fields, constants};
}

/** What a record holds under a name, or at the end of a path when it has no such name. */
export function fieldsOf(record: unknown, path: string): unknown {
  const plain = at(record, path);
  return plain === null && path.includes('.') ? at(record, ...path.split('.')) : plain;
}

/** A text in which `{field}` stands for what the field holds; null when one holds nothing. */
export function filled(template: string, record: unknown): string | null {
  let isWhole = true;
  const text = template.replace(/\{([^{}]+)\}/g, (_, field: string) => {
    const value = fieldsOf(record, field.trim());
    const plain =
      typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
    if (!plain) isWhole = false;
    return encodeURIComponent(wellFormed(plain));
  });
  return isWhole ? text : null;
}

/** Halves of characters have no place in an address: `encodeURIComponent` throws at one. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}

function unescaped(field: string): string {
  return field.replace(/%(2C|3D|25)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
