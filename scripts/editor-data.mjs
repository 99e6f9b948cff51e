// What VS Code reads to complete tags, attributes, parts and custom properties, from the manifest.
import {readFileSync} from 'node:fs';

import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';

generateVsCodeCustomElementData(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')), {
  outdir: 'dist',
  hideLogs: true,
});
