import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';

import type {Browser, Page} from 'puppeteer-core';

import {publish} from '../../../lib/cli/publish/publish.js';
import {feedToPublish} from '../../helpers/published-feed.ts';
import {axeFinds, openBuilder, textOnce, valueOf, type BuilderWorld} from './builder-world.ts';
import {serve, type Served} from './servers.ts';
import {launch, type Place} from './tabs.ts';
import {until} from './until.ts';

/** So many that campaigns share files, and that nobody reads them all. */
const COUNT = 4200;

describe('the builder with a published folder', () => {
  let browser: Browser;
  let world: BuilderWorld;
  let hosted: Served;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'relais-builder-folder-'));
  const place: Place = {
    evaluate: (work, ...args) => page.evaluate(work as (...all: unknown[]) => never, ...args),
  };

  before(async () => {
    const source = join(folder, 'source.json');
    writeFileSync(source, JSON.stringify(feedToPublish(COUNT)));
    await publish(source, join(folder, 'out'), {compress: false});
    hosted = await serve(join(folder, 'out'));
    world = await openBuilder();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await Promise.all([world.close(), hosted.close()]);
    rmSync(folder, {recursive: true, force: true});
  });
  afterEach(() => page.close());

  async function open(query: Readonly<Record<string, string>>) {
    hosted.asked.length = 0;
    page = await browser.newPage();
    await page.setViewport({width: 1280, height: 900});
    await page.goto(world.at({feed: `${hosted.origin}/feed.json`, ...query}));
    await textOnce(place, '#feed-said', /campagnes/);
  }

  /** Files of campaigns, and of territories, that were asked for. */
  const files = () => hosted.asked.filter((path) => /^\/(campaigns|territories)\//.test(path));

  async function search(words: string, finds: RegExp): Promise<string> {
    await page.click('#search', {count: 3});
    await page.type('#search', words);
    return textOnce(place, '.campaigns .scroll', finds);
  }

  it('says how many campaigns there are, and reads few of them', async () => {
    await open({widget: 'project-card'});
    const said = await textOnce(place, '#feed-said', /4 200/);
    assert.match(said, /1 400/, 'those that are live');
    assert.match(await textOnce(place, '.campaigns', /commune/), /identifiant/);
    assert.ok(files().length < 6, files().join());
    assert.deepEqual(await axeFinds(place), []);
  });

  it('finds a campaign by its id and by its commune, and copies it', async () => {
    await open({widget: 'project-card'});
    assert.match(await search('c4123', /Projet 4123/), /Projet 4123/);
    assert.match(await search('Brest', /Brest/), /Brest/);
    assert.match(await search('Projet Arcachon', /Arcachon/), /Arcachon/);
    await page.click('.campaigns .scroll input');
    const code = await until(
      () => valueOf(place, '#code'),
      (text) => /campaign="c\d+"/.test(text),
    );
    assert.match(code, /feed\.json"[^>]*campaign="c\d+"/);
    assert.ok(files().length < 25, `${files().length} files`);
  });

  it('reads the campaign that its address names', async () => {
    await open({widget: 'project-card', campaign: 'c4123'});
    assert.match(await textOnce(place, '.campaigns .scroll', /Projet 4123/), /Projet 4123/);
  });

  it('finds a territory, and says when nothing is live there', async () => {
    await open({widget: 'project-list'});
    await page.type('relais-city-search >>> input', 'pau');
    await page.waitForSelector('relais-city-search >>> [role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const code = await until(
      () => valueOf(place, '#code'),
      (text) => text.includes('territory='),
    );
    assert.match(code, /territory="commune:64445"/);
    await page.close();
    await open({widget: 'project-list', territory: 'commune:48095'});
    assert.match(await textOnce(place, '.notes', /en cours/), /en cours/);
  });
});
