const KINDS = {
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
};

/** Lit's own life cycle, and that of the platform: documented where it is defined. */
const INHERITED = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'formAssociatedCallback',
  'formDisabledCallback',
  'formResetCallback',
  'formStateRestoreCallback',
  'render',
  'update',
  'updated',
  'willUpdate',
  'firstUpdated',
]);

/**
 * What a custom-elements manifest names without a sentence.
 *
 * @returns One line for each culprit: "relais-project-card: part "title"".
 */
export function undocumented(manifest) {
  const lines = [];
  for (const {path, declarations = []} of manifest.modules) {
    for (const declaration of declarations.filter(({customElement}) => customElement)) {
      const name = declaration.tagName ?? `${declaration.name} in ${path}`;
      if (!declaration.tagName) lines.push(`${name}: no tag (@tag)`);
      if (!says(declaration)) lines.push(`${name}: the element itself`);
      for (const [list, kind] of Object.entries(KINDS)) {
        for (const item of declaration[list] ?? []) {
          if (!says(item)) lines.push(`${name}: ${kind} "${item.name ?? ''}"`);
        }
      }
      for (const member of declaration.members ?? []) {
        if (!says(member) && !INHERITED.has(member.name)) {
          lines.push(
            `${name}: ${member.kind === 'method' ? 'method' : 'property'} "${member.name}"`,
          );
        }
      }
    }
  }
  return lines;
}

/** A sentence, not a word. */
function says({description = '', summary = ''}) {
  return /\S\s+\S/.test(description || summary);
}

/**
 * Parts and events that a source uses and its class does not name. Text is enough: parts are written
 * in templates, events are made by their classes.
 *
 * @param source - The element's own file.
 * @param documented - Names of parts and events in the manifest.
 */
export function unnamed(source, documented) {
  const parts = [...source.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names]) =>
    names.split(/\s+/),
  );
  const events = [...source.matchAll(/new Relais(\w+)Event\(/g)].map(
    ([, name]) => `relais-${name.toLowerCase()}`,
  );
  return [...new Set([...parts, ...events])].filter((name) => name && !documented.includes(name));
}
