import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/**
 * Serves the repository to the bench's browser, isolated so that memory can be measured.
 *
 * @param answers - What is not a file, by path: a function that gives a Buffer.
 * @param first - Asked before all else, with the path, the request and the response; true when it has answered.
 * @returns The origin, and what stops it.
 */
export async function serve(answers = {}, first = () => false) {
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://bench');
    if (first(pathname, request, response)) return;
    const headers = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream',
    };
    const answer = answers[pathname];
    if (answer) {
      response.writeHead(200, headers).end(await answer());
      return;
    }
    const file = join(ROOT, normalize(decodeURIComponent(pathname)));
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
