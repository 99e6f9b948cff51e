import {cleanText} from '../../feed/clean.js';
import {plainText} from '../../feed/foreign/plain-text.js';
import {partOf, type Properties, type Say} from './finding.js';

/** Characters of the longest text. */
const MOST = 1000;

/** Texts that carry markup or a wrong encoding, links that are not https, pictures without words. */
export function checkTexts(properties: Properties, say: Say): void {
  const {image, owner, mentors, news, place} = properties;
  const texts: [string, unknown][] = [
    ['title', properties['title']],
    ['tagline', properties['tagline']],
    ['category', properties['category']],
    ['image.alt', partOf(image, 'alt')],
    ['owner.name', partOf(owner, 'name')],
    ['place.name', partOf(place, 'name')],
  ];
  const links: [string, unknown][] = [
    ['url', properties['url']],
    ['owner.url', partOf(owner, 'url')],
  ];
  const pictures: [string, unknown][] = [['image.src', partOf(image, 'src')]];
  listOf(mentors).forEach((mentor, at) => {
    texts.push([`mentors[${at}].name`, partOf(mentor, 'name')]);
    links.push([`mentors[${at}].url`, partOf(mentor, 'url')]);
    pictures.push([`mentors[${at}].logo`, partOf(mentor, 'logo')]);
  });
  listOf(news).forEach((entry, at) => {
    texts.push([`news[${at}].title`, partOf(entry, 'title')]);
    links.push([`news[${at}].url`, partOf(entry, 'url')]);
  });
  for (const [name, value] of texts) checkText(`properties.${name}`, value, say);
  for (const [name, value] of links) {
    checkLink(`properties.${name}`, value, say, 'http-link', 'write its https address');
  }
  for (const [name, value] of pictures) {
    const reason = 'pages in https do not show it: write its https address';
    checkLink(`properties.${name}`, value, say, 'http-picture', reason);
  }
  if (partOf(image, 'src') && typeof partOf(image, 'alt') !== 'string') {
    const reason = 'missing: say what the picture shows, or write "" when it only decorates';
    say('no-alt', 'properties.image.alt', undefined, reason);
  }
}

/** The elements that are looked at: the reader reports a list that is longer. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]).slice(0, 100) : [];
}

function checkText(path: string, value: unknown, say: Say): void {
  if (typeof value !== 'string') return;
  const plain = cleanText(plainText(value), MOST);
  if (/[<&]/.test(value) && plain !== cleanText(value, MOST)) {
    say(
      'markup',
      path,
      value,
      'markup is shown as it stands: write the text alone',
      plain || undefined,
    );
  } else if (/[ÃÂ][\u0080-\u00bf]|â\u20ac/.test(value)) {
    const meant = Buffer.from(value, 'latin1').toString();
    const isRight = !meant.includes('\ufffd');
    say(
      'encoding',
      path,
      value,
      'UTF-8 that was read as Latin-1 before: write UTF-8',
      isRight ? meant : undefined,
    );
  } else if (value.includes('\ufffd')) {
    say('encoding', path, value, 'holds what is no UTF-8: write UTF-8');
  }
}

function checkLink(path: string, value: unknown, say: Say, rule: string, reason: string): void {
  if (typeof value !== 'string' || !/^\s*https?:/i.test(value) || !URL.canParse(value.trim())) {
    return;
  }
  const url = new URL(value.trim());
  if (
    /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|192\.168\.\d+\.\d+|10\.\d+\.\d+\.\d+)$/.test(
      url.hostname,
    )
  ) {
    say('private-link', path, value, 'an address that nobody else reaches: write the public one');
  } else if (url.username) {
    say('password', path, '…', 'it holds a name or a password: everybody reads a feed');
  } else if (url.protocol === 'http:') {
    say(rule, path, value, reason, value.trim().replace(/^http:/i, 'https:'));
  }
}
