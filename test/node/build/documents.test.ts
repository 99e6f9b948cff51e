import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Every document of the repository. */
const documents = globSync(['*.md', '{bench,demo,scripts,src,test}/**/*.md'], {cwd: root}).sort();

/** The text without blocks and spans of code: what stands there is no link. */
function prose(text: string): string {
  return text
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]]/g, ''));
}

/** The anchors that a host of repositories gives to the headings of a document. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replace(/^```.*?^```/gms, '').matchAll(/^#+ +(.+)$/gm);
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

/** The links of a document that lead nowhere. */
function deadLinks(path: string, text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const at = file ? join(dirname(path), decodeURIComponent(file)) : path;
      if (!existsSync(join(root, at))) return true;
      if (anchor === undefined) return false;
      const there = at === path ? text : readFileSync(join(root, at), 'utf8');
      return !anchorsOf(there).has(anchor);
    });
}

describe('the documents', () => {
  it('are all there', () => {
    for (const name of ['README', 'FEED', 'DESIGN', 'CONTRIBUTING', 'CHANGELOG']) {
      assert.ok(documents.includes(`${name}.md`), `${name}.md`);
    }
  });

  for (const path of documents) {
    it(`${path} links to what exists`, () => {
      assert.deepEqual(deadLinks(path, readFileSync(join(root, path), 'utf8')), []);
    });
  }

  it('would be caught with a dead link', () => {
    const text =
      '# A title\n[a](nowhere.md) [b](#a-title) [c](#other) [d](FEED.md#rules) [e](FEED.md#no)';
    assert.deepEqual(deadLinks('README.md', text), ['nowhere.md', '#other', 'FEED.md#no']);
  });

  it('name scripts of package.json that exist', () => {
    const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = documents.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/npm run ([a-z:]+)/g)].map(
        ([, name]) => name,
      ),
    );
    assert.deepEqual(
      named.filter((name) => !name || !(name in scripts)),
      [],
    );
  });

  it('name files that exist', () => {
    const dead = ['DESIGN.md', 'CONTRIBUTING.md', 'README.md', 'FEED.md', 'PUBLISHED.md'].flatMap(
      (path) =>
        [
          ...readFileSync(join(root, path), 'utf8').matchAll(
            /`((?:src|scripts|test|demo)\/[\w./-]+)`/g,
          ),
        ]
          .map(([, file = '']) => file)
          .filter((file) => !/NAME/.test(file) && !existsSync(join(root, file))),
    );
    assert.deepEqual(dead, []);
  });
});
