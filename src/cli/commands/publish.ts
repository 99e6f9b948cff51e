import {Command, InvalidArgumentError, Option} from 'commander';

import {inputFormats} from '../input/read.js';
import {progressOn, silent} from '../publish/progress.js';
import {publish, type Outcome} from '../publish/publish.js';

interface Flags {
  out: string;
  format?: string;
  base?: string;
  compress: boolean;
  quiet?: boolean;
  strict?: boolean;
  problems: number;
}

/** What `relais publish` ends with. */
export const PUBLISH_STATUS = {done: 0, leftOut: 2, interrupted: 130} as const;

/**
 * `relais publish FEED --out DIR`: the published folder of a feed. Progress and problems go to the standard
 * error, what was done to the standard output.
 */
export function publishCommand(): Command {
  return new Command('publish')
    .description(
      'Make the static folder of a feed, which any web server can host and every element can read.',
    )
    .argument('<feed>', 'file or address of the feed; - for the standard input')
    .requiredOption('--out <folder>', 'where to publish: feed.json and what it names go there')
    .addOption(
      new Option('--format <format>', 'what the feed is; default: what it looks like').choices(
        inputFormats(),
      ),
    )
    .option('--base <address>', 'what short addresses in a feed that is no address count from')
    .option('--no-compress', 'leave out the .gz and .br beside each file')
    .option('--quiet', 'say nothing but errors')
    .option('--strict', 'end with 2 when anything of the feed was left out')
    .option('--problems <n>', 'how many problems of the feed to list', whole, 20)
    .addHelpText(
      'after',
      `
Ends with 0 when the feed is published, also when campaigns were left out (with --strict: 2);
1 when it cannot be: what was published before stays; 130 when interrupted: run it again.`,
    )
    .action(run);
}

async function run(where: string, flags: Flags): Promise<void> {
  const {out, format, base, compress, quiet = false, strict = false, problems} = flags;
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted());
  // Once: who insists ends it at once, and loses nothing either.
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const began = performance.now();
  try {
    const outcome = await publish(where, out, {
      format,
      base,
      compress,
      mostProblems: problems,
      progress: quiet ? silent : progressOn(process.stderr),
      signal: stop.signal,
    });
    if (!quiet) {
      for (const line of outcome.problems.lines()) process.stderr.write(`${line}\n`);
      process.stdout.write(`${summaryOf(outcome, out, performance.now() - began)}\n`);
    }
    if (strict && outcome.problems.total) process.exitCode = PUBLISH_STATUS.leftOut;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(
      `relais: interrupted. Each file in ${out} is whole; run it again to publish what is new.\n`,
    );
    process.exitCode = PUBLISH_STATUS.interrupted;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

class Interrupted extends Error {}

function summaryOf(outcome: Outcome, folder: string, time: number): string {
  const {seen, campaigns, unread, problems, written, unchanged, removed, isNew} = outcome;
  const {counts} = problems;
  const leftOut = seen - campaigns;
  const faults = [
    ...(leftOut ? [`${leftOut} left out`] : []),
    ...(counts.field ? [`${counts.field} fields left out`] : []),
    ...(counts.feed ? [`${counts.feed} problems beside them`] : []),
  ];
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${campaigns} campaigns in ${folder}${faults.length ? ` (${faults.join(', ')})` : ''}, ${unread} of them as before`,
    `${written.files} files written (${mega(written.bytes)}, ${mega(written.allBytes)} with those compressed), ${unchanged} unchanged, ${removed} removed${isNew ? '' : '; nothing is new'}`,
    `${(time / 1000).toFixed(1)} s, at most ${mega(process.resourceUsage().maxRSS * 1000)} of memory`,
  ].join('\n');
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
