/** The value that half of the values are below. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that a share of the values, 0 to 1, are below. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Prints a table in Markdown. */
export function printTable(columns, rows) {
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Milliseconds in words. */
export function ms(value) {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** Bytes in words. */
export function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** `--name=value` of the command line. */
export function option(name, fallback) {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
}
