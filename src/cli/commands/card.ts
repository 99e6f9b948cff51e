import {writeFile} from 'node:fs/promises';

import {Command, Option} from 'commander';

import {printSizes, type PrintFormat} from '../../outputs/print-card.js';
import {cardFormats, type CardFormat} from '../cards/formats.js';
import type {MakeOptions} from '../cards/make.js';
import {pictureFile} from '../cards/picture.js';
import {inputFormats} from '../input/formats.js';
import {printable} from '../printable.js';

interface Flags {
  format: CardFormat;
  from?: string;
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

const HELP = `
FEED is a file, an http(s) address, or - for the standard input, in any form that relais check reads.

Examples:
  relais card feed.json halle --format png --out halle.png
  relais card projets.csv ville.example/halle --from "csv:raised=Montant" --format email

Exit status: 0 the card is made; 1 it cannot be: the feed is not read, or has no such campaign; 2 the
command is misused.`;

/**
 * `relais card FEED ID`: one card of one campaign. What it makes goes to the file of `--out`, else to the
 * standard output; what is to be known about it to the standard error.
 */
export function cardCommand(): Command {
  return new Command('card')
    .description('Make one card of a campaign: for a mail, a network, a page or paper.')
    .argument('<feed>', 'file or address of the feed; - for the standard input')
    .argument('<id>', 'identifier of the campaign')
    .addOption(
      new Option('--format <format>', 'what to make')
        .choices(cardFormats)
        .default('email')
        .makeOptionMandatory(),
    )
    .option(
      '--from <format>',
      `how to read the feed (${inputFormats().join(', ')}); default: what it looks like`,
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
    .addHelpText('after', HELP)
    .exitOverride((error) => process.exit(error.exitCode && 2))
    .action(run);
}

async function run(address: string, id: string, flags: Flags): Promise<void> {
  const {format, from, out, picture, accent, base, ...rest} = flags;
  if (accent && !/^#[\da-f]{6}$/i.test(accent)) {
    throw new RangeError(`"${accent}" is no colour: write it as #a8371a.`);
  }
  if (!out && (format === 'png' || format === 'pdf') && process.stdout.isTTY) {
    throw new RangeError(`A ${format} is not to be read on a terminal: say where with --out.`);
  }
  // Here, so that the other commands do not wait for it.
  const {findCampaign} = await import('../input/find.js');
  const {campaign, updatedAt, calls} = await findCampaign(address, id, {format: from, base});
  const options: MakeOptions = {
    ...rest,
    ...(accent && {accent}),
    picture: picture ? await pictureFile(picture) : null,
    updatedAt,
    calls,
  };
  // What draws is heavy, and needed for no other command.
  const {makeCard} = await import('../cards/make.js');
  const {content, warnings} = await makeCard(campaign, format, options);
  for (const warning of warnings) process.stderr.write(`${printable(warning)}\n`);
  if (out) await writeFile(out, content);
  else process.stdout.write(content);
}
