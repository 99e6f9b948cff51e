import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {builderFormStrings, builderStrings} from '../../i18n/builder-strings.js';
import {cardAlt} from '../../i18n/card-alt.js';
import {languageOf, pick} from '../../i18n/localize.js';
import {destinations, emailCard, formsFor, type OutputForm} from '../../outputs/index.js';
import type {Choices, ChoiceName} from './choices.js';
import {copyField, copyRich, type Copied} from './clipboard.js';
import {answerAddress, cardOptions, commandOf, languageOfMade, offeredForms} from './made.js';
import type {Model} from './model.js';
import {download, pngOf, svgAddress} from './pictures.js';
import {choiceField, inputField} from './view-fields.js';
import {noteList} from './view-notes.js';

/** Which destinations stand together in the list. */
const GROUPS = {
  site: destinations.slice(0, destinations.indexOf('brevo')),
  mail: ['brevo', 'mailchimp', 'mailjet', 'outlook'],
  other: ['network', 'paper'],
} as const;

/** What else each form asks for. */
const ASKED: Readonly<Partial<Record<OutputForm, readonly ChoiceName[]>>> = {
  iframe: ['scheme'],
  frame: ['scheme'],
  address: ['scheme'],
  oembed: ['answer', 'image'],
  image: ['image'],
  email: ['columns', 'image'],
  mjml: ['columns', 'image'],
  print: ['print', 'bleed'],
  graph: ['image'],
};

/** What is pasted where, and the buttons that copy it. */
export class Forms {
  readonly #model: Model;
  /** What became of the last copy or download. */
  #said = '';
  #about: Choices | null = null;

  constructor(model: Model) {
    this.#model = model;
  }

  render(): TemplateResult {
    const model = this.#model;
    // What was copied is not what shows once something else is chosen.
    if (this.#about !== model.choices) this.#said = '';
    const words = pick(builderFormStrings, model.lang);
    const {made} = model;
    const [name = '', where = ''] = words.forms[made.form] ?? [];
    return html`<section class="forms" id="forms" aria-labelledby="part-forms" tabindex="-1">
      <h2 id="part-forms">${pick(builderStrings, model.lang).parts.forms}</h2>
      <div class="ways">${this.#destination()} ${this.#list()}</div>
      <div class="code">
        <h3>${name}</h3>
        <p>${where}</p>
        ${made.shows ? html`<p><a href="#part-preview">${words.see}</a></p>` : nothing}
        ${noteList(model)}
        ${made.missing ? html`<p class="missing">${words.missing[made.missing]}</p>` : nothing}
        ${this.#fields()} ${this.#content(name)}
        <p class="said" role="status">${this.#said}</p>
      </div>
    </section>`;
  }

  #destination(): TemplateResult {
    const {lang, choices} = this.#model;
    const words = pick(builderFormStrings, lang);
    const onChange = (event: Event) => {
      const {value} = event.target as HTMLSelectElement;
      this.#model.choose({destination: value === 'page' ? '' : value, form: ''});
    };
    const chosen = choices.destination || 'page';
    return html`<div class="field">
      <label for="choice-destination">${words.where}</label>
      <select id="choice-destination" aria-describedby="advice" @change=${onChange}>
        ${(['site', 'mail', 'other'] as const).map(
          (group) =>
            html`<optgroup label=${words.groups[group]}>
              ${GROUPS[group].map(
                (each) =>
                  html`<option value=${each} .selected=${live(each === chosen)}>
                    ${words.destinations[each]}
                  </option>`,
              )}
            </optgroup>`,
        )}
      </select>
      <p class="advice" id="advice">${words.advice[chosen as keyof typeof words.advice]}</p>
    </div>`;
  }

  #list(): TemplateResult {
    const {lang, choices} = this.#model;
    const words = pick(builderFormStrings, lang);
    const first = formsFor(choices.destination);
    const others = offeredForms(choices).filter((form) => !first.includes(form));
    const choose = (form: OutputForm) => {
      this.#model.choose({form: form === first[0] ? '' : form});
    };
    const rows = (forms: readonly OutputForm[]) =>
      forms.map(
        (form) =>
          html`<label class="row"
            ><input
              type="radio"
              name="form"
              value=${form}
              .checked=${live(this.#model.made.form === form)}
              @change=${() => choose(form)}
            /><span>${words.forms[form]?.[0]}</span></label
          >`,
      );
    return html`<fieldset class="list">
        <legend>${words.fits}</legend>
        <div class="rows">${rows(first)}</div>
      </fieldset>
      <fieldset class="list">
        <legend>${words.others}</legend>
        <div class="rows">${rows(others)}</div>
      </fieldset>`;
  }

  #fields(): TemplateResult | typeof nothing {
    const asked = ASKED[this.#model.made.form];
    if (!asked) return nothing;
    const {lang} = this.#model;
    const words = pick(builderFormStrings, lang);
    const {hints} = pick(builderStrings, lang);
    return html`<div class="fields">
      ${asked.map((name) =>
        name === 'image' || name === 'answer'
          ? inputField(this.#model, name, words[name], hints[name])
          : choiceField(this.#model, name),
      )}
    </div>`;
  }

  #content(name: string): TemplateResult | typeof nothing {
    const {made, lang, picture} = this.#model;
    if (made.form === 'share' || made.form === 'print')
      return picture ? this.#pictures(picture) : nothing;
    if (!made.text) return nothing;
    const words = pick(builderFormStrings, lang);
    const label = made.form === 'address' ? words.copyAddress : words.copy;
    return html`${
      made.form === 'email'
        ? html`<button type="button" class="main" @click=${this.#onCopyRich}>
              ${words.copyRich}
            </button>`
        : nothing
    }
      ${this.#source('code', words.code(name), made.text)}
      <button
        type="button"
        class=${made.form === 'email' ? '' : 'main'}
        @click=${() => this.#copy('code')}
      >
        ${made.form === 'text' ? words.copyText : label}
      </button>
      ${made.form === 'oembed' ? this.#answer() : nothing} ${this.#policy()}`;
  }

  #source(id: string, label: string, text: string): TemplateResult {
    const rows = Math.min(14, Math.max(2, Math.ceil(text.length / 70)));
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <textarea id=${id} readonly spellcheck="false" rows=${rows} .value=${text}></textarea>
    </div>`;
  }

  #answer(): TemplateResult {
    const {made, lang, campaign, choices} = this.#model;
    const words = pick(builderFormStrings, lang);
    const file = campaign ? (answerAddress(choices, campaign).split('/').at(-1) ?? '') : '';
    const onSave = () => {
      download(new Blob([made.text], {type: 'application/json'}), file);
      this.#say(words.made(file));
    };
    return html`<button type="button" @click=${onSave}>${words.json}</button>
      ${this.#source('second', words.discovery, made.second)}
      <button type="button" @click=${() => this.#copy('second')}>${words.copy}</button>`;
  }

  #policy(): TemplateResult | typeof nothing {
    const {made, lang} = this.#model;
    const words = pick(builderFormStrings, lang);
    if (made.policy.length) {
      return html`<p class="policy">${words.policy}</p>
        <ul class="lines" role="list">
          ${made.policy.map((line) => html`<li><code>${line}</code></li>`)}
        </ul>`;
    }
    return made.form === 'static' ? html`<p class="policy">${words.noPolicy}</p>` : nothing;
  }

  #pictures(picture: string): TemplateResult {
    const {made, lang, campaign, choices, known} = this.#model;
    const words = pick(builderFormStrings, lang);
    const alt = campaign
      ? cardAlt(campaign, languageOf(languageOfMade(choices)), cardOptions(choices, known))
      : '';
    return html`<img class="thumb" alt="" src=${svgAddress(picture)} />
      <div class="buttons">
        ${
          made.form === 'share'
            ? html`<button type="button" class="main" @click=${this.#onPng}>${words.png}</button>`
            : nothing
        }
        <button
          type="button"
          class=${made.form === 'print' ? 'main' : ''}
          @click=${this.#onSvg}
        >
          ${words.svg}
        </button>
      </div>
      ${
        made.form === 'share'
          ? html`${this.#source('alt', words.alt, alt)}
              <button type="button" @click=${() => this.#copy('alt')}>${words.copyText}</button>`
          : html`${this.#source('command', words.pdf, campaign ? commandOf(choices, campaign) : '')}
              <button type="button" @click=${() => this.#copy('command')}>${words.copy}</button>`
      }`;
  }

  #fileName(ending: string): string {
    const {campaign, made, choices} = this.#model;
    const id = (campaign?.id ?? '').replace(/[^\w-]+/g, '-').slice(0, 60);
    return `${id || 'relais'}-${made.form === 'print' ? choices.print : made.form}.${ending}`;
  }

  readonly #onSvg = () => {
    const {picture, lang} = this.#model;
    if (!picture) return;
    const name = this.#fileName('svg');
    download(new Blob([picture], {type: 'image/svg+xml'}), name);
    this.#say(pick(builderFormStrings, lang).made(name));
  };

  readonly #onPng = () => void this.#savePng();

  async #savePng() {
    const {picture, lang} = this.#model;
    const words = pick(builderFormStrings, lang);
    if (!picture) return;
    try {
      const name = this.#fileName('png');
      download(await pngOf(picture, 1200, 630), name);
      this.#say(words.made(name));
    } catch {
      this.#say(words.failed);
    }
  }

  readonly #onCopyRich = () => {
    const {campaign, choices, known} = this.#model;
    if (!campaign) return;
    const {text} = emailCard(campaign, cardOptions(choices, known));
    void copyRich(this.#fieldOf('code'), text).then(this.#onCopied);
  };

  #copy(id: string) {
    void copyField(this.#fieldOf(id)).then(this.#onCopied);
  }

  readonly #onCopied = (outcome: Copied) => {
    this.#say(pick(builderFormStrings, this.#model.lang)[outcome]);
  };

  #fieldOf(id: string): HTMLTextAreaElement {
    return document.getElementById(id) as HTMLTextAreaElement;
  }

  #say(sentence: string) {
    this.#said = sentence;
    this.#about = this.#model.choices;
    this.#model.refresh();
  }
}
