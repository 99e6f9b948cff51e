import {blankCampaign, type Call, type Campaign, type Feed, type Problem} from './campaign.js';
import {PARIS} from './civil.js';
import {FeedError} from './errors.js';
import {zoneOr} from './moment.js';
import {pathText, type Pruned} from './path.js';
import {readCall} from './read-call.js';
import type {WireFeature, WireHead} from './schema.js';
import {tidy, type Ground} from './tidy.js';

/** The format's major version that this library reads. */
const VERSION = 1;

/** Enough to see what is wrong with a feed. The others are counted. */
const MOST_PROBLEMS = 500;

/** What is read out of one answer. */
export interface ReadFeed {
  feed: Feed;
  /** Address of the next page; null on the last. */
  next: string | null;
}

/** What else a reading may be told. */
export interface ReadOptions {
  /** IANA name of the zone of days without a time, when the feed names none. Default: Europe/Paris. */
  zone?: string;
  /** Problems to list; those after are counted in one last entry. Default: 500. */
  mostProblems?: number;
}

/**
 * A feed out of parsed JSON. Nothing is lost because one campaign is wrong: what does not pass is left
 * out and reported in `problems`, the smallest part that can go.
 *
 * @param json - Not changed.
 * @param url - Where it came from: for messages, and for the relative links in it.
 * @throws {FeedError} `not-a-feed` when it is no FeatureCollection; `version` when it is of a later
 *   major version.
 */
export function readFeed(
  json: unknown,
  url: string,
  {zone: fallback = PARIS, mostProblems = MOST_PROBLEMS}: ReadOptions = {},
): ReadFeed {
  const {type, features, calls, ...rest} = (json ?? {}) as Record<string, unknown>;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new FeedError(
      'not-a-feed',
      `${url} is JSON, but no campaign feed: a GeoJSON FeatureCollection with "features" is expected (FEED.md).`,
      {url},
    );
  }
  if (Number.parseInt(String(rest['version']), 10) > VERSION) {
    throw new FeedError(
      'version',
      `${url} is a campaign feed of version ${String(rest['version'])}, and this library reads version ${VERSION}: use a later relais-widgets.`,
      {url},
    );
  }
  const problems: Problem[] = [];
  let unlisted = 0;
  const report = (
    kind: Problem['kind'],
    {path, reason}: Pick<Pruned, 'path' | 'reason'>,
    index: number | null = null,
    id: string | null = null,
  ) => {
    if (problems.length < mostProblems)
      problems.push({kind, index, id, path: pathText(path), reason});
    else unlisted += 1;
  };
  const tell = (path: Pruned['path'], reason: string) => report('feed', {path, reason});

  const {pruned, value: checked} = pruneHead(rest);
  for (const entry of pruned) report('feed', entry);
  const zone = zoneOr(checked.timezone, fallback);
  if (checked.timezone && zone !== checked.timezone) {
    tell(['timezone'], `"${checked.timezone}" is no time zone: write one as Europe/Paris`);
  }
  const ground: Ground = {url, zone};
  const head = tidy(checked, [], ground, tell) as Partial<Feed & {next: string}>;

  const campaigns = new Map<string, Campaign>();
  features.forEach((feature: unknown, index) => {
    const {value: campaign, id, pruned: entries} = readCampaign(feature, ground);
    for (const entry of entries) report(entry.fatal ? 'campaign' : 'field', entry, index, id);
    if (!campaign) return;
    if (!campaigns.has(campaign.id)) campaigns.set(campaign.id, campaign);
    else
      report(
        'campaign',
        {path: ['id'], reason: `"${id}" stands in the feed before: the first one is kept`},
        index,
        id,
      );
  });

  const read = new Map<string, Call>();
  if (calls && !Array.isArray(calls)) tell(['calls'], 'write a list, […]');
  (Array.isArray(calls) ? calls : []).forEach((entry: unknown, index) => {
    const call = readCall(entry, index, ground, tell);
    if (!call) return;
    if (!read.has(call.id)) read.set(call.id, call);
    else
      tell(['calls', index, 'id'], `"${call.id}" stands in the feed before: the first one is kept`);
  });

  if (unlisted) {
    problems.push({
      kind: 'feed',
      index: null,
      id: null,
      path: '',
      reason: `${unlisted} more problems, not listed`,
    });
  }
  const {title = null, publisher = null, licence = null, updatedAt = null, next = null} = head;
  return {
    feed: {
      urls: [url],
      title,
      publisher,
      licence,
      updatedAt,
      campaigns: [...campaigns.values()],
      calls: [...read.values()],
      problems,
    },
    next,
  };
}

/** A head that lacks its version is told so and read all the same. */
function pruneHead(head: Record<string, unknown>) {
  const {value, pruned} = prune(feedHead, head);
  if (value) return {value, pruned};
  return {pruned, value: prune(feedHead, {...head, version: '1'}).value ?? {version: '1'}};
}

function readCampaign(
  json: unknown,
  ground: Ground,
): {value: Campaign | null; id: string | null; pruned: Pruned[]} {
  const feature = (json ?? {}) as {id?: unknown; properties?: {id?: unknown} | null};
  // Editors of GeoJSON put the identifier among the properties.
  const said = feature.id ?? feature.properties?.id;
  const {value: wire, pruned} = prune(
    campaignFeature,
    typeof json === 'object' && json ? {...json, id: said} : json,
  );
  const tell = (path: Pruned['path'], reason: string) => pruned.push({path, reason});
  if (!wire)
    return {value: null, id: said === undefined ? null : String(said).slice(0, 300), pruned};
  const value: Campaign = {
    ...blankCampaign,
    ...(tidy(wire.properties, ['properties'], ground, tell) as Partial<Campaign>),
    id: String(tidy(wire.id, ['id'], ground, tell)),
    coordinates: (wire.geometry?.coordinates.slice(0, 2) as [number, number] | undefined) ?? null,
  };
  const {id, goal} = value;
  if (!value.url) {
    for (const entry of pruned) entry.fatal ||= pathText(entry.path) === 'properties.url';
    return {value: null, id, pruned};
  }
  const isWrong = (path: string) =>
    pruned.some((entry) => pathText(entry.path) === `properties.${path}`);
  // An amount in nobody knows what is no amount, and a code of an unknown country no code.
  if (isWrong('currency') || isWrong('unit')) {
    Object.assign(value, {goal: null, raised: null, stretchGoals: [], matching: null, history: []});
  }
  if (isWrong('place.country')) value.place = null;
  value.stretchGoals = [...new Set(value.stretchGoals)]
    .filter((stretch) => stretch > (goal ?? 0))
    .sort((one, other) => one - other);
  value.history.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  value.news.sort(
    (one, other) => (Date.parse(other.at ?? '') || 0) - (Date.parse(one.at ?? '') || 0),
  );
  return {value, id, pruned};
}
