import {html, nothing, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';

import {builderStrings} from '../../i18n/builder-strings.js';
import {pick} from '../../i18n/localize.js';
import {languageOfMade, makeForm} from './made.js';
import type {Model} from './model.js';
import {svgAddress} from './pictures.js';
import {HEIGHT, READY, SHOW, typeOf, type Shown} from './preview-messages.js';
import {segments} from './view-fields.js';

/** How wide the page in the preview is, in CSS pixels. */
const WIDTHS: Readonly<Record<string, number>> = {desktop: 1100, phone: 375};

/** A change is shown once nothing has changed for this long. */
const PAUSE_MS = 150;

/** The page in the preview: it is told what to show, and shown as wide as it is said to be. */
export class Preview {
  readonly #model: Model;
  #frame: HTMLIFrameElement | null = null;
  #isReady = false;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #height = 0;
  readonly #room = new ResizeObserver(() => this.#fit());

  constructor(model: Model) {
    this.#model = model;
    addEventListener('message', (event) => {
      const type = typeOf(event, this.#frame?.contentWindow ?? null);
      if (type === READY) {
        this.#isReady = true;
        this.#said = '';
        this.#say();
      } else if (type === HEIGHT) {
        const {height} = event.data as {height?: unknown};
        if (typeof height === 'number') this.#height = Math.min(Math.max(height, 60), 20_000);
        this.#fit();
      }
    });
  }

  /** To be called when the model has changed. */
  update() {
    this.#fit();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), PAUSE_MS);
  }

  render(): TemplateResult {
    const {lang, choices, made, reader} = this.#model;
    const words = pick(builderStrings, lang).preview;
    const pairs = (names: Readonly<Record<string, string>>) => Object.entries(names);
    const isUnseen = made.form === 'data' || made.form === 'graph';
    return html`<section class="preview" aria-labelledby="part-preview">
      <h2 id="part-preview">${pick(builderStrings, lang).parts.preview}</h2>
      <div class="bar">
        ${segments(this.#model, 'width', words.width, pairs(words.widths))}
        ${segments(this.#model, 'ground', words.ground, pairs(words.grounds))}
      </div>
      <div
        class=${reader.reading.feed ? 'window' : 'window empty'}
        role="region"
        aria-label=${words.title}
        tabindex="0"
        data-ground=${choices.ground}
        ${ref(this.#onWindow)}
      >
        <iframe title=${words.title} src="preview.html" ${ref(this.#onFrame)}></iframe>
        ${reader.reading.feed ? nothing : html`<p>${words.waiting}</p>`}
      </div>
      ${isUnseen ? html`<p class="hint">${words.nothing}</p>` : nothing}
    </section>`;
  }

  readonly #onFrame = (element: Element | undefined) => {
    this.#frame = (element as HTMLIFrameElement | undefined) ?? null;
  };

  readonly #onWindow = (element: Element | undefined) => {
    this.#room.disconnect();
    if (element) this.#room.observe(element);
  };

  #say() {
    const shown = this.#shown();
    const said = JSON.stringify(shown);
    if (!this.#isReady || said === this.#said) return;
    this.#said = said;
    this.#frame?.contentWindow?.postMessage({type: SHOW, shown}, location.origin);
  }

  #shown(): Shown {
    const {choices, made, picture, known, reader} = this.#model;
    const place = {
      ground: choices.ground as Shown['ground'],
      lang: languageOfMade(choices),
    };
    if (!reader.reading.feed) return {...place, html: '', kind: 'widget'};
    if (picture)
      return {...place, html: `<img alt="" src="${svgAddress(picture)}">`, kind: 'picture'};
    if (made.form === 'text') return {...place, html: made.text, kind: 'text'};
    const kind = made.form === 'email' || made.form === 'mjml' ? 'mail' : 'widget';
    // What is not seen, or not made yet, is seen as the widget that it is about.
    const html = made.shows || makeForm('module', choices, known).shows;
    return {...place, html, kind: made.shows ? kind : 'widget'};
  }

  /** As wide as it is said to be, and made smaller where there is no room for that. */
  #fit() {
    const frame = this.#frame;
    const room = frame?.parentElement;
    if (!frame || !room) return;
    const width = WIDTHS[this.#model.choices.width] ?? room.clientWidth;
    const scale = Math.min(1, room.clientWidth / width);
    frame.style.width = `${width}px`;
    frame.style.height = `${this.#height}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : '';
    frame.style.marginBlockEnd = `${Math.round(this.#height * (scale - 1))}px`;
  }
}
