import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {cspLines} from '../../../lib/outputs/csp.js';
import {oembed, oembedDiscovery} from '../../../lib/outputs/oembed.js';
import {pasteCheck} from '../../../lib/outputs/paste-check.js';
import {snippet, snippetForms, type SnippetOptions} from '../../../lib/outputs/snippet.js';
import {NOW, halle, hostileCampaign, hostileText} from './cards.ts';
import {attribute, elements, textOf} from './parsed.ts';

const options: SnippetOptions = {
  form: 'module',
  element: 'relais-project-card',
  attributes: {feed: 'https://feeds.example/feed.json', campaign: 'halle', 'heading-level': '2'},
  base: 'https://relais.example/v1',
  campaign: halle(),
  integrity: 'sha384-abc',
  image: 'https://relais.example/cards/halle.png',
  now: NOW,
};

const tagsOf = (html: string) => elements(html).map(({tagName}) => tagName);

/** The tags of a form, and how often each may stand in it. */
const SHAPES: Record<SnippetOptions['form'], RegExp> = {
  module: /^script relais-project-card a( img br)? strong( br){1,3}$/,
  integrity: /^script relais-project-card a( img br)? strong( br){1,3}$/,
  classic: /^div a( img br)? strong( br){1,3} script$/,
  iframe: /^iframe script$/,
  frame: /^iframe$/,
  image: /^p a img$/,
  static: /^p a( img br)? strong( br){1,3}$/,
};

describe('snippets', () => {
  for (const form of snippetForms) {
    it(`${form}: no text of a feed adds a tag or an attribute, or leaves its place`, () => {
      fc.assert(
        fc.property(hostileCampaign, hostileText, (campaign, value) => {
          const html = snippet({
            ...options,
            form,
            campaign,
            attributes: {...options.attributes, campaign: campaign.id, call: value},
          });
          assert.match(tagsOf(html).join(' '), SHAPES[form]);
          for (const {attrs} of elements(html)) {
            for (const {name} of attrs) assert.doesNotMatch(name, /^on|^srcdoc$/);
          }
          for (const link of elements(html).filter(({tagName}) => tagName === 'a')) {
            assert.equal(new URL(attribute(link, 'href') ?? '').host, 'platform.example');
          }
        }),
      );
    });
  }

  it('carry the radius and the colours that they may, in each form, and nothing else', () => {
    const look = {colours: {accent: '#0b5d3b', surface: 'red;x:y'}, radius: '0.5rem'};
    const html = (form: SnippetOptions['form'], more = {}) =>
      snippet({...options, form, ...look, ...more});
    assert.match(html('module'), / style="--relais-accent:#0b5d3b;--relais-radius:0.5rem"/);
    assert.match(html('classic'), / data-accent="#0b5d3b" data-radius="0.5rem"/);
    assert.match(html('frame'), /&amp;accent=%230b5d3b&amp;radius=0.5rem/);
    for (const radius of ['1rem;color:red', '100px', '-1px', 'calc(1px)', '1em', 'url(x)', '1']) {
      assert.doesNotMatch(html('module', {radius}), /radius/, radius);
    }
    const lines = cspLines({...options, form: 'module', radius: '0'});
    assert.ok(lines.includes("style-src-attr 'unsafe-inline'"));
    assert.deepEqual(cspLines({...options, form: 'frame'}), ['frame-src https://relais.example']);
  });

  it('say the same attributes as attributes, data- attributes and query', () => {
    const plain = fc
      .string({unit: 'grapheme-ascii', minLength: 1, maxLength: 40})
      .map((text) => text.trim())
      .filter(Boolean);
    fc.assert(
      fc.property(plain, plain, (campaign, mentor) => {
        const attributes = {feed: 'https://feeds.example/a?b=1&c=2', campaign, mentor};
        const given = (form: SnippetOptions['form'], tag: string, prefix: string) => {
          const html = snippet({...options, form, attributes});
          const found = elements(html).find(({tagName}) => tagName === tag);
          assert.ok(found);
          return Object.keys(attributes).map((name) => attribute(found, prefix + name));
        };
        const frame = elements(snippet({...options, form: 'iframe', attributes}))[0];
        const query = new URL((frame && attribute(frame, 'src')) ?? '').searchParams;
        const asked = Object.values(attributes);
        assert.deepEqual(given('module', 'relais-project-card', ''), asked);
        assert.deepEqual(given('classic', 'div', 'data-'), asked);
        assert.deepEqual(
          Object.keys(attributes).map((name) => query.get(name)),
          asked,
        );
      }),
    );
  });

  it('image and static have nothing that a strict filter drops', () => {
    const allowed = ['href', 'src', 'alt', 'width', 'height'];
    for (const form of ['image', 'static'] as const) {
      for (const {attrs} of elements(snippet({...options, form}))) {
        for (const {name} of attrs) assert.ok(allowed.includes(name), `${form}: ${name}`);
      }
    }
  });

  it('a frame says what is inside, and leads the visitor out by a click alone', () => {
    const [frame] = elements(snippet({...options, form: 'iframe', lang: 'en'}));
    assert.ok(frame);
    assert.match(attribute(frame, 'title') ?? '', /crowdfunding.*Une halle couverte/i);
    assert.doesNotMatch(attribute(frame, 'sandbox') ?? '', /same-origin|allow-top-navigation( |$)/);
    assert.equal(attribute(frame, 'loading'), 'lazy');
  });

  it('refuse what is no tag, no attribute and no address of ours, and say what is missing', () => {
    const wrong = (more: Partial<SnippetOptions>, words: RegExp) =>
      assert.throws(() => snippet({...options, ...more}), {name: 'RangeError', message: words});
    wrong({element: 'img src=x'}, /no tag of Relais/);
    for (const name of ['onclick', 'style', 'a b', 'srcdoc']) {
      wrong({attributes: {[name]: 'x'}}, /no attribute's name/);
    }
    wrong({base: 'javascript:alert(1)'}, /http\(s\) address/);
    wrong({form: 'image', image: ''}, /needs "image"/);
    wrong({form: 'static', campaign: null}, /needs "campaign"/);
    wrong({form: 'integrity', integrity: ''}, /needs "integrity"/);
  });

  it('carry colours that are colours', () => {
    const colours = {accent: '#0b5d3b', text: 'red;background:url(//x)'};
    const [, card] = elements(snippet({...options, colours}));
    assert.equal(card && attribute(card, 'style'), '--relais-accent:#0b5d3b');
  });
});

describe('the lines of a policy', () => {
  it('name the origins that a form needs and no other', () => {
    const lines = (more: Partial<SnippetOptions>) => cspLines({...options, ...more});
    assert.deepEqual(lines({form: 'module'}), [
      'script-src https://relais.example',
      'connect-src https://feeds.example',
      'img-src https://images.example',
    ]);
    assert.deepEqual(lines({form: 'iframe'}), [
      'frame-src https://relais.example',
      'script-src https://relais.example',
    ]);
    assert.deepEqual(lines({form: 'image'}), ['img-src https://relais.example']);
    assert.deepEqual(lines({form: 'static', campaign: halle({image: null})}), []);
  });
});

describe('an oEmbed answer', () => {
  const answer = (more: Partial<Parameters<typeof oembed>[1]> = {}, campaign = halle()) =>
    JSON.parse(
      oembed(campaign, {base: options.base, feed: 'https://feeds.example/feed.json', ...more}),
    ) as Record<string, string | number>;

  it('has what the specification asks for, and obeys maxwidth and maxheight', () => {
    const rich = answer({maxWidth: 320, maxHeight: 240});
    assert.deepEqual(
      [rich['version'], rich['type'], rich['width'], rich['height']],
      ['1.0', 'rich', 320, 240],
    );
    const photo = answer({type: 'photo', image: 'https://a.example/x.png', maxWidth: 600});
    assert.deepEqual([photo['type'], photo['width'], photo['height']], ['photo', 600, 315]);
    assert.throws(() => answer({type: 'photo'}), /needs "image"/);
  });

  it('says who relays in the link beside the frame, which is all that some editors keep', () => {
    const linkOf = (more: Parameters<typeof answer>[0]) =>
      elements(String(answer(more)['html']))
        .filter(({tagName}) => tagName === 'a')
        .map((link) => attribute(link, 'href'));
    assert.deepEqual(linkOf({relay: 'mairie-pau'}), [
      `${halle().url}?utm_source=mairie-pau&utm_medium=oembed&utm_campaign=${halle().id}`,
    ]);
    assert.deepEqual(linkOf({}), [halle().url]);
  });

  it('holds one quote and one frame, whatever a feed says', () => {
    fc.assert(
      fc.property(hostileCampaign, (campaign) => {
        const {html} = answer({}, campaign);
        assert.deepEqual(tagsOf(String(html)), ['blockquote', 'a', 'iframe']);
      }),
    );
    fc.assert(
      fc.property(hostileText, (title) => {
        const head = oembedDiscovery('https://relais.example/oembed/halle.json', title);
        assert.deepEqual(tagsOf(head), ['link']);
      }),
    );
  });
});

describe('the paste check', () => {
  const check = (form: SnippetOptions['form'], change: (html: string) => string) => {
    const html = snippet({...options, form});
    return pasteCheck(change(html), html);
  };
  const without = (tag: string) => (html: string) =>
    html.replace(new RegExp(`</?${tag}\\b[^>]*>`, 'g'), '');

  it('takes what editors do to code for no loss', () => {
    for (const form of snippetForms) {
      for (const change of [
        (html: string) => html,
        (html: string) => `<div class="content">\n  ${html.replaceAll('\n', '\n    ')}\n</div>`,
        (html: string) => html.replaceAll(/<\/?[a-z-]+/g, (tag) => tag.toUpperCase()),
        (html: string) => html.replaceAll(' defer', ' defer=""').replaceAll('<br>', '<br />'),
        (html: string) => html.replaceAll('&#39;', '’').replaceAll('&amp;', '&'),
      ]) {
        const {losses, use} = check(form, change);
        assert.deepEqual([form, losses, use], [form, [], null]);
      }
    }
  });

  it('says what was stripped and the form to use instead', () => {
    const outcome = ({shows, losses, use}: ReturnType<typeof pasteCheck>) => [
      shows,
      losses.map(({kind}) => kind),
      use,
    ];
    assert.deepEqual(outcome(check('module', without('script'))), ['card', ['script'], 'iframe']);
    assert.deepEqual(outcome(check('module', without('relais-project-card'))), [
      'card',
      ['element'],
      'classic',
    ]);
    assert.deepEqual(outcome(check('classic', without('div'))), [
      'card',
      ['placeholder'],
      'iframe',
    ]);
    assert.deepEqual(outcome(check('iframe', without('script'))), ['widget', ['script'], null]);
    assert.deepEqual(outcome(check('iframe', without('iframe'))), ['nothing', ['frame'], 'image']);
    assert.deepEqual(outcome(check('image', without('img'))), ['nothing', ['picture'], 'static']);
    assert.deepEqual(outcome(check('static', textOf)), ['nothing', ['link', 'picture'], null]);
    assert.deepEqual(outcome(check('module', () => '  ')), ['nothing', ['empty'], 'classic']);
    const narrowed = check('iframe', (html) =>
      html.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"'),
    );
    assert.deepEqual(outcome(narrowed), ['nothing', ['sandbox'], 'image']);
  });

  it('knows code that has become text, all of it or what TYPO3 does not know', () => {
    const escape = (html: string) => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.deepEqual(check('module', escape), {
      shows: 'nothing',
      losses: [{kind: 'escaped'}],
      use: null,
    });
    const unknown = check('module', (html) =>
      html.replace(/<\/?(?:script|relais-project-card)[^>]*>/g, escape),
    );
    assert.deepEqual(
      unknown.losses.map(({kind}) => kind),
      ['escaped', 'script', 'element'],
    );
    assert.equal(unknown.use, 'iframe');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (pasted, expected) => {
        assert.ok(['widget', 'card', 'nothing'].includes(pasteCheck(pasted, expected).shows));
      }),
    );
  });
});
