/** The elements, by their tags without the prefix: what is built, documented and shown. */
export const ELEMENTS = [
  'project-card',
  'progress-bar',
  'project-list',
  'territory-map',
  'city-search',
  'call-for-projects',
  'territory-summary',
];
