import type {SnippetOptions} from './snippet.js';

/**
 * What a page's content security policy must allow for a snippet to work, one directive a line, to add
 * to those that the page has: "script-src https://relais.example".
 *
 * The addresses are origins: a policy that names folders may be narrower. Pictures of campaigns are
 * known only for the campaign that the snippet holds: an element that shows others needs theirs too.
 * Lit makes its style sheets as objects, which `style-src` does not reach.
 *
 * @returns An empty list when nothing is needed.
 */
export function cspLines(options: SnippetOptions): string[] {
  const lines: [string, (string | undefined | null)[]][] = linesOf(options);
  return lines.flatMap(([directive, addresses]) => {
    const sources = [...new Set(addresses.flatMap(sourceOf))];
    return sources.length ? [`${directive} ${sources.join(' ')}`] : [];
  });
}

function linesOf(options: SnippetOptions): [string, (string | undefined | null)[]][] {
  const {form, attributes, base, campaign, colours, radius} = options;
  const pictures = [
    campaign?.image?.src,
    ...(campaign?.mentors ?? []).map(({logo}) => logo),
    attributes['tiles'],
  ];
  const styled = Boolean(radius) || Object.values(colours ?? {}).some(Boolean);
  switch (form) {
    case 'module':
    case 'integrity':
    case 'classic':
      return [
        ['script-src', [base]],
        ['connect-src', [...(attributes['feed'] ?? '').split(/\s+/), attributes['boundaries']]],
        ['img-src', pictures],
        // A style attribute carries colours and radius; without it the page's own style sheet may.
        ['style-src-attr', styled && form !== 'classic' ? ["'unsafe-inline'"] : []],
      ];
    case 'iframe':
      return [
        ['frame-src', [base]],
        ['script-src', [base]],
      ];
    case 'frame':
      return [['frame-src', [base]]];
    case 'image':
      return [['img-src', [options.image]]];
    case 'static':
      return [['img-src', [campaign?.image?.src]]];
  }
}

function sourceOf(address: string | undefined | null): string[] {
  if (!address) return [];
  if (address.startsWith("'")) return [address];
  // A template of tiles holds braces, and a letter of the host may be one of them.
  const plain = address.replace(/\{s\}\./, '*.');
  const [, origin] = /^(https?:\/\/[^/?#]+)/i.exec(plain) ?? [];
  return origin ? [origin.toLowerCase()] : [];
}
