/**
 * What the builder and the page of its preview say to each other. Both are of one origin; each heeds the
 * other alone (`source`), and nothing of another shape.
 */

/** The preview is there, and knows nothing yet. */
export const READY = 'relais-preview-ready';
/** The preview's height has changed. */
export const HEIGHT = 'relais-preview-height';
/** What the preview is to show. */
export const SHOW = 'relais-preview-show';

/** What the preview shows, and on which page. */
export interface Shown {
  html: string;
  ground: 'light' | 'dark' | 'colour';
  lang: string;
  /** What is shown: a widget, a mail on its white paper, or a picture. */
  kind: 'widget' | 'mail' | 'picture' | 'text';
}

export function typeOf(event: MessageEvent, from: Window | null): string {
  if (event.source !== from || event.origin !== location.origin) return '';
  const type = (event.data as {type?: unknown} | null)?.type;
  return typeof type === 'string' ? type : '';
}
