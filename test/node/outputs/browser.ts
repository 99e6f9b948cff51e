import puppeteer, {type Browser} from 'puppeteer-core';

import {luminance} from '../../../lib/outputs/words.js';
import {findBrowser} from '../../../scripts/browsers.mjs';

/**
 * Chromium, for what only a browser can tell.
 *
 * @throws {Error} When it is not installed.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('These tests need Chromium: set CHROME_PATH or install it.');
  return puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** WCAG contrast of two colours `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour as mail programs turn it over for a dark theme: the same hue, its lightness from the other end. */
export function inverted(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    parseInt(colour.slice(start, start + 2), 16),
  );
  const shift = 255 - Math.max(red, green, blue) - Math.min(red, green, blue);
  return `#${[red, green, blue].map((part) => (part + shift).toString(16).padStart(2, '0')).join('')}`;
}
