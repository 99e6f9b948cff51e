import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {cardAlt, type AltOptions} from '../i18n/card-alt.js';
import {languageOf, pick} from '../i18n/localize.js';
import {shareStrings} from '../i18n/strings.js';

/** How a campaign is shared. */
export interface ShareCampaignOptions extends AltOptions {
  /** Short name of who relays, such as `mairie-pau`: the link then carries utm parameters, `utm_medium=share`. */
  relay?: string;
  /** "fr" or "en"; anything else is French. Default: the language of the page. */
  lang?: string;
  /**
   * Where the fallback says that it copied the link: an element that is in the page from the start, with
   * `role="status"`, so that a screen reader says what comes into it. Default: one of our own at the end of
   * the page, which is only heard.
   */
  status?: HTMLElement | null;
}

/**
 * What came of it: `shared` to where the visitor chose, `copied` to the clipboard, `dismissed` by the
 * visitor, `shown` in the status because this page may not write to the clipboard.
 */
export type ShareOutcome = 'shared' | 'copied' | 'dismissed' | 'shown';

/**
 * Shares a campaign by what the visitor's device has for it (Web Share API); where it has nothing, copies
 * the link and says so. Call it from a click: browsers do neither without one. What is shared is the title,
 * one sentence with the figures and their date, and the link. Nothing is asked of the network.
 *
 * @returns Never rejects.
 */
export async function shareCampaign(
  campaign: Campaign,
  options: ShareCampaignOptions = {},
): Promise<ShareOutcome> {
  const lang = languageOf(options.lang ?? document.documentElement.lang);
  const url = relayedUrl(campaign.url, options.relay ?? '', 'share', campaign.id);
  const data = {title: campaign.title, text: cardAlt(campaign, lang, options), url};
  const words = pick(shareStrings, lang);
  const status = options.status ?? ownStatus();
  status.lang = lang;
  status.textContent = '';
  // Outside of a secure page neither is there, whatever the types say.
  const {share, canShare, clipboard} = navigator as Partial<Navigator>;
  if (share && (!canShare || canShare.call(navigator, data))) {
    try {
      await share.call(navigator, data);
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'dismissed';
      // Refused by a policy, or by a frame that may not: there is still the link.
    }
  }
  try {
    if (!clipboard) throw new TypeError('This page has no clipboard.');
    await clipboard.writeText(url);
    status.textContent = words.copied;
    return 'copied';
  } catch {
    status.textContent = words.copyThis(url);
    return 'shown';
  }
}

let own: HTMLElement | undefined;

/** Heard and not seen. By the object: a strict policy refuses style attributes. */
function ownStatus(): HTMLElement {
  if (own?.isConnected) return own;
  own = document.createElement('div');
  own.setAttribute('role', 'status');
  Object.assign(own.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  document.body.append(own);
  return own;
}
