import {communesOf} from '../../../lib/territory/gazetteer.js';
import {chance} from './chance.ts';

/** How many campaigns the page of a country shows: as many as the platform behind the first feed has funded. */
export const NATION = 23_000;

const DAY = 86_400_000;

const PROJECTS: readonly (readonly [title: string, category: string])[] = [
  ['Un four à pain pour la place', 'Patrimoine'],
  ['Rouvrir le café du village', 'Commerce'],
  ['Un verger partagé', 'Environnement'],
  ['Des vélos pour l’école', 'Éducation'],
  ['Restaurer le lavoir', 'Patrimoine'],
  ['Une fresque pour le gymnase', 'Culture'],
  ['Un atelier de réparation', 'Solidarité'],
  ['Le festival de l’été', 'Culture'],
  ['Une épicerie coopérative', 'Commerce'],
  ['Des haies et des nichoirs', 'Environnement'],
  ['Un orgue à sauver', 'Patrimoine'],
  ['Une halle pour le marché', 'Commerce'],
  ['Des livres pour la bibliothèque', 'Éducation'],
  ['Une scène au bord de l’eau', 'Culture'],
  ['Le terrain du club', 'Sport'],
];

/**
 * Invented campaigns all over France, in communes of which the package knows the place: more of them
 * where more people live. The same in every run, but for their dates.
 *
 * @param count - How many.
 * @param root - The folder `demo/` as the feed reaches it, with a slash at the end.
 * @param now - Milliseconds since 1970: the day of the visit.
 */
export async function nation(count: number, root: string, now: number): Promise<object> {
  const communes = (await communesOf('country:FR')).filter(({center}) => center);
  const sums: number[] = [];
  let people = 0;
  for (const {population = 0} of communes) sums.push((people += population ** 0.8));
  const next = chance(2026);
  const day = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);

  const features = Array.from({length: count}, (_, at) => {
    const wanted = next() * people;
    const {name, code, center = [0, 0], ...place} = communes[above(sums, wanted)]!;
    const [title, category] = PROJECTS[Math.floor(next() * PROJECTS.length)]!;
    const goal = Math.round(400 * Math.exp(next() * 4)) * 5;
    const fate = next();
    const share = fate < 0.68 ? 1 + next() ** 3 : next() * 0.9;
    const isLive = at % 12 === 0;
    const ended = Math.floor(next() * 3000) + 1;
    const around = () => (next() + next() - 1) * 0.02;
    return {
      type: 'Feature',
      id: `invente-${at}`,
      geometry: {
        type: 'Point',
        coordinates: [center[0] + around(), center[1] + around()].map((one) =>
          Number(one.toFixed(5)),
        ),
      },
      properties: {
        title: `${title} (${name})`,
        tagline: 'Exemple inventé pour la démonstration.',
        url: `${root}campaign.html`,
        category,
        goal,
        // Of some, nobody says how much: it is unknown, and never 0.
        raised: at % 25 === 3 ? null : Math.floor(goal * share),
        backers: Math.ceil((goal * share) / 45),
        ...(isLive
          ? {startsAt: day(-20), endsAt: day(1 + Math.floor(next() * 40))}
          : {status: fate < 0.68 ? 'succeeded' : 'failed', endsAt: day(-ended)}),
        place: {
          name,
          code: code.replace('commune:', ''),
          departement: place.departement,
          region: place.region,
          ...(place.epci && {epci: place.epci}),
        },
      },
    };
  });
  return {
    type: 'FeatureCollection',
    version: '1.0',
    title: `${count} campagnes inventées`,
    publisher: {name: 'Relais (démonstration)', url: root},
    licence: 'CC-BY-4.0',
    updatedAt: new Date(Math.floor(now / 3_600_000) * 3_600_000).toISOString(),
    features,
  };
}

/** The first of ascending sums that is above a value. */
function above(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
