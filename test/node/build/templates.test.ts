import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {withoutMessages} from '../../../scripts/short-messages.mjs';
import {shrink} from '../../../scripts/small-templates.mjs';

describe('shrink', () => {
  it('takes comments and indentation out of styles', () => {
    assert.equal(
      shrink(
        'const s = css`\n  /* why */\n  :host {\n    color: red;\n    margin: 0 1px;\n  }\n`;',
      ),
      'const s = css`:host{color:red;margin:0 1px}`;',
    );
  });

  it('leaves the space that means something: calc, selectors, fonts', () => {
    assert.equal(
      shrink('css`.a .b { width: calc(1px + 2px); content: " "; }`'),
      'css`.a .b{width:calc(1px + 2px);content:" "}`',
    );
  });

  it('keeps one space where markup had a line break, and none of the code in it', () => {
    assert.equal(
      shrink('html`<p>\n    ${a ? html`<b>\n  x</b>` : "a\\nb"}\n  </p>`'),
      'html`<p> ${a ? html`<b> x</b>` : "a\\nb"} </p>`',
    );
  });

  it('does not touch other code', () => {
    const code = 'const a = `x\n  y`;\nfunction f() {\n  return `  ${a}`;\n}';
    assert.equal(shrink(code), code);
  });
});

describe('messages of Lit', () => {
  it('go, where Lit has them: what refuses a wrong style still does', () => {
    const path = import.meta.resolve('@lit/reactive-element/css-tag.js');
    const code = readFileSync(new URL(path), 'utf8');
    const short = withoutMessages(code);
    assert.equal(short.split('throw Error("css")').length, 3);
    assert.equal(short.split('throw Error(').length, code.split('throw Error(').length);
    assert.ok(code.length - short.length > 100);
  });
});
