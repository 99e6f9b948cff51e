import {partOf, type Properties, type Say} from './finding.js';

/** Nobody's mean gift: above it amounts are probably cents. */
const MOST_GIFT = 5000;
/** Rare, but it happens where one patron gives most. */
const HIGH_GIFT = 1000;
/** Times the goal beyond which one of the two is probably in cents. */
const MOST_RATIO = 20;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Amounts, backers, currency and what is promised beside, where they contradict each other. */
export function checkAmounts(properties: Properties, say: Say): void {
  const {goal, raised, backers, unit, threshold} = properties;
  if (isAbove(raised, 0) && backers === 0) {
    say(
      'no-backers',
      'properties.backers',
      backers,
      'nobody, though something was raised: leave it out when it is unknown',
    );
  }
  if (raised === 0 && isAbove(backers, 0)) {
    say(
      'no-amount',
      'properties.raised',
      raised,
      `0, though there are ${backers} backers: leave it out when it is unknown`,
    );
  }
  if (unit !== 'orders') checkCents(properties, say);
  if (threshold !== undefined && threshold !== null && !isAbove(goal, 0)) {
    say(
      'threshold-without-goal',
      'properties.threshold',
      threshold,
      'a share of no goal: say the goal',
    );
  }
  checkCurrency(properties['currency'], say);
  checkStretches(properties, say);
  checkMatching(properties['matching'], say);
}

function checkCents({goal, raised, backers}: Properties, say: Say): void {
  if (!isAbove(raised, 0)) return;
  const path = 'properties.raised';
  const gift = isAbove(backers, 0) ? raised / backers : Infinity;
  if (isAbove(goal, 0) && raised > goal * MOST_RATIO && gift > HIGH_GIFT && raised % 1 === 0) {
    const times = Math.floor(raised / goal);
    say('cents', path, raised, `${times} times the goal: are these cents?`, raised / 100);
  } else if (gift < Infinity && gift > MOST_GIFT && raised % 1 === 0) {
    const each = Math.round(gift);
    say('cents', path, raised, `${each} from each backer: are these cents?`, raised / 100);
  }
}

function checkCurrency(currency: unknown, say: Say): void {
  if (typeof currency !== 'string' || !/^\s*[a-z]{3}\s*$/i.test(currency)) return;
  const code = currency.trim().toUpperCase();
  if (!currencies.has(code)) {
    say('unknown-currency', 'properties.currency', currency, 'no currency of ISO 4217: write EUR');
  } else if (code !== currency) {
    say('currency-form', 'properties.currency', currency, 'write it in capitals', code);
  }
}

function checkStretches({goal, stretchGoals}: Properties, say: Say): void {
  if (!Array.isArray(stretchGoals) || !isAbove(goal, 0)) return;
  stretchGoals.forEach((stretch: unknown, at) => {
    if (!isAbove(stretch, 0) || stretch > goal) return;
    const path = `properties.stretchGoals[${at}]`;
    say('stretch-goal', path, stretch, `not above the goal (${goal}): it is dropped`);
  });
}

function checkMatching(matching: unknown, say: Say): void {
  const [cap, given] = [partOf(matching, 'cap'), partOf(matching, 'given')];
  if (isAbove(cap, 0) && isAbove(given, cap)) {
    say('matching', 'properties.matching.given', given, `more than its cap (${cap})`);
  }
}

function isAbove(value: unknown, least: number): value is number {
  return typeof value === 'number' && value > least;
}

/** Sees from all amounts together whether they are in cents. */
export class CentsWatch {
  #amounts = 0;
  #round = 0;
  #raised = 0;
  #backers = 0;
  #goals = 0;
  #goalSum = 0;

  add({goal, raised, backers, unit}: Properties): void {
    if (unit === 'orders') return;
    for (const amount of [goal, raised]) {
      if (!isAbove(amount, 0)) continue;
      this.#amounts += 1;
      if (amount % 100 === 0) this.#round += 1;
    }
    if (isAbove(goal, 0)) {
      this.#goals += 1;
      this.#goalSum += goal;
    }
    if (!isAbove(raised, 0) || !isAbove(backers, 0)) return;
    this.#raised += raised;
    this.#backers += backers;
  }

  /** What to say; '' when the amounts look like what they should. */
  get verdict(): string {
    if (this.#amounts < 6 || this.#round < this.#amounts) return '';
    const gift = this.#backers ? this.#raised / this.#backers : 0;
    const goal = this.#goals ? this.#goalSum / this.#goals : 0;
    if (gift <= MOST_GIFT && (this.#backers || goal < 1e6)) return '';
    const mean = this.#backers
      ? `${Math.round(gift)} from each backer`
      : `goals of ${Math.round(goal)}`;
    return `every amount ends in 00, and that makes ${mean}: are these cents? Write euros (12.5 is 12,50 €)`;
  }
}
