import type {Campaign} from '../../feed/campaign.js';
import type {FeedErrorCode} from '../../feed/index.js';
import {statusOf} from '../../feed/select.js';
import {emailCard, type OutputForm} from '../../outputs/index.js';
import {subjectOf, widgetOf} from './attributes.js';
import type {Choices} from './choices.js';
import {contrastsOf, type Contrast} from './contrasts.js';

/** Something that the reader of the page should know before copying. `stops`: what is copied would not show. */
export type Warning =
  | {kind: 'feed'; code: FeedErrorCode; stops: true}
  | {kind: 'closed' | 'insecure' | 'local' | 'local-base' | 'local-image'; stops: true}
  | {kind: 'campaign-missing' | 'image-missing' | 'image-insecure'; stops: true}
  | {kind: 'problems'; count: number; stops: false}
  | {kind: 'nothing-live' | 'mail-picture' | 'share-picture'; stops: false}
  | {kind: 'ended' | 'cancelled' | 'upcoming'; stops: false}
  | {kind: 'contrast'; contrast: Contrast; stops: false};

/** What is known of the feed and of what was chosen in it. */
export interface Found {
  /** Why the feed could not be read; null when it was, or is not there yet. */
  error: FeedErrorCode | null;
  /** Whether pages of other sites may read it; null when that cannot be told from here. */
  open: boolean | null;
  campaigns: readonly Campaign[] | null;
  campaign: Campaign | null;
  /** Live campaigns of the territory; null when none is chosen, or they are not counted yet. */
  live: number | null;
  /** Campaigns of the feed that are left out. */
  problems: number;
  /** Whether the campaign has a picture that this page may draw; null when it is not known yet. */
  drawable: boolean | null;
  now: number;
}

/** Forms that bring our files and the feed to the page that they are pasted in. */
const ALIVE: readonly OutputForm[] = [
  'module',
  'integrity',
  'classic',
  'iframe',
  'frame',
  'address',
  'oembed',
];

/** Forms that are a mail, for which a picture has to be a PNG or a JPEG. */
const MAIL: readonly OutputForm[] = ['email', 'mjml'];

/**
 * @param base - Address of the folder of `relais.js`.
 * @returns What stops the form first, then the rest.
 */
export function warningsOf(
  choices: Choices,
  form: OutputForm,
  found: Found,
  base: string,
): Warning[] {
  const warnings = [
    ...feedWarnings(choices, form, found),
    ...addressWarnings(choices, form, base),
    ...campaignWarnings(choices, form, found),
    ...contrastsOf(choices)
      // What nobody chose is ours, and a test of its own.
      .filter(({isEnough}) => !isEnough && hasColours(choices))
      .map((contrast): Warning => ({kind: 'contrast', contrast, stops: false})),
  ];
  return [...warnings.filter(({stops}) => stops), ...warnings.filter(({stops}) => !stops)];
}

function hasColours({accent, surface, text, muted, 'on-accent': onAccent}: Choices): boolean {
  return [accent, surface, text, muted, onAccent].some(Boolean);
}

function feedWarnings({feed}: Choices, form: OutputForm, found: Found): Warning[] {
  const warnings: Warning[] = [];
  const {error, open, problems} = found;
  if (error) warnings.push({kind: 'feed', code: error, stops: true});
  if (ALIVE.includes(form)) {
    if (open === false) warnings.push({kind: 'closed', stops: true});
    if (isInsecure(feed)) warnings.push({kind: 'insecure', stops: true});
    if (isLocal(feed)) warnings.push({kind: 'local', stops: true});
  }
  if (problems) warnings.push({kind: 'problems', count: problems, stops: false});
  return warnings;
}

function addressWarnings({image}: Choices, form: OutputForm, base: string): Warning[] {
  const warnings: Warning[] = [];
  if (ALIVE.includes(form) && isLocal(base)) warnings.push({kind: 'local-base', stops: true});
  const asksImage = form === 'image' || MAIL.includes(form) || form === 'graph';
  if (!asksImage || !image) return warnings;
  if (isLocal(image)) warnings.push({kind: 'local-image', stops: true});
  else if (isInsecure(image)) warnings.push({kind: 'image-insecure', stops: true});
  return warnings;
}

function campaignWarnings(choices: Choices, form: OutputForm, found: Found): Warning[] {
  const {campaigns, campaign, live, now} = found;
  const warnings: Warning[] = [];
  if (form === 'image' && !choices.image) warnings.push({kind: 'image-missing', stops: true});
  if (campaigns && choices.campaign && !campaign) {
    warnings.push({kind: 'campaign-missing', stops: true});
  }
  if (live === 0 && subjectOf(widgetOf(choices)) !== 'campaign') {
    warnings.push({kind: 'nothing-live', stops: false});
  }
  if (!campaign) return warnings;
  const status = statusOf(campaign, now);
  if (status === 'succeeded' || status === 'failed') warnings.push({kind: 'ended', stops: false});
  if (status === 'cancelled' || status === 'upcoming') warnings.push({kind: status, stops: false});
  if (MAIL.includes(form)) {
    const {html} = emailCard(campaign, choices.image ? {image: choices.image} : {});
    if (!html.includes('<img')) warnings.push({kind: 'mail-picture', stops: false});
  }
  if (form === 'share' && found.drawable === false) {
    warnings.push({kind: 'share-picture', stops: false});
  }
  return warnings;
}

/** Whether a page on https would not ask for it. */
function isInsecure(address: string): boolean {
  return address
    .split(/\s+/)
    .some((each) => URL.canParse(each) && new URL(each).protocol === 'http:' && !isLocal(each));
}

/**
 * Whether it is the address of one's own machine or network, which nobody else reaches: a name without a dot,
 * `.local` and the like (RFC 6762, 8375), and the private, loopback and link-local addresses (RFC 1918, 3927, 4193, 6890).
 */
export function isLocal(address: string): boolean {
  return address.split(/\s+/).some((each) => URL.canParse(each) && isLocalUrl(new URL(each)));
}

function isLocalUrl({protocol, hostname}: URL): boolean {
  if (protocol === 'file:') return true;
  const host = hostname.replace(/^\[|\]$|\.$/g, '');
  if (host.includes(':')) return /^(?:::1?$|f[cd]|fe[89ab])/i.test(host);
  if (/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host)) return true;
  return !host.includes('.') || /\.(?:local|localhost|internal|lan|home\.arpa|test)$/.test(host);
}
