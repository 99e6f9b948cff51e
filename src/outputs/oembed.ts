import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {jsonForScript, markup} from './markup.js';
import {embedAddress, frameHeight, frameTitle, type SnippetOptions} from './snippet.js';

/** How an oEmbed answer is made. */
export interface OEmbedOptions extends Pick<
  SnippetOptions,
  'base' | 'colours' | 'radius' | 'scheme' | 'lang' | 'image' | 'updatedAt' | 'now'
> {
  /** Address of the feed that the frame reads. */
  feed: string;
  /** How it is read (`loadFeed`). Missing: its shape decides. */
  format?: string;
  /** Short name of who relays. */
  relay?: string;
  /** How the card stands in the frame. Default: `vertical`. */
  variant?: string;
  /** `rich`: the iframe page. `photo`: the picture of the card (`image`, 1200 × 630). Default: `rich`. */
  type?: 'rich' | 'photo';
  /** What the consumer asked for (`maxwidth`, `maxheight`), in pixels. The answer obeys. */
  maxWidth?: number;
  maxHeight?: number;
  /** Who provides it. */
  provider?: {name: string; url: string | null} | null;
  /** Seconds for which a consumer may keep the answer. Default: 3600. */
  cacheAge?: number;
}

const WIDTH = 600;
const PICTURE = [1200, 630] as const;

/**
 * The oEmbed answer for a campaign's address, as JSON (https://oembed.com, version 1.0), to serve as
 * `application/json`. It may also stand inside a script element.
 *
 * The HTML of `rich` is a sentence with a link and one frame, with the attributes that WordPress keeps
 * and no others. Static files cannot obey `maxwidth` and `maxheight`: leave these out and what is
 * written fits most columns.
 *
 * @throws {RangeError} When `type` is `photo` and `image` is missing.
 */
export function oembed(campaign: Campaign, options: OEmbedOptions): string {
  const {provider, image, cacheAge = 3600} = options;
  const photo = options.type === 'photo';
  if (photo && !image) {
    throw new RangeError('An oEmbed answer of type "photo" needs "image": give it in the options.');
  }
  const picture = image ? fitted(PICTURE, options) : null;
  return jsonForScript({
    version: '1.0',
    type: photo ? 'photo' : 'rich',
    title: campaign.title,
    ...(provider && {provider_name: provider.name}),
    ...(provider?.url && {provider_url: provider.url}),
    cache_age: cacheAge,
    ...(photo && picture && {url: image, width: picture[0], height: picture[1]}),
    ...(!photo && rich(campaign, options)),
    ...(!photo &&
      image &&
      // A thumbnail larger than what was asked for is not allowed, and there is no smaller one.
      picture?.[0] === PICTURE[0] && {
        thumbnail_url: image,
        thumbnail_width: PICTURE[0],
        thumbnail_height: PICTURE[1],
      }),
  });
}

/** The line that a page carries in its `<head>` so that a CMS finds its oEmbed answer. */
export function oembedDiscovery(address: string, title: string): string {
  return markup`<link rel="alternate" type="application/json+oembed" href="${address}" title="${title}">`.toString();
}

function rich(campaign: Campaign, options: OEmbedOptions) {
  const {
    feed,
    format = '',
    relay = '',
    variant = '',
    maxHeight = Infinity,
    maxWidth = Infinity,
  } = options;
  const width = Math.max(1, Math.floor(Math.min(WIDTH, maxWidth)));
  const height = Math.max(1, Math.floor(Math.min(frameHeight('relais-project-card'), maxHeight)));
  const address = embedAddress({
    ...options,
    element: 'relais-project-card',
    attributes: {feed, format, campaign: campaign.id, variant, relay},
  });
  const title = frameTitle(campaign, options.lang);
  const html = markup`<blockquote><a href="${relayedUrl(campaign.url, relay, 'oembed', campaign.id)}">${campaign.title}</a></blockquote><iframe src="${address}" title="${title}" width="${width}" height="${height}" frameborder="0"></iframe>`;
  return {html: html.toString(), width, height};
}

/** A picture's size, in its shape, within what the consumer asked for. */
function fitted(
  [width, height]: readonly [number, number],
  {maxWidth = Infinity, maxHeight = Infinity}: OEmbedOptions,
): [number, number] {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
}
