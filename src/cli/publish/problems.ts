import type {Problem} from '../../feed/campaign.js';

/** Something of a feed that is not published, and where it stands. */
export interface Reported extends Problem {
  /** The line of its file on which the campaign begins; null when nobody can tell. */
  line: number | null;
}

/** What was left out: how much, and the first of each. */
export class Problems {
  /** Campaigns that are left out; those that lack something; problems beside them. */
  readonly counts = {campaign: 0, field: 0, feed: 0};
  readonly first: Reported[] = [];
  readonly #most: number;

  /** @param most - How many are kept to be told. */
  constructor(most: number) {
    this.#most = most;
  }

  get total(): number {
    return this.counts.campaign + this.counts.field + this.counts.feed;
  }

  add(problem: Problem, line: number | null = null): void {
    this.counts[problem.kind] += 1;
    if (this.first.length < this.#most) this.first.push({...problem, line});
  }

  /** A line for each of the first, and one for the others. */
  lines(): string[] {
    const others = this.total - this.first.length;
    return [
      ...this.first.map(lineOf),
      ...(others ? [`… and ${others} more: relais check lists them all`] : []),
    ];
  }
}

function lineOf({kind, index, id, line, path, reason}: Reported): string {
  const where = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(index === null ? [] : [`campaign ${index}`]),
    ...(id === null ? [] : [JSON.stringify(id)]),
    ...(path ? [path] : []),
  ].join(', ');
  const what = {campaign: 'left out', field: 'without this', feed: 'feed'}[kind];
  return `${what}: ${where ? `${where}: ` : ''}${reason}`;
}
