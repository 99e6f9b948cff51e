import type {Campaign, Feed} from './campaign.js';

/** At least one. */
type Feeds = readonly [Feed, ...Feed[]];

/**
 * Several feeds as one, in their order. A campaign that stands in two of them is there once, as the
 * first has it: the same page (its address without utm parameters and fragment), or the same id on the
 * same site. Two campaigns of different sites that happen to share an id both stay; the later one is
 * then called `id@site`.
 */
export function mergeFeeds(feeds: Feeds): Feed {
  const [first] = feeds;
  if (feeds.length === 1) return first;
  const seen = new Set<string>();
  const campaigns = feeds.flatMap((feed) => {
    // Within one feed ids alone tell: two campaigns may well share a page.
    const others = feed.campaigns.filter(
      (campaign) => !keysOf(campaign).some((key) => seen.has(key)),
    );
    for (const campaign of others) keysOf(campaign).forEach((key) => seen.add(key));
    return others;
  });
  const ids = new Set<string>();
  const renamed = campaigns.map((campaign) => {
    let {id} = campaign;
    while (ids.has(id)) id += `@${new URL(campaign.url).host}`;
    ids.add(id);
    return id === campaign.id ? campaign : {...campaign, id};
  });
  return {...together(feeds), campaigns: renamed};
}

/** The pages of one feed as one. What a later page repeats is left out and told. */
export function mergePages(pages: Feeds): Feed {
  const [first] = pages;
  if (pages.length === 1) return first;
  const merged = together(pages);
  const campaigns = new Map<string, Campaign>();
  for (const campaign of pages.flatMap((page) => page.campaigns)) {
    const {id} = campaign;
    if (!campaigns.has(id)) campaigns.set(id, campaign);
    else {
      const reason = `"${id}" stands in an earlier page: the first one is kept`;
      merged.problems.push({kind: 'campaign', index: null, id, path: 'id', reason});
    }
  }
  return {...merged, campaigns: [...campaigns.values()]};
}

function together(feeds: Feeds): Feed {
  const calls = new Map(
    feeds
      .flatMap((feed) => feed.calls)
      .reverse()
      .map((call) => [call.id, call]),
  );
  const unread = feeds.reduce((sum, feed) => sum + (feed.unread ?? 0), 0);
  return {
    ...feeds[0],
    urls: feeds.flatMap((feed) => feed.urls),
    updatedAt: oldest(feeds.map((feed) => feed.updatedAt)),
    calls: [...calls.values()].reverse(),
    problems: feeds.flatMap((feed) => feed.problems),
    ...(unread > 0 && {unread}),
  };
}

/** What tells that two campaigns of different feeds are the same one. */
export function keysOf({id, url}: Campaign): string[] {
  const {host, pathname, searchParams} = new URL(url);
  const query = [...searchParams].filter(([name]) => !name.startsWith('utm_')).join('&');
  return [`${host}${pathname}?${query}`, `${host} ${id}`];
}

/** Figures are as old as the oldest of them; unknown when one is. */
function oldest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  if (known.length < dates.length) return null;
  return known.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one));
}
