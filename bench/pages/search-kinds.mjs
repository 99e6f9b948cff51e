/** Letters without accents, one space between words: each library is given the same. */
function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}

/** Each builds its index of `[code, name, postcodes, département, population]` and says what comes first. */
export const kinds = {
  /** With EPCI, départements and régions, which the others have not. */
  async relais() {
    const {searchTerritories} = await import('/dist/territory.js');
    return async (query) => (await searchTerritories(query))[0]?.code;
  },

  async minisearch(communes) {
    const {default: MiniSearch} = await import('/bench/peers/minisearch.js');
    const populations = new Map(communes.map(([code, , , , population]) => [code, population]));
    const index = new MiniSearch({
      fields: ['name', 'postcodes', 'departement'],
      tokenize: (text) => fold(text).split(' '),
      processTerm: (term) => term,
      searchOptions: {
        prefix: true,
        fuzzy: (term) => (term.length > 3 && !/^\d/.test(term) ? 1 : 0),
        combineWith: 'AND',
        boost: {name: 2},
        boostDocument: (id) => 1 + Math.log10(1 + populations.get(id)),
      },
    });
    index.addAll(
      communes.map(([id, name, postcodes, departement]) => ({id, name, postcodes, departement})),
    );
    return (query) => index.search(query)[0]?.id;
  },

  async flexsearch(communes) {
    const {default: Index} = await import('/bench/peers/flexsearch.js');
    const index = new Index({tokenize: 'forward', encode: (text) => fold(text).split(' ')});
    communes.forEach(([, name, postcodes, departement], at) => {
      index.add(at, `${name} ${postcodes} ${departement}`);
    });
    return (query) => communes[index.search(query, {limit: 8, suggest: true})[0]]?.[0];
  },

  async fuse(communes) {
    const {default: Fuse} = await import('/bench/peers/fuse.js');
    const list = communes.map(([code, name, postcodes, departement]) => ({
      code,
      text: fold(name),
      postcodes,
      departement,
    }));
    const index = new Fuse(list, {keys: ['text', 'postcodes', 'departement'], threshold: 0.3});
    return (query) => index.search(fold(query), {limit: 8})[0]?.item.code;
  },
};
