import {FeedError} from '../errors.js';
import {listAt, textAt} from './values.js';

/** An answer of which nothing can be a campaign. */
export function noFeed(url: string, says: string): FeedError {
  return new FeedError('not-a-feed', `${url} ${says}`, {url});
}

/** What a GraphQL answer says went wrong: such an error comes with HTTP 200. '' when it says nothing. */
export function graphqlFault(answer: unknown): string {
  return listAt(answer, 'errors')
    .map((error) => textAt(error, 'message') ?? '')
    .filter(Boolean)
    .slice(0, 3)
    .join('; ')
    .slice(0, 300);
}

/** @throws {FeedError} What a GraphQL answer without anything to read says, or that it holds nothing. */
export function refuseGraphql(answer: unknown, url: string, expected: string): never {
  const fault = graphqlFault(answer);
  throw noFeed(url, fault ? `answers with an error: "${fault}"` : `holds no campaign: ${expected}`);
}
