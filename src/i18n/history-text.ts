import type {Campaign} from '../feed/campaign.js';
import {PARIS} from '../feed/civil.js';
import {quantityText} from './campaign-text.js';
import {pick, type Language} from './localize.js';
import {campaignStrings} from './strings.js';
import {dayText} from './time-text.js';

/** How the campaign developed: from its first known amount to its last. '' when fewer than two are known. */
export function historyText(campaign: Campaign, lang: Language, zone: string = PARIS): string {
  const known = campaign.history.filter(({raised}) => raised !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return '';
  return pick(campaignStrings, lang).history(
    quantityText(first.raised ?? 0, campaign, lang),
    dayText(first.at, lang, zone),
    quantityText(last.raised ?? 0, campaign, lang),
    dayText(last.at, lang, zone),
  );
}
