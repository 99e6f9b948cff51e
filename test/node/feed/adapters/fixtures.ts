import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {adapt} from '../../../../lib/feed/adapters/index.js';
import type {Campaign} from '../../../../lib/feed/campaign.js';
import {readFeed} from '../../../../lib/feed/read.js';

const folder = fileURLToPath(new URL('../../../fixtures/adapters/', import.meta.url));

/** What is known of a fixture. */
export interface Fixture {
  file: string;
  /** What a page writes to force it. */
  format: string;
  /** Whether it is understood without. */
  byShape: boolean;
  /** The campaigns that are read, in order; null when nothing can be. */
  ids: string[] | null;
  /** What is reported: position and path. */
  problems?: [number | null, string][];
  /** The fields of which the whole answer is told something: what is not read, and why. */
  remarks?: string[];
  /** What the error says, when nothing can be read. */
  says?: RegExp;
}

const good = (
  file: string,
  ids: string[],
  format = file.split(/[-.]/)[0] ?? '',
  byShape = true,
) => ({
  file,
  format,
  byShape,
  ids,
});

/** Every fixture: an answer in a platform's real shape, with values of our own. */
export const fixtures: readonly Fixture[] = [
  good('csv.csv', ['ville.example/halle', 'ville.example/lavoir', '127.0.0.1/four']),
  good('csv-english.csv', ['town.example/hall', 'town.example/wash']),
  good('csv-tabs.tsv', ['ville.example/miel']),
  good('csv-windows.csv', ['ville.example/theatre']),
  good('csv-mairie.csv', [
    'plateforme.example/lavoir',
    'plateforme.example/projets/cafe',
    'plateforme.example/jardin',
  ]),
  {...good('csv-montant.csv', ['plateforme.example/halle']), remarks: ['Montant', 'Date']},
  {
    ...good('csv-wrong.csv', [
      'ville.example/juste',
      'ville.example/ambigu',
      'ville.example/dollars',
    ]),
    problems: [
      [1, 'properties.raised'],
      [1, 'properties.endsAt'],
      [2, 'properties.raised'],
      [3, 'properties.title'],
      [4, 'id'],
      [4, 'properties.url'],
    ],
  },
  good('geojson.json', ['ville.example/halle', 'ville.example/lavoir?id=2']),
  good(
    'geojson-mapped.json',
    ['a'],
    "geojson:title=libelle_court,url=fiche.adresse,raised=eur,goal=cible,endsAt=cloture,decimal='.'",
    false,
  ),
  {...good('geojson-wrong.json', []), ids: null, byShape: false, says: /couleur, surface/},
  good('goteo-projects.json', ['llevamealhuerto', 'fin']),
  good('goteo-project.json', ['llevamealhuerto']),
  good('goteo-calls.json', []),
  {
    ...good('goteo-wrong.json', ['llevamealhuerto', 'texte', 'fecha']),
    problems: [
      [1, 'properties.raised'],
      [2, 'properties.startsAt'],
      [3, 'properties.url'],
    ],
  },
  good('helloasso-form.json', ['demo-boutique-crowdfunding-1']),
  good('helloasso-forms.json', ['demo-boutique-crowdfunding-toit', 'demo-boutique-donation-dons']),
  {
    ...good('helloasso-wrong.json', ['demo-boutique-crowdfunding-pays']),
    problems: [
      [0, 'properties.url'],
      [1, 'properties.place.country'],
    ],
  },
  good('jsonfeed.json', ['42', '43', '44']),
  {
    ...good('jsonfeed-wrong.json', ['2']),
    problems: [
      [0, 'properties.url'],
      [1, 'properties.endsAt'],
    ],
  },
  good('kickstarter-project.json', ['1637457328']),
  good('kickstarter-discover.json', ['1', '2']),
  {
    ...good('kickstarter-wrong.json', ['1', '3', '4']),
    problems: [
      [1, 'properties.title'],
      [2, 'properties.endsAt'],
      [3, 'properties.currency'],
    ],
  },
  good('kisskissbankbank.json', ['UHJvamVjdC0x', 'UHJvamVjdC0y']),
  good(
    'kisskissbankbank-more.json',
    ['UHJvamVjdC0z', 'UHJvamVjdC00', 'UHJvamVjdC01'],
    'kisskissbankbank:endsAt=closingDay,place.name=town.label',
  ),
  {
    ...good('kisskissbankbank-page.json', ['UHJvamVjdC0xNg==']),
    remarks: ['data.projectsBySelection'],
  },
  {
    ...good('kisskissbankbank-errors.json', []),
    ids: null,
    says: /answers with an error: "Field 'projectsBySelection'/,
  },
  {
    ...good('kisskissbankbank-wrong.json', ['UHJvamVjdC02']),
    problems: [
      [1, ''],
      [2, 'properties.url'],
    ],
  },
  good('opencollective-account.json', ['8a47-x']),
  good('opencollective-accounts.json', ['1', '3']),
  {...good('opencollective-page.json', ['11', '12']), remarks: ['data.accounts']},
  {
    ...good('opencollective-errors.json', []),
    ids: null,
    says: /answers with an error: "No collective found/,
  },
  {...good('opencollective-wrong.json', []), problems: [[0, 'properties.title']]},
  good(
    'opendatasoft.json',
    ['ville.example/projets/Halle', 'ville.example/projets/Lavoir%20%26%20fontaine'],
    "opendatasoft:url='https://ville.example/projets/{titre}'",
    false,
  ),
  good('opendatasoft-french.json', ['p-1']),
  {...good('opendatasoft-error.json', []), ids: null, says: /Unknown field: montan/},
  good('ulule-search.json', ['901001', '901002']),
  good('ulule-search-2.json', ['901003']),
  good('ulule-project.json', ['901010']),
  good('ulule-flat.json', ['77']),
  {
    ...good('ulule-wrong.json', ['1', '4']),
    problems: [
      [1, 'properties.url'],
      [2, 'properties.url'],
      [3, 'properties.raised'],
      [4, ''],
    ],
  },
];

/** The fixtures that lie there. */
export function filesOfFixtures(): string[] {
  return readdirSync(folder).sort();
}

/** A fixture as it lies there. */
export function bytesOf(file: string): Buffer {
  return readFileSync(folder + file);
}

/** A fixture as an adapter is given it: parsed JSON, or the text of a table. */
export function answerOf(file: string): unknown {
  const text = bytesOf(file).toString('utf8');
  return file.endsWith('.json') ? JSON.parse(text) : text;
}

const ADDRESS = 'https://api.example/v1/answer?q=x';

/** What is read of an answer. */
export async function readAnswer(answer: unknown, format = '', url = ADDRESS) {
  const {feed, next} = readFeed(await adapt(answer, format, {url}), url);
  return {...feed, next};
}

/** The campaigns of a fixture by their id; it has no problems. */
export async function campaignsOf(file: string, format = ''): Promise<Record<string, Campaign>> {
  const {campaigns, problems} = await readAnswer(answerOf(file), format);
  if (problems.length) throw new Error(JSON.stringify(problems));
  return Object.fromEntries(campaigns.map((campaign) => [campaign.id, campaign]));
}
