/** An address as people write it, without its scheme: "www.town.example", "platform.example/projects/x". */
const BARE = /^(?:www\.[^\s/]+\.\S+|(?:[a-z\d-]+\.)+[a-z]{2,}\/\S*)$/i;

/**
 * An address that is whole. One that is not http(s) stays as it is, for the reader to report.
 *
 * @param base - What a relative one counts from: a platform's site, which is not where its API answers.
 */
export function linkOf(given: unknown, base: string): unknown {
  if (typeof given !== 'string') return given ?? null;
  const text = given.trim();
  if (!text) return null;
  if (BARE.test(text)) return `https://${text}`;
  // What a file or nobody's address is the base of, whoever reads the feed may know better.
  const isRelative = /^(?:\.{0,2}\/|[?#])/.test(text) && /^https?:/i.test(base);
  return isRelative && URL.canParse(text, base) ? new URL(text, base).href : text;
}

/** The same address with other parameters: those that are null go. */
export function withParameters(
  url: string,
  parameters: Record<string, string | number | null>,
): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, String(value));
  }
  return next.href;
}

/** A parameter of an address that is a whole number from 0; null when it is none. */
export function numberIn(url: string, name: string): number | null {
  const text = new URL(url).searchParams.get(name) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A text as a piece of an address. Halves of characters go: `encodeURIComponent` throws at one. */
export function segmentOf(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}
