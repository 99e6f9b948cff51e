import {spawn} from 'node:child_process';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

const BIN = new URL('../../../lib/cli/relais.js', import.meta.url).pathname;

/** What a command came to. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command as a shell does. */
export async function relais(
  args: readonly string[],
  {
    input = '',
    env = {},
    node = [],
  }: {
    input?: string | Uint8Array | AsyncIterable<string>;
    env?: Record<string, string>;
    node?: readonly string[];
  } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [...node, BIN, ...args], {
    env: {...process.env, NODE_TEST_CONTEXT: '', ...env},
  });
  const outcome: Outcome = {status: null, stdout: '', stderr: ''};
  child.stdout.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
  const given = typeof input === 'string' || input instanceof Uint8Array ? [input] : input;
  // A command may end before it has read all.
  const fed = pipeline(Readable.from(given), child.stdin).catch(() => undefined);
  outcome.status = await new Promise((resolve) => child.on('close', resolve));
  await fed;
  return outcome;
}
