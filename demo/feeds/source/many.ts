import {readFileSync} from 'node:fs';

import type {Category, Source} from './types.ts';

/** [name, commune, postcode, EPCI, département, région, longitude, latitude]; see `pick-communes.ts`. */
type Row = [string, string, string, string, string, string, number, number];

const rows = JSON.parse(readFileSync(new URL('./communes.json', import.meta.url), 'utf8')) as Row[];

const THEMES: {
  category: Category;
  picture: string;
  title: (town: string) => string;
  purpose: string;
}[] = [
  {
    category: 'trade',
    picture: 'halle',
    title: (town) => `Une halle pour le marché, à ${town}`,
    purpose: 'abriter les producteurs du samedi.',
  },
  {
    category: 'trade',
    picture: 'fournil',
    title: (town) => `Le fournil rouvre à ${town}`,
    purpose: 'du pain au bourg, sept jours sur sept.',
  },
  {
    category: 'education',
    picture: 'cantine',
    title: (town) => `Une cantine bio à ${town}`,
    purpose: 'servir aux enfants les légumes d’à côté.',
  },
  {
    category: 'environment',
    picture: 'haies',
    title: (town) => `Replanter les haies, à ${town}`,
    purpose: 'rendre un abri aux oiseaux et de l’ombre aux bêtes.',
  },
  {
    category: 'heritage',
    picture: 'lavoir',
    title: (town) => `Sauver le lavoir, à ${town}`,
    purpose: 'reprendre les pierres avant l’hiver.',
  },
  {
    category: 'culture',
    picture: 'fresque',
    title: (town) => `Une fresque à ${town}`,
    purpose: 'peindre l’histoire du bourg avec ses habitants.',
  },
  {
    category: 'sport',
    picture: 'kayak',
    title: (town) => `Des kayaks pour tous à ${town}`,
    purpose: 'apprendre la rivière dès dix ans.',
  },
  {
    category: 'culture',
    picture: 'cinema',
    title: (town) => `Le cinéma revient à ${town}`,
    purpose: 'un écran, deux soirs par semaine.',
  },
  {
    category: 'environment',
    picture: 'atelier-velo',
    title: (town) => `Un atelier vélo à ${town}`,
    purpose: 'réparer plutôt que jeter.',
  },
  {
    category: 'environment',
    picture: 'jardin',
    title: (town) => `Un jardin partagé à ${town}`,
    purpose: 'vingt parcelles et une serre.',
  },
  {
    category: 'culture',
    picture: 'bibliotheque',
    title: (town) => `Un bibliobus autour de ${town}`,
    purpose: 'des livres là où il n’y en a plus.',
  },
  {
    category: 'heritage',
    picture: 'moulin',
    title: (town) => `Le moulin tourne à ${town}`,
    purpose: 'moudre de nouveau le blé du plateau.',
  },
  {
    category: 'culture',
    picture: 'musique',
    title: (town) => `Une fête de la musique à ${town}`,
    purpose: 'une scène pour les groupes du canton.',
  },
  {
    category: 'solidarity',
    picture: 'vitrines',
    title: (town) => `Une boutique solidaire à ${town}`,
    purpose: 'vendre à petit prix ce qui sert encore.',
  },
  {
    category: 'heritage',
    picture: 'kiosque',
    title: (town) => `Le kiosque de ${town}`,
    purpose: 'réparer la toiture et relancer les concerts.',
  },
  {
    category: 'health',
    picture: 'hopital',
    title: (town) => `Une maison des aidants à ${town}`,
    purpose: 'souffler, s’informer, se rencontrer.',
  },
];

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Five hundred campaigns all over France: for maps and lists. Each is invented. */
export function manyCampaigns(): Source[] {
  const roll = dice(2026);
  return rows.map(
    ([name, code, postcode, epci, departement, region, longitude, latitude], index) => {
      const theme = THEMES[Math.floor(roll() * THEMES.length)]!;
      const goal = 2000 + 500 * Math.floor(roll() ** 2 * 60);
      const share = roll() * 1.15;
      const over = roll() < 0.16;
      const ends = over ? -Math.floor(1 + roll() * 300) : Math.floor(1 + roll() * 44);
      const raised = Math.round(goal * (over ? 0.35 + share : share));
      const isPublic = roll() < 0.3;
      return {
        id: `c${String(index + 1).padStart(3, '0')}-${code.toLowerCase()}`,
        title: theme.title(name),
        purpose: theme.purpose,
        category: theme.category,
        picture: theme.picture,
        place: {
          name,
          code,
          postcode,
          ...(epci && {epci}),
          departement,
          region,
          at: [longitude, latitude],
        },
        owner: isPublic
          ? {name: `Mairie : ${name}`, kind: 'public'}
          : {name: `Les amis de ${name}`, kind: 'association'},
        goal,
        raised,
        backers: Math.max(1, Math.round(raised / (38 + roll() * 45))),
        starts: ends - 30 - Math.floor(roll() * 15),
        ends,
      } satisfies Source;
    },
  );
}
