import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {countText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {searchStrings} from '../i18n/strings.js';
import type {PlaceSearch} from './search-places.js';

/** Milliseconds without a new message before one is said. */
const PAUSE_MS = 500;

/**
 * Holds back what a screen reader is to say until typing stops: each letter would interrupt the one
 * before. Show `message` in a status that is in the page from the start.
 */
export class Announcer implements ReactiveController {
  message = '';

  readonly #host: ReactiveControllerHost;
  #next = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#next = this.message = '';
  }

  /** Says that after a pause; the same again changes nothing. Empty: falls silent at once. */
  say(words: string) {
    if (words === this.#next) return;
    this.#next = words;
    clearTimeout(this.#timer);
    if (words) this.#timer = setTimeout(() => this.#set(words), PAUSE_MS);
    else this.#set('');
  }

  #set(words: string) {
    if (words === this.message) return;
    this.message = words;
    this.#host.requestUpdate();
  }
}

/** How many places a list holds, in words; '' when nothing was asked. */
export function listWords({found, query}: PlaceSearch, lang: Language): string {
  const strings = pick(searchStrings, lang);
  if (!query) return '';
  return found.length ? countText(found.length, strings.results, lang) : strings.none(query);
}
