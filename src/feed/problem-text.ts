import type {Feed} from './campaign.js';

/** What is wrong with a feed, in one line for a developer's console: the first problem, and how many more. */
export function problemText({urls, problems}: Pick<Feed, 'urls' | 'problems'>): string {
  const [first] = problems;
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${urls.join(' ')}: ${first?.id ?? 'feed'}: ${first?.path}: ${first?.reason}${rest}`;
}
