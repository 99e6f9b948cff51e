import {http, HttpResponse} from 'msw';

import {network} from './network.js';

export const PUBLISHED = 'https://published.example/feed.json';

/** The files of a published folder by path: text, or bytes in base64. `scripts/published-fixture.ts` makes it. */
type Files = Record<string, {text: string} | {base64: string}>;

let files: Promise<Files> | undefined;

/** A file of the fixture that is text. */
export async function file(path: string): Promise<{text: string}> {
  const found = (await filesOfFixture())[path];
  if (!found || !('text' in found)) throw new Error(`The fixture has no text ${path}.`);
  return found;
}

function filesOfFixture(): Promise<Files> {
  files ??= fetch('/test/fixtures/published.json').then(
    (answer) => answer.json() as Promise<Files>,
  );
  return files;
}

/** Answers as a web server does that hosts the folder of the fixture. @returns What is asked, as paths. */
export async function servePublished(
  instead: Readonly<Record<string, () => Response | Promise<Response>>> = {},
): Promise<string[]> {
  const known = await filesOfFixture();
  const asked: string[] = [];
  network.use(
    http.get('https://published.example/*', ({request}) => {
      const path = new URL(request.url).pathname.slice(1);
      asked.push(path);
      const other = instead[path];
      if (other) return other();
      const file = known[path];
      if (!file) return new HttpResponse(null, {status: 404});
      if ('text' in file) return HttpResponse.text(file.text);
      const bytes = Uint8Array.from(atob(file.base64), (one) => one.charCodeAt(0));
      return HttpResponse.arrayBuffer(bytes.buffer);
    }),
  );
  return asked;
}
