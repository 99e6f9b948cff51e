import {expect} from '@open-wc/testing';

import {shareCampaign} from '../../src/elements/share.js';
import {makeCampaign} from '../helpers/campaigns.js';

const NOW = Date.parse('2026-11-24T11:00:00Z');
const campaign = makeCampaign({
  id: 'halle',
  title: 'Une halle <b>pour</b> le marché',
  url: 'https://platform.example/halle?lang=fr',
  goal: 12_000,
  raised: 9930,
  backers: 134,
});
const options = {relay: 'mairie-pau', lang: 'fr', now: NOW};
const LINK =
  'https://platform.example/halle?lang=fr&utm_source=mairie-pau&utm_medium=share&utm_campaign=halle';

type Sheet = Partial<Pick<Navigator, 'share' | 'canShare' | 'clipboard'>>;

/** What the device has for sharing, until the test is over. */
function device({share, canShare, clipboard}: Sheet) {
  for (const [name, value] of Object.entries({share, canShare, clipboard})) {
    Object.defineProperty(navigator, name, {configurable: true, value});
  }
}

function clipboard(write: (text: string) => Promise<void>): Clipboard {
  return {writeText: write} as Clipboard;
}

describe('shareCampaign', () => {
  let status: HTMLElement;

  beforeEach(() => {
    status = document.createElement('p');
    status.setAttribute('role', 'status');
    document.body.append(status);
  });

  afterEach(() => {
    status.remove();
    for (const name of ['share', 'canShare', 'clipboard']) Reflect.deleteProperty(navigator, name);
  });

  it('gives the device the title, the figures with their date, and the measured link', async () => {
    const given: (ShareData | undefined)[] = [];
    device({
      share: async (data) => {
        given.push(data);
      },
    });
    expect(await shareCampaign(campaign, {...options, status})).to.equal('shared');
    expect(given).to.have.length(1);
    expect(given[0]?.title).to.equal('Une halle <b>pour</b> le marché');
    expect(given[0]?.url).to.equal(LINK);
    expect(given[0]?.text).to.match(/9\s930\s€.*12\s000\s€.*82\s%.*24 novembre 2026/);
    expect(status.textContent).to.equal('');
  });

  it('says nothing and copies nothing when the visitor changes their mind', async () => {
    device({
      share: () => Promise.reject(new DOMException('', 'AbortError')),
      clipboard: clipboard(() => Promise.reject(new Error('not asked'))),
    });
    expect(await shareCampaign(campaign, {...options, status})).to.equal('dismissed');
    expect(status.textContent).to.equal('');
  });

  for (const [when, sheet] of Object.entries<Sheet>({
    'has nothing to share with': {},
    refuses: {share: () => Promise.reject(new DOMException('', 'NotAllowedError'))},
    'cannot share this': {canShare: () => false, share: () => Promise.resolve()},
  })) {
    it(`copies the link and says so when the device ${when}`, async () => {
      let copied = '';
      device({
        ...sheet,
        clipboard: clipboard(async (text) => {
          copied = text;
        }),
      });
      expect(await shareCampaign(campaign, {...options, status})).to.equal('copied');
      expect(copied).to.equal(LINK);
      expect(status.textContent).to.match(/copié/);
    });
  }

  it('shows the link, as text, where there is no clipboard or it refuses', async () => {
    device({});
    expect(await shareCampaign(campaign, {...options, status})).to.equal('shown');
    expect(status.textContent).to.contain(LINK);
    device({clipboard: clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')))});
    expect(await shareCampaign(campaign, {...options, lang: 'en', status})).to.equal('shown');
    expect(status.textContent).to.match(/^Copy this link/);
    expect(status.lang).to.equal('en');
    expect(status.childElementCount).to.equal(0);
  });

  it('has one live region of its own, heard and not seen, when the page gives none', async () => {
    device({clipboard: clipboard(() => Promise.resolve())});
    await shareCampaign(campaign, options);
    await shareCampaign(campaign, options);
    const own = [...document.querySelectorAll<HTMLElement>('body > [role="status"]')].filter(
      (element) => element !== status,
    );
    expect(own).to.have.length(1);
    expect(own[0]?.textContent).to.match(/copié/);
    expect(own[0]?.getBoundingClientRect().width).to.equal(1);
    own[0]?.remove();
  });

  it('speaks the language of the page when it is told none', async () => {
    const before = document.documentElement.lang;
    document.documentElement.lang = 'en-IE';
    device({clipboard: clipboard(() => Promise.resolve())});
    await shareCampaign(campaign, {status});
    expect(status.textContent).to.match(/copied/);
    document.documentElement.lang = before;
  });
});
