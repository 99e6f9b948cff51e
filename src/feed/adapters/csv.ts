import {feedOf} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {TableReader} from '../foreign/table.js';
import {withUnderstanding} from '../foreign/understanding.js';
import type {Adapter} from './adapter.js';

export {TableReader} from '../foreign/table.js';

/**
 * A table kept by hand in a spreadsheet, as CSV: a line of names, then a line for each campaign.
 * Names in French or in English are guessed, others are mapped. Semicolons, commas or tabs; an empty cell is unknown.
 */
export const csv: Adapter = {
  name: 'csv',
  takesMapping: true,
  adapt(answer, {url, mapping = ''}) {
    if (typeof answer !== 'string') {
      throw noFeed(
        url,
        'is JSON, and no table: a line of names, then a line for each campaign, is expected.',
      );
    }
    const reader = new TableReader(url, mapping);
    const features = [...reader.push(answer), ...reader.end()];
    const feed = feedOf(features, reader.head);
    return reader.understanding ? withUnderstanding(feed, reader.understanding) : feed;
  },
};
