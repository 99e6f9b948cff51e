import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** What a test server answers at an address: text, with its headers. */
export type Answer = {body: string; type?: string; headers?: Record<string, string>};

/** A server on a port of its own. */
export interface Served {
  origin: string;
  /** Paths that were asked, in order. */
  asked: string[];
  close: () => Promise<void>;
}

/**
 * Serves a folder, and answers of its own before it.
 *
 * @param cors - Whether pages of other origins may read what it serves. A classic script needs none.
 */
export async function serve(
  folder: string | null,
  answers: Record<string, Answer> = {},
  cors = true,
): Promise<Served> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const headers = cors ? {'access-control-allow-origin': '*'} : {};
    const answer = answers[path];
    if (answer) {
      response.writeHead(200, {
        ...headers,
        'content-type': answer.type ?? TYPES[extname(path)] ?? 'text/html; charset=utf-8',
        ...answer.headers,
      });
      response.end(answer.body);
      return;
    }
    const file = folder && join(folder, normalize(path));
    if (!file || !file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, {...headers, 'content-type': TYPES[extname(file)] ?? 'text/plain'});
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
