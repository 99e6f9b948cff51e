import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';
import {parse, parseFragment} from 'parse5';

import type {Campaign} from '../../../src/feed/campaign.js';
import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {emailCard, type EmailOptions} from '../../../lib/outputs/email-card.js';
import {NOW, halle, hostileCampaign} from './cards.ts';
import {attribute, elements, textOf} from './parsed.ts';

const MERGE_TAG =
  /\*\||\|\*|\{\{|\}\}|\[\[|\]\]|\{%|%\}|%%|<%|%>|\[%|%\]|\$\{|#\{|\{[\p{L}_]|\[[^\s\]\u2060]+\]/u;
const card = (fields: Partial<Campaign> = {}, options: EmailOptions = {}) =>
  emailCard(halle(fields), {now: NOW, ...options});

describe('the card of a mail', () => {
  it('is one table, without class, id, style sheet, comment or script', () => {
    for (const columns of ['one', 'two'] as const) {
      const {html} = card({}, {columns});
      const fragment = parseFragment(html);
      assert.deepEqual(
        fragment.childNodes.map((node) => node.nodeName),
        ['table'],
      );
      const tags = new Set(elements(html).map(({tagName}) => tagName));
      assert.deepEqual([...tags].sort(), ['a', 'img', 'table', 'tbody', 'td', 'tr']);
      assert.doesNotMatch(html, / (class|id|on\w+)=|<!--|<style|v:/);
    }
  });

  it('says the figures of campaignText, word for word, and their date', () => {
    for (const lang of ['fr', 'en'] as const) {
      const text = campaignText(halle(), lang, {now: NOW});
      const made = card({}, {lang, updatedAt: '2026-03-02T17:30:00Z'});
      for (const said of [textOf(made.html), made.text]) {
        for (const word of [text.title, text.amount, text.percent, text.backers, text.time]) {
          assert.ok(said.includes(word), word);
        }
        assert.match(
          said,
          lang === 'fr' ? /Chiffres du 2 mars 2026 à 18:30/ : /Figures of 2 March 2026 at 18:30/,
        );
      }
    }
  });

  it('says today when the date of the figures is missing or wrong', () => {
    for (const updatedAt of [null, '', 'hier']) {
      assert.match(card({}, {updatedAt}).text, /Chiffres du 3 mars 2026 à 10:00$/);
    }
  });

  it('draws the bar as cells: two, or one at 0 and from 100 %', () => {
    const widths = (raised: number | null) =>
      elements(card({raised, goal: 100}).html)
        .filter((element) => attribute(element, 'style')?.includes('font-size:1px'))
        .map((element) => attribute(element, 'width'));
    assert.deepEqual(widths(62), ['62%', '38%']);
    assert.deepEqual(widths(99.9), ['99%', '1%']);
    assert.deepEqual(widths(0.2), ['1%', '99%']);
    assert.deepEqual(widths(0), ['100%']);
    assert.deepEqual(widths(100), ['100%']);
    assert.deepEqual(widths(124), ['100%']);
    assert.deepEqual(widths(null), []);
  });

  it('says over-funding, an end, a beginning and orders', () => {
    assert.match(card({raised: 15000}).text, /125\u00a0%/);
    assert.match(
      card({raised: 15000, endsAt: '2026-02-20T12:00:00Z'}).text,
      /Réussie.*Terminée le 20 février 2026/,
    );
    assert.match(
      card({startsAt: '2026-05-02T08:00:00Z', endsAt: null}).text,
      /Commence le 2 mai 2026/,
    );
    assert.match(card({unit: 'orders', raised: 34, goal: 100}).text, /34\spréventes sur 100/);
    const unknown = card({raised: null, backers: null}).text;
    assert.match(unknown, /montant collecté non communiqué/);
    assert.doesNotMatch(unknown, /%|contributeur/);
  });

  it('puts its relay on each link', () => {
    const links = elements(card({}, {relay: 'mairie-pau'}).html).filter(
      ({tagName}) => tagName === 'a',
    );
    assert.equal(links.length, 3);
    for (const link of links) {
      assert.equal(
        attribute(link, 'href'),
        'https://platform.example/projects/halle?utm_source=mairie-pau&utm_medium=email&utm_campaign=halle',
      );
    }
  });

  it('gives each picture a size, words for whoever does not see it, and none that Outlook lacks', () => {
    const [image] = elements(card().html).filter(({tagName}) => tagName === 'img');
    assert.ok(image);
    assert.equal(attribute(image, 'width'), '598');
    assert.equal(attribute(image, 'height'), '336');
    assert.equal(attribute(image, 'alt'), halle().title);
    for (const kind of ['svg', 'webp', 'avif']) {
      const src = `https://images.example/halle.${kind}`;
      assert.doesNotMatch(card({image: {src, alt: null, width: 1, height: 1}}).html, /<img/);
    }
    const made = card({}, {image: 'https://ville.example/cards/halle.png'}).html;
    assert.match(made, /src="https:\/\/ville\.example\/cards\/halle\.png"/);
    assert.match(
      made,
      /alt="Une halle[^"]*9\u202f930\u00a0€ collectés sur[^"]*\(chiffres du 3 mars 2026 à 10:00\)"/,
    );
    assert.doesNotMatch(
      card({image: null}, {image: 'javascript:alert(1)'}).html,
      /<img|javascript/,
    );
  });

  it('turns a text that runs from right to left, and not its figures', () => {
    const {html} = card({title: 'سوق مغطى لمدينة باو', lang: 'ar'});
    assert.match(html, /<div dir="rtl" lang="ar" style="text-align:right">/);
    const figures = elements(html).find((element) => attribute(element, 'style')?.includes('17px'));
    assert.equal(figures && attribute(figures, 'align'), 'left');
  });

  it('takes a colour of six digits and no other', () => {
    assert.match(card({}, {accent: '#004F9F'}).html, /bgcolor="#004f9f"/);
    for (const accent of ['red', '#fff', 'url(x)', '#12345g', '";x']) {
      assert.match(card({}, {accent}).html, /bgcolor="#a8371a"/);
    }
  });
});

describe('the card of a mail, of a hostile campaign', () => {
  const columns = fc.constantFrom('one', 'two');
  const made = fc.record({campaign: hostileCampaign, columns}).map(({campaign, columns}) => ({
    campaign,
    ...emailCard(campaign, {columns, now: NOW, relay: 'mairie'} as EmailOptions),
  }));

  it('weighs less than 8 kB and leads to the campaign', () => {
    fc.assert(
      fc.property(made, ({html}) => {
        assert.ok(html && Buffer.byteLength(html) < 8000, `${Buffer.byteLength(html)} bytes`);
        const links = elements(html).filter(({tagName}) => tagName === 'a');
        assert.ok(links.length > 0);
        for (const link of links) {
          assert.match(attribute(link, 'href') ?? '', /^https:\/\/platform\.example\//);
        }
      }),
      {numRuns: 400},
    );
  });

  it('weighs less than 8 kB though every character of it has to be escaped', () => {
    const long = '&'.repeat(500);
    const body = {name: long, url: null, logo: null};
    const campaign = halle({
      title: long,
      tagline: long,
      category: long,
      lang: long,
      owner: {...body, kind: null},
      mentors: [body, body],
      matching: {by: long, rate: 1, cap: null, given: null},
      image: {src: `https://a.example/${'p'.repeat(1500)}`, alt: long, width: 2, height: 1},
    });
    for (const url of ['https://a.example/', `https://a.example/${'x'.repeat(9000)}`]) {
      const {html} = emailCard({...campaign, url}, {now: NOW, relay: long, columns: 'two'});
      assert.ok(html && Buffer.byteLength(html) < 8000, `${Buffer.byteLength(html)} bytes`);
      assert.ok(textOf(html).includes(campaignText(campaign, 'fr', {now: NOW}).amount));
      assert.match(html, /href="https:\/\/a\.example\//);
    }
  });

  it('parses without an error, holds our tags and attributes alone', () => {
    fc.assert(
      fc.property(made, ({html}) => {
        const errors: string[] = [];
        const options = {
          sourceCodeLocationInfo: false,
          onParseError: ({code}: {code: string}) => errors.push(code),
        };
        parse(`<!doctype html><title>x</title>${html}`, options);
        assert.deepEqual(errors, []);
        for (const element of elements(html)) {
          assert.match(element.tagName, /^(a|img|table|tbody|td|tr|div)$/);
          for (const {name} of element.attrs) {
            assert.match(
              name,
              /^(role|cellpadding|cellspacing|border|lang|dir|align|valign|width|height|bgcolor|style|href|src|alt)$/,
            );
          }
        }
      }),
      {numRuns: 400},
    );
  });

  it('holds no merge tag, in its words and in its addresses', () => {
    fc.assert(
      fc.property(made, ({html, text}) => {
        assert.doesNotMatch(html, MERGE_TAG);
        assert.doesNotMatch(textOf(html), MERGE_TAG);
        assert.doesNotMatch(text, MERGE_TAG);
      }),
      {numRuns: 400},
    );
  });

  it('keeps to one line each thing that its plain text says', () => {
    fc.assert(
      fc.property(made, ({text}) => {
        assert.ok(text.split('\n').length <= 14, text);
        assert.match(text, /^(Soutenir|Découvrir)\u00a0: https:\/\/platform\.example\//m);
      }),
      {numRuns: 200},
    );
  });
});
