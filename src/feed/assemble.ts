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

/** What of a feed is checked by itself: its head, a campaign, a call. */
export type Piece = 'feedHead' | 'campaignFeature' | 'callForProjects';

/** Takes out of a piece what does not pass. `value` is undefined when nothing is left. */
export type Prune = (piece: Piece, given: unknown) => {value: unknown; pruned: Pruned[]};

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
 * A feed out of its checked pieces: what `read.ts` and `read-fast.ts` have in common.
 *
 * @param prune - Checks each piece.
 */
export function assembleFeed(
  json: unknown,
  url: string,
  prune: Prune,
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
  const {version} = rest;
  if (isPlain(version) && Number.parseInt(String(version), 10) > VERSION) {
    throw new FeedError(
      'version',
      `${url} is a campaign feed of version ${String(version)}, and this library reads version ${VERSION}: use a later relais-widgets.`,
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

  const {pruned, value: checked} = pruneHead(rest, prune);
  for (const entry of pruned) report('feed', entry);
  const zone = zoneOr(checked.timezone, fallback);
  if (checked.timezone && zone !== checked.timezone) {
    tell(['timezone'], `"${checked.timezone}" is no time zone: write one as Europe/Paris`);
  }
  const ground: Ground = {url, zone};
  const head = tidy(checked, [], ground, tell) as Partial<Feed & {next: string}>;

  const campaigns = new Map<string, Campaign>();
  features.forEach((feature: unknown, index) => {
    const {value: campaign, id, pruned: entries} = readCampaign(feature, ground, prune);
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
    const call = readCall(entry, index, ground, tell, prune);
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
function pruneHead(head: Record<string, unknown>, prune: Prune) {
  const {value, pruned} = prune('feedHead', head);
  const checked = value ?? prune('feedHead', {...head, version: '1'}).value ?? {version: '1'};
  return {pruned, value: checked as WireHead};
}

function readCampaign(
  json: unknown,
  ground: Ground,
  prune: Prune,
): {value: Campaign | null; id: string | null; pruned: Pruned[]} {
  const feature = (json ?? {}) as {id?: unknown; properties?: {id?: unknown} | null};
  // Editors of GeoJSON put the identifier among the properties.
  const said = feature.id ?? feature.properties?.id;
  const {value, pruned} = prune(
    'campaignFeature',
    typeof json === 'object' && json ? {...json, id: said} : json,
  );
  const wire = value as WireFeature | undefined;
  const tell = (path: Pruned['path'], reason: string) => pruned.push({path, reason});
  if (!wire) return {value: null, id: isPlain(said) ? String(said).slice(0, 300) : null, pruned};
  const campaign: Campaign = {
    ...blankCampaign,
    ...(tidy(wire.properties, ['properties'], ground, tell) as Partial<Campaign>),
    id: String(tidy(wire.id, ['id'], ground, tell)),
    coordinates: (wire.geometry?.coordinates.slice(0, 2) as [number, number] | undefined) ?? null,
  };
  const {id, goal} = campaign;
  if (!campaign.url) {
    for (const entry of pruned) entry.fatal ||= pathText(entry.path) === 'properties.url';
    return {value: null, id, pruned};
  }
  const isWrong = (path: string) =>
    pruned.some((entry) => pathText(entry.path) === `properties.${path}`);
  // An amount in nobody knows what is no amount, and a code of an unknown country no code.
  if (isWrong('currency') || isWrong('unit')) {
    Object.assign(campaign, {
      goal: null,
      raised: null,
      stretchGoals: [],
      matching: null,
      history: [],
    });
  }
  if (isWrong('place.country')) campaign.place = null;
  campaign.stretchGoals = [...new Set(campaign.stretchGoals)]
    .filter((stretch) => stretch > (goal ?? 0))
    .sort((one, other) => one - other);
  campaign.history.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  campaign.news.sort(
    (one, other) => (Date.parse(other.at ?? '') || 0) - (Date.parse(one.at ?? '') || 0),
  );
  return {value: campaign, id, pruned};
}

/** An object may answer `String` with an error of its own. */
function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
