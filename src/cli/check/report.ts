import {styleText} from 'node:util';

import {printable, printableJson} from '../printable.js';
import type {Summary} from './check.js';
import type {Finding} from './finding.js';

/** How a report is written. */
export interface ReportOptions {
  /** Errors to show, and as many warnings and notes; all are counted. */
  most: number;
  colour: boolean;
}

/** Which of the findings are shown. */
class Allowance {
  readonly #most: number;
  readonly shown = {error: 0, warning: 0, note: 0};
  hidden = 0;

  constructor(most: number) {
    this.#most = most;
  }

  takes({level}: Finding): boolean {
    if (this.shown[level] >= this.#most) {
      this.hidden += 1;
      return false;
    }
    this.shown[level] += 1;
    return true;
  }
}

const COLOURS = {error: 'red', warning: 'yellow', note: 'cyan'} as const;

/** What a check writes, piece by piece. */
export interface Report {
  begin: () => string;
  add: (finding: Finding) => string;
  /** @param fault - Why the feed could not be read, or not to its end. */
  end: (summary: Summary | null, fault?: {code: string; message: string}) => string;
}

/** A report for people: the campaigns one after the other, then what it comes to. */
export function textReport({most, colour}: ReportOptions): Report {
  const allowance = new Allowance(most);
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, {validateStream: false}) : text;
  let before = '';
  return {
    begin: () => '',
    add(finding) {
      if (!allowance.takes(finding)) return '';
      const whose = whoseOf(finding);
      const heading = whose === before ? '' : `${before ? '\n' : ''}${paint('bold', whose)}\n`;
      before = whose;
      const label = paint(COLOURS[finding.level], `${labelOf(finding)}:`);
      const meant =
        finding.suggestion === undefined
          ? ''
          : `\n    meant, perhaps: ${paint('green', printableJson(finding.suggestion))}`;
      return `${heading}  ${label} ${printable(whatOf(finding))}${meant}\n`;
    },
    end(summary) {
      if (!summary) return '';
      const {hidden} = allowance;
      const rest = hidden ? `${hidden} more, not shown: --max ${most + hidden} shows all.\n` : '';
      const rules = hidden ? `${rulesOf(summary)}\n` : '';
      return `${before ? '\n' : ''}${rest}${rules}${paint('bold', sumOf(summary))}\n`;
    },
  };
}

/** The same for machines: one JSON document, a finding on each line. */
export function jsonReport(feed: string, {most}: Pick<ReportOptions, 'most'>): Report {
  const allowance = new Allowance(most);
  let isFirst = true;
  return {
    begin: () => `{"feed":${printableJson(feed)},"findings":[`,
    add(finding) {
      if (!allowance.takes(finding)) return '';
      const comma = isFirst ? '\n' : ',\n';
      isFirst = false;
      return comma + printableJson(finding);
    },
    end(summary, fault) {
      const {hidden} = allowance;
      const parts = [
        `"unlisted":${hidden}`,
        `"summary":${printableJson(summary)}`,
        ...(fault ? [`"error":${printableJson(fault)}`] : []),
      ];
      return `\n],${parts.join(',')}}\n`;
    },
  };
}

function whoseOf({index, id, line, page}: Finding): string {
  if (index === null) return page > 1 ? `The feed, page ${page}` : 'The feed';
  const where = [...(page > 1 ? [`page ${page}`] : []), ...(line ? [`line ${line}`] : [])];
  const name = id === null ? 'without id' : printableJson(id);
  return `Campaign #${index} ${name}${where.length ? ` (${where.join(', ')})` : ''}`;
}

function labelOf({level, kind}: Finding): string {
  if (level !== 'error') return level;
  return kind === 'campaign' ? 'left out' : kind === 'field' ? 'field left out' : 'error';
}

function whatOf({level, rule, path: given, field, value, reason}: Finding): string {
  const path = given && field !== undefined ? `${given} (${JSON.stringify(field)})` : given;
  // What the schema says begins with the value, and calls a list a list.
  const isSaid = level === 'error' && rule !== 'page';
  const [, fault] = (isSaid && value && /^(?:a list|an object): ([^]*)$/.exec(reason)) || [];
  const parts = fault ? [path, value, fault] : [path, isSaid ? null : value, reason];
  return parts.filter(Boolean).join(': ');
}

function rulesOf({rules}: Summary): string {
  return Object.entries(rules)
    .sort(([, one], [, other]) => other - one)
    .map(([rule, count]) => `  ${count} ${rule}`)
    .join('\n');
}

function sumOf(summary: Summary) {
  const {campaigns, right, leftOut, fieldsLeftOut, feedErrors, warnings, notes, pages} = summary;
  const parts = [
    `${counted(campaigns, 'campaign')}${pages > 1 ? ` in ${pages} pages` : ''}: ${right} right`,
    `${leftOut} left out`,
    `${counted(fieldsLeftOut, 'field')} left out`,
    ...(feedErrors ? [`${counted(feedErrors, 'error')} beside them`] : []),
    counted(warnings, 'warning'),
    ...(notes ? [counted(notes, 'note')] : []),
  ];
  return `${parts.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
