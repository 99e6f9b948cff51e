import {Command, InvalidArgumentError, Option} from 'commander';

import {FeedError} from '../../feed/errors.js';
import {inputFormats} from '../input/formats.js';
import type {CardProgress} from '../cards/write.js';
import {printable} from '../printable.js';
import type {Outcome} from '../publish/publish.js';

interface Flags {
  out: string;
  format?: string;
  base?: string;
  compress: boolean;
  quiet?: boolean;
  strict?: boolean;
  problems: number;
  cards?: boolean;
  cardsFor: 'live' | 'all';
  relay?: string;
  lang: string;
  hosted?: string;
  embed?: string;
  pictures?: boolean;
  durable?: boolean;
}

const HELP = `
FEED is a file, an http(s) address, or - for the standard input. It may be GeoJSON (its pages are
followed), newline-delimited GeoJSON (RFC 8142), CSV, or a platform's answer; compressed with gzip or not.
What is in the folder is described in PUBLISHED.md.

Exit status: 0 the feed is published, without what is wrong in it; 1 the same, with --strict, when
something is wrong; 2 it cannot be read or written, and what was published stays; 130 interrupted:
each file is whole, and the next run goes on from there.`;

const MOST_FAILURES = 10;

/** What the disk refuses. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should',
  EISDIR: 'a folder stands where a file should',
};

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

async function run(where: string, flags: Flags): Promise<void> {
  const {out, format, base, compress, quiet = false, strict = false, problems} = flags;
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted());
  // Once: who insists ends it at once, and loses nothing either.
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const began = performance.now();
  // Here, so that the other commands do not wait for them.
  const [{publish}, {progressOn, silent}] = await Promise.all([
    import('../publish/publish.js'),
    import('../publish/progress.js'),
  ]);
  const progress = quiet ? silent : progressOn(process.stderr);
  const now = Date.now();
  let cards: CardProgress | undefined;
  try {
    const outcome = await publish(where, out, {
      format,
      base,
      compress,
      durable: flags.durable ?? false,
      mostProblems: problems,
      progress,
      signal: stop.signal,
      now,
      onPublished: async (published) => {
        if (!flags.cards) return;
        const options = {...flags, progress, signal: stop.signal, now};
        const {writePublishedCards} = await import('../publish/cards.js');
        cards = await writePublishedCards(out, published, options);
      },
    });
    if (!quiet) {
      for (const line of outcome.problems.lines()) process.stderr.write(`${printable(line)}\n`);
      process.stdout.write(`${summaryOf(outcome, out, performance.now() - began)}\n`);
      if (cards) process.stdout.write(`${cardsSummary(cards)}\n`);
    }
    if (strict && outcome.problems.total) process.exitCode = 1;
  } catch (error) {
    const reason = reasonOf(error, out);
    if (!reason) throw error;
    process.stderr.write(`relais: ${printable(reason)}\n`);
    process.exitCode = error instanceof Interrupted ? 130 : 2;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

class Interrupted extends Error {}

function cardsSummary({written, unchanged, failures}: CardProgress): string {
  const faults = failures
    .slice(0, MOST_FAILURES)
    .map(({id, format, reason}) => printable(`${JSON.stringify(id)}, ${format}: ${reason}`));
  const others = failures.length - faults.length;
  return [
    `Cards of ${written + unchanged} campaigns: ${written} made, ${unchanged} unchanged`,
    ...faults,
    ...(others > 0 ? [`… and ${others} more remarks on cards`] : []),
  ].join('\n');
}

/** What people can put right; undefined for a fault of ours. */
function reasonOf(error: unknown, folder: string): string | undefined {
  if (error instanceof Interrupted) {
    return `interrupted. Each file in ${folder} is whole; run it again to publish what is new.`;
  }
  if (error instanceof FeedError || error instanceof RangeError) return error.message;
  const {code = '', path = folder} = error as NodeJS.ErrnoException;
  return REFUSALS[code] && `${path}: ${REFUSALS[code]} (${code}). What was published stays.`;
}

function summaryOf(outcome: Outcome, folder: string, time: number): string {
  const {seen, campaigns, unread, problems, written, unchanged, removed, isNew} = outcome;
  const {counts} = problems;
  const leftOut = seen - campaigns;
  const faults = [
    ...(leftOut ? [`${leftOut} left out`] : []),
    ...(counts.field ? [`${counted(counts.field, 'field')} left out`] : []),
    ...(counts.feed ? [`${counted(counts.feed, 'problem')} beside them`] : []),
  ];
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${counted(campaigns, 'campaign')} in ${folder}${faults.length ? ` (${faults.join(', ')})` : ''}, ${unread} of them as before`,
    `${counted(written.files, 'file')} written (${mega(written.bytes)}, ${mega(written.allBytes)} with those compressed), ${unchanged} unchanged, ${removed} removed${isNew ? '' : '; nothing is new'}`,
    `${(time / 1000).toFixed(1)} s, at most ${mega(process.resourceUsage().maxRSS * 1000)} of memory`,
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function addressOf(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It begins with https://.');
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
