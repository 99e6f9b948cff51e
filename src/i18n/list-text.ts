import {countText} from './campaign-text.js';
import {formatNumber, pick, type Language} from './localize.js';
import {listStrings} from './strings.js';

/** "12 campagnes". */
export function campaignCount(count: number, lang: Language): string {
  return countText(count, pick(listStrings, lang).campaigns, lang);
}

/** "3 campagnes sur 12". */
export function countOfText(count: number, total: number, lang: Language): string {
  return pick(listStrings, lang).countOf(campaignCount(count, lang), formatNumber(total, lang));
}

/** "3 campagnes dans cette partie de la carte". */
export function countInViewText(count: number, lang: Language): string {
  return pick(listStrings, lang).countInView(campaignCount(count, lang));
}

/** "3 campagnes, parmi les 500 premières sur 12 000". */
export function amongFirstText(count: number, read: number, total: number, lang: Language): string {
  const [first, of] = [formatNumber(read, lang), formatNumber(total, lang)];
  return pick(listStrings, lang).amongFirst(campaignCount(count, lang), first, of);
}

/** "Afficher 12 campagnes de plus (il en reste 28)". */
export function moreText(next: number, left: number, lang: Language): string {
  const words = pick(listStrings, lang);
  const count = formatNumber(next, lang);
  const campaigns = campaignCount(next, lang);
  return left > next
    ? words.moreOf(count, campaigns, formatNumber(left, lang))
    : words.more(count, campaigns);
}

/** "Voir 5 autres campagnes". */
export function loosenText(count: number, lang: Language): string {
  const words = pick(listStrings, lang);
  return words.loosen(countText(count, words.others, lang));
}
