import {makeFeature} from './campaigns.ts';

const STATUSES = ['live', 'succeeded', 'failed', 'cancelled'];

/** Campaigns that look scattered over mainland France and are the same in every run. */
export function scatteredFeatures(count: number, length = 900) {
  let seed = 11;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({length: count}, (_, at) => {
    const feature = makeFeature({
      id: `c${at}`,
      coordinates: [
        Math.round((-1 + next() * 7) * 1e5) / 1e5,
        Math.round((43.5 + next() * 6) * 1e5) / 1e5,
      ],
      properties: {
        title: `Projet ${at}`,
        tagline: 'Un projet parmi d’autres. '.repeat(length / 27),
        status: STATUSES[at % 4],
        goal: 1000,
        raised: at % 10 === 0 ? null : 100 + (at % 50),
        endsAt: `20${50 + (at % 40)}-01-01T00:00:00Z`,
        place: {departement: at % 2 ? '33' : '75'},
      },
    });
    // One in a hundred is on no map.
    if (at % 100 === 99) feature.geometry = null;
    return feature;
  });
}
