import {html, type TemplateResult} from 'lit';

/**
 * A real heading of the level that the page's outline asks for (RGAA 9.1).
 *
 * @param level - 2 to 6. Anything else is taken as 3.
 * @param content - What the heading says.
 * @param part - Its part.
 */
export function heading(level: number, content: unknown, part = 'title'): TemplateResult {
  switch (level) {
    case 2:
      return html`<h2 part=${part}>${content}</h2>`;
    case 4:
      return html`<h4 part=${part}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part}>${content}</h5>`;
    case 6:
      return html`<h6 part=${part}>${content}</h6>`;
    default:
      return html`<h3 part=${part}>${content}</h3>`;
  }
}

/** The level of the headings under one of this level (taken as `heading` takes it); 6 has none below. */
export function levelBelow(level: number): number {
  return Math.min(([2, 3, 4, 5, 6].includes(level) ? level : 3) + 1, 6);
}
