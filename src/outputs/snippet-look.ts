/** Colours that a snippet may carry, by the names of the custom properties without `--relais-`. */
export type SnippetColour = 'accent' | 'on-accent' | 'surface' | 'text' | 'muted';

/** Each of them. */
export const snippetColours: readonly SnippetColour[] = [
  'accent',
  'on-accent',
  'surface',
  'text',
  'muted',
];

const COLOUR = /^#[\da-f]{6}$/i;
const RADIUS = /^(?:0|\d{1,2}(?:\.\d{1,3})?(?:px|rem))$/;

/**
 * The custom properties that a snippet, a placeholder or an address may set, by their names without
 * `--relais-`: the colours (`#rrggbb`), and `radius` (0, px or rem, below 100). What is none of these is
 * left out: no other CSS comes from outside.
 *
 * @param valueOf - What was given for a name; nothing when nothing was.
 */
export function lookOf(
  valueOf: (name: SnippetColour | 'radius') => string | null | undefined,
): [name: string, value: string][] {
  return [...snippetColours, 'radius' as const].flatMap((name): [string, string][] => {
    const value = valueOf(name);
    return value && (name === 'radius' ? RADIUS : COLOUR).test(value) ? [[name, value]] : [];
  });
}
