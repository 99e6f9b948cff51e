import {feedOf} from '../foreign/draft.js';
import {refuse} from '../foreign/faults.js';
import {numberIn, withParameters} from '../foreign/links.js';
import {isShown, recordReader} from '../foreign/records.js';
import {withUnderstanding} from '../foreign/understanding.js';
import {at, isObject, listAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

/** What one request may ask for. */
const MOST_PER_PAGE = 100;

/**
 * Opendatasoft, Explore v2.1: the records of a dataset. Their fields are the publisher's: the mapping
 * says which is what, and what it leaves open is guessed. A picture is given as a file of the portal,
 * without an address, and is not shown.
 */
export const opendatasoft: Adapter = {
  name: 'opendatasoft',
  takesMapping: true,
  adapt(answer, {url, mapping = ''}) {
    const records = Array.isArray(answer) ? answer : listAt(answer, 'results');
    if (!Array.isArray(answer) && !Array.isArray(at(answer, 'results'))) {
      refuse(answer, url, 'is no answer of Opendatasoft: "results" with records is expected.');
    }
    if (!records.length) return feedOf([]);
    const reader = recordReader(namesOf(records), {mapping, url, format: 'opendatasoft'});
    const campaigns = records.map((record) =>
      reader.featureOf(record, {geometry: shapeOf(record)}),
    );
    const next = nextOf(answer, records.length, url);
    return withUnderstanding(
      feedOf(campaigns.filter(isShown), {...reader.head, next}),
      reader.understanding,
    );
  },
};

/** Names of the fields of records, in their order. */
function namesOf(records: readonly unknown[]): string[] {
  return [...new Set(records.flatMap((record) => (isObject(record) ? Object.keys(record) : [])))];
}

/** The shape of a record is a whole feature; only a point is one place. */
function shapeOf(record: unknown): unknown {
  const geometry = at(record, 'geo_shape', 'geometry');
  return at(geometry, 'type') === 'Point' ? geometry : null;
}

function nextOf(answer: unknown, length: number, url: string): string | null {
  const total = at(answer, 'total_count');
  const offset = (numberIn(url, 'offset') ?? 0) + length;
  if (typeof total !== 'number' || offset >= total) return null;
  // The portal gives ten at a time unless it is asked for more.
  return withParameters(url, {offset, limit: numberIn(url, 'limit') ?? MOST_PER_PAGE});
}
