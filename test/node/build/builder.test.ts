import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';

import {outputForms, snippet, snippetForms, type SnippetForm} from '../../../lib/outputs/index.js';
import {tokensOf} from '../../../lib/outputs/html-tokens.js';
import {findBrowser} from '../../../scripts/browsers.mjs';
import {
  axeFinds,
  HOSTILE,
  openBuilder,
  previewState,
  textOnce,
  valueOf,
  type BuilderWorld,
} from './builder-world.ts';
import {engines, startVisitor, type Tab, type Visitor} from './tabs.ts';
import {until} from './until.ts';

const hashes = JSON.parse(
  readFileSync(new URL('../../../dist/integrity.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/** The forms that show a widget in the page. */
const PREVIEWED: readonly string[] = ['module', 'integrity', 'classic'];

for (const engine of engines) {
  // The suite says by itself which engine is missing.
  if (engine !== 'chromium' && !findBrowser(engine)) continue;

  describe(`the builder, in ${engine}`, () => {
    let visitor: Visitor;
    let world: BuilderWorld;
    let page: Tab;

    before(async () => {
      world = await openBuilder();
      visitor = await startVisitor(engine);
    });
    after(async () => {
      await visitor.close();
      await world.close();
    });
    afterEach(() => page.close());

    async function open(query: Readonly<Record<string, string>> = {}) {
      page = await visitor.open(world.at(query));
    }

    const query = () => page.evaluate(() => location.search);
    const click = (selector: string) =>
      page.evaluate((what) => document.querySelector<HTMLElement>(what)?.click(), selector);

    it('has nothing for axe to find, in both languages and in several states', async () => {
      const states: Record<string, string>[] = [
        {feed: ''},
        {lang: 'en', widget: 'project-list', territory: 'departement:64', form: 'iframe'},
        {},
        {widget: 'call-for-projects', form: 'email', accent: '#ffcc00', surface: '#0b5d3b'},
        {lang: 'en', form: 'oembed', campaign: 'hostile'},
        {form: 'print', destination: 'paper'},
        {feed: `${world.feeds.origin}/gone.json`, lang: 'en'},
      ];
      // What axe finds depends on the page, hardly on the engine, and each state is a page to load.
      for (const said of engine === 'chromium' ? states : states.slice(0, 2)) {
        await open(said);
        const first = said['feed'] ?? 'a';
        await textOnce(page, 'h1', /\S/);
        if (first) await textOnce(page, '#feed-said', /campagnes|campaigns|erreur|error/);
        if (first === 'a') await textOnce(page, '.code', /\S/);
        assert.deepEqual(await axeFinds(page), [], JSON.stringify(said));
      }
    });

    it('shows each snippet as the function writes it, and the same widget beside it', async () => {
      // The words are the same in every engine; that the widget stands beside them is to be seen in each.
      for (const form of engine === 'chromium' ? snippetForms : PREVIEWED) {
        const image = 'https://town.example/halle.png';
        await open({campaign: 'halle', relay: 'mairie-pau', accent: '#0b5d3b', form, image});
        await textOnce(page, '#feed-said', /3 campagnes/);
        const shown = await until(
          () => valueOf(page, '#code'),
          (text) => form !== 'integrity' || text.includes('sha384'),
        );
        const feed = `${world.feeds.origin}/feed.json`;
        const made = snippet({
          form: form as SnippetForm,
          element: 'relais-project-card',
          attributes: {feed, campaign: 'halle', relay: 'mairie-pau'},
          base: `${world.platform.origin}/`,
          campaign: await campaignOf(feed),
          colours: {accent: '#0b5d3b', 'on-accent': '#fefefe'},
          integrity: hashes['relais.classic.js'] ?? '',
          image,
          lang: 'fr',
          updatedAt: '2026-11-20T09:00:00+01:00',
        });
        assert.equal(shown, made, form);
        if (PREVIEWED.includes(form)) {
          assert.equal(await previewState(page, 'relais-project-card'), 'ready', form);
        }
        await page.close();
      }
      await open();
    });

    it('keeps what is chosen in its address: reload, back and forward', async () => {
      await open();
      await textOnce(page, '#feed-said', /3 campagnes/);
      await click('input[value=project-list]');
      assert.match(await query(), /widget=project-list/);
      await click('input[name=ground][value=dark]');
      assert.match(await query(), /ground=dark/);
      await page.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('#choice-layout');
        if (select) select.value = 'carousel';
        select?.dispatchEvent(new Event('change', {bubbles: true}));
      });
      const said = await query();
      assert.match(said, /layout=carousel/);
      const code = await valueOf(page, '#code');
      assert.match(code, /<relais-project-list [^>]*layout="carousel"/);
      await page.evaluate(() => history.back());
      await until(query, (now) => !now.includes('layout'));
      assert.doesNotMatch(await valueOf(page, '#code', code), /carousel/);
      await page.evaluate(() => history.forward());
      assert.equal(await until(query, (now) => now === said), said);
      await page.evaluate(() => {
        Object.assign(window, {isOld: true});
        location.reload();
      });
      const isNew = () => page.evaluate(() => !('isOld' in window)).catch(() => false);
      await until(isNew, Boolean);
      await textOnce(page, '#feed-said', /3 campagnes/);
      assert.equal(await valueOf(page, '#code'), code);
      assert.equal(await previewState(page, 'relais-project-list'), 'ready');
    });

    it('speaks English when asked, and keeps what was chosen', async () => {
      await open({widget: 'territory-summary'});
      await textOnce(page, '#feed-said', /3 campagnes/);
      await click('nav a[lang=en]');
      assert.match(await textOnce(page, 'h1', /Relay/), /Relay a campaign/);
      assert.match(await query(), /lang=en/);
      assert.match(await query(), /widget=territory-summary/);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    });

    it('takes nothing from an address that a choice may not be, and runs nothing of a feed', async () => {
      await open({
        campaign: 'hostile',
        widget: '"><script>hit()</script>',
        accent: 'red;background:url(//x)',
        territory: 'javascript:hit()',
        image: 'javascript:hit()',
        form: 'static',
      });
      const shown = await valueOf(page, '#code');
      assert.deepEqual(
        tokensOf(shown).flatMap((token) => (token.kind === 'open' ? [token.name] : [])),
        ['p', 'a', 'strong', 'br', 'br'],
      );
      assert.match(await textOnce(page, '.campaigns', /FNAME/), /<img src=x onerror/);
      for (const form of outputForms) {
        await click(`input[name=form][value=${form}]`);
      }
      await textOnce(page, '.code h3', /Open Graph/);
      const seen = await page.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('.window iframe');
        return [document, frame?.contentDocument].map(
          (place) => place?.querySelectorAll('img[src=x], script:not([src])').length,
        );
      });
      assert.deepEqual(seen, [0, 0]);
      assert.ok(HOSTILE.includes('hit()'));
    });

    it('warns of a feed that others cannot read, and of the campaign and the contrast', async () => {
      await open({feed: `${world.closed.origin}/feed.json`});
      assert.match(await textOnce(page, '#feed-said', /CORS/), /ne laisse pas d’autres sites/);
      await open({campaign: 'four', accent: '#ffcc00'});
      const notes = await textOnce(page, '.notes', /terminée[^]*contraste/i);
      assert.match(notes, /Cette campagne est terminée/);
      assert.match(notes, /Accent sur fond : contraste de 1,[45] pour 1/);
      assert.match(notes, /machine ou d’un réseau privé/);
    });

    it('says what a paste has lost, and leads to the form to take', async () => {
      await open({form: 'module', campaign: 'halle'});
      await textOnce(page, '#feed-said', /3 campagnes/);
      const code = await valueOf(page, '#code');
      const paste = (text: string) =>
        page.evaluate((kept) => {
          const field = document.querySelector<HTMLTextAreaElement>('#kept');
          if (field) field.value = kept;
          field?.dispatchEvent(new Event('input', {bubbles: true}));
          document.querySelector<HTMLElement>('.paste button[type=submit]')?.click();
        }, text);
      await paste(code);
      assert.match(await textOnce(page, '.paste', /Tout y est/), /le widget s’affiche/);
      await paste(code.replaceAll(/<\/?(?:script|relais-)[^>]*>/g, ''));
      const said = await textOnce(page, '.paste', /retiré/);
      assert.match(said, /Le script a été retiré/);
      assert.match(said, /La balise du widget a été retirée/);
      assert.deepEqual(await axeFinds(page), []);
      await click('.paste .verdict ~ button');
      assert.match(await query(), /form=iframe/);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'forms');
    });
  });
}

/** The campaign as the page reads it. */
async function campaignOf(feed: string) {
  const {loadCampaign} = await import('../../../lib/feed/index.js');
  return (await loadCampaign(feed, 'halle')).campaign;
}
