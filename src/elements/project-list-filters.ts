import {html, nothing} from 'lit';

import {categoriesOf, sortOrders} from '../feed/select.js';
import {categoryText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {listStrings} from '../i18n/strings.js';
import {narrows, statusesOf, type View, type Wish} from './project-list-view.js';

/** Up to this many campaigns are seen at a glance: nobody searches or sorts them. */
const AT_A_GLANCE = 3;

/**
 * The filter bar of a list: native controls, each with its label, and each only where what the page's
 * attributes left offers more than one choice. Nothing when none does.
 */
export function filterBar(
  {offered, order, wish}: View,
  lang: Language,
  on: {wish: (part: Partial<Wish>) => void; reset: (event: Event) => void},
) {
  const many = offered.length > AT_A_GLANCE;
  const [categories, statuses] = [categoriesOf(offered), statusesOf(offered)];
  const strings = pick(listStrings, lang);
  const fields = [
    many ? searchField(wish.text, strings.search, on.wish) : nothing,
    categories.length > 1
      ? choiceField('category', strings.category, wish.category, on.wish, [
          ['', strings.allCategories],
          ...categories.map((name) => [name, categoryText(name, lang)] as const),
        ])
      : nothing,
    statuses.length > 1
      ? choiceField('status', strings.status, wish.status, on.wish, [
          ['', strings.allStatuses],
          ...statuses.map((status) => [status, strings.statuses[status]] as const),
        ])
      : nothing,
    many
      ? choiceField(
          'sort',
          strings.sort,
          order,
          on.wish,
          sortOrders.map((order) => [order, strings.sorts[order]] as const),
        )
      : nothing,
  ].filter((field) => field !== nothing);
  if (!fields.length) return nothing;
  // A form without a name is no landmark, of which two lists would have two of one name: the group has it.
  return html`<div role="group" aria-label=${strings.filter}><form
    part="filters"
    class="filters"
    autocomplete="off"
    @submit=${(event: Event) => event.preventDefault()}
    @reset=${on.reset}
  >
    ${fields}
    ${
      narrows(wish)
        ? html`<button type="reset" class="button reset">${strings.reset}</button>`
        : nothing
    }
  </form></div>`;
}

function searchField(value: string, label: string, onWish: (part: Partial<Wish>) => void) {
  return html`<label class="field wide" for="text">
    <span class="label">${label}</span>
    <input
      id="text"
      type="search"
      maxlength="100"
      enterkeyhint="search"
      spellcheck="false"
      .value=${value}
      @input=${(event: Event) => onWish({text: (event.target as HTMLInputElement).value})}
    />
  </label>`;
}

function choiceField(
  name: 'category' | 'status' | 'sort',
  label: string,
  value: string,
  onWish: (part: Partial<Wish>) => void,
  choices: readonly (readonly [string, string])[],
) {
  return html`<label class="field" for=${name}>
    <span class="label">${label}</span>
    <select
      id=${name}
      @change=${(event: Event) => onWish({[name]: (event.target as HTMLSelectElement).value})}
    >
      ${choices.map(
        ([choice, words]) =>
          html`<option value=${choice} .selected=${choice === value}>${words}</option>`,
      )}
    </select>
  </label>`;
}
