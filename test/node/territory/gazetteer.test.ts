import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {fold} from '../../../lib/territory/fold.js';
import {
  communesOf,
  contains,
  findByName,
  findByPostcode,
  findTerritory,
  widerThan,
} from '../../../lib/territory/gazetteer.js';

const codes = (territories: {code: string}[]) => territories.map(({code}) => code);

describe('findTerritory', () => {
  it('knows everything about a commune', async () => {
    const {center, population, ...bordeaux} = (await findTerritory('commune:33063')) ?? {};
    assert.deepEqual(bordeaux, {
      code: 'commune:33063',
      kind: 'commune',
      name: 'Bordeaux',
      departement: '33',
      region: '75',
      epci: '243300316',
      postcodes: ['33000', '33100', '33200', '33300', '33800'],
    });
    assert.ok(population !== undefined && population > 250_000);
    assert.ok(center && Math.abs(center[0] + 0.58) < 0.03 && Math.abs(center[1] - 44.84) < 0.03);
  });

  it('knows an EPCI, with the départements and régions it spans', async () => {
    const dreux = await findTerritory('epci:200040277');
    assert.equal(dreux?.name, 'CA Agglo du Pays de Dreux');
    assert.deepEqual(dreux.departements, ['28', '27']);
    assert.deepEqual(dreux.regions, ['24', '28']);
    assert.ok((dreux.population ?? 0) > 100_000);
    assert.ok(dreux.center && Math.abs(dreux.center[1] - 48.74) < 0.1);
  });

  it('tells départements from régions of the same code', async () => {
    assert.equal((await findTerritory('region:93'))?.name, "Provence-Alpes-Côte d'Azur");
    assert.equal((await findTerritory('departement:93'))?.name, 'Seine-Saint-Denis');
    assert.equal((await findTerritory('region:75'))?.name, 'Nouvelle-Aquitaine');
    assert.equal((await findTerritory('departement:75'))?.name, 'Paris');
    assert.equal((await findTerritory('region:04'))?.name, 'La Réunion');
    assert.equal((await findTerritory('departement:04'))?.name, 'Alpes-de-Haute-Provence');
    assert.equal(await findTerritory('region:974'), undefined);
    assert.equal((await findTerritory('country:FR'))?.name, 'France');
  });

  it('finds the successor of a merged commune, and communes that came back', async () => {
    for (const [former, successor] of [
      ['93059', '93066'],
      ['75059', '93066'],
      ['74268', '74010'],
      ['50602', '50129'],
      ['85030', '85084'],
      ['20004', '2A004'],
      ['20033', '2B033'],
      ['75010', '93010'],
      ['78646', '78646'],
    ] as const) {
      assert.equal(
        (await findTerritory(`commune:${former}`))?.code,
        `commune:${successor}`,
        former,
      );
    }
    assert.equal((await findTerritory('commune:85165'))?.name, "L'Oie");
    assert.equal((await findTerritory('commune:85212'))?.name, 'Sainte-Florence');
  });

  it('knows arrondissements, with the EPCI of their city', async () => {
    const sixteenth = await findTerritory('commune:75116');
    assert.equal(sixteenth?.name, 'Paris 16e Arrondissement');
    assert.equal(sixteenth.parent, 'commune:75056');
    assert.equal(sixteenth.epci, '200054781');
    assert.deepEqual(sixteenth.postcodes, ['75016', '75116']);
    assert.equal((await findTerritory('commune:69381'))?.parent, 'commune:69123');
    assert.equal((await findTerritory('commune:13216'))?.parent, 'commune:13055');
    assert.equal((await findTerritory('commune:13216'))?.epci, '200054807');
    assert.equal(await findTerritory('commune:75121'), undefined);
  });

  it('knows what has no EPCI, no population or no postcode', async () => {
    for (const code of ['29155', '22016', '85113', '97502', '98735']) {
      const island = await findTerritory(`commune:${code}`);
      assert.ok(island && !('epci' in island), code);
    }
    const kerguelen = await findTerritory('commune:98412');
    assert.equal(kerguelen?.name, 'Archipel des Kerguelen');
    assert.ok(!('population' in kerguelen) && !('postcodes' in kerguelen));
    assert.equal(kerguelen.region, '984');
    assert.equal((await findTerritory('commune:55039'))?.population, 0);
  });

  it('keeps the spelling of names', async () => {
    for (const [code, name] of [
      ['94038', "L'Haÿ-les-Roses"],
      ['80829', 'Y'],
      ['76255', 'Eu'],
      ['31404', 'Oô'],
      ['51030', 'Aÿ-Champagne'],
      ['16052', 'Bors (Canton de Tude-et-Lavalette)'],
      ['50292', 'Marigny-Le-Lozon'],
      ['98722', 'Hitiaa O Te Ra'],
      ['62826', 'Le Touquet-Paris-Plage'],
    ]) {
      assert.equal((await findTerritory(`commune:${code}`))?.name, name);
    }
    const quoted = await findTerritory('epci:200068625');
    assert.equal(quoted?.name, 'CC Alpes-Provence-Verdon "Sources de lumière"');
  });

  for (const code of [
    '',
    '33063',
    'commune:99999',
    'commune:33999',
    'epci:000000000',
    'departement:20',
  ]) {
    it(`finds nothing for ${JSON.stringify(code)}`, async () => {
      assert.equal(await findTerritory(code), undefined);
    });
  }

  it('finds nothing for régions and countries that do not exist', async () => {
    assert.equal(await findTerritory('region:99'), undefined);
    assert.equal(await findTerritory('country:BE'), undefined);
  });

  it('gives each caller an object of its own', async () => {
    const [one, other] = await Promise.all([
      findTerritory('commune:64445'),
      findTerritory('commune:64445'),
    ]);
    assert.deepEqual(one, other);
    assert.notEqual(one, other);
  });
});

describe('findByPostcode', () => {
  it('gives every commune, the most populated first', async () => {
    const found = await findByPostcode('51300');
    assert.ok(found.length > 30);
    assert.equal(found[0]?.name, 'Vitry-le-François');
    const populations = found.map(({population = 0}) => population);
    assert.deepEqual(
      populations,
      [...populations].sort((a, b) => b - a),
    );
  });

  it('gives the arrondissement before the city', async () => {
    assert.deepEqual(codes(await findByPostcode('75116')), ['commune:75116', 'commune:75056']);
    assert.deepEqual(codes(await findByPostcode('75 016')), ['commune:75116', 'commune:75056']);
    assert.deepEqual(codes(await findByPostcode('69003')), ['commune:69383', 'commune:69123']);
  });

  it('knows postcodes that do not begin with the département', async () => {
    assert.deepEqual(codes(await findByPostcode('97133')), ['commune:97701']);
    assert.deepEqual(codes(await findByPostcode('97150')), ['commune:97801']);
    assert.equal((await findByPostcode('20000'))[0]?.code, 'commune:2A004');
    assert.equal((await findByPostcode('93380'))[0]?.code, 'commune:93066');
  });

  it('is empty for CEDEX codes, 75000 and what is not a postcode', async () => {
    for (const postcode of ['33077', '75000', '', '330', 'abcde', '330000']) {
      assert.deepEqual(await findByPostcode(postcode), [], postcode);
    }
  });
});

describe('findByName', () => {
  it('gives every homonym, the most populated first', async () => {
    assert.deepEqual(codes(await findByName('saint denis')), [
      'commune:97411',
      'commune:93066',
      'commune:11339',
      'commune:30247',
    ]);
    assert.equal((await findByName('Sainte-Colombe')).length, 12);
  });

  it('needs only the département to be sure', async () => {
    assert.deepEqual(codes(await findByName('St-Denis', {departement: '93'})), ['commune:93066']);
    assert.deepEqual(codes(await findByName('SAINT DENIS', {departement: '974'})), [
      'commune:97411',
    ]);
    assert.deepEqual(await findByName('Saint-Denis', {departement: '75'}), []);
  });

  it('finds the successor of a name that is no more, unless a commune bears it', async () => {
    assert.deepEqual(codes(await findByName('Pierrefitte-sur-Seine')), ['commune:93066']);
    assert.deepEqual(codes(await findByName('Seynod')), ['commune:74010']);
    const live = await findByName('Pierrefitte');
    assert.ok(live.length > 1 && live.every(({name}) => name === 'Pierrefitte'));
  });

  it('reads arrondissements and CEDEX as feeds write them', async () => {
    assert.deepEqual(codes(await findByName('PARIS 16E ARRONDISSEMENT')), ['commune:75116']);
    assert.deepEqual(codes(await findByName('Paris 16e')), ['commune:75116']);
    assert.deepEqual(codes(await findByName('BORDEAUX CEDEX')), ['commune:33063']);
    assert.deepEqual(codes(await findByName('L’Haÿ les Roses')), ['commune:94038']);
  });

  it('gives one commune for every name with its département', async () => {
    for (const {name, departement, code} of (await communesOf('country:FR')).filter(
      (_, i) => i % 50 === 0,
    )) {
      assert.deepEqual(codes(await findByName(name, {departement})), [code]);
    }
  });

  it('is empty for what is no name', async () => {
    for (const name of ['', ' ', '…', 'Atlantis', 'constructor', '__proto__']) {
      assert.deepEqual(await findByName(name), [], name);
    }
  });
});

describe('widerThan', () => {
  it('goes from a commune to the country', async () => {
    assert.deepEqual(codes(await widerThan('commune:33063')), [
      'epci:243300316',
      'departement:33',
      'region:75',
      'country:FR',
    ]);
  });

  it('begins with the city of an arrondissement', async () => {
    assert.deepEqual(codes(await widerThan('commune:75116')), [
      'commune:75056',
      'epci:200054781',
      'departement:75',
      'region:11',
      'country:FR',
    ]);
  });

  it('gives every département and région of an EPCI', async () => {
    assert.deepEqual(codes(await widerThan('epci:200040277')), [
      'departement:28',
      'departement:27',
      'region:24',
      'region:28',
      'country:FR',
    ]);
  });

  it('leaves out what does not exist', async () => {
    assert.deepEqual(codes(await widerThan('commune:29155')), [
      'departement:29',
      'region:53',
      'country:FR',
    ]);
    assert.deepEqual(codes(await widerThan('commune:97502')), ['departement:975', 'country:FR']);
    assert.deepEqual(codes(await widerThan('departement:2A')), ['region:94', 'country:FR']);
    assert.deepEqual(codes(await widerThan('region:94')), ['country:FR']);
    assert.deepEqual(await widerThan('country:FR'), []);
    assert.deepEqual(await widerThan('commune:00000'), []);
  });
});

describe('communesOf and contains', () => {
  it('lists the communes of an EPCI across borders', async () => {
    const members = await communesOf('epci:200040277');
    assert.deepEqual([...new Set(members.map(({departement}) => departement))].sort(), [
      '27',
      '28',
    ]);
    assert.equal((await communesOf('epci:243300316')).length, 28);
  });

  it('lists départements, régions, the country, and arrondissements for a city', async () => {
    assert.equal((await communesOf('departement:974')).length, 24);
    assert.equal((await communesOf('region:94')).length, 360);
    assert.equal((await communesOf('country:FR')).length, 34_969);
    assert.equal((await communesOf('commune:75056')).length, 20);
    assert.deepEqual(await communesOf('commune:33063'), []);
    assert.deepEqual(await communesOf('nowhere'), []);
  });

  it('agrees with findTerritory for every commune', async () => {
    let total = 0;
    for (const {epci, departement, region, code} of await communesOf('departement:28')) {
      assert.equal(departement, '28');
      assert.equal(region, '24');
      if (epci) assert.ok(await contains(`epci:${epci}`, code));
      total++;
    }
    assert.ok(total > 300);
  });

  for (const [outer, inner, isInside] of [
    ['commune:75056', '75116', true],
    ['commune:75056', 'commune:75116', true],
    ['commune:75116', '75056', false],
    ['epci:200054781', '75116', true],
    ['epci:200054781', '93059', true],
    ['commune:93066', '93059', true],
    ['commune:93059', '93066', true],
    ['departement:93', '75059', true],
    ['departement:33', '33063', true],
    ['departement:33', '64445', false],
    ['region:75', '33063', true],
    ['region:04', '97411', true],
    ['region:94', '2a004', true],
    ['country:FR', '98818', true],
    ['country:BE', '33063', false],
    ['departement:33', '33999', false],
    ['nonsense', '33063', false],
    ['departement:33', 'nonsense', false],
    ['departement:33', 'departement:33', false],
  ] as const) {
    it(`${outer} ${isInside ? 'contains' : 'does not contain'} ${inner}`, async () => {
      assert.equal(await contains(outer, inner), isInside);
    });
  }
});

describe('the tables', () => {
  it('repeat the source to the letter', async () => {
    const source = await import('@etalab/decoupage-administratif/data/communes.json', {
      with: {type: 'json'},
    });
    const rows: {
      code: string;
      nom: string;
      type: string;
      population?: number;
      codesPostaux?: string[];
      anciensCodes?: string[];
      chefLieu?: string;
    }[] = source.default;
    const seats = new Map(rows.flatMap(({code, chefLieu}) => (chefLieu ? [[code, chefLieu]] : [])));
    for (const [former, successor] of seats) {
      assert.equal((await findTerritory(`commune:${former}`))?.code, `commune:${successor}`);
    }
    for (const row of rows) {
      if (!/actuelle|municipal/.test(row.type)) continue;
      const found = await findTerritory(`commune:${row.code}`);
      assert.equal(found?.name, row.nom);
      assert.equal(found.population, row.population);
      assert.deepEqual(found.postcodes ?? [], row.codesPostaux ?? []);
      for (const former of row.anciensCodes ?? []) {
        if (seats.has(former)) continue;
        assert.equal((await findTerritory(`commune:${former}`))?.code, found.code, former);
      }
    }
  });

  it('have the names of communes that are no more', async () => {
    const early = await import('decoupage-2019/data/communes.json', {with: {type: 'json'}});
    const today = await import('@etalab/decoupage-administratif/data/communes.json', {
      with: {type: 'json'},
    });
    const names = new Map(early.default.map(({code, nom}) => [code, nom]));
    const rows: {code: string; nom: string; type: string; anciensCodes?: string[]}[] =
      today.default;
    const communes = rows.filter(({type}) => type === 'commune-actuelle');
    const parts = new Set(rows.filter(({type}) => /guee|iee/.test(type)).map(({code}) => code));
    const live = new Set(communes.map(({nom}) => fold(nom)));
    let count = 0;
    for (const {code, nom, anciensCodes = []} of communes) {
      for (const old of [code, ...anciensCodes]) {
        const name = names.get(old) ?? '';
        if (!name || parts.has(old) || live.has(fold(name))) continue;
        count += 1;
        const found = codes(await findByName(name));
        assert.ok(found.includes(`commune:${code}`), `${name}: ${nom} is not in ${String(found)}`);
      }
    }
    assert.ok(count > 1000, String(count));
  });

  it('repeat the members of every EPCI', async () => {
    const source = await import('@etalab/decoupage-administratif/data/epci.json', {
      with: {type: 'json'},
    });
    const rows: {code: string; nom: string; membres: {code: string}[]}[] = source.default;
    for (const row of rows) {
      assert.equal((await findTerritory(`epci:${row.code}`))?.name, row.nom.replace(/\s+/g, ' '));
      for (const {code} of row.membres) {
        assert.equal((await findTerritory(`commune:${code}`))?.epci, row.code);
      }
    }
  });
});
