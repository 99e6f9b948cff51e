import type {Call, Campaign, Place} from '../feed/campaign.js';
import {PARIS} from '../feed/civil.js';
import {ratioOf, statusOf} from '../feed/select.js';
import {departementOfCommune} from '../territory/commune-code.js';
import {capitalised, countText, formOf} from './count-text.js';
import type * as fr from './fr.js';
import {
  FIXED,
  countryName,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  pick,
  type Language,
} from './localize.js';
import {campaignStrings} from './strings.js';
import {dayText, timeText} from './time-text.js';

export {countText, formOf} from './count-text.js';
export {dayText} from './time-text.js';

/**
 * What a campaign says in words. The only place where its figures become words, for every channel.
 * A text is '' when there is nothing to say: unknown is never 0.
 */
export interface CampaignText {
  title: string;
  tagline: string;
  /** "Pau (64)", "Genève, Suisse". */
  place: string;
  category: string;
  /** "Porté par l'association Les Halles". */
  owner: string;
  /** "Porteur public". */
  ownerKind: string;
  /** "Accompagné par Bordeaux Métropole". */
  mentors: string;
  /** "Lauréat de l'appel à projets « MEL Makers »". */
  call: string;
  /** "En cours"; "Terminée" when it ended and nobody knows how. */
  status: string;
  /** "9 930 €", "34 préventes". */
  raised: string;
  /** "12 000 €". */
  goal: string;
  /** "9 930 € collectés sur 12 000 €". */
  amount: string;
  /** "82 %", floored; past the goal too. */
  percent: string;
  /** Raised for one of goal, not clamped. Null: unknown or without a goal. */
  ratio: number | null;
  /** The share of the bar that is full, 0 to 1. Null: no bar. */
  filled: number | null;
  /** The progress in one sentence, for `aria-valuetext`. */
  progress: string;
  /** "134 contributeurs". */
  backers: string;
  /** "7 jours restants", "Terminée le 3 mars 2026". */
  time: string;
  threshold: string;
  matching: string;
  stretch: string;
  extended: string;
  latestNews: string;
  /** "Soutenir" while it is live, else "Découvrir". */
  callToAction: string;
  /** "Soutenir : La halle". */
  callToActionLabel: string;
}

/** What the words depend on beside the campaign. */
export interface TextOptions {
  /** The time for which they are right, in milliseconds since 1970. Default: now. */
  now?: number;
  /** The zone of dates that are written in UTC. Default: Europe/Paris. */
  zone?: string;
  /** The calls of the feed, to name the one that the campaign won. */
  calls?: readonly Call[];
}

/** A campaign in words. */
export function campaignText(
  campaign: Campaign,
  lang: Language,
  options: TextOptions = {},
): CampaignText {
  const {now = Date.now(), zone = PARIS} = options;
  const words = pick(campaignStrings, lang);
  const ratio = knownRatio(campaign);
  const status = statusOf(campaign, now);
  const amount = amountText(campaign, lang);
  const percent = ratio === null ? '' : percentText(ratio, lang);
  const callToAction = status === 'live' ? words.support : words.discover;
  return {
    title: campaign.title,
    tagline: campaign.tagline ?? '',
    place: placeText(campaign.place, lang),
    category: categoryText(campaign.category ?? '', lang),
    owner: campaign.owner ? words.owner(campaign.owner.name) : '',
    ownerKind: campaign.owner?.kind ? words.ownerKinds[campaign.owner.kind] : '',
    mentors: campaign.mentors.length
      ? words.mentors(
          formatList(
            campaign.mentors.map(({name}) => name),
            lang,
          ),
        )
      : '',
    call: callText(campaign, options.calls ?? [], words),
    status: status ? words.statuses[status] : words.ended,
    raised: campaign.raised === null ? '' : quantityText(campaign.raised, campaign, lang),
    goal: campaign.goal ? quantityText(campaign.goal, campaign, lang) : '',
    amount,
    percent,
    ratio,
    filled: ratio === null ? null : Math.min(1, ratio),
    progress: percent ? words.progress(amount, percent) : amount,
    backers: backersText(campaign.backers, lang),
    time: timeText(campaign, lang, now, zone),
    threshold: thresholdText(campaign, lang, words),
    matching: matchingText(campaign, lang, words),
    stretch: stretchText(campaign, lang, words, now),
    extended: campaign.extendedFrom
      ? words.extended(dayText(campaign.extendedFrom, lang, zone))
      : '',
    latestNews: newsText(campaign, lang, zone, words),
    callToAction,
    callToActionLabel: words.labelled(callToAction, campaign.title),
  };
}

/** An amount of the campaign's currency, or a number of orders. */
export function quantityText(
  quantity: number,
  {unit, currency}: Pick<Campaign, 'unit' | 'currency'>,
  lang: Language,
): string {
  if (unit === 'orders') return countText(quantity, pick(campaignStrings, lang).orders, lang);
  return formatMoney(quantity, currency, lang);
}

/** "134 contributeurs"; '' when nobody knows. */
export function backersText(backers: number | null, lang: Language): string {
  const words = pick(campaignStrings, lang);
  if (backers === null) return '';
  return backers === 0 ? words.noBackers : countText(backers, words.backers, lang);
}

/** "82 %", floored; "moins de 1 %" rather than 0 when something was given. */
export function percentText(ratio: number, lang: Language): string {
  return ratio > 0 && ratio < 0.01
    ? pick(campaignStrings, lang).under(formatPercent(0.01, lang))
    : formatPercent(ratio, lang);
}

/**
 * A category that we know by its English word, in the language; any other as the feed says it, with a
 * capital when it has none at all.
 */
export function categoryText(category: string, lang: Language): string {
  const {categories} = pick(campaignStrings, lang);
  const key = category.toLowerCase();
  // A feed may well have a category "constructor", which every object answers to.
  if (Object.hasOwn(categories, key)) return categories[key] ?? '';
  return key === category ? capitalised(category) : category;
}

/** "Pau (64)"; abroad the country's name: "Genève, Suisse". */
export function placeText(place: Place | null, lang: Language): string {
  if (!place) return '';
  const {name, code, country} = place;
  if (country !== 'FR') return [name, countryName(country, lang)].filter(Boolean).join(', ');
  const departement = place.departement ?? (code ? departementOfCommune(code) : undefined);
  return name && departement ? `${name}${FIXED}(${departement})` : (name ?? '');
}

/** Null too beyond the whole numbers that a double holds: a goal of next to nothing is no goal. */
function knownRatio(campaign: Campaign): number | null {
  const ratio = ratioOf(campaign);
  return ratio !== null && ratio < 1e13 ? ratio : null;
}

function amountText(campaign: Campaign, lang: Language): string {
  const words = pick(campaignStrings, lang);
  const {raised, goal, unit} = campaign;
  const orders = unit === 'orders';
  const target = goal ? quantityText(goal, campaign, lang) : '';
  if (raised === null) {
    return target && (orders ? words.ordersUnknown(target) : words.amountUnknown(target));
  }
  const quantity = quantityText(raised, campaign, lang);
  const collected = orders ? quantity : `${quantity} ${formOf(raised, words.collected, lang)}`;
  if (!goal) return collected;
  return words.ofGoal(collected, orders ? formatNumber(goal, lang) : target);
}

function thresholdText(campaign: Campaign, lang: Language, words: typeof fr.campaign): string {
  const {threshold, goal, unit} = campaign;
  if (threshold >= 1 || !goal) return '';
  const least = goal * threshold;
  // Half an order cannot be placed: the whole one that reaches it counts.
  const quantity = unit === 'orders' ? Math.ceil(least - 1e-9) : least;
  return words.threshold(percentText(threshold, lang), quantityText(quantity, campaign, lang));
}

function callText(campaign: Campaign, calls: readonly Call[], words: typeof fr.campaign): string {
  const {call} = campaign;
  if (!call) return '';
  const known = calls.find(({id}) => id === call.id);
  if (!known) return words.anyCall;
  const edition = known.editions.find(({id}) => id === call.edition);
  return words.call(edition?.title || known.title);
}

function matchingText(campaign: Campaign, lang: Language, words: typeof fr.campaign): string {
  const {matching, currency} = campaign;
  if (!matching) return '';
  const {by, rate, cap, given} = matching;
  const forms = words.matching;
  const verb = forms.verbs[rate];
  const money = (amount: number) => formatMoney(amount, currency, lang);
  const sentence = verb ? forms.gift(by, verb) : forms.other(by, money(rate), money(1));
  return [
    sentence,
    cap === null ? '' : forms.cap(money(cap)),
    given === null ? '' : forms.given(`${money(given)} ${formOf(given, forms.paid, lang)}`),
  ].join('');
}

function stretchText(
  campaign: Campaign,
  lang: Language,
  words: typeof fr.campaign,
  now: number,
): string {
  const {stretchGoals, goal, raised, endsAt} = campaign;
  if (!stretchGoals.length || raised === null || goal === null || raised < goal) return '';
  const next = stretchGoals.find((stretch) => stretch > raised);
  if (next === undefined) return words.stretched;
  // Once it has ended, no goal is next.
  const status = statusOf(campaign, now);
  const ended = endsAt ? Date.parse(endsAt) < now : status !== 'live' && status !== 'upcoming';
  return ended || status === 'cancelled' ? '' : words.stretch(quantityText(next, campaign, lang));
}

function newsText(
  campaign: Campaign,
  lang: Language,
  zone: string,
  words: typeof fr.campaign,
): string {
  const latest = campaign.news[0];
  return latest ? words.news(latest.at ? dayText(latest.at, lang, zone) : '', latest.title) : '';
}
