import {writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import * as schema from '../lib/feed/schema.js';

/**
 * Writes src/feed/shapes.ts: the zod schema in the few bytes that a page needs to know whether a feed
 * is right (`npm run generate:shapes`). A test fails when the two differ.
 */

/** What this script reads of a zod schema (zod 4, `_zod.def`). */
interface Zod {
  _zod: {
    def: {
      type: string;
      innerType?: Zod;
      element?: Zod;
      shape?: Record<string, Zod>;
      entries?: Record<string, string>;
      checks?: {
        _zod: {def: {check: string; pattern?: RegExp; value?: number; inclusive?: boolean}};
      }[];
    };
  };
}

const NAMED = new Map<unknown, string>([
  [schema.whole, 'whole'],
  [schema.link, 'link'],
  [schema.moment, 'moment'],
  [schema.end, 'end'],
  [schema.paragraph, 'paragraph'],
  [schema.alternative, 'alternative'],
  [schema.address, 'address'],
  [schema.language, 'language'],
  [schema.position, 'position'],
]);

/** What any text must hold: a character that shows. */
const TEXT = String(/[^\s\p{C}]/u);

const PIECES = ['feedHead', 'campaignFeature', 'callForProjects'] as const;

function inner(zod: Zod): {zod: Zod; optional: boolean} {
  let unwrapped = zod;
  let optional = false;
  while (
    ['optional', 'nullable'].includes(unwrapped._zod.def.type) &&
    unwrapped._zod.def.innerType
  ) {
    optional = true;
    unwrapped = unwrapped._zod.def.innerType;
  }
  return {zod: unwrapped, optional};
}

/** The shape of a schema, as source. */
function write(given: Zod): string {
  const {zod} = inner(given);
  const named = NAMED.get(zod);
  if (named) return `'${named}'`;
  const {type, element, shape, entries, checks = []} = zod._zod.def;
  const defs = checks.map((check) => check._zod.def);
  if (type === 'object' && shape) {
    const fields = Object.entries(shape).map(([name, field]) => {
      const {optional} = inner(field);
      return `${optional ? `'${name}?'` : name}: ${write(field)}`;
    });
    return `{of: {${fields.join(', ')}}}`;
  }
  if (type === 'array' && element) return `[${write(element)}]`;
  if (type === 'enum' && entries) {
    return `{in: [${Object.values(entries)
      .map((value) => `'${value}'`)
      .join(', ')}]}`;
  }
  if (type === 'string') {
    const [first, ...others] = defs;
    if (first?.pattern && !others.length) {
      const form = String(first.pattern);
      return form === TEXT ? `'text'` : form;
    }
  }
  if (type === 'number' && defs.length === 2) {
    const from = defs.find(({check}) => check === 'greater_than');
    const to = defs.find(({check, inclusive}) => check === 'less_than' && inclusive);
    if (from?.value !== undefined && to?.value !== undefined) {
      return `[${from.value}, ${to.value}${from.inclusive ? '' : ', true'}]`;
    }
  }
  throw new Error(
    `scripts/shapes.ts does not know how to say this part of the schema: ${type} ${JSON.stringify(defs)}. Teach it, and fit.ts.`,
  );
}

/** The source of src/feed/shapes.ts. */
export function shapesSource(): string {
  // What is said more than once is a constant: it is read, and compressed, the better for it.
  const pieces = PIECES.map((name) => `  ${name}: ${write(schema[name] as unknown as Zod)},`);
  return [
    '// Generated from schema.ts by scripts/shapes.ts: npm run generate:shapes',
    `import type {Shape} from './fit.js';`,
    '',
    '/** What fits needs no schema (`fit.ts`). */',
    `export const shapes: Readonly<Record<${PIECES.map((name) => `'${name}'`).join(' | ')}, Shape>> = {`,
    ...pieces,
    '};',
    '',
  ].join('\n');
}

/** Where the shapes stand in the source. */
export const SHAPES_FILE = resolve(import.meta.dirname, '../src/feed/shapes.ts');

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SHAPES_FILE, shapesSource());
