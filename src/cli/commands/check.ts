import {once} from 'node:events';

import {Command, InvalidArgumentError} from 'commander';

import {FeedError} from '../../feed/errors.js';
import type {Summary} from '../check/check.js';
import {inputFormats} from '../input/formats.js';
import {printable} from '../printable.js';

interface Flags {
  format?: string;
  base?: string;
  json?: boolean;
  quiet?: boolean;
  strict?: boolean;
  max?: number;
}

/** What people read; a machine gets all. */
const MOST_SHOWN = 100;
const PROGRESS_MS = 500;

const HELP = `
FEED is a file, an http(s) address, or - for the standard input. It may be GeoJSON (its pages are
followed), newline-delimited GeoJSON (RFC 8142), CSV, or a platform's answer; compressed with gzip or not.
Of a saved copy, pages that are on a server are not followed, and a note says so: it is no fault of the feed.

--format says how to read what is not recognised, and which of its fields is what (FEED.md):
  relais check projets.csv --format "csv:title=Intitulé,raised=Montant"

Exit status: 0 nothing is left out; 1 something is (with --strict also: something is to be warned of,
a note never);
2 the feed cannot be read: not there, no JSON, no feed; or the command is misused.

--json writes one JSON document, a finding on each line:
  {"feed", "findings": [{"level", "kind", "rule", "page", "index", "line", "id", "path", "field",
  "value", "reason", "suggestion"}], "unlisted", "summary": {"campaigns", "right", "leftOut",
  "fieldsLeftOut", "feedErrors", "warnings", "notes", "pages", "rules"}, "error": {"code", "message"}}
"error" is there alone when the feed cannot be read; "summary" is then null.`;

/**
 * `relais check FEED`: what is wrong with a feed, campaign by campaign, on the standard output. The exit
 * status says whether anything is.
 */
export function checkCommand(): Command {
  const formats = inputFormats().join(', ');
  return new Command('check')
    .description('Say what is wrong with a feed, campaign by campaign, and what to write instead.')
    .argument('<feed>', 'file or address of the feed; - for the standard input')
    .option('--format <format>', `how to read it (${formats}); default: what it looks like`)
    .option('--base <address>', 'what relative links of a file count from', baseOf)
    .option('--json', 'write one JSON document')
    .option('--quiet', 'write nothing: the exit status tells')
    .option('--strict', 'exit with 1 for warnings, too')
    .option(
      '--max <number>',
      `errors to show, and as many warnings; all are counted (default: ${MOST_SHOWN}, with --json all)`,
      countOf,
    )
    .addHelpText('after', HELP)
    .exitOverride((error) => process.exit(error.exitCode && 2))
    .action(run);
}

async function run(where: string, flags: Flags): Promise<void> {
  const {json = false, quiet = false, strict = false, format, base} = flags;
  // Here, so that the other commands do not wait for them.
  const [{checkFeed}, {jsonReport, textReport}] = await Promise.all([
    import('../check/check.js'),
    import('../check/report.js'),
  ]);
  const most = flags.max ?? (json ? Infinity : MOST_SHOWN);
  const report = json
    ? jsonReport(where, {most})
    : textReport({most, colour: hasColour(process.stdout)});
  const write = async (text: string) => {
    if (text && !quiet && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  // Whoever reads the first lines alone (`| head`) has closed the door: that is no fault.
  process.stdout.on('error', ({code}: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? 1 : 70),
  );
  const progress = quiet || json ? undefined : progressOn(process.stderr);
  await write(report.begin());
  try {
    const summary = await checkFeed(where, {
      format,
      base,
      onFinding: (finding) => {
        progress?.clear();
        return write(report.add(finding));
      },
      ...(progress && {onProgress: progress.show}),
    });
    progress?.clear();
    await write(report.end(summary));
    process.exitCode = isWrong(summary, strict) ? 1 : 0;
  } catch (error) {
    progress?.clear();
    if (!(error instanceof FeedError)) throw error;
    const {code, message} = error;
    await write(report.end(null, {code, message}));
    process.stderr.write(`relais: ${printable(message)}\n`);
    process.exitCode = 2;
  }
}

function isWrong({campaigns, right, feedErrors, warnings}: Summary, strict: boolean): boolean {
  return right < campaigns || feedErrors > 0 || (strict && warnings > 0);
}

/** Colours on a terminal alone, and not for those who ask for none (NO_COLOR). */
function hasColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

/** A line that counts campaigns, on a terminal alone. */
function progressOn(stream: NodeJS.WriteStream) {
  if (!stream.isTTY) return undefined;
  let shownAt = Date.now();
  let isShown = false;
  return {
    show(campaigns: number) {
      if (Date.now() - shownAt < PROGRESS_MS) return;
      shownAt = Date.now();
      isShown = true;
      stream.write(`\r${campaigns} campaigns…\x1b[K`);
    },
    clear() {
      if (isShown) stream.write('\r\x1b[K');
      isShown = false;
    },
  };
}

function countOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}

function baseOf(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It begins with https://.');
}
