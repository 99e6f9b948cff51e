import {html, nothing, type TemplateResult} from 'lit';

import type {Call, Edition} from '../feed/campaign.js';
import {phaseOf} from '../feed/select.js';
import {callKindText, editionText, type StepText} from '../i18n/edition-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {callStrings} from '../i18n/strings.js';

/** More editions than this are a choice in a list, not a row of buttons. */
const MOST_BUTTONS = 4;

/**
 * What the call is called and who organises it.
 *
 * @param title - The heading.
 */
export function callHead(call: Call, title: TemplateResult, lang: Language) {
  const {organiser} = call;
  const kind = callKindText(call, lang);
  return html`<div class="head">
    ${
      organiser?.logo
        ? html`<img
          part="logo"
          class="logo"
          src=${organiser.logo}
          alt=""
          width="64"
          height="64"
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          @error=${onLogoError}
        />`
        : nothing
    }
    <div class="names">
      ${title}
      <p part="organiser" class="kicker" dir="auto">
        ${organiser?.url ? outgoing('', organiser.url, kind) : kind}
      </p>
    </div>
  </div>`;
}

/** The editions of the call, to open in place: buttons, or a native list when they are many. */
export function editionChoice(
  call: Call,
  shown: Edition | undefined,
  lang: Language,
  onOpen: (edition: string) => void,
) {
  const {editions} = call;
  const strings = pick(callStrings, lang);
  if (editions.length < 2) return nothing;
  if (editions.length > MOST_BUTTONS) {
    return html`<div part="editions" class="editions">
      <label for="edition">
        <span class="label">${strings.edition}</span>
        <select
          id="edition"
          @change=${(event: Event) => onOpen((event.target as HTMLSelectElement).value)}
        >
          ${editions.map(
            ({id, title}) =>
              html`<option value=${id} .selected=${id === shown?.id}>${title || id}</option>`,
          )}
        </select>
      </label>
    </div>`;
  }
  return html`<div part="editions" class="editions" role="group" aria-label=${strings.editions}>
    ${editions.map(
      ({id, title}) =>
        html`<button
          type="button"
          class="button"
          aria-current=${id === shown?.id ? 'true' : nothing}
          @click=${() => onOpen(id)}
        >
          <bdi>${title || id}</bdi>
        </button>`,
    )}
  </div>`;
}

/** Where the edition stands, as steps and as a sentence, with what can be done now. */
export function phaseOfEdition(call: Call, edition: Edition | undefined, lang: Language) {
  const strings = pick(callStrings, lang);
  const {now, steps} = edition ? editionText(edition, lang) : {now: '', steps: []};
  const open = edition && phaseOf(edition) === 'applying';
  const apply = open && call.applyUrl ? outgoing('apply', call.applyUrl, strings.apply) : nothing;
  const about = call.url ? outgoing('about', call.url, strings.about) : nothing;
  if (!now && apply === nothing && about === nothing) return nothing;
  return html`<div part="phase" class="phase">
    ${
      steps.length
        ? html`<ol class="steps" role="list">
          ${steps.map((step) => stepOf(step, strings.past))}
        </ol>`
        : nothing
    }
    <div class=${now ? 'now' : ''}>
      ${now ? html`<p role="status">${now}</p>` : nothing}
      <div class="links">${apply} ${about}</div>
    </div>
  </div>`;
}

function stepOf({label, dates, past, current}: StepText, pastWords: string) {
  return html`<li class=${past ? 'past' : ''} aria-current=${current ? 'step' : nothing}>
    <b>${label}</b>
    ${dates ? html`<span>${dates}</span>` : nothing}
    ${past ? html`<span class="hidden">${pastWords}</span>` : nothing}
  </li>`;
}

/** A link out of the page: it says where it came from, but not from which page of the site. */
function outgoing(part: 'apply' | 'about' | '', href: string, words: string) {
  return html`<a
    part=${part || nothing}
    class=${part || nothing}
    href=${href}
    rel="noopener"
    referrerpolicy="strict-origin-when-cross-origin"
    >${words}</a
  >`;
}

/** A logo that does not load leaves its name, which stands beside it. */
function onLogoError(event: Event) {
  (event.target as HTMLImageElement).hidden = true;
}
