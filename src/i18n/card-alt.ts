import type {Call, Campaign} from '../feed/campaign.js';
import {statusOf} from '../feed/select.js';
import {campaignText, dayText, type CampaignText} from './campaign-text.js';
import {formatDateTime, pick, type Language} from './localize.js';
import {outputStrings} from './output-strings.js';

/** What the words of a picture depend on beside the campaign. */
export interface AltOptions {
  /** When the figures were true (ISO 8601). Missing, null or wrong: now. */
  updatedAt?: string | null;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
  /** The zone of dates. Default: Europe/Paris. */
  zone?: string;
  calls?: readonly Call[];
  /** Whether the words are on paper, and read on another day: the day of the end stands for the days left. */
  isPaper?: boolean;
}

/** "Chiffres du 3 mars 2026 à 10:04": when figures that leave the page were true. */
export function asOfText(lang: Language, options: AltOptions = {}): string {
  const {updatedAt, now = Date.now(), zone} = options;
  const at = (updatedAt && formatDateTime(updatedAt, lang, zone)) || '';
  return pick(outputStrings, lang).asOf(
    at || formatDateTime(new Date(now).toISOString(), lang, zone),
  );
}

/**
 * Where the campaign stands, unless it is live (its figures show it) or its time says it: "Terminée le
 * 3 mars 2026", "Commence le 2 mai 2026".
 */
export function standingText(campaign: Campaign, text: CampaignText, now?: number): string {
  const status = statusOf(campaign, now);
  if (status === 'live' || (status === 'upcoming' && text.time)) return '';
  return text.time.startsWith(text.status) ? '' : text.status;
}

/** The time of a campaign: what is left of it, or on paper until when it runs. */
export function lastingTime(
  campaign: Campaign,
  text: CampaignText,
  lang: Language,
  {now, zone, isPaper = false}: AltOptions,
): string {
  const {endsAt} = campaign;
  if (!isPaper || !endsAt || statusOf(campaign, now) !== 'live') return text.time;
  return pick(outputStrings, lang).until(dayText(endsAt, lang, zone));
}

/**
 * What a picture of a campaign's card says to whoever does not see it: the title, the figures and their
 * date. "Une halle pour Pau. 9 930 € collectés sur 12 000 €, 82 %. 7 jours restants (chiffres du …)".
 */
export function cardAlt(campaign: Campaign, lang: Language, options: AltOptions = {}): string {
  const text = campaignText(campaign, lang, options);
  const status = standingText(campaign, text, options.now);
  const time = lastingTime(campaign, text, lang, options);
  const said = [text.title, text.progress, status, text.backers, time].filter(Boolean);
  return pick(outputStrings, lang).alt(said.join('. '), asOfText(lang, options));
}
