import type {Campaign, Feed} from './campaign.js';

/**
 * Several feeds as one, in their order. A campaign that stands in two of them is there once, as the
 * first has it: the same page (its address without query of measurement and fragment), or the same id
 * on the same site. What two pages of one feed repeat is there once too.
 *
 * @param feeds - At least one.
 */
export function mergeFeeds(feeds: readonly [Feed, ...Feed[]]): Feed {
  const [first] = feeds;
  if (feeds.length === 1) return first;
  const campaigns: Campaign[] = [];
  const seen = new Set<string>();
  for (const feed of feeds) {
    // Within one answer ids alone tell: two campaigns may well share a page.
    const fresh = feed.campaigns.filter(
      (campaign) => !keysOf(campaign).some((key) => seen.has(key)),
    );
    for (const campaign of fresh) keysOf(campaign).forEach((key) => seen.add(key));
    campaigns.push(...fresh);
  }
  const calls = new Map(
    feeds
      .flatMap((feed) => feed.calls)
      .reverse()
      .map((call) => [call.id, call]),
  );
  return {
    ...first,
    urls: feeds.flatMap((feed) => feed.urls),
    updatedAt: oldest(feeds.map((feed) => feed.updatedAt)),
    campaigns,
    calls: [...calls.values()].reverse(),
    problems: feeds.flatMap((feed) => feed.problems),
  };
}

function keysOf({id, url}: Campaign): [string, string] {
  const address = new URL(url);
  for (const name of [...address.searchParams.keys()]) {
    if (name.startsWith('utm_')) address.searchParams.delete(name);
  }
  return [`${address.host}${address.pathname}${address.search}`, `${address.host} ${id}`];
}

/** Figures are as old as the oldest of them; unknown when one is. */
function oldest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  if (known.length < dates.length) return null;
  return known.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
