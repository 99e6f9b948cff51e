import type {Remark} from './understanding.js';
import {at, isObject, listAt} from './values.js';

/**
 * Lists of a GraphQL answer that say that they go on. Such an answer comes from a query that was sent as a
 * body, and no address leads to its next page.
 */
export function morePages(answer: unknown): Remark[] {
  const data = at(answer, 'data');
  return (isObject(data) ? Object.entries(data) : []).flatMap(([name, list]): Remark[] => {
    const given = listAt(list, 'edges').length || listAt(list, 'nodes').length;
    const total = at(list, 'totalCount');
    const start = at(list, 'offset') ?? 0;
    const isCounted = typeof total === 'number' && typeof start === 'number';
    const goesOn = at(list, 'pageInfo', 'hasNextPage') === true;
    if (!given || (!goesOn && !(isCounted && start + given < total))) return [];
    const count = isCounted ? `${given} of ${total}` : `${given}`;
    const reason = `${count} are in this answer, and a query leads to no next page: ask for all in one, or save each answer as a feed of its own`;
    return [{rule: 'more-pages', field: `data.${name}`, reason}];
  });
}
