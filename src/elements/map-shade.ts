import {html, nothing} from 'lit';

import type {Class} from '../feed/classes.js';
import type {Tally} from '../feed/tally.js';
import {countText} from '../i18n/count-text.js';
import {formatMoney, formatNumber, pick, type Language} from '../i18n/localize.js';
import {shadeStrings} from '../i18n/shade-strings.js';
import {dress} from './dress.js';
import styles from './map-shade.styles.js';
import type {ShadedArea, Shading} from './map-shading.js';

export {shade} from './map-shading.js';

/** Gives the styles of the legend and the table to a root, once. */
export function dressShades(root: Node): void {
  dress(root, styles);
}

/** What the colours say. The table says the same: the legend is for the eye alone. */
export function legend(shading: Shading, lang: Language) {
  const strings = pick(shadeStrings, lang);
  const {measure, by, classes, areas} = shading;
  const isNone = ({count}: ShadedArea) => count === 0;
  const isZero = ({count, value}: ShadedArea) => count > 0 && value === 0;
  const isUnknown = ({value}: ShadedArea) => value === null;
  const rest = [
    ['none', strings.none, areas.some(isNone)],
    ['none', strings.zero, areas.some(isZero)],
    ['unknown', strings.unknown, areas.some(isUnknown)],
  ] as const;
  return html`<div part="legend" class="legend" aria-hidden="true">
    <p class="measure">${strings.title(strings.measures[measure], strings.by[by])}</p>
    <ul>
      ${classes.map(
        (one, at) =>
          html`<li>${swatch(shadeName(at, classes.length))}${boundsOf(one, shading, lang)}</li>`,
      )}
      ${rest.map(([name, words, shows]) => (shows ? html`<li>${swatch(name)}${words}</li>` : nothing))}
    </ul>
  </div>`;
}

/** The same as the colours, in figures: every territory, then what is elsewhere, then all of it. */
export function shadeTable(shading: Shading, lang: Language) {
  const strings = pick(shadeStrings, lang);
  const {measure, by, areas, elsewhere, total, classes} = shading;
  const title = strings.title(strings.measures[measure], strings.by[by]);
  return html`
    <div class="count">
      <p part="count" role="status">${countText(total.count, strings.campaigns, lang)}</p>
    </div>
    <div class="entries shades" tabindex="0" role="group" aria-label=${title}>
      <table part="table">
        <caption class="hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${strings.levels[by]}</th>
            ${(['number', 'amount', 'per-inhabitant'] as const).map(
              (column) =>
                html`<th scope="col" aria-sort=${column === measure ? 'descending' : nothing}>${strings.columns[column]}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${areas.map(
            (area) => html`<tr part="row">
              <th scope="row"><span class="named">${swatch(shadeOf(area, classes.length))}<span>${area.name}</span></span></th>
              ${cells(area, shading, lang)}
              <td>${area.perInhabitant === null ? strings.missing : small(area.perInhabitant, shading, lang)}</td>
            </tr>`,
          )}
          ${
            elsewhere.count > 0
              ? html`<tr part="row">
                  <th scope="row"><span class="named">${swatch('elsewhere')}<span>${strings.elsewhere}</span></span></th>
                  ${cells(elsewhere, shading, lang)}
                  <td></td>
                </tr>`
              : nothing
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${strings.total}</th>
            ${cells(total, shading, lang)}
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>
  `;
}

/** The class of the shape of a territory, and of its swatch. */
export function shadeOf({count, value, shade}: ShadedArea, classes: number): string {
  if (count > 0 && value === null) return 'unknown';
  return shade < 0 ? 'none' : shadeName(shade, classes);
}

/** Few classes take the far ends of the scale: shades that are easily told apart. */
function shadeName(at: number, classes: number): string {
  return `shade-${classes < 2 ? 3 : Math.round((at * 4) / (classes - 1)) + 1}`;
}

function cells({count, known, cents}: Tally, {currency}: Shading, lang: Language) {
  const strings = pick(shadeStrings, lang);
  const unknown = count - known;
  const amount =
    count > 0 && known === 0
      ? strings.missing
      : formatMoney(Math.round(cents / 100), currency, lang);
  return html`<td>${formatNumber(count, lang)}</td>
    <td>
      ${amount}
      ${
        unknown > 0 && known > 0
          ? html`<small>${strings.partly(formatNumber(unknown, lang))}</small>`
          : nothing
      }
    </td>`;
}

/** Per inhabitant: cents say something. */
function small(value: number, {currency}: Shading, lang: Language): string {
  return formatMoney(Math.round(value * 100) / 100, currency, lang);
}

function boundsOf({from, to}: Class, shading: Shading, lang: Language): string {
  const strings = pick(shadeStrings, lang);
  const {measure} = shading;
  const say = (value: number) =>
    measure === 'number' ? formatNumber(value, lang) : formatMoney(value, shading.currency, lang);
  if (to === null) return strings.atLeast(say(from));
  if (measure !== 'number') return strings.from(say(from), say(to));
  return to - 1 === from ? strings.only(say(from)) : strings.whole(say(from), say(to - 1));
}

function swatch(name: string) {
  return html`<span class="swatch ${name}"></span>`;
}
