import type {Campaign, Problem} from '../campaign.js';
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
  type Folder,
  type Template,
  type TerritoryFile,
} from './format.js';

/** A part of a published folder: the campaigns of a territory, of a call, or all, in the published order. */
export class Section {
  /** How many campaigns it has. */
  readonly count: number;
  readonly problems: Problem[] = [];
  /** Its campaigns are in the folder's file of another territory, of which it is a part. */
  readonly isPart: boolean = false;

  readonly #folder: Folder;
  readonly #file: TerritoryFile;
  readonly #ids: Template;
  readonly #first: readonly Campaign[];
  readonly #more: readonly Campaign[];
  /** Ids by file, once they were asked for. */
  readonly #idFiles = new Map<number, Promise<string[]>>();

  constructor(
    folder: Folder,
    file: TerritoryFile,
    ids: Template,
    first: readonly Campaign[],
    more: readonly Campaign[],
  ) {
    this.#folder = folder;
    this.#file = file;
    this.#ids = ids;
    this.#first = first;
    this.#more = more;
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

  /** How many have coordinates, and whether a file has all of these as points. */
  get placed(): number {
    return this.#file.placed;
  }

  get hasPoints(): boolean {
    return this.#file.points;
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
    if (this.#file.idFiles === 0) return this.#first.slice(from, to);
    const positions = Array.from({length: Math.max(0, Math.min(to, this.count) - from)}, (_, at) => at);
    return this.get(
      positions.map((at) => from + at),
      options,
    );
  }

  /** The campaigns at these positions, in that order; those that cannot be shown are left out. */
  async get(positions: readonly number[], options: FileOptions): Promise<Campaign[]> {
    if (this.#file.idFiles === 0) return positions.flatMap((at) => this.#first[at] ?? []);
    const ids = await this.idsAt(positions, options);
    const known = new Map(this.#first.map((one) => [one.id, one]));
    const missing = ids.filter((id) => !known.has(id));
    const read = await readByIds(this.#folder, missing, options);
    for (const problem of read.problems) {
      if (!this.problems.some(({id, path}) => id === problem.id && path === problem.path)) {
        this.problems.push(problem);
      }
    }
    for (const campaign of read.campaigns) known.set(campaign.id, campaign);
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  /** The ids at these positions. */
  async idsAt(positions: readonly number[], options: FileOptions): Promise<string[]> {
    const files = [...new Set(positions.map((at) => Math.floor(at / IDS_IN_FILE)))];
    const read = await Promise.all(files.map((file) => this.#idsOf(file, options)));
    const ids = new Map(files.map((file, at) => [file, read[at] ?? []]));
    return positions.flatMap(
      (at) => ids.get(Math.floor(at / IDS_IN_FILE))?.[at % IDS_IN_FILE] ?? [],
    );
  }

  #idsOf(file: number, options: FileOptions): Promise<string[]> {
    let ids = this.#idFiles.get(file);
    if (!ids) {
      const url = new URL(fill(this.#ids, {n: file}), this.#folder.url).href;
      ids = jsonFile(this.#folder, url, options).then(({json}) => {
        if (Array.isArray(json) && json.every((id) => typeof id === 'string')) return json;
        throw brokenFile(this.#folder, url, 'list of ids');
      });
      this.#idFiles.set(file, ids);
      // Who comes next tries again.
      ids.catch(() => this.#idFiles.delete(file));
    }
    return ids;
  }
}

/** A section of which only the campaigns inside a smaller territory count: those that were read. */
class PartSection extends Section {
  override readonly isPart = true;
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
  return open(folder, folder.manifest.callsHref, callNameOf(call), options);
}

function openNamed(folder: Folder, code: string, options: FileOptions) {
  return open(folder, folder.manifest.territories.href, fileNameOf(code), options);
}

async function open(
  folder: Folder,
  href: Template,
  name: string,
  options: FileOptions,
): Promise<Section | undefined> {
  const url = addressOf(folder, href, {name});
  const download = await ifThere(jsonFile(folder, url, options));
  if (!download) return undefined;
  const file = download.json as TerritoryFile;
  if (!isSection(file)) throw brokenFile(folder, url, "territory's file");
  const {feed} = await featuresOf(file, download.url);
  const {more} = file;
  const others = more.length ? await featuresOf({...file, features: more}, download.url) : null;
  const ids =
    href === folder.manifest.callsHref
      ? href.replace(/\{name\}(?=[^{}]*$)/, `${encodeURIComponent(name)}.ids-{n}`)
      : fill(folder.manifest.territories.ids, {name});
  const section = new Section(folder, file, ids, feed.campaigns, others?.feed.campaigns ?? []);
  section.problems.push(...feed.problems);
  return section;
}

/** What of a city's campaigns is in one of its arrondissements: as many as a page may read. */
async function partOf(
  folder: Folder,
  whole: Section,
  territory: string,
  options: FileOptions,
): Promise<Section> {
  const read = await whole.read(0, MOST_OF_A_CITY, options);
  const inside = await withinTerritory(read, territory);
  const {totalsOf} = await import('../select.js');
  const file: TerritoryFile = {
    type: 'FeatureCollection',
    version: 1,
    territory,
    updatedAt: null,
    totals: totalsOf(inside),
    years: {},
    count: inside.length,
    placed: inside.filter(({coordinates}) => coordinates).length,
    idFiles: 0,
    points: false,
    best: [],
    features: [],
    more: [],
  };
  return new PartSection(folder, file, '', inside, []);
}

const MOST_OF_A_CITY = 500;

/** Whether a file has what is read of it. Its campaigns are checked one by one. */
function isSection(file: Partial<TerritoryFile> | null): file is TerritoryFile {
  if (typeof file !== 'object' || file === null) return false;
  const {type, features, more, best, totals, years, count, placed, idFiles} = file;
  const numbers = [count, placed, idFiles];
  return (
    type === 'FeatureCollection' &&
    [features, more, best].every(Array.isArray) &&
    isTotals(totals) &&
    typeof years === 'object' &&
    years !== null &&
    Object.values(years).every(isTotals) &&
    numbers.every((number) => Number.isSafeInteger(number) && Number(number) >= 0)
  );
}

function isTotals(totals: unknown): boolean {
  if (typeof totals !== 'object' || totals === null) return false;
  const {campaigns, live, raised} = totals as Partial<Totals>;
  return Number.isFinite(campaigns) && Number.isFinite(live) && Array.isArray(raised);
}
