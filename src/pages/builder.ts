/**
 * The builder: choose a widget, see it, copy it in the form that the place takes. Everything chosen stands in
 * the page's address; nothing is kept elsewhere, and nothing is asked but the page's own files and the feed.
 */
import {html, render} from 'lit';

import '../elements/city-search.js';
import {builderStrings} from '../i18n/builder-strings.js';
import {pick} from '../i18n/localize.js';
import {writeChoices} from './builder/choices.js';
import {Model} from './builder/model.js';
import {feedPart, subjectPart, widgetPart} from './builder/view-choices.js';
import {Forms} from './builder/view-forms.js';
import {lookPart} from './builder/view-look.js';
import {mark} from './builder/view-glyphs.js';
import {Paste} from './builder/view-paste.js';
import {Preview} from './builder/view-preview.js';

const page = document.body;
const example = document.querySelector<HTMLMetaElement>('meta[name=relais-example]')?.content ?? '';

const model = new Model(draw);
const preview = new Preview(model);
const forms = new Forms(model);
const paste = new Paste(model);

function languageLink(lang: string, name: string) {
  const onClick = (event: Event) => {
    event.preventDefault();
    model.choose({lang});
  };
  // Without its French said, the address would be empty, which leads nowhere.
  const address = writeChoices({...model.choices, lang}) || location.pathname;
  return html`<a
    href=${address}
    lang=${lang}
    hreflang=${lang}
    aria-current=${String(model.lang === lang) as 'true' | 'false'}
    @click=${onClick}
    >${name}</a
  >`;
}

function draw() {
  const words = pick(builderStrings, model.lang);
  document.documentElement.lang = model.lang;
  document.title = `${words.title} – Relais`;
  render(
    html`<a class="skip" href="#choices">${words.skip}</a>
      <a class="skip" href="#forms">${words.skipToForms}</a>
      <header class="top">
        <div class="wrap">
          <p class="brand">${mark()}Relais</p>
          <nav aria-label=${words.languages}>
            ${languageLink('fr', 'Français')} ${languageLink('en', 'English')}
          </nav>
        </div>
      </header>
      <main class="wrap">
        <div class="cover">
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <div class="work">
          <div class="choices" id="choices" tabindex="-1">
            ${feedPart(model, example)} ${widgetPart(model)} ${subjectPart(model)}
            ${lookPart(model)}
          </div>
          ${preview.render()}
        </div>
        ${forms.render()} ${paste.render()}
      </main>`,
    page,
  );
  preview.update();
}

page.replaceChildren();
model.start();
