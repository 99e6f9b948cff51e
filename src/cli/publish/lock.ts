import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {hostname} from 'node:os';
import {dirname} from 'node:path';

const BEAT_MS = 5_000;
/** A lock that has not been touched for this long has no owner. */
const STALE_MS = 120_000;

/** Keeps a second run out of a folder. */
export interface Lock {
  /** Whether it is still ours: a machine that slept may have lost it. */
  isHeld: () => boolean;
  release: () => void;
}

/**
 * Takes a lock, as a file that says whose it is. A lock whose process is gone, or that nobody has touched
 * for two minutes, is taken over.
 *
 * @throws {RangeError} When another run holds it.
 */
export function takeLock(path: string): Lock {
  mkdirSync(dirname(path), {recursive: true});
  const own = JSON.stringify({pid: process.pid, host: hostname(), since: Date.now()});
  for (let tries = 0; !create(path, own); tries += 1) {
    const holder = read(path);
    if (holder && (tries > 3 || !isStale(path, holder))) {
      throw new RangeError(
        `Another run is publishing there (${describe(holder)}). When there is none, remove ${path}.`,
      );
    }
    if (holder) removeIf(path, holder);
  }
  const beat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // It is gone: `isHeld` says so before anything that counts.
    }
  }, BEAT_MS);
  beat.unref();
  const isHeld = () => read(path) === own;
  return {
    isHeld,
    release: () => {
      clearInterval(beat);
      if (isHeld()) rmSync(path, {force: true});
    },
  };
}

function create(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves it away first: between two runs that both find it stale, one alone succeeds. */
function removeIf(path: string, holder: string) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  // What was moved may be the lock that another run has just taken in its place.
  if (read(aside) === holder) rmSync(aside, {force: true});
  else renameSync(aside, path);
}

function isStale(path: string, holder: string): boolean {
  const {pid, host} = parse(holder);
  // A container gives each run the same number.
  if (host === hostname() && (pid === process.pid || !isAlive(pid))) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > STALE_MS;
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function describe(holder: string): string {
  const {pid, host, since} = parse(holder);
  return `process ${pid} on ${host}, since ${new Date(since).toISOString()}`;
}

/** Of a lock that breaks off, a process that cannot be. */
function parse(holder: string): {pid: number; host: string; since: number} {
  try {
    const {pid, host, since} = JSON.parse(holder) as Record<string, unknown>;
    return {pid: Number(pid), host: String(host), since: Number(since) || 0};
  } catch {
    return {pid: process.pid, host: hostname(), since: 0};
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
