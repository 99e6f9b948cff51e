#!/usr/bin/env node
import {readFile} from 'node:fs/promises';

import {Command} from 'commander';

import {FeedError} from '../feed/errors.js';
import {cardCommand} from './commands/card.js';
import {checkCommand} from './commands/check.js';
import {publishCommand} from './commands/publish.js';
import {printable} from './printable.js';

const about = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
const {version} = JSON.parse(about) as {version: string};

const program = new Command('relais')
  .description('Campaign feeds on the command line: make cards, check a feed, publish it.')
  .version(version, '-V, --version', 'print the version')
  .showHelpAfterError('(relais --help says what there is)')
  .exitOverride((error) => process.exit(error.exitCode && 2));
for (const command of [checkCommand(), publishCommand(), cardCommand()]) {
  const hint = `(relais ${command.name()} --help says what it takes)`;
  program.addCommand(command.showHelpAfterError(hint));
}

try {
  await program.parseAsync();
} catch (error) {
  // What people can put right is one line; a fault of ours keeps its trace.
  const isTheirs = error instanceof FeedError || error instanceof RangeError;
  const text = isTheirs ? printable(error.message) : String((error as Error).stack);
  process.stderr.write(`relais: ${text}\n`);
  process.exitCode = isTheirs ? 1 : 70;
}
