import {Worker} from 'node:worker_threads';

import {Command, InvalidArgumentError, Option} from 'commander';

import {inputFormats} from '../input/formats.js';
import {printable} from '../printable.js';
import {STOP, type Flags, type Order, type Report, type Said} from '../publish/order.js';
import {progressOn, silent} from '../publish/progress.js';

/** Megabytes of what is young in the thread that publishes. Three times as many make it no faster. */
const YOUNG_MB = 24;

const HELP = `
FEED is a file, an http(s) address, or - for the standard input. It may be GeoJSON (its pages are
followed), newline-delimited GeoJSON (RFC 8142), CSV, or a platform's answer; compressed with gzip or not.
What is in the folder is described in PUBLISHED.md.

Exit status: 0 the feed is published, without what is wrong in it; 1 the same, with --strict, when
something is wrong; 2 it cannot be read or written, and what was published stays; 130 interrupted:
each file is whole, and the next run goes on from there.`;

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
    .option(
      '--format <format>',
      `how to read it (${inputFormats().join(', ')}); default: what it looks like`,
    )
    .option('--base <address>', 'what relative links of a file count from', addressOf)
    .option('--no-compress', 'leave out the .gz and .br beside each file')
    .option('--quiet', 'say nothing but errors')
    .option('--strict', 'end with 1 when anything of the feed was left out')
    .option('--problems <n>', 'how many problems of the feed to list', whole, 20)
    .option('--cards', 'make the cards of campaigns as well, in the folder cards/')
    .addOption(
      new Option('--cards-for <which>', 'of which campaigns')
        .choices(['live', 'all'])
        .default('live'),
    )
    .option('--relay <name>', 'who relays: puts utm parameters on the links of cards')
    .addOption(new Option('--lang <lang>', 'language of cards').choices(['fr', 'en']).default('fr'))
    .option(
      '--hosted <address>',
      'where the folder is hosted, for the snippets beside cards and oEmbed answers',
      addressOf,
    )
    .option(
      '--embed <address>',
      'folder of embed.html, for oEmbed answers that are live',
      addressOf,
    )
    .option('--pictures', "fetch the campaigns' pictures, for share images and print cards")
    .option('--durable', 'have each file on the disk before the manifest names it (slower)')
    .addHelpText('after', HELP)
    .exitOverride((error) => process.exit(error.exitCode && 2))
    .action(run);
}

/**
 * Publishes in a thread of its own: its memory for what is young can be told to be small there, which takes a fifth
 * of a run's, and the terminal is answered at once.
 */
async function run(where: string, flags: Flags): Promise<void> {
  const order: Order = {where, flags, now: Date.now()};
  const thread = new Worker(new URL('../publish/thread.js', import.meta.url), {
    workerData: order,
    stdin: where === '-',
    resourceLimits: {maxYoungGenerationSizeMb: YOUNG_MB},
  });
  const onSignal = () => thread.postMessage(STOP, []);
  // Once: who insists ends it at once, and loses nothing either.
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  if (thread.stdin) process.stdin.pipe(thread.stdin);
  const progress = flags.quiet ? silent : progressOn(process.stderr);
  try {
    const {status, problems, summary} = await new Promise<Report>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('The thread that publishes has ended too early.')));
      thread.on('message', (said: Said) => {
        if ('report' in said) resolve(said.report);
        else if ('begin' in said) progress.begin(said.begin, said.total);
        else if ('at' in said) progress.at(said.at);
        else progress.end();
      });
    });
    if (!flags.quiet || status === 2 || status === 130) {
      for (const line of problems) process.stderr.write(`${printable(line)}\n`);
    }
    if (!flags.quiet) for (const line of summary) process.stdout.write(`${line}\n`);
    if (status) process.exitCode = status;
  } finally {
    // It has said its last. An input that is still open would keep the one and the other.
    if (thread.stdin) process.stdin.destroy();
    await thread.terminate();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function addressOf(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It begins with https://.');
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
