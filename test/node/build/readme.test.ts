import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {readmeOf} from '../../../scripts/readme.mjs';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

describe('README.md', () => {
  it('says of the elements what the manifest says', () => {
    assert.ok(
      readmeOf() === README,
      'README.md is not up to date: npm run build && npm run readme',
    );
  });

  it('would show a change', () => {
    const changed = readmeOf(README, {
      modules: [
        {
          declarations: [
            {
              tagName: 'relais-project-card',
              description: 'Something else.',
              attributes: [{name: 'feed', description: 'Address.', default: "''"}],
              events: [],
              slots: [],
              cssParts: [{name: 'a|b', description: 'A part.'}],
              cssProperties: [],
            },
          ],
        },
      ],
    });
    assert.notEqual(changed, README);
    assert.match(
      changed,
      /\| \[`relais-project-card`\]\(#relais-project-card\) \| Something else\. \|/,
    );
  });

  it('refuses a README without its markers', () => {
    assert.throws(() => readmeOf('# Relais'), /needs the two lines/);
  });
});
