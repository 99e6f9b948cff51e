/**
 * The page in the builder's preview: it stands for the town's page, and takes a snippet as that would. Its
 * own styles are none of the builder's, so what is seen is what a page gets.
 */
import {pasteHtml} from './builder/paste-html.js';
import {HEIGHT, READY, SHOW, typeOf, type Shown} from './builder/preview-messages.js';

const page = document.documentElement;
const main = document.querySelector('main') as HTMLElement;
const folder = new URL('.', location.href).href;
/** Scripts that have run here. */
const ran = new Set<string>();

interface Policies {
  createPolicy: (name: string, rules: {createScriptURL: (url: string) => string}) => Policy;
}
interface Policy {
  createScriptURL: (url: string) => string;
}

/** Only the scripts beside this page run in it: whatever is said to be a snippet brings no other. */
function ownScript(address: string): string {
  if (!address.startsWith(folder)) throw new TypeError(`No script from "${address}" runs here.`);
  return address;
}

const {trustedTypes} = globalThis as {trustedTypes?: Policies};
const policy = trustedTypes?.createPolicy('relais-preview', {createScriptURL: ownScript}) ?? {
  createScriptURL: ownScript,
};

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script [^>]*?src="([^"]*)"/g)].map(([, address = '']) => address);
}

function show({html, ground, lang, kind}: Shown) {
  // Another form brings another script: the page begins anew, and is told again what to show.
  const wanted = scriptsOf(html);
  if (ran.size && wanted.some((address) => !ran.has(address))) {
    location.reload();
    return;
  }
  page.lang = lang;
  page.dataset['ground'] = ground;
  page.dataset['kind'] = kind;
  main.replaceChildren();
  if (kind === 'text') main.textContent = html;
  else
    pasteHtml(
      html,
      main,
      (address) => policy.createScriptURL(address),
      (address) => ran.has(address),
    );
  for (const address of wanted) ran.add(address);
}

addEventListener('message', (event) => {
  if (typeOf(event, parent) === SHOW) show((event.data as {shown: Shown}).shown);
});

// Nothing here is to be left for elsewhere: what a link leads to opens beside the builder.
document.addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link) Object.assign(link, {target: '_blank', rel: 'noopener'});
  },
  {capture: true},
);

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    parent.postMessage({type: HEIGHT, height}, location.origin);
  }).observe(main);
  parent.postMessage({type: READY}, location.origin);
}
