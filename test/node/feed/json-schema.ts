import type {JsonSchema} from '../../../scripts/json-schema.ts';

/** Where a value does not match a schema: the part of draft 2020-12 that our schema uses, and no more. */
export function faultsOf(schema: JsonSchema, value: unknown, path = ''): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length) throw new Error(`This test does not know ${unknown.join(', ')}.`);
  if (schema.anyOf) {
    const all = schema.anyOf.map((variant) => faultsOf(variant, value, path));
    return all.find((faults) => !faults.length) ?? all[0] ?? [];
  }
  const types = [schema.type].flat();
  if (!types.some((type) => isOfType(value, type))) return [`${path}: not ${types.join(', ')}`];
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => holds || faults.push(`${path}: ${what}`);
  if (schema.enum) must(schema.enum.includes(value), `not one of ${schema.enum.join(', ')}`);
  if (typeof value === 'string' && schema.pattern) {
    must(new RegExp(schema.pattern, 'u').test(value), `not like ${schema.pattern}`);
  }
  if (typeof value === 'number') {
    must(value >= (schema.minimum ?? -Infinity), 'too small');
    must(value > (schema.exclusiveMinimum ?? -Infinity), 'too small');
    must(value <= (schema.maximum ?? Infinity), 'too big');
  }
  if (Array.isArray(value)) {
    must(value.length >= (schema.minItems ?? 0), 'too few');
    must(value.length <= (schema.maxItems ?? Infinity), 'too many');
    value.forEach((item, at) =>
      faults.push(...faultsOf(schema.items ?? {}, item, `${path}[${at}]`)),
    );
  } else if (typeof value === 'object' && value) {
    for (const name of schema.required ?? []) must(Object.hasOwn(value, name), `lacks ${name}`);
    for (const [name, inner] of Object.entries(value)) {
      const property = schema.properties?.[name];
      if (property) faults.push(...faultsOf(property, inner, `${path}.${name}`));
    }
  }
  return faults;
}

const KEYWORDS = new Set([
  '$schema',
  'title',
  'description',
  'type',
  'anyOf',
  'enum',
  'pattern',
  'format',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'minItems',
  'maxItems',
  'items',
  'required',
  'properties',
]);

function isOfType(value: unknown, type: string | undefined): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return type === undefined || typeof value === type;
  }
}
