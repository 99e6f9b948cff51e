/**
 * A Rollup plugin that says what TypeScript's decorators say, in fewer bytes: Lit's `property()` and
 * `state()` on a class do no more than call its `createProperty`. Other decorators stay as they are.
 */
export function plainProperties() {
  return {
    name: 'plain-properties',
    transform(code, id) {
      if (!/\/lib\/elements\//.test(id) || !code.includes('__decorate(')) return null;
      return {code: withoutDecorators(code), map: null};
    },
  };
}

const DECORATED =
  /__decorate\(\[\s*(property|state)\(([^()]*)\)\s*\], (\w+)\.prototype, ("\w+"), void 0\);/g;
const HELPER = /^var __decorate = [\s\S]*?^};\n/m;

/** Exported for its test. */
export function withoutDecorators(code) {
  const plain = code.replace(DECORATED, (_, kind, options, name, property) =>
    kind === 'state'
      ? `${name}.createProperty(${property}, {state: true, attribute: false});`
      : `${name}.createProperty(${property}${options && `, ${options}`});`,
  );
  return plain.includes('__decorate([') ? plain : plain.replace(HELPER, '');
}
