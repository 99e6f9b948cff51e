import {css} from 'lit';

/** The list of places under the field. */
export default css`
  .popup {
    position: absolute;
    z-index: 1100;
    inset-block-start: calc(100% + 0.5rem);
    inset-inline: -1px;
    border: 1px solid var(--_line);
    border-radius: var(--_field-radius);
    background: var(--_surface);
    box-shadow:
      0 2px 4px rgb(40 30 20 / 8%),
      0 16px 40px rgb(40 30 20 / 18%);
    overflow: clip;
    container-type: inline-size;
  }
  .popup[above] {
    inset-block: auto calc(100% + 0.5rem);
  }
  ul {
    max-block-size: min(24rem, var(--_room, 24rem));
    padding: 0.375rem;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 0.375rem;
  }
  ul:focus-visible {
    outline: none;
  }
  .option {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.125rem 1rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border-radius: calc(var(--_field-radius) - 0.25rem);
    cursor: pointer;
  }
  .option + .option {
    margin-block-start: 1px;
  }
  .option:hover {
    background: var(--_sunken);
  }
  .option[aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .place {
    min-inline-size: 0;
    line-height: 1.35;
  }
  .name {
    display: block;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .where {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .former::before {
    content: ' · ';
  }
  .live {
    flex: none;
    padding: 0.0625rem 0.625rem;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8125em;
    font-weight: 650;
  }
  .live.none {
    padding-inline: 0;
    background: none;
    color: var(--_muted);
    font-weight: 400;
  }
  @container (max-width: 26rem) {
    /* Said, but not worth a line of its own on each place. */
    .live.none {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .none-found {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 1rem 1.125rem;
    color: var(--_muted);
  }
  .turning {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 2px solid var(--_track);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
