// What of published folders is looked at, so that folders of different sizes can be compared.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** By commune, how many campaigns there are, and how many of them are live: "60 5". */
function communesIn(folder) {
  const {territories} = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'));
  const communes = new Map();
  const rowsOf = (name) => {
    const file = join(folder, territories.within.replace('{name}', name));
    return Object.entries(JSON.parse(readFileSync(file, 'utf8')).rows);
  };
  for (const [code] of rowsOf('all')) {
    if (!code.startsWith('departement:')) continue;
    for (const [inside, [counts]] of rowsOf(code.replace(':', '-'))) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (inside.startsWith('commune:')) communes.set(inside, `${total} ${counts[1]}`);
    }
  }
  return communes;
}

/** For each of some folders a commune with as many campaigns, and live ones, as in the others: as many as there can be. */
export function chooseCommunes(folders) {
  const all = folders.map(communesIn);
  const [first, ...others] = all.map((communes) => new Set(communes.values()));
  const [most] = [...first]
    .filter((count) => others.every((communes) => communes.has(count)))
    .sort((one, other) => parseInt(other, 10) - parseInt(one, 10));
  return {
    most,
    codes: all.map((communes) => [...communes].find(([, count]) => count === most)[0]),
  };
}

/** A campaign of a folder whose file is heavier than as many others as it is lighter than. */
export function chooseCampaign(folder) {
  const {campaigns} = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'));
  const shards = join(folder, campaigns.shards ? `campaigns/${campaigns.shards}` : 'campaigns');
  const weighed = readdirSync(shards)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const sent = [`${name}.br`, name].map((one) => join(shards, one)).find(existsSync);
      return [name, statSync(sent).size];
    })
    .sort(([, one], [, other]) => one - other);
  const [name] = weighed[weighed.length >> 1];
  const [{id}] = JSON.parse(readFileSync(join(shards, name), 'utf8')).features;
  return id;
}
