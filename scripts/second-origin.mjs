// A second origin beside the demo: the site of a town that pastes what the first one serves.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';

/** The address that the page is written with, as `npm start` gives it when nobody else has the port. */
const WRITTEN = 'localhost:8000';

/** What this site has: the rest of the demo stays on the first origin. */
const OWN = /^\/(?:iframe|images|styles)\//;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves one page with its pictures and styles from a port of its own, so that its frames come from
 * elsewhere. Where the first origin has another port than the page is written with, its frames follow.
 *
 * @param {string} origin Where the demo is served.
 * @param {number} port The first to try; 0 is any.
 * @param {string} root The repository.
 * @returns {Promise<{address: string, close: () => Promise<void>}>} Address of the page.
 */
export async function serveSecondOrigin(origin, port, root = process.cwd()) {
  const {host} = new URL(origin);
  const folder = join(root, 'demo');
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const file = join(
      folder,
      normalize(decodeURIComponent(pathname)).replace(/[/\\]$/, '/index.html'),
    );
    const type = TYPES[extname(file)];
    try {
      if (!type || !OWN.test(pathname) || !file.startsWith(folder + sep))
        throw new Error('not served here');
      let body = await readFile(file);
      if (extname(file) === '.html') {
        body = body
          .toString()
          .replaceAll(WRITTEN, host)
          .replaceAll(encodeURIComponent(WRITTEN), encodeURIComponent(host));
      }
      response.writeHead(200, {'content-type': type, 'cache-control': 'no-cache'}).end(body);
    } catch {
      response.writeHead(302, {location: new URL(`/demo${pathname}`, origin).href}).end();
    }
  });
  const free = await listen(server, port);
  return {
    address: `http://localhost:${free}/iframe/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * Leads from the demo's own address of the page to the other origin.
 *
 * @param {string} address
 */
export function leadTo(address) {
  return async (context, next) => {
    const [, page] = /^\/demo\/iframe\/(.*)$/.exec(context.path) ?? [];
    if (page === '' || page?.endsWith('.html')) context.redirect(address + page);
    else await next();
  };
}

/** Listens on a port, or on the next that is free. */
async function listen(server, port) {
  for (let next = port; ; next += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject).listen(next, () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
}
