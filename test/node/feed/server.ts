import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after} from 'node:test';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of one test file, on this machine alone. */
export interface FeedServer {
  /** "http://127.0.0.1:49152" */
  origin: string;
  /** How often each path was asked, with its query. */
  asked: Map<string, number>;
  /** Answers a path, from now on. */
  on: (path: string, answer: Answer) => string;
  /** Answers a path with JSON. */
  serve: (path: string, json: unknown, headers?: Record<string, string>) => string;
}

/** Starts it; it closes when the file's tests are over. */
export async function startServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const on = (path: string, answer: Answer) => {
    answers.set(path, answer);
    return origin + path;
  };
  return {
    origin,
    asked,
    on,
    serve: (path, json, headers = {}) =>
      on(path, (_, response) => {
        response.writeHead(200, {'content-type': 'application/geo+json', ...headers});
        response.end(JSON.stringify(json));
      }),
  };
}
