import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';
import {parseFragment} from 'parse5';

import {
  escapeText,
  jsonForScript,
  mailAddress,
  markup,
  trusted,
  withoutMergeTags,
} from '../../../lib/outputs/markup.js';
import {hostileText} from './cards.ts';

describe('markup', () => {
  it('escapes each value, joins lists, leaves nothing for nothing', () => {
    const inner = markup`<b>${'<i>'}</b>`;
    assert.equal(
      markup`<p title="${'"&'}">${inner}${null}${undefined}${false}${['a', inner, 1]}</p>`.toString(),
      '<p title="&quot;&amp;"><b>&lt;i&gt;</b>a<b>&lt;i&gt;</b>1</p>',
    );
    assert.equal(markup`${trusted('<br>')}`.toString(), '<br>');
  });

  it('gives any text back to whoever parses it, without its forbidden characters', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [element] = parseFragment(`<p title="${escapeText(text)}">${escapeText(text)}</p>`)
          .childNodes as {attrs: {value: string}[]; childNodes: {value: string}[]}[];
        const kept = text
          .replace(/\r\n?/g, '\n')
          .replace(/\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n])\p{Cc}/gu, '');
        assert.equal(element?.attrs[0]?.value, kept);
        assert.equal(element?.childNodes[0]?.value ?? '', kept);
      }),
    );
  });

  it('makes JSON that no script element ends with, and that parses back', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.jsonValue()), (value) => {
        const json = jsonForScript(value);
        assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('merge tags', () => {
  it('are taken apart, and what is no tag stays as it is', () => {
    for (const plain of ['50 % de plus', 'a < b > c', 'prix : 3 $', 'fin [', '* et |', '{ }']) {
      assert.equal(withoutMergeTags(plain), plain);
    }
    assert.equal(withoutMergeTags('{{{x}}}').replaceAll('\u2060', ''), '{{{x}}}');
    assert.equal(withoutMergeTags('*|A|*'), '*\u2060|A|\u2060*');
    assert.equal(withoutMergeTags('[Urgent] le toit'), '[\u2060Urgent] le toit');
  });

  it('leave no address, which leads to the same page', () => {
    assert.equal(
      mailAddress('https://a.example/{{x}}?q=*|N|*&r=[[y]]&p=%%z%%&u=%C3%A9#${k}'),
      'https://a.example/%7B%7Bx%7D%7D?q=%2A%7CN%7C%2A&r=%5B%5By%5D%5D&p=%25%25z%25%25&u=%C3%A9#%24%7Bk%7D',
    );
    assert.equal(mailAddress('http://[::1]:80/a'), 'http://[::1]/a');
    assert.equal(mailAddress('nothing'), '');
  });
});
