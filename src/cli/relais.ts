#!/usr/bin/env node
import {Command} from 'commander';

import {FeedError} from '../feed/errors.js';
import {cardCommand} from './commands/card.js';
import {publishCommand} from './commands/publish.js';

const program = new Command('relais')
  .description('Campaign feeds on the command line: make cards, check a feed, publish it.')
  .showHelpAfterError('(relais --help says what there is)')
  .addCommand(cardCommand())
  .addCommand(publishCommand());

try {
  await program.parseAsync();
} catch (error) {
  // What people can put right is one line; a fault of ours keeps its trace.
  const isTheirs = error instanceof FeedError || error instanceof RangeError;
  process.stderr.write(`relais: ${isTheirs ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = isTheirs ? 1 : 70;
}
