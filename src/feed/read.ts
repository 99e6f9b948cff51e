import type {Call, Campaign, Problem} from './campaign.js';
import {PARIS} from './civil.js';
import {FeedError} from './errors.js';
import {fits} from './fit.js';
import {callOf, campaignOf, headOf} from './from-wire.js';
import {pathText, type Pruned} from './path.js';
import {prune as pruneBySchema} from './prune.js';
import type {ReadFeed} from './read-fast.js';
import * as schema from './schema.js';
import type {WireFeature, WireHead} from './schema.js';
import {shapes} from './shapes.js';
import type {Ground, Tell} from './tidy.js';
import {offsetOf, zoneOr} from './zone.js';

export type {ReadFeed} from './read-fast.js';

/** The format's major version that this library reads. */
const VERSION = 1;

/** Enough to see what is wrong with a feed. The others are counted. */
const MOST_PROBLEMS = 500;

/** What of a feed is checked by itself: its head, a campaign, a call. */
type Piece = keyof typeof shapes;

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

  const {pruned, value: checked} = pruneHead(rest);
  for (const entry of pruned) report('feed', entry);
  const zone = zoneOr(checked.timezone, fallback);
  if (checked.timezone && zone !== checked.timezone) {
    tell(['timezone'], `"${checked.timezone}" is no time zone: write one as Europe/Paris`);
  }
  const ground: Ground = {url, offsetAt: (local) => offsetOf(local, zone)};
  const {title, publisher, licence, updatedAt, next} = headOf(checked, ground, inWords(tell));

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

/** Notes what is wrong somewhere, and what to do. */
type Say = (path: Pruned['path'], reason: string) => void;

/** Says what `tidy` tells. */
function inWords(say: Say): Tell {
  return (path, cut) =>
    say(
      path,
      cut
        ? `${cut[0]} characters: cut after ${cut[1]}`
        : 'no http(s) address from here: write it whole',
    );
}

/** What of a piece passes. The schema is slow to be right and quick to be wrong: what fits needs no more. */
function prune(piece: Piece, given: unknown): {value: unknown; pruned: Pruned[]} {
  return fits(shapes[piece], given)
    ? {value: given, pruned: []}
    : pruneBySchema(schema[piece], given);
}

/** A head that lacks its version is told so and read all the same. */
function pruneHead(head: Record<string, unknown>) {
  const {value, pruned} = prune('feedHead', head);
  const checked = value ?? prune('feedHead', {...head, version: '1'}).value ?? {version: '1'};
  return {pruned, value: checked as WireHead};
}

function readCall(json: unknown, index: number, ground: Ground, tell: Say): Call | null {
  const {value, pruned} = prune('callForProjects', json);
  for (const {path, reason} of pruned) tell(['calls', index, ...path], reason);
  if (!value) return null;
  const call = callOf(value as schema.WireCall, index, ground, inWords(tell));
  // An amount in nobody knows what is no amount.
  if (pruned.some(({path}) => path[0] === 'currency')) call.budget = null;
  return call;
}

function readCampaign(
  json: unknown,
  ground: Ground,
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
  const campaign = campaignOf(wire, ground, inWords(tell));
  const {id} = campaign;
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
  return {value: campaign, id, pruned};
}

/** An object may answer `String` with an error of its own. */
function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
