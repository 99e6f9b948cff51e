// What a page does with a right feed: checks it, and makes campaigns of it, which the others do not.
import {readFeedFast} from '../../lib/feed/read-fast.js';

/** How many campaigns are right. */
export default async function validate(features) {
  const {feed} = await readFeedFast(
    {type: 'FeatureCollection', version: '1.0', features},
    'https://feeds.example/feed.json',
  );
  return feed.campaigns.length;
}
