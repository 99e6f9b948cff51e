import {css} from 'lit';

/** The cards that lie on their side, and the one that takes little room. */
export default css`
  @container (min-width: 34rem) {
    .horizontal,
    .banner {
      flex-direction: row;
    }
    .horizontal .media {
      flex: 0 0 38%;
      aspect-ratio: auto;
      min-block-size: 14rem;
    }
    .banner .media {
      flex: 0 0 50%;
      aspect-ratio: auto;
      min-block-size: 20rem;
    }
    .banner .body {
      gap: 1rem;
      padding: clamp(1.5rem, 4cqi, 3rem);
    }
    .banner :is(h2, h3, h4, h5, h6) {
      font-size: clamp(1.375em, 3.2cqi, 2.125em);
      line-height: 1.15;
    }
    .banner .tagline {
      font-size: 1.0625em;
    }
  }
  .banner {
    --_bar: 0.875rem;
  }

  .compact {
    flex-direction: row;
    align-items: stretch;
    box-shadow: none;
  }
  .compact .media {
    flex: 0 0 clamp(3.5rem, 25%, 5.5rem);
    aspect-ratio: auto;
  }
  .compact .body {
    gap: 0.5rem;
    min-inline-size: 0;
    padding: 0.75rem;
  }
  .compact :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
  }
  .compact :is(.facts, .figures) {
    font-size: 0.875em;
  }
  .compact .bar {
    block-size: 0.5rem;
  }
`;
