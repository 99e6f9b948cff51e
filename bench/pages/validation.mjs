// A feed checked by each, in turn.
const features = await (await fetch('/bench/data/features.json')).text();

/** Set once the script has run: the bench waits for it. */
window.run = async (kinds, rounds) => {
  const checks = new Map();
  for (const kind of kinds) {
    checks.set(kind, (await import(`/bench/checks/${kind}.js`)).default);
  }
  const results = [];
  // Two rounds before the first that counts: each is then as fast as it gets.
  for (let round = -2; round < rounds; round += 1) {
    for (const [kind, check] of checks) {
      const parsed = JSON.parse(features);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const start = performance.now();
      const right = await check(parsed);
      const time = performance.now() - start;
      if (round >= 0) results.push({kind, right, time});
    }
  }
  return results;
};
