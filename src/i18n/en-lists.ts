import type * as fr from './fr-lists.js';

// The sections of `en.ts` for the elements that show many campaigns.

export const list: typeof fr.list = {
  region: 'Crowdfunding campaigns',
  loading: 'Loading the campaigns…',
  campaigns: {one: 'campaign', other: 'campaigns'},
  countOf: (count, total) => `${count} of ${total}`,
  countInView: (count) => `${count} in this part of the map`,
  amongFirst: (count, read, total) => `${count}, among the first ${read} of ${total}`,
  filter: 'Filter the campaigns',
  search: 'Search',
  category: 'Category',
  allCategories: 'All',
  status: 'Status',
  allStatuses: 'All',
  statuses: {
    upcoming: 'Upcoming',
    live: 'Live',
    succeeded: 'Succeeded',
    failed: 'Not funded',
    cancelled: 'Cancelled',
  },
  sort: 'Sort by',
  sorts: {
    ending: 'Ending soon',
    newest: 'Newest',
    progress: 'Progress',
    raised: 'Amount raised',
    backers: 'Number of backers',
    title: 'Title, A to Z',
    feed: 'Suggested order',
  },
  reset: 'Clear the filters',
  more: (count) => `Show ${count} more`,
  moreOf: (count, _campaigns, left) => `Show ${count} more (${left} left)`,
  previous: 'Previous campaigns',
  next: 'Next campaigns',
  nothing: 'No campaign matches these filters. Clear them to see all of them again.',
  nothingInView: 'No campaign in this part of the map. Zoom out to find some.',
  empty: 'No campaign to show at the moment.',
  emptyTerritory: 'No campaign in this territory at the moment. The next may soon start here.',
  emptyChoice: 'No campaign matches what this page selects at the moment.',
  emptyNow: 'No live campaign in this selection at the moment.',
  emptyNowHere: 'No live campaign in this territory at the moment.',
  emptyStatus: 'No campaign of this status at the moment.',
  others: {one: 'other campaign', other: 'other campaigns'},
  loosen: (others) => `See ${others}`,
};

export const call: typeof fr.call = {
  loading: 'Loading the call for projects…',
  empty: 'No call for projects to show at the moment.',
  notFound: 'This call for projects is not available at the moment.',
  kind: 'Call for projects',
  by: (organiser) => `Call for projects by ${organiser}`,
  edition: 'Edition',
  editions: 'Editions',
  apply: 'Apply',
  about: 'More about the call for projects',
  past: 'past step',
  steps: {
    applying: 'Applications',
    choosing: 'Selection',
    campaigning: 'Campaigns',
    results: 'Results',
  },
  between: (from, to) => `from ${from} to ${to}`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  before: (opens) => `Applications open on ${opens}.`,
  applying: (closes) =>
    closes ? `Applications are open until ${closes}.` : 'Applications are open.',
  choosing: (starts) =>
    starts
      ? `Applications are closed: the laureates’ campaigns start on ${starts}.`
      : 'Applications are closed: the laureates are being chosen.',
  campaigning: (ends) =>
    ends
      ? `The laureates’ campaigns run until ${ends}.`
      : 'The laureates’ campaigns are running: now is the time to support them.',
  results: (ended) =>
    ended
      ? `This edition ended on ${ended}: here are its results.`
      : 'This edition has ended: here are its results.',
  budget: 'of budget',
  committed: (amount) => `${amount} of it committed`,
  committedAlone: 'committed so far',
  laureates: {one: 'laureate', other: 'laureates'},
  title: (edition) => (edition ? `Laureates – ${edition}` : 'Laureates'),
  noLaureate: 'The laureates of this edition are not known yet.',
};

export const summary: typeof fr.summary = {
  loading: 'Loading the figures…',
  title: 'Crowdfunding',
  subject: (period) => (period ? `Crowdfunding, ${period}` : 'Crowdfunding'),
  empty: (place, period) =>
    `No campaign in ${place ? `“${place}”` : 'this territory'}${period ? `, ${period}` : ''}.`,
  date: (date) => (date ? `Figures of ${date}` : 'The date of these figures is not published'),
  best: 'The best supported campaigns',
  partly: (read, total) => `From the first ${read} of ${total} campaigns`,
  atLeast: 'at least',
  raised: 'raised',
  campaigns: {one: 'campaign', other: 'campaigns'},
  live: {one: 'live today', other: 'live today'},
  backers: {one: 'backer', other: 'backers'},
  success: 'success rate',
  successOf: (ended) => `of ${ended}`,
  ended: {one: 'ended campaign', other: 'ended campaigns'},
  inYear: (year) => `in ${year}`,
  inMonth: (month) => `in ${month}`,
  last: {
    day: {one: 'over the last day', other: 'over the last {n} days'},
    month: {one: 'over the last month', other: 'over the last {n} months'},
    year: {one: 'over the last year', other: 'over the last {n} years'},
  },
  between: (from, to) => `from ${from} to ${to}`,
  since: (from) => `since ${from}`,
  until: (to) => `until ${to}`,
};
