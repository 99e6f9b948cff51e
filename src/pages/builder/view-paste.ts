import {html, nothing, type TemplateResult} from 'lit';

import {
  builderFormStrings,
  builderNoteStrings,
  builderStrings,
} from '../../i18n/builder-strings.js';
import {pick} from '../../i18n/localize.js';
import {pasteCheck, snippetForms, type Loss, type PasteReport} from '../../outputs/index.js';
import type {Model} from './model.js';

/** Says what a CMS made of the form that was copied. */
export class Paste {
  readonly #model: Model;
  #pasted = '';
  #report: PasteReport | null = null;
  /** What the report is about. */
  #expected = '';

  constructor(model: Model) {
    this.#model = model;
  }

  render(): TemplateResult | typeof nothing {
    const {lang, made, choices} = this.#model;
    // What is no snippet is not kept or stripped by a page's editor.
    if (!made.text || !(snippetForms as readonly string[]).includes(made.form)) return nothing;
    const words = pick(builderNoteStrings, lang).paste;
    const [form = ''] = pick(builderFormStrings, lang).forms[made.form] ?? [];
    if (this.#expected !== made.text) this.#report = null;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      this.#expected = made.text;
      this.#report = pasteCheck(this.#pasted, made.text, choices.destination);
      this.#model.refresh();
    };
    const onInput = (event: Event) => {
      this.#pasted = (event.target as HTMLTextAreaElement).value;
    };
    return html`<section class="paste" aria-labelledby="part-paste">
      <h2 id="part-paste">${pick(builderStrings, lang).parts.paste}</h2>
      <p>${words.lead}</p>
      <div><form @submit=${onSubmit}>
        <div class="field">
          <label for="kept">${words.label(form)}</label>
          <textarea
            id="kept"
            rows="5"
            spellcheck="false"
            autocomplete="off"
            @input=${onInput}
          ></textarea>
        </div>
        <button type="submit">${words.check}</button>
      </form>
      <div role="status">${this.#report ? this.#outcome(this.#report) : nothing}</div></div>
    </section>`;
  }

  #outcome(report: PasteReport): TemplateResult {
    const {lang, made} = this.#model;
    const words = pick(builderNoteStrings, lang).paste;
    const {losses, shows, use} = report;
    const isBest = made.form === 'image' || made.form === 'static' ? 'whole' : 'widget';
    const isWhole = shows === 'widget' || isBest === 'whole';
    const verdict =
      shows === 'nothing'
        ? words.shows.nothing
        : isWhole
          ? losses.length
            ? words.shows.changed
            : words.shows[isBest]
          : words.shows.card;
    return html`<p class="verdict ${losses.length ? 'low' : 'enough'}">${verdict}</p>
      ${
        losses.length
          ? html`<ul>
              ${losses.map((loss) => html`<li>${lossText(loss, words.losses)}</li>`)}
            </ul>`
          : nothing
      }
      ${this.#remedy(report, use)}`;
  }

  #remedy({losses, shows}: PasteReport, use: PasteReport['use']) {
    const {lang, made} = this.#model;
    const words = pick(builderNoteStrings, lang).paste;
    if (use) {
      const [name = ''] = pick(builderFormStrings, lang).forms[use] ?? [];
      return html`<button type="button" class="main" @click=${() => this.#take(use)}>
        ${words.use(name)}
      </button>`;
    }
    if (losses.some(({kind}) => kind === 'escaped')) return html`<p>${words.codeView}</p>`;
    if (made.form === 'static' && shows === 'nothing') return html`<p>${words.refused}</p>`;
    return nothing;
  }

  /** Takes another form, and leads to it: what was pressed is gone. */
  #take(form: string) {
    this.#model.choose({form});
    document.getElementById('forms')?.focus();
  }
}

function lossText({kind, name}: Loss, words: Readonly<Record<Loss['kind'], string>>) {
  return kind === 'attribute' || kind === 'value'
    ? html`${words[kind]}<code>${name}</code>`
    : words[kind];
}
