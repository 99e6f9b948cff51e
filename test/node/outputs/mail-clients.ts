import {readFileSync} from 'node:fs';

interface Feature {
  slug: string;
  stats: Record<string, Record<string, Record<string, string>>>;
}

const {data} = JSON.parse(
  readFileSync(
    new URL('../../../node_modules/caniemail/data/caniemail.json', import.meta.url),
    'utf8',
  ),
) as {data: Feature[]};

/** The mail programs for which a card has to hold, by their names in caniemail's data. */
export const CLIENTS = ['outlook.windows', 'gmail', 'apple-mail', 'orange', 'sfr', 'laposte'];

/**
 * What of a feature the newest tested version of each of our clients does: those that ignore it (`n`),
 * and those that keep a part of it or have a fault in it (`a`). What was never tested (`u`) is neither.
 *
 * @throws {Error} When caniemail has no such feature.
 */
export function supportOf(slug: string): {ignored: string[]; partial: string[]} {
  const feature = data.find((each) => each.slug === slug);
  if (!feature) throw new Error(`caniemail knows no ${slug}`);
  const found = {ignored: [] as string[], partial: [] as string[]};
  for (const client of CLIENTS) {
    const [family = '', only] = client.split('.');
    for (const [platform, versions] of Object.entries(feature.stats[family] ?? {})) {
      if (only && platform !== only) continue;
      const newest = Object.values(versions).at(-1) ?? 'u';
      if (newest.startsWith('n')) found.ignored.push(`${family}.${platform}`);
      if (newest.startsWith('a')) found.partial.push(`${family}.${platform}`);
    }
  }
  return found;
}
