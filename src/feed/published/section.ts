import type {Campaign, Problem} from '../campaign.js';
import {FeedError} from '../errors.js';
import {withinTerritory} from '../places.js';
import type {Totals} from '../select.js';
import {parseTerritory} from '../../territory/codes.js';
import {featuresOf, readByIds} from './campaigns.js';
import {addressOf, brokenFile, ifThere, jsonFile, type FileOptions} from './files.js';
import {
  callNameOf,
  fileNameOf,
  fill,
  IDS_IN_FILE,
  PUBLISHED_VERSION,
  type Folder,
  type IdsFile,
  type Template,
  type TerritoryFile,
} from './format.js';
import type {Partly} from './sole.js';
import {sectionFile} from './section-file.js';
import {totalsOfEach} from './totals.js';
import {isKnownEmpty} from './within.js';

/**
 * Campaigns that are gone through for one question (a filter, an order, a period). Each may be a file of
 * its own: more would cost a visitor more than the answer is worth.
 */
export const MOST_READ = 500;

/** Where a section stands in its folder. */
interface Where {
  url: string;
  /** With `{n}`; empty where there are no files of ids. */
  ids: Template;
}

/** A section's own file, read. */
interface Opened {
  file: TerritoryFile;
  first: readonly Campaign[];
  more: readonly Campaign[];
  problems: readonly Problem[];
  /** They are what of other campaigns is inside, and not all of these were gone through. */
  partly?: Partly | null;
}

/** A part of a published folder: the campaigns of a territory, of a call, or all, in the published order. */
export class Section {
  /** How many campaigns it has. */
  readonly count: number;
  readonly problems: Problem[];
  /** Out of how many its campaigns were found, when not all could be gone through; null: it has them all. */
  readonly partly: Partly | null;

  readonly #folder: Folder;
  readonly #where: Where;
  readonly #file: TerritoryFile;
  readonly #first: readonly Campaign[];
  readonly #more: readonly Campaign[];
  /** Ids by file, once they were asked for. */
  readonly #idFiles = new Map<number, Promise<string[]>>();

  constructor(folder: Folder, where: Where, {file, first, more, problems, partly = null}: Opened) {
    this.#folder = folder;
    this.#where = where;
    this.#file = file;
    this.#first = first;
    this.#more = more;
    this.problems = [...problems];
    this.partly = partly;
    this.count = file.idFiles > 0 ? file.count : first.length;
  }

  /** What all of its campaigns come to, as of when it was published. */
  get totals(): Totals {
    return this.#file.totals;
  }

  /** The same by year ("2025"). */
  get years(): Readonly<Record<string, Totals>> {
    return this.#file.years;
  }

  /** Of a call, the same by the id of its edition; '' for those that name none. */
  get editions(): Readonly<Record<string, Totals>> {
    return this.#file.editions ?? {};
  }

  /** Its name as a file, and whether a file has all of them as points. */
  get territory(): string {
    return this.#file.territory;
  }

  get hasPoints(): boolean {
    return this.#file.points;
  }

  /** What its files of ids and of points must carry to belong to it. */
  get list(): string {
    return this.#file.list;
  }

  /** Those that are at hand without another request, in order. */
  get first(): readonly Campaign[] {
    return this.#first;
  }

  /** Those that most people know, best first. */
  get best(): Campaign[] {
    const known = new Map([...this.#first, ...this.#more].map((one) => [one.id, one]));
    return this.#file.best.flatMap((id) => known.get(id) ?? []);
  }

  /**
   * The campaigns from a position to before another, in order. What cannot be shown is left out and told
   * in `problems`.
   *
   * @throws {FeedError} A file could not be read.
   */
  async read(from: number, to: number, options: FileOptions): Promise<Campaign[]> {
    // With one that cannot be shown the others would stand at the wrong positions.
    const isAtHand = to <= this.#first.length && this.#file.features.length === this.#first.length;
    if (this.#file.idFiles === 0 || isAtHand) return this.#first.slice(from, to);
    const positions = [...Array(Math.max(0, Math.min(to, this.count) - from)).keys()];
    return this.get(
      positions.map((at) => from + at),
      options,
    );
  }

  /** The campaigns at these positions, in that order; those that cannot be shown are left out. */
  async get(positions: readonly number[], options: FileOptions): Promise<Campaign[]> {
    return (await this.getEach(positions, options)).filter((campaign) => campaign !== undefined);
  }

  /** For each of these positions its campaign; undefined when it cannot be shown. */
  async getEach(
    positions: readonly number[],
    options: FileOptions,
  ): Promise<(Campaign | undefined)[]> {
    if (this.#file.idFiles === 0) return positions.map((at) => this.#first[at]);
    const ids = await this.idsAt(positions, options);
    const known = new Map(this.#first.map((one) => [one.id, one]));
    const missing = ids.filter((id) => id && !known.has(id));
    const read = await readByIds(this.#folder, missing, options);
    for (const problem of read.problems) {
      if (!this.problems.some(({id, path}) => id === problem.id && path === problem.path)) {
        this.problems.push(problem);
      }
    }
    for (const campaign of read.campaigns) known.set(campaign.id, campaign);
    return ids.map((id) => known.get(id));
  }

  /** The ids at these positions; '' where there is none. */
  async idsAt(positions: readonly number[], options: FileOptions): Promise<string[]> {
    const numbers = positions.filter((at) => at >= 0).map((at) => Math.floor(at / IDS_IN_FILE));
    const files = [...new Set(numbers)];
    const read = await Promise.all(files.map((file) => this.#idsOf(file, options)));
    const ids = new Map(files.map((file, at) => [file, read[at] ?? []]));
    return positions.map((at) => ids.get(Math.floor(at / IDS_IN_FILE))?.[at % IDS_IN_FILE] ?? '');
  }

  #idsOf(number: number, options: FileOptions): Promise<string[]> {
    let ids = this.#idFiles.get(number);
    if (!ids) {
      const url = new URL(fill(this.#where.ids, {n: number}), this.#folder.url).href;
      ids = this.#readIds(url, options);
      this.#idFiles.set(number, ids);
      // Who comes next tries again.
      ids.catch(() => this.#idFiles.delete(number));
    }
    return ids;
  }

  async #readIds(url: string, options: FileOptions): Promise<string[]> {
    // What was kept from before a publication is asked anew; then it is the section itself that is old.
    for (const fresh of [options.fresh ?? false, true]) {
      const {json} = await jsonFile(this.#folder, url, {...options, fresh});
      const {list, ids} = (json ?? {}) as Partial<IdsFile>;
      if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) {
        throw brokenFile(this.#folder, url, 'list of ids');
      }
      if (list === this.#file.list) return ids;
    }
    throw new FeedError(
      'not-a-feed',
      `${url} is of another publication than ${this.#where.url}: read the feed again.`,
      {url},
    );
  }
}

/**
 * The campaigns of a territory.
 *
 * @param territory - "departement:33"; '' is all of them.
 * @returns Undefined when there is nothing: the folder has no such file, or it is no territory.
 * @throws {FeedError} The file could not be read.
 */
export async function openTerritory(
  folder: Folder,
  territory: string,
  options: FileOptions,
): Promise<Section | undefined> {
  const asked = parseTerritory(territory);
  if (territory.trim() && !asked) return undefined;
  const code = asked ? `${asked.kind}:${asked.code}` : '';
  const found = await openNamed(folder, code, options);
  if (found || asked?.kind !== 'commune') return found;
  // A commune that has merged is in the file of its successor, an arrondissement in that of its city.
  const {findTerritory} = await import('../../territory/gazetteer.js');
  const today = await findTerritory(code);
  const wider = today && (today.parent ?? today.code);
  if (!wider || wider === code) return undefined;
  const section = await openNamed(folder, wider, options);
  if (!section || !today.parent) return section;
  return partOf(folder, section, today.code, options);
}

/** The laureates of a call; undefined when the folder has none of it. @throws {FeedError} */
export async function openCall(
  folder: Folder,
  call: string,
  options: FileOptions,
): Promise<Section | undefined> {
  const {callsHref, callIdsHref} = folder.manifest;
  return open(folder, callsHref, callIdsHref, callNameOf(call), options);
}

async function openNamed(folder: Folder, code: string, options: FileOptions) {
  if (isKnownEmpty(folder, code)) return undefined;
  const {href, ids} = folder.manifest.territories;
  return open(folder, href, ids, fileNameOf(code), options);
}

async function open(
  folder: Folder,
  href: Template,
  ids: Template,
  name: string,
  options: FileOptions,
): Promise<Section | undefined> {
  const url = addressOf(folder, href, {name});
  const download = await ifThere(jsonFile(folder, url, options));
  if (!download) return undefined;
  const file = sectionFile(download.json);
  if (!file) throw brokenFile(folder, url, "territory's file");
  const {feed} = await featuresOf(file, download.url);
  const {more} = file;
  const others = more.length ? await featuresOf({...file, features: more}, download.url) : null;
  const where = {url, ids: fill(ids, {name})};
  return new Section(folder, where, {
    file,
    first: feed.campaigns,
    more: others?.feed.campaigns ?? [],
    problems: feed.problems,
  });
}

/** What of a city's campaigns is in one of its arrondissements: of as many as a page may read. */
async function partOf(
  folder: Folder,
  whole: Section,
  territory: string,
  options: FileOptions,
): Promise<Section> {
  const first = await withinTerritory(await whole.read(0, MOST_READ, options), territory);
  const file: TerritoryFile = {
    type: 'FeatureCollection',
    version: PUBLISHED_VERSION,
    territory,
    updatedAt: null,
    list: '',
    totals: totalsOfEach(first),
    years: {},
    count: first.length,
    placed: first.filter(({coordinates}) => coordinates).length,
    idFiles: 0,
    points: false,
    best: [],
    features: [],
    more: [],
  };
  const {problems, count} = whole;
  const partly = count > MOST_READ ? {read: MOST_READ, of: count} : null;
  const where = {url: folder.url, ids: ''};
  return new Section(folder, where, {file, first, more: [], problems, partly});
}
