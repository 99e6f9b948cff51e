import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {fold} from '../../../lib/territory/fold.js';
import {loadIndex} from '../../../lib/territory/search-index.js';
import {searchTerritories, type SearchOptions} from '../../../lib/territory/search.js';

const search = (query: string, options?: SearchOptions) => searchTerritories(query, options);
const codes = async (query: string, options?: SearchOptions) =>
  (await search(query, options)).map(({code}) => code);
const first = async (query: string, options?: SearchOptions) => (await codes(query, options))[0];

/** What is typed, and the code that must come first. */
const FIRST: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'names as people type them': {
    Bordeaux: 'commune:33063',
    'BORDEAUX ': 'commune:33063',
    'le havre': 'commune:76351',
    havre: 'commune:76351',
    rochelle: 'commune:17300',
    'St Etienne': 'commune:42218',
    'ste genevieve des bois': 'commune:91549',
    'St. Malo': 'commune:35288',
    'mont st michel': 'commune:50353',
    'chalons en champagne': 'commune:51108',
    "l'hay les roses": 'commune:94038',
    'L’Haÿ-les-Roses': 'commune:94038',
    'haÿ les roses': 'commune:94038',
    'lhay les roses': 'commune:94038',
    'ay champagne': 'commune:51030',
    schœlcher: 'commune:97229',
    schoelcher: 'commune:97229',
    'villeneuve s/ lot': 'commune:47323',
    'Chalon/Saône': 'commune:71076',
    'ville de Pau': 'commune:64445',
    'La Roche-sur-Yon': 'commune:85191',
    laon: 'commune:02408',
  },
  'names of one or two letters': {
    Y: 'commune:80829',
    y: 'commune:80829',
    Eu: 'commune:76255',
    Us: 'commune:95625',
    Oô: 'commune:31404',
    oo: 'commune:31404',
    Bû: 'commune:28064',
  },
  'one typing error': {
    bordaux: 'commune:33063',
    boredaux: 'commune:33063',
    bordeauxx: 'commune:33063',
    bordequx: 'commune:33063',
    lyin: 'commune:69123',
    pars: 'commune:75056',
    marseile: 'commune:13055',
    strabsourg: 'commune:67482',
    'sait denis 93': 'commune:93066',
    saintdenis: 'commune:97411',
    rochele: 'commune:17300',
  },
  'a name and its département': {
    'saint-denis': 'commune:97411',
    'saint-denis 93': 'commune:93066',
    'saint-denis (93)': 'commune:93066',
    'Saint-Denis, 93': 'commune:93066',
    'st denis 974': 'commune:97411',
    'Saint-Denis La Réunion': 'commune:97411',
    'saint denis reunion': 'commune:97411',
    'saint-denis seine-saint-denis': 'commune:93066',
    'Saint-Denis Île-de-France': 'commune:93066',
    'saint denis aude': 'commune:11339',
    'saint-denis 93200': 'commune:93066',
    '93200 Saint-Denis': 'commune:93066',
    'valence 82': 'commune:82186',
    'montreuil eure-et-loir': 'commune:28267',
    'ajaccio 2a': 'commune:2A004',
    '64 Pau': 'commune:64445',
    '2A Ajaccio': 'commune:2A004',
    '974 saint denis': 'commune:97411',
    '13 Marseile': 'commune:13055',
    'ajaccio 20': 'commune:2A004',
    'sainte colombe 05': 'commune:05135',
    'sainte-marie martinique': 'commune:97228',
  },
  'communes that merged, and some that came back': {
    'Pierrefitte-sur-Seine': 'commune:93066',
    seynod: 'commune:74010',
    'Cherbourg-Octeville': 'commune:50129',
    cherbourg: 'commune:50129',
    "L'Oie": 'commune:85165',
    'sainte florence 85': 'commune:85212',
    'essarts en bocage': 'commune:85084',
  },
  arrondissements: {
    paris: 'commune:75056',
    'paris 16': 'commune:75116',
    'Paris 16e': 'commune:75116',
    'paris 16ème arrondissement': 'commune:75116',
    'paris 1': 'commune:75101',
    'paris 01': 'commune:75101',
    'Marseille 1er arrondissement': 'commune:13201',
    'lyon 3e': 'commune:69383',
    'paris 75011': 'commune:75111',
    '75116': 'commune:75116',
    '75016': 'commune:75116',
  },
  'postcodes and codes': {
    '33000': 'commune:33063',
    '33 000': 'commune:33063',
    '64000': 'commune:64445',
    '33063': 'commune:33063',
    '93059': 'commune:93066',
    '2a004': 'commune:2A004',
    '2B033': 'commune:2B033',
    '20004': 'commune:2A004',
    '97133': 'commune:97701',
    '75000': 'commune:75056',
    '330': 'commune:33063',
    '243300316': 'epci:243300316',
    'commune:33063': 'commune:33063',
    'region:93': 'region:93',
  },
  'départements, régions and the country': {
    '33': 'departement:33',
    '974': 'departement:974',
    '2a': 'departement:2A',
    '20': 'departement:2A',
    '01': 'departement:01',
    gironde: 'departement:33',
    'la gironde': 'departement:33',
    'département du Nord': 'departement:59',
    'seine saint denis': 'departement:93',
    'ille et vilaine': 'departement:35',
    'cotes d armor': 'departement:22',
    "Côtes-d'Armor": 'departement:22',
    'nouvelle aquitaine': 'region:75',
    'region bretagne': 'region:53',
    occitanie: 'region:76',
    reunion: 'departement:974',
    'nouvelle caledonie': 'departement:988',
    france: 'country:FR',
    vienne: 'commune:38544',
    Loiré: 'commune:49178',
    loire: 'departement:42',
  },
  EPCI: {
    'bordeaux metropole': 'epci:243300316',
    'CC du Canton d’Erstein': 'epci:200067924',
    'canton d erstein': 'epci:200067924',
    'communauté de communes du canton d’erstein': 'epci:200067924',
    'communaute d agglomeration du pays basque': 'epci:200067106',
    'ca pays basque': 'epci:200067106',
    'métropole du grand paris': 'epci:200054781',
    'metropole de bordeaux': 'epci:243300316',
    'cc des quatre rivieres 70': 'epci:247000623',
    'cc des quatre rivieres 74': 'epci:247400666',
    'alpes provence verdon': 'epci:200068625',
  },
};

for (const [group, questions] of Object.entries(FIRST)) {
  describe(`searchTerritories: ${group}`, () => {
    for (const [query, code] of Object.entries(questions)) {
      it(`${JSON.stringify(query)} is ${code}`, async () => assert.equal(await first(query), code));
    }
  });
}

describe('searchTerritories: what it answers', () => {
  it('says the département, the région, the population and the centre', async () => {
    const [{center, population, ...pau} = {}] = await search('pau');
    assert.deepEqual(pau, {
      code: 'commune:64445',
      kind: 'commune',
      name: 'Pau',
      departement: '64',
      departementName: 'Pyrénées-Atlantiques',
      region: '75',
    });
    assert.ok((population ?? 0) > 70_000);
    assert.ok(center && Math.abs(center[0] + 0.37) < 0.03 && Math.abs(center[1] - 43.3) < 0.03);
  });

  it('tells homonyms apart, the most populated first', async () => {
    const found = await search('saint-denis', {kinds: ['commune']});
    assert.deepEqual(
      found.slice(0, 4).map(({name, departementName}) => `${name} (${departementName})`),
      [
        'Saint-Denis (La Réunion)',
        'Saint-Denis (Seine-Saint-Denis)',
        'Saint-Denis (Aude)',
        'Saint-Denis (Gard)',
      ],
    );
  });

  it('gives the postcode that was typed, or the one that begins so', async () => {
    assert.equal((await search('64000'))[0]?.postcode, '64000');
    assert.equal((await search('6400'))[0]?.postcode, '64000');
    assert.equal((await search('pau'))[0]?.postcode, undefined);
    const city = (await search('75116'))[1];
    assert.equal(city?.code, 'commune:75056');
    assert.equal(city.postcode, '75116');
  });

  it('gives the name that a commune no longer bears', async () => {
    const [found] = await search('seynod');
    assert.equal(found?.name, 'Annecy');
    assert.equal(found.matchedName, 'Seynod');
    assert.equal((await search('annecy'))[0]?.matchedName, undefined);
  });

  it('finds communes that are no more, and whole names before the beginnings of others', async () => {
    for (const [typed, code, matchedName] of [
      ['Aÿ', 'commune:51030', 'Ay'],
      ['ay', 'commune:51030', 'Ay'],
      ['Arlod', 'commune:01033', 'Arlod'],
      ['courcouronnes', 'commune:91228', 'Courcouronnes'],
      ['equeurdreville', 'commune:50129', 'Équeurdreville-Hainneville'],
      ['Le Chesnay', 'commune:78158', 'Le Chesnay'],
      ['saint ouen 93', 'commune:93070', 'Saint-Ouen'],
    ] as const) {
      const [found] = await search(typed);
      assert.deepEqual([found?.code, found?.matchedName], [code, matchedName], typed);
    }
    // A village that is no more does not stand before a city whose name goes on.
    assert.deepEqual((await codes('boulogne')).slice(0, 2), ['commune:92012', 'commune:62160']);
    for (const name of ['Eu', 'Y', 'Us', 'Oô', 'Bû']) {
      const [found] = await search(name);
      assert.deepEqual([found?.name, found?.matchedName], [name, undefined]);
    }
  });

  it('never lists a territory twice', async () => {
    for (const query of [
      'annecy',
      'saint',
      '33',
      '20',
      'la reunion',
      'saint martin',
      'mayotte',
      'pa',
    ]) {
      const found = await codes(query, {limit: 40});
      assert.equal(new Set(found).size, found.length, query);
    }
    assert.ok(!(await codes('saint-pierre-et-miquelon')).includes('region:975'));
    assert.deepEqual(await codes('saint-pierre-et-miquelon', {kinds: ['region']}), ['region:975']);
  });

  it('answers nothing to nothing', async () => {
    for (const query of [
      '',
      '  ',
      '-',
      '…',
      '((',
      '3',
      '99999',
      'zzzzzz',
      '*',
      '<img src=x>',
      '\\',
      '\n',
    ]) {
      assert.deepEqual(await search(query), [], JSON.stringify(query));
    }
  });

  it('survives what nobody types', async () => {
    for (const query of [
      'a'.repeat(1_000_000),
      '[(+*?',
      'saint '.repeat(500),
      '\u0000',
      '💶',
      '33'.repeat(99),
    ]) {
      assert.ok(Array.isArray(await search(query)));
    }
  });
});

describe('searchTerritories: options', () => {
  it('keeps to the limit, 8 unless told', async () => {
    assert.equal((await search('saint')).length, 8);
    assert.equal((await search('saint', {limit: 3})).length, 3);
    assert.equal((await search('saint', {limit: 50})).length, 50);
    assert.deepEqual(await search('saint', {limit: 0}), []);
    assert.deepEqual(await search('saint', {limit: Number.NaN}), []);
  });

  it('keeps to the levels', async () => {
    for (const kind of ['commune', 'epci', 'departement', 'region'] as const) {
      const found = await search('la', {kinds: [kind], limit: 30});
      assert.ok(found.length > 0 && found.every((one) => one.kind === kind), kind);
    }
    assert.equal(await first('paris', {kinds: ['departement']}), 'departement:75');
    assert.deepEqual(await search('paris', {kinds: []}), []);
  });

  it('keeps within a territory, itself included', async () => {
    assert.equal(await first('saint-denis', {within: 'departement:93'}), 'commune:93066');
    assert.equal(await first('saint-denis', {within: 'region:11'}), 'commune:93066');
    assert.equal(await first('saint-denis', {within: 'region:04'}), 'commune:97411');
    assert.equal(await first('saint-denis', {within: 'country:FR'}), 'commune:97411');
    assert.equal(await first('gironde', {within: 'departement:33'}), 'departement:33');
    assert.deepEqual(await codes('pessac', {within: 'departement:64'}), []);
  });

  it('keeps within an EPCI, across its borders', async () => {
    assert.deepEqual(await codes('pessac', {within: 'epci:243300316'}), ['commune:33318']);
    assert.deepEqual(await codes('libourne', {within: 'epci:243300316'}), []);
    const dreux = await search('3', {within: 'epci:200040277'});
    assert.deepEqual(dreux, []);
    assert.equal(await first('ivry la bataille', {within: 'epci:200040277'}), 'commune:27355');
    assert.equal(await first('dreux', {within: 'epci:200040277'}), 'commune:28134');
    assert.ok(
      (await codes('agglo du pays de dreux', {within: 'departement:27'})).includes(
        'epci:200040277',
      ),
    );
  });

  it('keeps within a city', async () => {
    assert.deepEqual(await codes('75116', {within: 'commune:75056'}), [
      'commune:75116',
      'commune:75056',
    ]);
    assert.deepEqual(await codes('lyon', {within: 'commune:75056', kinds: ['commune']}), []);
    assert.deepEqual(await codes('pierrefitte-sur-seine', {within: 'commune:93066'}), [
      'commune:93066',
    ]);
  });

  it('finds nothing within what is malformed or unknown', async () => {
    for (const within of [
      '',
      'x',
      '33',
      'departement:20',
      'epci:000000000',
      'commune:00000',
      'country:BE',
    ]) {
      assert.deepEqual(await search('bordeaux', {within}), [], within);
    }
  });

  it('applies to postcodes and codes as well', async () => {
    assert.deepEqual(await codes('33000', {within: 'departement:64'}), []);
    assert.deepEqual(await codes('33', {kinds: ['departement']}), ['departement:33']);
    assert.deepEqual(await codes('33063', {kinds: ['region']}), []);
  });
});

describe('searchTerritories: loading', () => {
  it('makes one index for everyone', async () => {
    assert.equal(loadIndex(), loadIndex());
    const [one, two, three] = await Promise.all([loadIndex(), loadIndex(), loadIndex()]);
    assert.equal(one, two);
    assert.equal(two, three);
  });

  it('answers the same whatever is asked at the same time', async () => {
    const queries = ['pau', 'paris', 'lyin', '33', 'saint denis 93', 'pau'];
    const together = await Promise.all(queries.map((query) => codes(query)));
    for (const [at, query] of queries.entries()) assert.deepEqual(together[at], await codes(query));
  });
});

describe('fold', () => {
  it('makes one question of many spellings', () => {
    for (const text of [
      'St-Étienne',
      'saint  etienne',
      'SAINT ÉTIENNE',
      'Saint‑Étienne',
      'St. Etienne',
    ]) {
      assert.equal(fold(text), 'saint etienne');
    }
    assert.equal(fold('L’Haÿ-les-Roses'), 'l hay les roses');
    assert.equal(fold('Œting'), 'oeting');
    assert.equal(fold('Paris 01er arrondissement'), 'paris 1');
    assert.equal(fold('LILLE CEDEX 9'), 'lille');
    assert.equal(fold('!?'), '');
  });
});
