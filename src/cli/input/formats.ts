import {platforms} from '../../feed/adapters/recognise.js';

/** Names that `format` may have: a campaign feed, one campaign on each line, or an adapter's. */
export function inputFormats(): string[] {
  return ['relais', 'sequence', ...Object.keys(platforms)];
}
