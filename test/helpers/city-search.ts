import {aTimeout, fixture, html} from '@open-wc/testing';

import '../../src/elements/city-search.js';
import type {RelaisCitySearch} from '../../src/elements/city-search.js';
import {waitUntil} from './wait.js';

/** The element with that part. */
export function part(search: RelaisCitySearch, name: string): HTMLElement | null {
  return search.renderRoot.querySelector(`[part~="${name}"]`);
}

/** The text field. */
export function input(search: RelaisCitySearch): HTMLInputElement {
  return part(search, 'input') as HTMLInputElement;
}

/** The lines of the list. */
export function options(search: RelaisCitySearch): HTMLElement[] {
  return [...search.renderRoot.querySelectorAll<HTMLElement>('[role="option"]')];
}

/** What an element says, white space apart. */
export function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A search in the page, in French unless told. */
export async function searchOf(attributes: Record<string, string> = {}): Promise<RelaisCitySearch> {
  const search = await fixture<RelaisCitySearch>(
    html`<relais-city-search lang="fr"></relais-city-search>`,
  );
  for (const [name, value] of Object.entries(attributes)) search.setAttribute(name, value);
  await search.updateComplete;
  return search;
}

/** Puts text into the field as typing does. */
export function write(search: RelaisCitySearch, text: string, options: InputEventInit = {}) {
  const field = input(search);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, ...options}));
}

/** Types, and waits for the list of exactly that. */
export async function type(search: RelaisCitySearch, text: string, first: RegExp) {
  input(search).focus();
  write(search, text);
  await waitUntil(() => first.test(words(options(search)[0] ?? null)), `no ${first} for ${text}`);
  await search.updateComplete;
}

/** Presses a key in the field. */
export async function press(search: RelaisCitySearch, key: string, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  input(search).dispatchEvent(event);
  await aTimeout(0);
  await search.updateComplete;
  return event;
}

/** Index of the active line, -1 when there is none. */
export function active(search: RelaisCitySearch): number {
  const id = input(search).getAttribute('aria-activedescendant');
  return id ? options(search).findIndex((option) => option.id === id) : -1;
}

/** Whether the list is said to be open. */
export function expanded(search: RelaisCitySearch): boolean {
  return input(search).getAttribute('aria-expanded') === 'true';
}

/** Approaches the field with the pointer: a window behind another fires no focus event. */
export function approach(search: RelaisCitySearch) {
  search.renderRoot.firstElementChild?.dispatchEvent(new PointerEvent('pointerenter'));
}

/** Leaves the field, to another element when one is given; a window behind another does not say so by itself. */
export async function leave(search: RelaisCitySearch, relatedTarget: Element | null = null) {
  const field = input(search);
  if (!relatedTarget) field.blur();
  field.dispatchEvent(new FocusEvent('focusout', {bubbles: true, composed: true, relatedTarget}));
  await search.updateComplete;
}
