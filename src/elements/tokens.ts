import {css, unsafeCSS} from 'lit';

/** Each colour in the light and in the dark, by the name of its custom property. */
export const colourDefaults: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  accent: ['#a8371a', '#ff9b78'],
  'on-accent': ['#ffffff', '#2a0f06'],
  'accent-soft': ['#fbeee9', '#3d2319'],
  surface: ['#ffffff', '#1d2125'],
  sunken: ['#f4f2ee', '#15181b'],
  text: ['#1f2328', '#eceae6'],
  muted: ['#565d66', '#b3b1ab'],
  line: ['#dedad3', '#3a4046'],
  control: ['#7d7870', '#8f9297'],
  track: ['#eae5dd', '#363c42'],
  success: ['#17663f', '#7ed3a3'],
};

/** The private names of the colours. Only constants of this file are in it. */
function colours(write: (light: string, dark: string) => string) {
  const lines = Object.entries(colourDefaults).map(
    ([name, [light, dark]]) => `--_${name}:var(--relais-${name},${write(light, dark)});`,
  );
  return unsafeCSS(lines.join(''));
}

/**
 * What every element looks like when the page says nothing, and how the page changes it: a
 * `--relais-*` custom property set anywhere above the element. The private names (`--_…`) are what
 * the styles use. Text is the page's own font and size, and none of what a theme does to the words
 * around it: capitals, italics, indents. What a theme sets on every element (`*`) it sets on ours before
 * `:host`, so that sizes are counted by what stands inside alone. Spacing that a reader sets on every element still holds (WCAG 1.4.12).
 *
 * Dark: the elements follow the page's `color-scheme`, not the visitor's system, so that a page
 * that is always light never gets dark boxes. Contrasts: text 4.5:1 or more on its ground, the
 * bar and the borders of controls 3:1 or more (WCAG 1.4.3, 1.4.11), in both schemes.
 */
export const tokens = css`
  :host {
    ${colours((light) => light)}
    --_radius: var(--relais-radius, 0.75rem);
    --_gap: var(--relais-gap, 1rem);
    --_shadow: var(--relais-shadow, 0 1px 2px rgb(40 30 20 / 8%), 0 6px 20px rgb(40 30 20 / 7%));
    box-sizing: border-box;
    display: block;
    min-inline-size: 0;
    color: var(--_text);
    font-family: var(--relais-font, inherit);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
  }
  @supports (color: light-dark(#fff, #000)) {
    :host {
      ${colours((light, dark) => `light-dark(${light},${dark})`)}
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .notice {
    padding: 1rem;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
  }
  .button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    border: 1px solid var(--_control);
    border-radius: 999px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .skeleton {
    border-radius: 0.375rem;
    background: var(--_track);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
