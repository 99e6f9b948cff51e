import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {campaignPage, MADE} from '../../../demo/elsewhere/make.ts';
import {demoFeeds, NATION_FEED, SAMPLE} from '../../../demo/feeds/make.ts';
import {readFeed} from '../../../lib/feed/read.js';

const demo = fileURLToPath(new URL('../../../demo/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = globSync('**/*.html', {cwd: demo, exclude: (path) => path === 'generated'});
const feeds = new Set([...Object.keys(demoFeeds(SAMPLE)), NATION_FEED]);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/** The site of another origin: our script's address, and what the frame's form needs, beside its own. */
const FRAME_POLICY =
  "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; frame-src http://localhost:8000";

/** Pages that need more than the strict policy. */
const POLICIES: Readonly<Record<string, string>> = {
  'newsletter/index.html': `${POLICY}; frame-src 'self'`,
  'iframe/index.html': `default-src 'none'; script-src http://localhost:8000; ${FRAME_POLICY}`,
  'iframe/bare.html': `default-src 'none'; ${FRAME_POLICY}`,
};

/** Scripts of a page beside ours. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  'newsletter/index.html': /type="module" src="newsletter\.js"/,
  'iframe/index.html': /defer src="http:\/\/localhost:8000\/dist\/resize\.js"/,
};

/** States that a page shows on purpose. */
const MISSING = new Set(['absent.json']);

/** Comments and code to copy are not markup of the page. */
function markup(page: string): string {
  return readFileSync(join(demo, page), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<pre.*?<\/pre>/gs, '');
}

function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );
}

/** One line, without the space that a formatter moves between tags and attributes. */
function flat(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/\s*([<>])\s*/g, '$1')
    .trim();
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe('the pages of the demo', () => {
  it('are the entrance, a town, a département, a country, what is elsewhere, and the seven elements', () => {
    for (const page of [
      'index.html',
      'campaign.html',
      'town/index.html',
      'town/en.html',
      'departement/index.html',
      'departement/en.html',
      'pays/index.html',
      'newsletter/index.html',
      'magazine/index.html',
      'iframe/index.html',
      'iframe/bare.html',
      'themes/index.html',
      'themes/wordpress.html',
      'themes/drupal.html',
      'themes/dsfr.html',
      'elements/project-card.html',
      'elements/project-card.en.html',
      'elements/progress-bar.html',
      'elements/project-list.html',
      'elements/territory-map.html',
      'elements/city-search.html',
      'elements/call-for-projects.html',
      'elements/territory-summary.html',
    ]) {
      assert.ok(pages.includes(page), page);
    }
  });

  for (const page of pages) {
    describe(page, () => {
      const html = markup(page);

      it('has a language, a title, a description, one h1 and one main', () => {
        assert.match(html, /^<!doctype html>\s*<html lang="(fr|en)">/i);
        assert.match(html, /<title>[^<]{10,}<\/title>/);
        assert.match(html, /<meta\s+name="description"\s+content="[^"]{10,}"/);
        assert.match(html, /<meta name="viewport" content="width=device-width, initial-scale=1"/);
        assert.equal(html.match(/<h1[\s>]/g)?.length, 1);
        assert.equal(html.match(/<main[\s>]/g)?.length, 1);
        assert.match(html, /<a class="skip" href="#contenu">/);
      });

      it('runs under the strict policy: nothing inline, nothing from elsewhere', () => {
        assert.ok(values(html, 'content').includes(POLICIES[page] ?? POLICY));
        // The frame's form has a border to take away, and no style sheet to say so in.
        const isHost = page.startsWith('iframe/');
        assert.deepEqual(new Set(values(html, 'style')), new Set(isHost ? ['border:0'] : []));
        assert.doesNotMatch(html, /<style[\s>]|\son[a-z]+=/i);
        const script = SCRIPTS[page] ?? /type="module" src="[./]+dist\/relais\.js"/;
        for (const [tag] of html.matchAll(/<script[^>]*>/g)) assert.match(tag, script);
      });

      it('gives no id twice, and names by for and in-page links what is there', () => {
        const ids = values(html, 'id');
        assert.equal(new Set(ids).size, ids.length);
        const named = [
          ...values(html, 'for').flatMap((list) => list.split(' ')),
          ...values(html, 'aria-labelledby'),
          ...values(html, 'href').flatMap((href) => (href.startsWith('#') ? href.slice(1) : [])),
        ];
        for (const id of named) assert.ok(ids.includes(id), id);
      });

      it('says to networks what it says to engines', () => {
        const said = (attribute: string, name: string) =>
          new RegExp(`<meta\\s+${attribute}="${name}"\\s+content="([^"]*)"`).exec(html)?.[1];
        const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
        assert.equal(said('property', 'og:title'), title);
        assert.equal(said('property', 'og:description'), said('name', 'description'));
        assert.equal(said('property', 'og:type'), 'website');
        const locale = html.includes('<html lang="en"') ? 'en_GB' : 'fr_FR';
        assert.equal(said('property', 'og:locale'), locale);
      });

      it('lets the keyboard reach code that may scroll, and names it', () => {
        const raw = readFileSync(join(demo, page), 'utf8').replace(/<!--.*?-->/gs, '');
        const blocks = [...raw.matchAll(/<pre\b[^>]*>/g)].map(([tag]) => tag);
        assert.ok(blocks.length > 0 || !page.startsWith('elements/'));
        for (const tag of blocks) {
          assert.match(tag, /\stabindex="0"/);
          // Only what has a role takes a name.
          assert.match(tag, /\srole="group"/);
          assert.match(tag, /\saria-label="[^"]{4,}"/);
        }
        const names = values(blocks.join(''), 'aria-label');
        assert.equal(new Set(names).size, names.length, 'a name twice');
      });

      it('descends its headings one level at a time', () => {
        const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
        levels.forEach((level, index) => {
          assert.ok(level <= (levels[index - 1] ?? 0) + 1, `heading ${index + 1} is an h${level}`);
        });
      });

      it('says what each picture is, and how large', () => {
        for (const [tag] of html.matchAll(/<img[^>]*>/gs)) {
          assert.match(tag, /\salt="/);
          assert.match(tag, /\swidth="\d+"\s+height="\d+"/);
        }
      });

      it('links to what exists', () => {
        const feedsNamed = values(html, 'feed').flatMap((list) => list.split(/\s+/));
        const links = [
          ...values(html, 'href'),
          ...values(html, 'src'),
          ...values(html, 'boundaries'),
          ...feedsNamed,
        ];
        for (const link of links) {
          const path = link.replace(/[?#].*$/, '');
          if (!path || /^https?:/.test(path)) continue;
          const file = normalize(join(dirname(join(demo, page)), path));
          if (file === join(root, 'dist/relais.js')) continue;
          const generated = /feeds\/generated\/(.+)$/.exec(file)?.[1];
          const made = /\/demo\/generated\/(.+)$/.exec(file)?.[1];
          if (made) assert.ok(MADE.includes(made), link);
          else if (generated) assert.ok(feeds.has(generated) || MISSING.has(generated), link);
          else assert.ok(existsSync(path.endsWith('/') ? join(file, 'index.html') : file), link);
        }
      });
    });
  }

  it('show the code that they run', () => {
    for (const page of pages.filter((name) => name.startsWith('elements/'))) {
      const html = readFileSync(join(demo, page), 'utf8');
      const examples = [...html.matchAll(/<section class="example".*?<\/section>/gs)];
      assert.ok(examples.length > 5, page);
      for (const [example] of examples) {
        const shown = /<details>.*?<code\s*>(.*?)<\/code/s.exec(example)?.[1];
        if (!shown) continue;
        const run = /<div class="stage[^>]*>(.*)<\/div>\s*<details>/s.exec(example)?.[1] ?? '';
        assert.equal(flat(unescaped(shown)), flat(run), page);
      }
    }
  });
});

describe('the page of a campaign, as it would be hosted', () => {
  const root = 'https://demo.example/demo/';
  const {feed} = readFeed(demoFeeds({...SAMPLE, root})['pays.json'], `${root}feeds/pays.json`);
  const {page, answer} = campaignPage(feed, root, SAMPLE.now);

  it('has each tag of Open Graph once, and those of the campaign', () => {
    const names = [...page.matchAll(/<meta property="(og:[a-z:]+)"/g)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image', 'og:locale']) {
      assert.ok(names.includes(name), name);
    }
    assert.match(page, /property="og:title" content="[^"]*kiosque/);
    assert.equal(page.match(/<meta name="description"/g)?.length, 1);
  });

  it('leads a CMS to an oEmbed answer that is written beside it', () => {
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page);
    const path = link?.[1]?.replace(`${root}generated/`, '') ?? '';
    assert.ok(MADE.includes(path), path);
    const {type, html} = JSON.parse(answer) as {type: string; html: string};
    assert.equal(type, 'rich');
    assert.match(html, /<iframe src="https:\/\/demo\.example\/dist\/embed\.html\?/);
  });

  it('leads to what exists from two folders deeper', () => {
    for (const link of [...values(page, 'href'), ...values(page, 'src')]) {
      if (/^https?:|#/.test(link)) continue;
      const file = join(demo, 'generated/campaign', link);
      assert.ok(existsSync(file.endsWith('/') ? join(file, 'index.html') : file), link);
    }
  });
});

describe('the pictures', () => {
  const pictures = globSync('images/*.svg', {cwd: demo});

  it('are many, small, and only drawings', () => {
    assert.ok(pictures.length >= 14);
    for (const picture of pictures) {
      const svg = readFileSync(join(demo, picture), 'utf8');
      const wide = svg.includes('viewBox="0 0 1600 ');
      assert.ok(svg.length < (wide ? 24_576 : 12_288), `${picture}: ${svg.length} bytes`);
      assert.doesNotMatch(svg, /<script|<image|<foreignObject|href=|style=/i, picture);
    }
  });
});
