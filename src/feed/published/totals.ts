import type {Campaign} from '../campaign.js';
import {statusOf, type Totals} from '../select.js';

/** A number from 0; 0 for what is none. */
const count = (value: unknown) => (Number.isFinite(value) && Number(value) > 0 ? Number(value) : 0);

const countOrNull = (value: unknown) => (Number.isFinite(value) ? count(value) : null);

/** Totals of a file, which may say anything: what is no number is 0, or unknown where it may be. */
export function cleanTotals(given: unknown): Totals {
  const said = (given ?? {}) as Partial<Record<keyof Totals, unknown>>;
  const raised = (Array.isArray(said.raised) ? said.raised : []) as unknown[];
  return withRate({
    campaigns: count(said.campaigns),
    upcoming: count(said.upcoming),
    live: count(said.live),
    succeeded: count(said.succeeded),
    failed: count(said.failed),
    successRate: null,
    raised: raised.flatMap((one) => {
      const {currency, amount, campaigns} = (one ?? {}) as Record<string, unknown>;
      const isMoney = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
      return isMoney ? {currency, amount: count(amount), campaigns: count(campaigns)} : [];
    }),
    raisedUnknown: count(said.raisedUnknown),
    orders: countOrNull(said.orders),
    backers: countOrNull(said.backers),
    backersKnown: count(said.backersKnown),
  });
}

/** What campaigns come to: as `totalsOf`, which a card would have to carry for it. */
export function totalsOfEach(campaigns: readonly Campaign[]): Totals {
  return addTotals(
    campaigns.map((campaign) => {
      const {raised, unit, currency, backers} = campaign;
      const status = statusOf(campaign);
      const isMoney = raised !== null && unit === 'money';
      return {
        ...cleanTotals({campaigns: 1, backersKnown: backers === null ? 0 : 1}),
        ...(status && status !== 'cancelled' && {[status]: 1}),
        raised: isMoney ? [{currency, amount: raised, campaigns: 1}] : [],
        raisedUnknown: raised === null ? 1 : 0,
        orders: unit === 'orders' ? raised : null,
        backers,
      };
    }),
  );
}

/** What several come to together; they have no campaign in common. */
export function addTotals(list: readonly Totals[]): Totals {
  const sum = (key: 'orders' | 'backers') => {
    const known = list.flatMap((totals) => totals[key] ?? []);
    return known.length ? known.reduce((one, other) => one + other, 0) : null;
  };
  const add = (key: 'campaigns' | 'upcoming' | 'live' | 'succeeded' | 'failed') =>
    list.reduce((total, totals) => total + totals[key], 0);
  const money = new Map<string, Totals['raised'][number]>();
  for (const {currency, amount, campaigns} of list.flatMap(({raised}) => raised)) {
    const known = money.get(currency) ?? {currency, amount: 0, campaigns: 0};
    known.amount += amount;
    known.campaigns += campaigns;
    money.set(currency, known);
  }
  return withRate({
    campaigns: add('campaigns'),
    upcoming: add('upcoming'),
    live: add('live'),
    succeeded: add('succeeded'),
    failed: add('failed'),
    successRate: null,
    raised: [...money.values()].sort((one, other) => other.amount - one.amount),
    raisedUnknown: list.reduce((total, {raisedUnknown}) => total + raisedUnknown, 0),
    orders: sum('orders'),
    backers: sum('backers'),
    backersKnown: list.reduce((total, {backersKnown}) => total + backersKnown, 0),
  });
}

function withRate(totals: Totals): Totals {
  const ended = totals.succeeded + totals.failed;
  return {...totals, successRate: ended ? totals.succeeded / ended : null};
}
