import type {Call, Campaign, Feed, Problem} from '../feed/campaign.js';
import type {FeedError} from '../feed/errors.js';

const CROSSING = {bubbles: true, composed: true} as const;

/** A feed was read and is shown. Fired again after each refresh. */
export class RelaisLoadEvent extends Event {
  /** The campaigns that the element shows, in its order. */
  readonly campaigns: Campaign[];
  readonly calls: Call[];
  /** What the feed holds that could not be shown, and why. Empty when all is well. */
  readonly problems: Problem[];
  /** When the figures were true (ISO 8601), or null when nobody says. */
  readonly updatedAt: string | null;

  constructor(feed: Pick<Feed, 'campaigns' | 'calls' | 'problems' | 'updatedAt'>) {
    super('relais-load', CROSSING);
    this.campaigns = feed.campaigns;
    this.calls = feed.calls;
    this.problems = feed.problems;
    this.updatedAt = feed.updatedAt;
  }
}

/** A feed, or what was asked of it, could not be shown. The page's fallback shows instead. */
export class RelaisErrorEvent extends Event {
  /** Why, with a code, for a program; its message is for a developer. */
  readonly error: FeedError;

  constructor(error: FeedError) {
    super('relais-error', CROSSING);
    this.error = error;
  }
}

/**
 * The visitor chose something: a campaign's link, a marker, a territory. Cancelable: when the page
 * calls `preventDefault()`, the element does not follow the link or move the others.
 */
export class RelaisSelectEvent extends Event {
  /** The campaign chosen, or null when a territory was. */
  readonly campaign: Campaign | null;
  /** The territory chosen ("commune:33063"), or null when a campaign was. */
  readonly territory: string | null;

  constructor(chosen: {campaign?: Campaign; territory?: string}) {
    super('relais-select', {...CROSSING, cancelable: true});
    this.campaign = chosen.campaign ?? null;
    this.territory = chosen.territory ?? null;
  }
}

declare global {
  // Of elements, of the document and of the window: a page may listen to all its widgets in one place.
  interface GlobalEventHandlersEventMap {
    'relais-load': RelaisLoadEvent;
    'relais-error': RelaisErrorEvent;
    'relais-select': RelaisSelectEvent;
  }
}
