import {Presets, SingleBar} from 'cli-progress';

/** Says how far a run is. */
export interface Progress {
  /** @param total - Missing: nobody knows. */
  begin: (what: string, total?: number) => void;
  /** @param done - As `total` counts. */
  at: (done: number) => void;
  end: () => void;
}

/** Between two lines where there is no terminal. */
const LINE_MS = 4000;

/** Says nothing. */
export const silent: Progress = {begin: () => {}, at: () => {}, end: () => {}};

/** A bar on a terminal; elsewhere a line now and then. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | undefined;
  const stop = () => {
    current?.stop();
    current = undefined;
  };
  return {
    begin(what, total) {
      stop();
      const format = total
        ? `${what.padEnd(12)} [{bar}] {percentage} % · {value} / {total} · {eta_formatted}`
        : `${what.padEnd(12)} {value}`;
      current = new SingleBar(
        {stream, format, hideCursor: true, barsize: 30, etaBuffer: 200, fps: 8},
        Presets.shades_classic,
      );
      current.start(total ?? 0, 0);
    },
    at: (done) => current?.update(done),
    end: stop,
  };
}

function lines(stream: NodeJS.WriteStream): Progress {
  let [what, total, last] = ['', undefined as number | undefined, 0];
  return {
    begin(name, count) {
      [what, total, last] = [name, count, Date.now()];
    },
    at(done) {
      if (Date.now() - last < LINE_MS) return;
      last = Date.now();
      const share = total ? ` of ${total} (${Math.floor((done / total) * 100)} %)` : '';
      stream.write(`${what}: ${done}${share}\n`);
    },
    end() {},
  };
}
