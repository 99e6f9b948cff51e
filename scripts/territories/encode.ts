/** How numbers and names become tables. The mirror of `src/territory/alphabet.ts` and `name-codec.ts`. */
import {ALPHABET, BASE} from '../../src/territory/alphabet.ts';
import {capitalize, displayName, PARTS, RAW, SHARED} from '../../src/territory/name-codec.ts';

/** One character for a number from 0 to 90. */
export function digit(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= BASE)
    throw new RangeError(`digit ${value}`);
  return ALPHABET.charAt(value);
}

/** A non-negative number as characters, the last digit of the alphabet meaning "add 90 and read on". */
export function growing(value: number): string {
  return (
    ALPHABET.charAt(BASE - 1).repeat(Math.floor(value / (BASE - 1))) + digit(value % (BASE - 1))
  );
}

/** One name in the form of the tables. */
export function storedName(name: string): string {
  const lower = name.toLowerCase();
  const text = capitalize(lower) === name ? lower : RAW + name;
  const stored = PARTS.reduce((result, [part, long]) => result.replaceAll(long, part), text);
  if (displayName(stored) !== name) throw new Error(`${name} does not survive being stored`);
  return stored;
}

/** Names one a line; a line may begin with the length it shares with the line before. */
export function nameTable(names: string[]): string {
  let previous = '';
  return names
    .map(storedName)
    .map((name) => {
      const shared = sharedLength(previous, name);
      previous = name;
      return shared > 0 ? SHARED.charAt(shared - 1) + name.slice(shared) : name;
    })
    .join('\n');
}

/** Longitude and latitude with two decimals: about a kilometre, enough to frame a map. */
export function point(center: [number, number] | undefined): string {
  return center ? center.map((value) => value.toFixed(2).replace(/\.?0+$/, '')).join('|') : '|';
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < SHARED.length && length < b.length && a.charAt(length) === b.charAt(length))
    length++;
  return length;
}
