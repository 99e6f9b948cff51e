import {makeFeature, makeFeed, type WireFeature} from './campaigns.ts';

const PLACES = [
  ['33063', 'Bordeaux', -0.5792, 44.8378],
  ['33009', 'Arcachon', -1.1675, 44.6586],
  ['75056', 'Paris', 2.35, 48.85],
  ['69123', 'Lyon', 4.83, 45.76],
  ['97105', 'Basse-Terre', -61.72, 16],
  ['64445', 'Pau', -0.37, 43.3],
  ['29019', 'Brest', -4.49, 48.39],
] as const;

/**
 * A feed to publish: of `count` campaigns in seven communes a third are live, a third succeeded, a third
 * failed; one in fifty is on no map, one in seven won a call. The same in every run.
 */
export function feedToPublish(count: number): Record<string, unknown> {
  let seed = 11;
  const spread = (middle: number, width: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return Math.round((middle + (seed / 2_147_483_647 - 0.5) * width) * 1e5) / 1e5;
  };
  const features = Array.from({length: count}, (_, at): WireFeature => {
    const [code, name, lon, lat] = PLACES[at % PLACES.length] ?? PLACES[0];
    const isLive = at % 3 === 0;
    const coordinates = [spread(lon, 0.2), spread(lat, 0.1)];
    return makeFeature({
      id: `c${at}`,
      ...(at % 50 !== 49 && {coordinates}),
      properties: {
        title: `Projet ${at}`,
        status: isLive ? 'live' : at % 3 === 1 ? 'succeeded' : 'failed',
        goal: 1000,
        raised: at % 10 === 0 ? null : 100 + (at % 50) * 30,
        backers: at % 90,
        startsAt: `202${2 + (at % 4)}-03-01T00:00:00Z`,
        endsAt: isLive
          ? `${2100 + (at % 60)}-01-01T00:00:00Z`
          : `202${3 + (at % 3)}-06-01T00:00:00Z`,
        category: at % 2 ? 'culture' : 'sport',
        place: {code, name},
        ...(at % 7 === 0 && {call: {id: 'places', edition: '2025'}}),
      },
    });
  });
  const editions = [{id: '2025', title: '2025'}];
  return makeFeed(features, {calls: [{id: 'places', title: 'Places vivantes', editions}]});
}
