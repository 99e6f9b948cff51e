// One map with so many points, by one library: ?kind=relais&count=100000
import {kinds} from './map-kinds.mjs';

const query = new URLSearchParams(location.search);
const kind = kinds[query.get('kind')];
const count = Number(query.get('count'));

const long = [];
new PerformanceObserver((list) => long.push(...list.getEntries())).observe({type: 'longtask'});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const task = () => scheduler.postTask(() => {});
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** After the next frame was drawn. */
async function painted() {
  await frame();
  await task();
}

async function memory() {
  const {bytes} = await performance.measureUserAgentSpecificMemory();
  return bytes;
}

/** Milliseconds between frames while the map pans and zooms. */
async function moving(map) {
  const gaps = [];
  const moves = {on: true};
  const watch = async () => {
    let last = await frame();
    while (moves.on) {
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
  };
  const watching = watch();
  for (let turn = 0; turn < 2; turn += 1) {
    for (const [x, y] of [
      [200, 0],
      [0, 150],
      [-200, 0],
      [0, -150],
    ]) {
      map.pan(x, y);
      await rest(350);
    }
    for (const step of [1, 1, 1, 1, -1, -1, -1, -1]) {
      map.zoom(step);
      await rest(450);
    }
  }
  moves.on = false;
  await watching;
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.95)];
}

window.ready = (async () => {
  const buffer = await (await fetch(`/points/${count}`)).arrayBuffer();
  const columns = {
    length: count,
    longitude: new Int32Array(buffer, 0, count),
    latitude: new Int32Array(buffer, 4 * count, count),
    raised: new Float32Array(buffer, 8 * count, count),
    status: new Uint8Array(count).fill(1),
  };
  const {prepare, draw} = await kind();
  // What each library takes is made before the clock starts.
  const input = prepare(columns);
  await rest(300);
  return {input, draw};
})();

window.run = async () => {
  const {input, draw} = await window.ready;
  const before = await memory();
  await rest(200);
  long.length = 0;
  const start = performance.now();
  const map = await draw(input, document.querySelector('#map'));
  await painted();
  const first = performance.now() - start;
  await rest(500);
  const blocking = long.reduce((sum, {duration}) => sum + Math.max(0, duration - 50), 0);
  const longest = long.reduce((most, {duration}) => Math.max(most, duration), 0);
  const after = await memory();
  long.length = 0;
  const p95 = await moving(map);
  await rest(200);
  const later = long.reduce((most, {duration}) => Math.max(most, duration), 0);
  return {
    first,
    blocking,
    longest: Math.max(longest, later),
    p95,
    memory: after - before,
    drawn: map.drawn?.() ?? 0,
  };
};
