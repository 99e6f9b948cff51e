import {FeedError} from '../errors.js';
import {listAt, textAt} from './values.js';

/** An answer of which nothing can be a campaign. */
export function noFeed(url: string, says: string): FeedError {
  return new FeedError('not-a-feed', `${url} ${says}`, {url});
}

/** What a GraphQL answer says went wrong: such an error comes with HTTP 200. '' when it says nothing. */
function graphqlFault(answer: unknown): string {
  return listAt(answer, 'errors')
    .map((error) => textAt(error, 'message') ?? '')
    .filter(Boolean)
    .slice(0, 3)
    .join('; ')
    .slice(0, 300);
}

/** What an answer that is no list says went wrong; '' when it says nothing. */
export function faultIn(answer: unknown): string {
  const said = graphqlFault(answer) || (textAt(answer, 'message') ?? textAt(answer, 'error') ?? '');
  return said.slice(0, 300);
}

/** @throws {FeedError} What an answer says, or that it holds nothing of what was expected. */
export function refuse(answer: unknown, url: string, expected: string): never {
  const fault = faultIn(answer);
  throw noFeed(url, fault ? `answers with an error: "${fault}"` : expected);
}
