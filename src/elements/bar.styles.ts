import {css} from 'lit';

/** The bar drawn by `bar.ts`. Height: `--relais-bar-size`. */
export default css`
  .bar {
    block-size: var(--relais-bar-size, var(--_bar, 0.625rem));
    border: 1px solid var(--_control);
    border-radius: 999px;
    overflow: hidden;
  }
  .bar svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .bar:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_track);
  }
  .fill {
    fill: var(--_accent);
  }
  .reached .fill {
    fill: var(--_success);
  }
  .mark {
    stroke: var(--_text);
    stroke-width: 2px;
  }
  @media (forced-colors: active) {
    .track {
      fill: Canvas;
    }
    .fill,
    .reached .fill {
      fill: Highlight;
    }
    .mark {
      stroke: CanvasText;
    }
  }
`;
