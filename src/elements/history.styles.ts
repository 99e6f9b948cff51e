import {css} from 'lit';

export default css`
  .history {
    display: grid;
    gap: 0.25rem;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .history svg {
    inline-size: 100%;
    block-size: 2.25rem;
    overflow: visible;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2px;
    stroke-linejoin: round;
  }
  .history path {
    vector-effect: non-scaling-stroke;
  }
  .history:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .history svg {
      forced-color-adjust: auto;
      stroke: CanvasText;
    }
  }
`;
