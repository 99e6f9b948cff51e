// One search, asked what people type, letter by letter: ?kind=relais
import {kinds} from './search-kinds.mjs';

const kind = kinds[new URLSearchParams(location.search).get('kind')];
const read = async (name) => (await fetch(`/bench/data/${name}.json`)).json();

/** Lets the page breathe: a keystroke never comes in the task of another. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

window.run = async () => {
  const questions = await read('questions');
  const communes = await read('communes');
  const start = performance.now();
  const search = await kind(communes);
  await search('pau');
  const ready = performance.now() - start;
  const keys = [];
  const right = [];
  for (const {asked} of questions) {
    let found = 0;
    for (const {typed, code} of asked) {
      let first;
      for (let length = 1; length <= typed.length; length += 1) {
        const before = performance.now();
        first = await search(typed.slice(0, length));
        keys.push(performance.now() - before);
        if (keys.length % 20 === 0) await pause();
      }
      if (first === code) found += 1;
    }
    right.push(found);
  }
  return {ready, keys, right};
};
