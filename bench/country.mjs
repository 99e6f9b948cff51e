import {communesOf} from '../lib/territory/gazetteer.js';
import {chance} from './points.mjs';

const DAY = 86_400_000;

/**
 * Campaigns all over France as a platform would send them, one after the other: more where more people
 * live, goals from 600 to 33,000 euros, half of them below 4,500; one in twelve live, one in 25 of unknown amount,
 * one in 50 on no map. The same in every run.
 *
 * @param now - Milliseconds since 1970.
 */
export async function* campaignsOfFrance(count, now) {
  const communes = (await communesOf('country:FR')).filter(({center}) => center);
  const sums = [];
  let people = 0;
  for (const {population = 0} of communes) sums.push((people += population ** 0.8));
  const next = chance(2026);
  const at = (days) => new Date(now + days * DAY).toISOString().slice(0, 19) + 'Z';
  for (let number = 0; number < count; number += 1) {
    const {name, code, center, departement, region, epci} = communes[above(sums, next() * people)];
    const goal = Math.round(120 * Math.exp(next() * 4)) * 5;
    const fate = next();
    const share = fate < 0.68 ? 1 + next() ** 3 : next() * 0.9;
    const ended = Math.floor(next() * 3000) + 1;
    const around = () => (next() + next() - 1) * 0.02;
    const isLive = number % 12 === 0;
    yield {
      type: 'Feature',
      id: `campaign-${number}`,
      geometry:
        number % 50 === 49
          ? null
          : {
              type: 'Point',
              coordinates: center.map((degrees) => Number((degrees + around()).toFixed(5))),
            },
      properties: {
        title: `${WORDS[Math.floor(next() * WORDS.length)]} ${name}`,
        url: `https://platform.example/campaigns/${number}`,
        tagline:
          'Ensemble, donnons un toit, un élan et des voisins à un projet du village, pour tous les âges.',
        category: 'Patrimoine',
        image: {
          src: `https://platform.example/images/${number}.jpg`,
          alt: 'Le lieu, vu de la place',
          width: 1200,
          height: 800,
        },
        currency: 'EUR',
        goal,
        raised: number % 25 === 3 ? null : Math.floor(goal * share),
        backers: Math.ceil((goal * share) / 45),
        ...(isLive
          ? {status: 'live', startsAt: at(-20), endsAt: at(1 + Math.floor(next() * 40))}
          : {
              status: fate < 0.68 ? 'succeeded' : 'failed',
              startsAt: at(-ended - 40),
              endsAt: at(-ended),
            }),
        place: {
          name,
          code: code.replace('commune:', ''),
          departement,
          region,
          ...(epci && {epci}),
        },
        owner: {name: `Association de ${name}`, kind: 'association'},
        ...(number % 40 === 0 && {call: {id: 'coeur-de-village', edition: '2025'}}),
      },
    };
  }
}

const WORDS = [
  'Un four à pain pour',
  'Rouvrir le café de',
  'Un verger à',
  'La halle de',
  'Un orgue à',
];

function above(sums, wanted) {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
