import type * as fr from './fr.js';

/** English, as European public bodies write it. Same exports as `fr.ts`, which is the type. */

export {call, list, summary} from './en-lists.js';

export const campaign: typeof fr.campaign = {
  collected: {other: 'raised'},
  ofGoal: (collected, goal) => `${collected} of ${goal}`,
  amountUnknown: (goal) => `Goal: ${goal}, amount raised not published`,
  ordersUnknown: (goal) => `Goal: ${goal}, total not published`,
  orders: {one: 'preorder', other: 'preorders'},
  under: (percent) => `under ${percent}`,
  progress: (amount, percent) => `${amount}, ${percent}`,
  backers: {one: 'backer', other: 'backers'},
  noBackers: 'No backer yet',
  daysLeft: {one: 'day left', other: 'days left'},
  hours: {one: 'hour', other: 'hours'},
  hoursLeft: (hours) => `${hours} left`,
  underHour: 'less than an hour left',
  lastDay: (left) => `Last day: ${left}`,
  ended: 'Ended',
  endedOn: (date) => `Ended on ${date}`,
  startsOn: (date) => `Starts on ${date}`,
  startsToday: 'Starts today',
  statuses: {
    upcoming: 'Upcoming',
    live: 'Live',
    succeeded: 'Succeeded',
    failed: 'Not funded',
    cancelled: 'Cancelled',
  },
  owner: (name) => `Run by ${name}`,
  ownerKinds: {
    public: 'Public body',
    association: 'Association',
    company: 'Company',
    person: 'Individual',
  },
  mentors: (names) => `Mentored by ${names}`,
  call: (title) => `Laureate of the call for projects “${title}”`,
  anyCall: 'Laureate of a call for projects',
  threshold: (percent, amount) => `Succeeds from ${percent} of the goal, that is ${amount}`,
  matching: {
    gift: (by, verb) => `${by} ${verb} each gift`,
    verbs: {0.5: 'adds half of', 1: 'doubles', 2: 'triples'},
    other: (by, added, given) => `${by} adds ${added} for each ${given} given`,
    cap: (cap) => `, up to ${cap}`,
    given: (given) => ` (${given})`,
    paid: {other: 'added so far'},
  },
  stretch: (goal) => `Next goal: ${goal}`,
  stretched: 'All further goals reached',
  extended: (date) => `Extended: it was due to end on ${date}`,
  news: (date, title) => (date ? `${date}: ${title}` : title),
  support: 'Support',
  discover: 'Discover',
  labelled: (action, title) => `${action}: ${title}`,
  history: (from, since, to, at) => `From ${from} on ${since} to ${to} on ${at}`,
  categories: {
    agriculture: 'Farming',
    business: 'Shops and crafts',
  },
};

export const card: typeof fr.card = {
  progress: 'Progress of the campaign',
};

export const states: typeof fr.states = {
  loading: 'Loading…',
  empty: 'No campaign to show at the moment.',
  retry: 'Try again',
  stale: (date) => `Figures of ${date || 'an unknown date'}. They could not be refreshed.`,
  errors: {
    network: 'The campaigns cannot be shown. Check your connection, then try again.',
    timeout: 'The service takes too long to answer.',
    'not-found': 'This campaign is no longer available.',
  },
  error: 'The campaigns cannot be shown at the moment.',
};

export const outputs: typeof fr.outputs = {
  asOf: (date) => `Figures of ${date}`,
  frame: (title) => (title ? `Crowdfunding campaign: ${title}` : 'Crowdfunding campaigns'),
  fallback: 'The crowdfunding campaigns of our territory',
};

export const search: typeof fr.search = {
  label: 'Find your town or your territory',
  hint: 'Name or postcode of a commune, or an intercommunal body, département or région',
  required: '(required)',
  clear: 'Clear',
  list: 'Suggested places',
  results: {one: 'suggested place', other: 'suggested places'},
  none: (query) => `No place matches “${query}”.`,
  loading: 'Loading the places…',
  unavailable: 'The list of places could not be loaded at the moment.',
  choose: 'Choose a place from the list.',
  mustChoose: 'Enter a place, then choose it from the list.',
  kinds: {
    commune: 'Commune',
    epci: 'Intercommunal body',
    departement: 'Département',
    region: 'Région',
    country: 'Country',
  },
  formerly: 'formerly',
  live: {one: 'live campaign', other: 'live campaigns'},
  noLive: 'no live campaign',
  outcome: (name, _isCommune, live) => `${name}: ${live}.`,
  nothing: (name) => `${name}: no live campaign.`,
  nearest: (name, live) => `Nearest: ${name}, ${live}.`,
  nowhere: 'There is none around it either at the moment.',
  seeOnly: (name) => `See ${name} only`,
  seeWider: (name) => `See ${name}`,
};

export const map: typeof fr.map = {
  label: (territory) => (territory ? `Map of campaigns: ${territory}` : 'Map of campaigns'),
  list: 'List of the campaigns on the map',
  skip: 'Skip the map and go to the list',
  keys: 'Arrow keys move the map, plus and minus zoom, Escape goes to the list.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  reset: 'Back to the first view',
  north: 'Move the map north',
  south: 'Move the map south',
  east: 'Move the map east',
  west: 'Move the map west',
  marker: (said) => said.join(', '),
  cluster: (count, place, sum) => `${[count, place, sum].filter(Boolean).join(', ')} – zoom in`,
  onePlace: (count, place, sum) =>
    `${[`${count} at the same place`, place, sum].filter(Boolean).join(', ')} – see in the list`,
  sum: (amount, unknown) => `${amount} raised${unknown ? ` (amount unknown for ${unknown})` : ''}`,
  wheel: 'Hold Ctrl (or ⌘) to zoom with the wheel',
  touch: 'Move the map with two fingers',
  campaigns: {one: 'campaign', other: 'campaigns'},
  inView: (count, total) => `${count} in this view, of ${total}`,
  here: (count, total) => `${count} at this place, of ${total}`,
  noneInView: 'No campaign in this part of the map.',
  all: (total) => `See them all (${total})`,
  more: (next, left) => `Show ${next} more (of ${left})`,
  unplaced: 'Without a place on the map',
  locate: 'See on the map',
  located: (title) => `See on the map: ${title}`,
  areas: 'Also on the map',
  area: (name, count) => `${name || 'Elsewhere'} (${count})`,
  empty: 'No campaign to show here at the moment.',
  failed: 'The map cannot be shown: every campaign is in the list.',
  outlineFailed: 'The outline of the territory could not be loaded.',
  tiles: 'Show the background map',
  tilesWhy: (host) => `Its pictures come from ${host}, which will receive your IP address.`,
};
