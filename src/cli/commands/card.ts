import {readFile, writeFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';

import {Command, Option} from 'commander';

import type {Campaign, Feed} from '../../feed/campaign.js';
import {FeedError} from '../../feed/errors.js';
import {loadFeed} from '../../feed/load.js';
import {readFeed} from '../../feed/read.js';
import {printSizes, type PrintFormat} from '../../outputs/print-card.js';
import {cardFormats, makeCard, type CardFormat, type MakeOptions} from '../cards/make.js';
import {pictureFile} from '../cards/picture.js';

interface Flags {
  format: CardFormat;
  print?: PrintFormat;
  bleed?: number;
  lang: string;
  relay?: string;
  accent?: string;
  columns: 'one' | 'two';
  picture?: string;
  image?: string;
  base?: string;
  out?: string;
}

/**
 * `relais card FEED ID`: one card of one campaign. What it makes goes to the file of `--out`, else to the
 * standard output; what is to be known about it to the standard error.
 */
export function cardCommand(): Command {
  return new Command('card')
    .description('Make one card of a campaign: for a mail, a network, a page or paper.')
    .argument('<feed>', 'address or file of the feed')
    .argument('<id>', 'identifier of the campaign')
    .addOption(
      new Option('--format <format>', 'what to make')
        .choices(cardFormats)
        .default('email')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--print <size>', 'a print card (svg, png, pdf)').choices(Object.keys(printSizes)),
    )
    .option('--bleed <mm>', 'millimetres beyond the cut, in print', Number)
    .addOption(new Option('--lang <lang>', 'language').choices(['fr', 'en']).default('fr'))
    .option('--relay <name>', 'who relays: puts utm parameters on the links')
    .option('--accent <colour>', 'colour of the bar and of the button, #rrggbb')
    .addOption(
      new Option('--columns <columns>', 'of the e-mail card')
        .choices(['one', 'two'])
        .default('one'),
    )
    .option('--picture <file>', 'picture of the campaign (JPEG, PNG, GIF, WebP), for svg, png, pdf')
    .option('--image <address>', 'address of a picture of the card, for email and mjml')
    .option('--base <address>', 'what short addresses in a feed that is a file count from')
    .option('--out <file>', 'where to write it; default: the standard output')
    .action(run);
}

async function run(address: string, id: string, flags: Flags): Promise<void> {
  const {format, out, picture, accent, base, ...rest} = flags;
  if (accent && !/^#[\da-f]{6}$/i.test(accent)) {
    throw new RangeError(`"${accent}" is no colour: write it as #a8371a.`);
  }
  if (!out && (format === 'png' || format === 'pdf') && process.stdout.isTTY) {
    throw new RangeError(`A ${format} is not to be read on a terminal: say where with --out.`);
  }
  const feed = await openFeed(address, base);
  const campaign = campaignOf(feed, id);
  const options: MakeOptions = {
    ...rest,
    ...(accent && {accent}),
    picture: picture ? await pictureFile(picture) : null,
    updatedAt: feed.updatedAt,
    calls: feed.calls,
  };
  const {content, warnings} = await makeCard(campaign, format, options);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  if (out) await writeFile(out, content);
  else process.stdout.write(content);
}

/** @throws {FeedError} When the feed cannot be had or read. */
async function openFeed(address: string, base?: string): Promise<Feed> {
  if (/^https?:/i.test(address)) return loadFeed(address);
  const json = await readFile(address, 'utf8').catch((error: unknown) => {
    throw new FeedError('address', `${address} cannot be read: ${String(error)}`, {url: address});
  });
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (error) {
    throw new FeedError('not-json', `${address} is no JSON: ${String(error)}`, {url: address});
  }
  return readFeed(given, base ?? pathToFileURL(address).href).feed;
}

/** @throws {FeedError} When the feed does not show this campaign: it says why, or which there are. */
function campaignOf(feed: Feed, id: string): Campaign {
  const found = feed.campaigns.find((campaign) => campaign.id === id);
  if (found) return found;
  const problem = feed.problems.find((each) => each.kind === 'campaign' && each.id === id);
  const some = feed.campaigns.slice(0, 5).map((campaign) => `"${campaign.id}"`);
  throw new FeedError(
    'not-found',
    problem
      ? `"${id}" cannot be shown: ${problem.path}: ${problem.reason}`
      : `The feed has no campaign "${id}". It has ${some.join(', ') || 'none'}${feed.campaigns.length > 5 ? '…' : ''}`,
  );
}
