import type {Problem} from '../../feed/campaign.js';
import {PARIS} from '../../feed/civil.js';
import {cleanText} from '../../feed/clean.js';
import type {Understanding} from '../../feed/foreign/understanding.js';
import {zoneOr} from '../../feed/zone.js';
import {isOwn, type Batch} from '../input/batch.js';
import {baseOf, NOWHERE, readBatch} from '../input/read-batch.js';
import {readInput, type PageFault, type ReadOptions} from '../input/read.js';
import {checkAmounts} from './amounts.js';
import {checkDates} from './dates.js';
import {FeedRules} from './feed-rules.js';
import {partOf, shortened, valueAt, type Finding, type Properties, type Say} from './finding.js';
import {FirstSeen} from './first-seen.js';
import {meantBy} from './meant.js';
import {checkNames} from './names.js';
import {checkPlace} from './places.js';
import {checkTexts} from './texts.js';

/** Names that a message lists. */
const MOST_NAMES = 12;

/** How a feed is checked. */
export interface CheckOptions extends ReadOptions {
  /** Told each finding, in the feed's order; reading waits for it. */
  onFinding: (finding: Finding) => void | Promise<void>;
  /** Told now and then how many campaigns were read. */
  onProgress?: (campaigns: number) => void;
  /** Milliseconds since 1970. Default: now. */
  now?: number;
}

/** What there is to say of a whole feed. */
export interface Summary {
  /** Campaigns that were read, right or wrong. */
  campaigns: number;
  /** Those of which nothing is left out. */
  right: number;
  /** Those that do not show. */
  leftOut: number;
  /** Fields that do not show, of campaigns that do. */
  fieldsLeftOut: number;
  /** What is left out beside the campaigns: of the head, of calls, pages. */
  feedErrors: number;
  warnings: number;
  /** What could not be checked, though nothing is wrong. */
  notes: number;
  pages: number;
  /** How often each rule spoke. */
  rules: Record<string, number>;
}

/**
 * Says what is wrong with a feed, campaign by campaign: what widgets leave out, what was probably meant,
 * and what shows but looks wrong. A feed may be of any length; per campaign, some 50 bytes are kept.
 *
 * @param where - A file, an address, or `-`.
 * @throws {FeedError} As `readInput`; `version` for a feed of a later major version.
 */
export async function checkFeed(where: string, options: CheckOptions): Promise<Summary> {
  const checker = new Checker(options);
  const faults: PageFault[] = [];
  const batches = readInput(where, {
    ...options,
    onPageFault: (fault) => faults.push(fault),
  });
  for await (const batch of batches) {
    await checker.take(batch);
    options.onProgress?.(checker.summary.campaigns);
  }
  for (const fault of faults) await checker.addPageFault(fault);
  await checker.end();
  return checker.summary;
}

class Checker {
  readonly summary: Summary = {
    campaigns: 0,
    right: 0,
    leftOut: 0,
    fieldsLeftOut: 0,
    feedErrors: 0,
    warnings: 0,
    notes: 0,
    pages: 0,
    rules: {},
  };
  readonly #options: CheckOptions;
  readonly #now: number;
  readonly #ids = new FirstSeen();
  readonly #rules = new FeedRules();
  #page = 1;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now();
  }

  async take(batch: Batch): Promise<void> {
    const {page, features, startIndex, isLast} = batch;
    this.#page = page.number;
    const base = baseOf(batch);
    const {feed} = readBatch(batch, base ?? NOWHERE);
    const {timezone} = page.head;
    const byIndex = grouped(feed.problems);
    const zone = zoneOr(typeof timezone === 'string' ? timezone : null, PARIS);
    for (let at = 0; at < features.length; at += 1) {
      await this.#takeCampaign(batch, at, byIndex.get(at) ?? [], base, zone);
    }
    this.summary.campaigns = startIndex + features.length;
    if (!isLast) return;
    this.summary.pages += 1;
    const findings: Finding[] = [];
    for (const problem of byIndex.get(null) ?? []) findings.push(this.#error(problem, page.head));
    for (const {rule, field, reason} of page.understanding?.remarks ?? []) {
      findings.push({...this.#blank('warning', 'feed', rule), field, reason});
    }
    const {unread = []} = page.understanding ?? {};
    if (unread.length && page.number === 1) {
      const reason = `not read: ${listOf(unread)}. If one is something of FEED.md, say which in --format, as raised=FIELD`;
      findings.push({...this.#blank('note', 'feed', 'unread-fields'), reason});
    }
    this.#rules.endPage(batch, this.#now, (...said) => findings.push(this.#warning(null, said)));
    await this.#tell(findings);
  }

  /** A page that was not read. */
  async addPageFault({address, reason, level}: PageFault): Promise<void> {
    const finding: Finding = {
      ...this.#blank(level, 'feed', level === 'error' ? 'page' : 'page-away'),
      path: 'next',
      value: shortened(address, 200),
      reason,
    };
    await this.#tell([finding]);
  }

  async end(): Promise<void> {
    const findings: Finding[] = [];
    this.#rules.end((...said) => findings.push(this.#warning(null, said)));
    await this.#tell(findings);
  }

  async #takeCampaign(
    batch: Batch,
    at: number,
    problems: readonly Problem[],
    base: string | null,
    zone: string,
  ): Promise<void> {
    const feature = batch.features[at];
    const index = batch.startIndex + at;
    const broken = batch.broken.get(at);
    const whose: Whose = {index, line: batch.lines[at] ?? null, id: idOf(feature)};
    const findings: Finding[] = broken
      ? [{...this.#blank('error', 'campaign', 'not-json', whose), path: '', reason: broken}]
      : problems.map((problem) => this.#error(problem, feature, whose));
    const isLeftOut = () => findings.some(({kind}) => kind === 'campaign');
    const twice = findings.find(({rule}) => rule === 'duplicate-id');
    if (whose.id !== null && (twice || !isLeftOut())) {
      const first = this.#ids.note(whose.id, index);
      const reason = `"${whose.id}" stands in the feed before (campaign #${first}): the first one is kept`;
      if (twice) twice.reason = reason;
      else if (first !== undefined) {
        const value = shortened(whose.id);
        const blank = this.#blank('error', 'campaign', 'duplicate-id', whose);
        findings.push({...blank, path: 'id', value, reason});
      }
    }
    const fields = findings.filter(({kind}) => kind === 'field').length;
    if (!findings.length) this.summary.right += 1;
    if (isLeftOut()) this.summary.leftOut += 1;
    else {
      this.summary.fieldsLeftOut += fields;
      const wrong = new Set(findings.map(({path}) => path));
      // What a picture shows can be written in a feed, or a column of it: not in a platform's answer.
      const hasAlt = isOwn(batch.page) || batch.page.understanding?.fields['image.src'];
      await this.#advise(feature, index, base, zone, (...said) => {
        if (!wrong.has(said[1]) && (hasAlt || said[0] !== 'no-alt'))
          findings.push(this.#warning(whose, said));
      });
    }
    const {understanding} = batch.page;
    await this.#tell(
      understanding ? findings.map((one) => inFields(one, understanding)) : findings,
    );
  }

  async #advise(feature: unknown, index: number, base: string | null, zone: string, say: Say) {
    const properties = partOf(feature, 'properties') as Properties;
    const context = {now: this.#now, zone};
    checkNames(properties, say);
    checkTexts(properties, say);
    checkAmounts(properties, say);
    checkDates(properties, say, context);
    await checkPlace(properties, partOf(feature, 'geometry'), say);
    this.#rules.add(properties, index, base, say);
  }

  #error({kind, path, reason}: Problem, root: unknown, whose?: Whose): Finding {
    const isTwice = path === 'id' && reason.includes('stands in the feed before');
    const value = valueAt(root, path);
    const holder = valueAt(root, path.replace(/[.[]?[^.[]*$/, ''));
    const meant = isTwice ? undefined : meantBy(path, value, holder ?? root);
    return {
      ...this.#blank('error', kind, isTwice ? 'duplicate-id' : 'format', whose),
      path,
      value: shortened(value),
      reason: meant?.how ? `${reason} (${meant.how})` : reason,
      ...(meant && {suggestion: meant.value}),
    };
  }

  #warning(whose: Whose | null, [rule, path, value, reason, meant]: Parameters<Say>): Finding {
    return {
      ...this.#blank('warning', whose ? 'field' : 'feed', rule, whose ?? undefined),
      path,
      value: shortened(value),
      reason,
      ...(meant !== undefined && {suggestion: meant}),
    };
  }

  #blank(level: Finding['level'], kind: Finding['kind'], rule: string, whose?: Whose): Finding {
    const {index = null, line = null, id = null} = whose ?? {};
    return {
      level,
      kind,
      rule,
      page: this.#page,
      index,
      line,
      id,
      path: '',
      value: null,
      reason: '',
    };
  }

  async #tell(findings: readonly Finding[]) {
    for (const finding of findings) {
      const {rules} = this.summary;
      rules[finding.rule] = (rules[finding.rule] ?? 0) + 1;
      if (finding.level === 'note') this.summary.notes += 1;
      else if (finding.level === 'warning') this.summary.warnings += 1;
      else if (finding.kind === 'feed') this.summary.feedErrors += 1;
      await this.#options.onFinding(finding);
    }
  }
}

/** Names, as many as one reads. */
function listOf(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMES).map((name) => JSON.stringify(name.slice(0, 60)));
  const rest = names.length - some.length;
  return some.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The same finding, with the column that its path was read from. */
function inFields(finding: Finding, {fields}: Understanding): Finding {
  const property = finding.path.replace(/^properties\./, '').replace(/\[.*$/, '');
  const names =
    property === 'geometry.coordinates' ? ['point', 'latitude', 'longitude'] : [property];
  const found = names.flatMap((name) => (Object.hasOwn(fields, name) ? [fields[name] ?? ''] : []));
  return found.length ? {...finding, field: found.join(', ')} : finding;
}

/** Which campaign a finding is about. */
interface Whose {
  index: number;
  line: number | null;
  id: string | null;
}

/** The campaign's id as the reader has it. */
function idOf(feature: unknown): string | null {
  const said = partOf(feature, 'id') ?? partOf(partOf(feature, 'properties'), 'id');
  if (typeof said !== 'string' && typeof said !== 'number') return null;
  return cleanText(String(said), 300) || null;
}

function grouped(problems: readonly Problem[]): Map<number | null, Problem[]> {
  const groups = new Map<number | null, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.index);
    if (group) group.push(problem);
    else groups.set(problem.index, [problem]);
  }
  return groups;
}
