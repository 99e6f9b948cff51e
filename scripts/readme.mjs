// What README.md says of the elements (from dist/custom-elements.json) and of sizes: `npm run readme`, after a build.
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const START = '<!-- elements: written by scripts/readme.mjs -->';
const END = '<!-- /elements -->';
const SIZES = /(<!-- sizes -->)[^]*(<!-- \/sizes -->)/;

/** The order of the page: what a webmaster takes first comes first. */
const ORDER = [
  'relais-project-card',
  'relais-progress-bar',
  'relais-project-list',
  'relais-territory-map',
  'relais-city-search',
  'relais-call-for-projects',
  'relais-territory-summary',
];

/** Attributes that every element has: said once, above. */
const SHARED = [
  'feed',
  'territory',
  'lang',
  'relay',
  'format',
  'refresh',
  'heading-level',
  'state',
  'stale',
];

const root = new URL('../', import.meta.url);

/** @returns {string} The README with its generated part as the manifest has it now. */
export function readmeOf(
  readme = readFileSync(new URL('README.md', root), 'utf8'),
  manifest = JSON.parse(readFileSync(new URL('dist/custom-elements.json', root), 'utf8')),
) {
  const [before, rest] = readme.split(START);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined) throw new Error(`README.md needs the two lines ${START} and ${END}.`);
  return `${before}${START}\n\n${referenceOf(manifest)}\n${END}${after}`;
}

function referenceOf(manifest) {
  const elements = manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName}) => tagName)
    .sort((one, other) => ORDER.indexOf(one.tagName) - ORDER.indexOf(other.tagName));
  const rows = elements.map(
    (element) =>
      `| [\`${element.tagName}\`](#${element.tagName}) | ${sentenceOf(element)} | ${names(ownOf(element))} |`,
  );
  // What two say equally often is put as the list puts it: in the plural.
  const isList = ({tagName}) => tagName === 'relais-project-list';
  const inTurn = [...elements.filter(isList), ...elements.filter((one) => !isList(one))];
  const shared = SHARED.map((name) => mostSaid(name, inTurn));
  return [
    '| element | shows | its own attributes |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'Every element has these as well, and says in its own part below where one of them means something else:',
    '',
    ...attributeTable(shared),
    '',
    ...elements.flatMap((element) => sectionOf(element, shared)),
  ].join('\n');
}

/** An attribute of every element, as most of them put it; a sentence that names `campaign` is the card's and the bar's own. */
function mostSaid(name, elements) {
  const all = elements
    .flatMap(({attributes}) => attributes.filter((one) => one.name === name))
    .filter(({description}) => !description.includes('`campaign`'));
  const times = (one) => all.filter(({description}) => description === one.description).length;
  return all.toSorted((one, other) => times(other) - times(one))[0] ?? {name};
}

function sectionOf(element, shared) {
  const {tagName, description, slots, events, cssParts, cssProperties} = element;
  const own = element.attributes.filter(
    (attribute) => !SHARED.includes(attribute.name) || differs(attribute, shared),
  );
  return [
    `### ${tagName}`,
    '',
    description.trim(),
    '',
    '<details>',
    `<summary>Attributes, events, slot, parts and custom properties</summary>`,
    '',
    ...attributeTable(own),
    '',
    ...list('event', events),
    ...slots.map(
      ({name, description: text}) => `- slot ${name ? code(name) : '(default)'}: ${text}`,
    ),
    '',
    '| part | what it is |',
    '| --- | --- |',
    ...cssParts.map(({name, description: text}) => `| ${code(name)} | ${cell(text)} |`),
    '',
    '| custom property | what it sets | default |',
    '| --- | --- | --- |',
    ...cssProperties.map(
      ({name, description: text, default: value}) =>
        `| ${code(name)} | ${cell(text)} | ${value ? code(value) : ''} |`,
    ),
    '',
    '</details>',
    '',
  ];
}

/** What each calls itself in the sentence on its state is no difference. */
function differs({name, description}, shared) {
  const plain = (text) => text?.replace(/^(Where the )\w+/, '$1');
  return plain(shared.find((one) => one.name === name)?.description) !== plain(description);
}

function attributeTable(attributes) {
  if (!attributes.length) return [];
  return [
    '| attribute | meaning | default |',
    '| --- | --- | --- |',
    ...attributes.map(
      ({name, description, default: value}) =>
        `| ${code(name)} | ${cell(description ?? '')} | ${value && value !== "''" && value !== 'null' ? code(value.replaceAll("'", '')) : ''} |`,
    ),
  ];
}

function list(kind, entries) {
  return entries.map(({name, description}) => `- ${kind} ${code(name)}: ${oneLine(description)}`);
}

function ownOf({attributes}) {
  return attributes.map(({name}) => name).filter((name) => !SHARED.includes(name));
}

function sentenceOf({description}) {
  const text = oneLine(description);
  return cell(/^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text);
}

const names = (all) => all.map(code).join(', ');
const code = (text) => `\`${text}\``;
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const cell = (text) => oneLine(text).replaceAll('|', '\\|');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {stdout} = spawnSync(process.execPath, ['scripts/sizes.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  // The names of chunks change with every byte in them.
  const sizes = stdout.trimEnd().replace(/(chunks\/.*)-[\w-]{8}\.js/g, '$1.js');
  const written = readmeOf().replace(
    SIZES,
    (_, start, end) => `${start}\n\`\`\`\n${sizes}\n\`\`\`\n${end}`,
  );
  writeFileSync(new URL('README.md', root), written);
}
