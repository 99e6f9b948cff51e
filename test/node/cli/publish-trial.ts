import {execFile, spawn, type ChildProcessWithoutNullStreams} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const RELAIS = fileURLToPath(new URL('../../../lib/cli/relais.js', import.meta.url));

/** What a run of `relais publish` did. */
export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** A run that is under way. */
export interface Begun {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<Run & {signal: string | null}>;
}

export function feedText(features: readonly object[], more: object = {}): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    version: '1.0',
    title: 'Essai',
    ...more,
    features,
  });
}

/** A folder in which one test publishes. */
export class Trial {
  readonly folder: string;
  readonly feed: string;
  readonly out: string;

  constructor(folder: string) {
    this.folder = folder;
    this.feed = join(folder, 'campaigns.json');
    this.out = join(folder, 'out');
  }

  static async begin(): Promise<Trial> {
    return new Trial(await mkdtemp(join(tmpdir(), 'relais-publish-')));
  }

  end(): Promise<void> {
    return rm(this.folder, {recursive: true, force: true});
  }

  run(...args: string[]): Promise<Run> {
    return new Promise((resolve) => {
      execFile(process.execPath, [RELAIS, 'publish', ...args], (error, stdout, stderr) =>
        resolve({code: error ? Number(error.code) : 0, stdout, stderr}),
      );
    });
  }

  async publish(features: readonly object[], more: object = {}, ...args: string[]): Promise<Run> {
    await writeFile(this.feed, feedText(features, more));
    return this.run(this.feed, '--out', this.out, ...args);
  }

  /** Begins a run of what the feed's file says. */
  start(...args: string[]): Begun {
    return this.#begin(this.feed, args);
  }

  /** Begins a run of what it is given on its standard input: it does not end before that does. */
  startReading(): Begun {
    return this.#begin('-', []);
  }

  #begin(feed: string, args: readonly string[]): Begun {
    const child = spawn(process.execPath, [RELAIS, 'publish', feed, '--out', this.out, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece) => (stdout += String(piece)));
    child.stderr.on('data', (piece) => (stderr += String(piece)));
    const ended = new Promise<Run & {signal: string | null}>((resolve) => {
      child.on('close', (code, signal) => resolve({code: code ?? -1, stdout, stderr, signal}));
    });
    return {child, ended};
  }

  /** Resolves once a run has taken the folder. */
  async isAtWork(): Promise<void> {
    for (let tries = 0; !existsSync(join(this.out, '.relais/lock')); tries += 1) {
      if (tries > 10_000) throw new Error('No run has taken the folder.');
      await wait(5);
    }
  }

  async read<T>(path: string): Promise<T> {
    return JSON.parse(await readFile(join(this.out, path), 'utf8')) as T;
  }

  /** What a folder holds, but what runs keep for themselves. */
  async files(place = this.out): Promise<string[]> {
    return (await readdir(place, {recursive: true, withFileTypes: true}))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('.relais'))
      .sort();
  }
}
