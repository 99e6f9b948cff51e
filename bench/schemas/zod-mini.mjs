// Our own schema, without the short reader before it.
import {campaignFeature} from '../../lib/feed/schema.js';
import {safeParse} from 'zod/mini';

/** How many campaigns are right. */
export default function validate(features) {
  return features.filter((feature) => safeParse(campaignFeature, feature).success).length;
}
