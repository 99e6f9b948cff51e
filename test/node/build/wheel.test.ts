import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {findBrowser} from '../../../scripts/browsers.mjs';
import {linesFor, openWorld, pasted, serveTown} from './forms-world.ts';
import {launch} from './tabs.ts';
import {until} from './until.ts';

describe('the wheel over a frame', () => {
  for (const engine of ['chromium', 'firefox'] as const) {
    if (engine === 'firefox' && !findBrowser(engine)) continue;

    it(`turns the page around, over a card as over a map, in ${engine}`, async () => {
      const world = await openWorld();
      const browser = await launch(engine);
      const page = await browser.newPage();
      await page.setViewport({width: 1000, height: 700});
      const map = {
        element: 'relais-territory-map',
        attributes: {feed: `${world.feeds.origin}/feed.json`, territory: 'departement:64'},
        campaign: null,
      };
      for (const more of [{}, map]) {
        const town = await serveTown(
          `${pasted(world, 'iframe', more)}<canvas id="long"></canvas>`,
          linesFor(world, 'iframe'),
        );
        await page.goto(`${town.origin}/`);
        await page.$eval('#long', (space) => space.setAttribute('height', '5000'));
        await until(
          () => page.$eval('iframe', ({style}) => style.height),
          (height) => height !== '',
        );
        await page.mouse.move(300, 300);
        const top = await until(
          async () => {
            await page.mouse.wheel({deltaY: 200});
            return page.evaluate(() => scrollY);
          },
          (now) => now > 0,
        );
        assert.ok(top > 0);
        await town.close();
      }
      await browser.close();
      await world.close();
    });
  }
});
