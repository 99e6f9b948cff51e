import {amountOf, fromCents, goalOf} from '../foreign/amounts.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {refuse} from '../foreign/faults.js';
import {morePages} from '../foreign/graphql.js';
import {linkOf, segmentOf} from '../foreign/links.js';
import {withUnderstanding} from '../foreign/understanding.js';
import {at, either, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

/** A collective's page is its slug at the root of this site. */
const SITE = 'https://opencollective.com/';

/**
 * Open Collective, GraphQL v2: an account, or lists of accounts. Amounts are in cents. There is no end,
 * and a goal belongs to a tier: it is taken when one tier alone has one that is no goal per month or year.
 */
export const opencollective: Adapter = {
  name: 'opencollective',
  adapt(answer, {url}) {
    const accounts = accountsOf(answer);
    if (!accounts) refuse(answer, url, 'holds no campaign: "data" with an account is expected.');
    const feed = feedOf(accounts.filter(isOpen).map(campaignOf));
    return withUnderstanding(feed, {remarks: morePages(answer)});
  },
};

/** Accounts at the top, or in the nodes of a list; null when there is none. */
function accountsOf(answer: unknown): unknown[] | null {
  const data = at(answer, 'data');
  const parts = isObject(data) ? Object.values(data) : [];
  const lists = parts.flatMap((part): unknown[] => {
    const nodes = at(part, 'nodes');
    if (Array.isArray(nodes)) return [nodes];
    return textAt(part, 'slug') ? [[part]] : [];
  });
  return lists.length ? lists.flat() : null;
}

/** An account that is archived or not active takes no money. */
function isOpen(account: unknown): boolean {
  return at(account, 'isArchived') !== true && at(account, 'isActive') !== false;
}

function campaignOf(account: unknown): unknown {
  if (!isObject(account)) return account;
  const slug = textAt(account, 'slug');
  const total = at(account, 'stats', 'totalAmountReceived');
  const currency = either(textAt(total, 'currency'), textAt(account, 'currency'));
  const host = either(at(account, 'host'), at(account, 'parent'));
  const hostSlug = textAt(host, 'slug');
  return featureOf({
    id: either(at(account, 'id'), slug),
    title: textAt(account, 'name'),
    url: slug && SITE + segmentOf(slug),
    tagline: at(account, 'description'),
    category: listAt(account, 'tags').find((tag) => typeof tag === 'string'),
    image: {src: linkOf(at(account, 'imageUrl'), SITE)},
    currency,
    goal: goalOf(goalIn(account, currency)),
    raised: centsOf(total),
    backers: amountOf(
      either(at(account, 'totalFinancialContributors'), at(account, 'stats', 'contributorsCount')),
    ),
    startsAt: dateOf(at(account, 'startsAt')),
    endsAt: dateOf(at(account, 'endsAt')),
    owner: {
      name: textAt(host, 'name'),
      url: hostSlug && SITE + segmentOf(hostSlug),
    },
  });
}

function centsOf(amount: unknown): unknown {
  const cents = fromCents(at(amount, 'valueInCents'));
  return cents ?? amountOf(at(amount, 'value'));
}

/** A goal per month is none of what was received in all, nor is one in another currency. */
function goalIn(account: unknown, currency: unknown): unknown {
  const goals = listAt(account, 'tiers', 'nodes').filter((tier) => centsOf(at(tier, 'goal')));
  const [tier] = goals;
  if (goals.length !== 1 || /month|year/i.test(textAt(tier, 'interval') ?? '')) return null;
  const inWhat = textAt(tier, 'goal', 'currency');
  return !inWhat || inWhat === currency ? centsOf(at(tier, 'goal')) : null;
}
