import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {http, HttpResponse, delay} from 'msw';

import '../../src/elements/city-search.js';
import type {RelaisCitySearch} from '../../src/elements/city-search.js';
import type {RelaisErrorEvent} from '../../src/elements/events.js';
import {expectAccessible} from '../helpers/axe.js';
import {input, part, write} from '../helpers/city-search.js';
import {network} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

/** The tables of names: this file never lets them come, so it stands alone. */
const TABLES = '*/territory/data/*';

describe('relais-city-search without the names of places', () => {
  it('says that they are on their way, then calmly that they do not come', async () => {
    network.use(
      http.get(TABLES, async () => {
        await delay(500);
        return HttpResponse.error();
      }),
    );
    const box = await fixture(html`<form>
      <relais-city-search lang="fr" name="place" required><a href="#places">Les lieux</a></relais-city-search>
    </form>`);
    const form = box as HTMLFormElement;
    const search = box.querySelector('relais-city-search') as RelaisCitySearch;
    let errors = 0;
    search.addEventListener('relais-error', () => (errors += 1));
    expect(search.renderRoot.querySelector('slot')).to.equal(null);
    const heard = oneEvent(document, 'relais-error');
    input(search).focus();
    write(search, 'Les');
    await search.updateComplete;
    expect(search.state).to.equal('loading');
    expect(part(search, 'none')?.textContent).to.match(/Chargement/);
    await expectAccessible(search);
    expect(((await heard) as unknown as RelaisErrorEvent).error.code).to.equal('network');
    await search.updateComplete;
    expect(search.state).to.equal('error');
    expect(search.getAttribute('state')).to.equal('error');
    expect(part(search, 'notice')?.textContent).to.match(/ne peut pas être chargée/);
    expect(search.renderRoot.querySelector('slot')).not.to.equal(null);
    expect(part(search, 'popup')?.hidden).to.equal(true);
    await expectAccessible(search);
    // Nobody can choose: the form is not held back, and each letter is not one more attempt.
    write(search, 'Lesc');
    write(search, 'Lesca');
    await aTimeout(100);
    expect(errors).to.equal(1);
    expect(form.checkValidity()).to.equal(true);
    const again = oneEvent(search, 'relais-error');
    part(search, 'notice')?.querySelector('button')?.click();
    await search.updateComplete;
    expect(search.state).to.equal('loading');
    await again;
  });

  it('shows the code of its value, sends it, and moves the others', async () => {
    network.use(http.get(TABLES, () => HttpResponse.error()));
    const box = await fixture(html`<form>
      <relais-city-search name="place" for="map" value="commune:33063"></relais-city-search>
      <p id="map"></p>
    </form>`);
    const search = box.querySelector('relais-city-search') as RelaisCitySearch;
    await waitUntil(() => search.state === 'error');
    await search.updateComplete;
    expect(input(search).value).to.equal('commune:33063');
    expect(new FormData(box as HTMLFormElement).get('place')).to.equal('commune:33063');
    const map = box.querySelector('#map') as HTMLElement & {territory?: string};
    expect(map.territory).to.equal('commune:33063');
  });
});
