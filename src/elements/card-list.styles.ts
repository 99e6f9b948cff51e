import {css} from 'lit';

/** Cards in columns, and the shapes that stand in for them. For `card-list.ts`. */
export default css`
  .grid,
  .list,
  .columns {
    display: grid;
    gap: calc(var(--_gap) * 1.5);
  }
  .grid {
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--relais-column, 18rem)), 1fr)
    );
  }
  .columns {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--relais-column, 20rem)), 1fr));
    gap: var(--_gap);
  }
  li {
    min-inline-size: 0;
  }
  .ghost {
    display: grid;
    align-content: start;
    gap: 0.875rem;
    padding: 0 0 1.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }
  .ghost .picture {
    aspect-ratio: 16 / 9;
    border-radius: 0;
  }
  .ghost .line {
    block-size: 0.875rem;
    margin-inline: 1.25rem;
  }
  .ghost .short {
    inline-size: 40%;
  }
  .list .ghost .picture {
    aspect-ratio: auto;
    block-size: 7rem;
  }
  .columns .ghost {
    padding-block: 1.125rem;
  }
  .columns .ghost .picture {
    display: none;
  }
  .foot {
    display: flex;
    justify-content: center;
  }
  .date {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.25rem;
  }
  @media print {
    button {
      display: none !important;
    }
    .grid,
    .columns {
      grid-template-columns: repeat(2, 1fr);
      gap: 0.75rem;
    }
    li {
      break-inside: avoid;
    }
  }
`;
