import type {Feature} from './write.ts';

/** Small feeds, each for one state or one trap. Nothing in them is real. */

const page = (root: string, id: string) => `${root}campaign.html?id=${id}`;

/** Nothing but what is required, to add to. */
function feature(root: string, id: string, properties: Record<string, unknown>): Feature {
  return {
    type: 'Feature',
    id,
    geometry: null,
    properties: {url: page(root, id), ...properties} as Feature['properties'],
  };
}

/** Two hundred characters, and a word that no line can break. */
const LONG =
  'Restaurer, repeindre, rééclairer et rouvrir enfin, avec les habitantes et les habitants de la vallée, la très ancienne salle des fêtes municipale intercommunalementréaménageable et sa grande scène.';

export function longTitle(root: string, tomorrow: string): Feature[] {
  return [
    feature(root, 'long-title', {
      title: LONG.padEnd(200, '!').slice(0, 200),
      tagline: `Exemple inventé — ${'un accroche très longue, qui continue encore un peu plus loin, '.repeat(6).trim()}`,
      owner: {
        name: 'Association pour la sauvegarde et la mise en valeur de la salle des fêtes',
        kind: 'association',
      },
      mentors: [
        {name: 'Syndicat mixte d’aménagement et de développement durable de la grande vallée'},
      ],
      place: {
        name: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
        code: '51513',
        departement: '51',
      },
      goal: 123456789.5,
      raised: 98765432.1,
      backers: 1234567,
      endsAt: tomorrow,
    }),
  ];
}

export function noGoal(root: string): Feature[] {
  return [
    feature(root, 'no-goal', {
      title: 'Une collecte sans objectif',
      tagline: 'Exemple inventé — chaque don compte, et il n’y a pas de fin.',
      raised: 3275,
      backers: 58,
      status: 'live',
      owner: {name: 'Ville de démonstration', kind: 'public'},
    }),
    feature(root, 'unknown-amount', {
      title: 'Un montant que la plateforme ne dit pas',
      tagline: 'Exemple inventé — inconnu n’est pas zéro.',
      goal: 10000,
      status: 'live',
    }),
    feature(root, 'unknown-backers', {
      title: 'Des contributeurs que l’on ne compte pas',
      tagline: 'Exemple inventé — le montant est connu, le nombre de personnes ne l’est pas.',
      goal: 11000,
      raised: 5820,
      status: 'live',
    }),
  ];
}

/** Written from right to left, in a page that is not. */
export function rightToLeft(root: string, tomorrow: string): Feature[] {
  return [
    feature(root, 'rtl', {
      title: 'حديقة مشتركة لحيّ الجسر (12 قطعة)',
      tagline: 'مثال مختلق — بئر وأشجار ظلّ لأطفال الحيّ.',
      lang: 'ar',
      goal: 6000,
      raised: 2580,
      backers: 47,
      endsAt: tomorrow,
      place: {name: 'Marseille', code: '13055', departement: '13'},
      owner: {name: 'جمعية الجسر', kind: 'association'},
    }),
  ];
}

/** Markup in every text, and links that are scripts: shown as text, or not at all. */
export function hostile(root: string, tomorrow: string): Feature[] {
  const bad = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  return [
    feature(root, 'hostile', {
      title: `Exemple hostile ${bad}`,
      tagline: `</style></textarea>${bad}\u202e!esrever`,
      category: bad,
      owner: {name: bad, url: 'javascript:alert(3)', kind: 'association'},
      mentors: [{name: bad, logo: 'javascript:alert(4)'}],
      image: {src: 'javascript:alert(5)', alt: bad},
      place: {name: bad},
      goal: 1000,
      raised: 250,
      backers: 12,
      endsAt: tomorrow,
      news: [{title: bad, url: 'data:text/html,<script>alert(6)</script>'}],
    }),
    feature(root, 'hostile-link', {
      title: 'Exemple hostile : un lien qui est un script',
      url: 'javascript:alert(7)',
      goal: 1000,
      raised: 10,
    }),
  ];
}
