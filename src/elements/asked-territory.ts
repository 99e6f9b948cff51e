import type {Campaign, Feed} from '../feed/campaign.js';
import {firstCampaign as first} from '../feed/first.js';
import type {LoadOptions} from '../feed/load.js';
import {parseTerritory} from '../territory/codes.js';
import {warnOnce} from './feed-controller.js';

/**
 * Tells the page's developer of a territory that is not written as one: it selects nothing, and an
 * element that says "no campaign" would leave them to guess why.
 *
 * @param name - The attribute.
 */
export function checkTerritory(host: Element, text: string, name = 'territory'): void {
  const asked = text.trim();
  if (!asked || parseTerritory(asked)) return;
  warnOnce(
    host.localName,
    `${name}="${asked}" is no territory: write its level and its official code, such as "commune:64445" or "departement:64".`,
  );
}

/** The first campaign of a territory, for a card or a bar that names none (`feed/first.ts`). */
export function firstCampaign(
  host: Element & {territory: string},
  feed: string,
  options: LoadOptions,
): Promise<{feed: Feed; campaign: Campaign | undefined}> {
  checkTerritory(host, host.territory);
  return first(feed, host.territory, options);
}
