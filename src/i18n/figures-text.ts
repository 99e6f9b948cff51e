import type {Call} from '../feed/campaign.js';
import type {Totals} from '../feed/select.js';
import {percentText} from './campaign-text.js';
import {countText, formOf} from './count-text.js';
import type {Forms} from './fr.js';
import {formatMoney, formatNumber, pick, type Language} from './localize.js';
import {callStrings, campaignStrings, summaryStrings} from './strings.js';

/** One figure of many campaigns, in words. */
export interface Figure {
  /** What it is about. */
  name: 'raised' | 'orders' | 'campaigns' | 'live' | 'backers' | 'success' | 'laureates' | 'budget';
  /** The figure: "12 450 €". */
  value: string;
  /** What it is: "collectés". */
  label: string;
  /** What must be read before it: "au moins". '' when it is exact. */
  before: string;
  /** What must be read after it: "sur 11 campagnes terminées". '' when there is nothing. */
  after: string;
}

/**
 * What campaigns come to, in words, the greatest news first. A figure that nobody knows is left out; one
 * that is known of some campaigns alone says "at least".
 */
export function totalsFigures(totals: Totals, lang: Language): Figure[] {
  const words = pick(summaryStrings, lang);
  return [
    ...raisedFigures(totals, lang),
    counted('campaigns', totals.campaigns, words.campaigns, lang),
    ...(totals.live ? [counted('live', totals.live, words.live, lang)] : []),
    ...backersFigures(totals, lang),
    ...successFigures(totals, lang),
  ];
}

/** What an edition of a call for projects comes to: its laureates' figures, and the call's budget. */
export function callFigures(call: Call, totals: Totals, lang: Language): Figure[] {
  const {laureates} = pick(callStrings, lang);
  return [
    ...raisedFigures(totals, lang),
    ...(totals.campaigns ? [counted('laureates', totals.campaigns, laureates, lang)] : []),
    ...backersFigures(totals, lang),
    ...successFigures(totals, lang),
    ...budgetFigures(call, lang),
  ];
}

/** The same figures in one line: "12 450 € collectés, 12 campagnes, au moins 134 contributeurs". */
export function totalsText(totals: Totals, lang: Language): string {
  return totalsFigures(totals, lang)
    .map(({before, value, label, after}) => [before, value, label, after].filter(Boolean).join(' '))
    .join(', ');
}

/** A total without its cents, never above the truth; below one unit, as it is: something is not 0. */
function wholeUnits(amount: number): number {
  return amount < 1 ? amount : Math.floor(Math.round(amount * 100) / 100);
}

function figure(name: Figure['name'], value: string, label: string): Figure {
  return {name, value, label, before: '', after: ''};
}

function counted(name: Figure['name'], count: number, forms: Forms, lang: Language): Figure {
  return figure(name, formatNumber(count, lang), formOf(count, forms, lang));
}

/** One for each currency. What some campaigns do not tell may be of any of them: all say "at least". */
function raisedFigures({raised, raisedUnknown, orders}: Totals, lang: Language): Figure[] {
  const words = pick(summaryStrings, lang);
  const before = raisedUnknown ? words.atLeast : '';
  const money = raised.map(({amount, currency}) => ({
    ...figure('raised', formatMoney(wholeUnits(amount), currency, lang), words.raised),
    before,
  }));
  if (orders === null) return money;
  return [
    ...money,
    {...counted('orders', orders, pick(campaignStrings, lang).orders, lang), before},
  ];
}

function backersFigures({backers, backersKnown, campaigns}: Totals, lang: Language): Figure[] {
  if (backers === null) return [];
  const words = pick(summaryStrings, lang);
  const before = backersKnown < campaigns ? words.atLeast : '';
  return [{...counted('backers', backers, words.backers, lang), before}];
}

function successFigures({successRate, succeeded, failed}: Totals, lang: Language): Figure[] {
  if (successRate === null) return [];
  const words = pick(summaryStrings, lang);
  const ended = countText(succeeded + failed, words.ended, lang);
  return [
    {
      ...figure('success', percentText(successRate, lang), words.success),
      after: words.successOf(ended),
    },
  ];
}

function budgetFigures({budget, currency}: Call, lang: Language): Figure[] {
  const words = pick(callStrings, lang);
  if (!budget) return [];
  const {available, committed} = budget;
  const money = (amount: number) => formatMoney(Math.round(amount), currency, lang);
  if (available === null) {
    return committed === null ? [] : [figure('budget', money(committed), words.committedAlone)];
  }
  const after = committed === null ? '' : words.committed(money(committed));
  return [{...figure('budget', money(available), words.budget), after}];
}
