import {colourDefaults} from '../../elements/tokens.js';
import {contrastRatio, inkOn, type SnippetColour} from '../../outputs/index.js';
import type {Choices} from './choices.js';

/** Two colours of a widget that are read one on the other. */
export interface Contrast {
  pair: 'accent' | 'on-accent' | 'text' | 'muted';
  scheme: 'light' | 'dark';
  /** 1 to 21, cut after two digits: 4.499 is not 4.5. */
  ratio: number;
  /** 4.5 to 1, as WCAG 1.4.3 asks of text. */
  isEnough: boolean;
}

const LEAST = 4.5;

/** The colours that a snippet carries: those chosen, and what must go with them to be read. */
export function coloursOf(choices: Choices): Partial<Record<SnippetColour, string>> {
  const {accent, surface} = choices;
  const ink = surface && inkOn(surface);
  return {
    ...(accent && {accent}),
    ...((choices['on-accent'] || accent) && {'on-accent': choices['on-accent'] || inkOn(accent)}),
    ...(surface && {surface}),
    ...((choices.text || ink) && {text: choices.text || ink}),
    ...((choices.muted || choices.text || ink) && {muted: choices.muted || choices.text || ink}),
  };
}

/** The contrasts of what was chosen, on a light page and on a dark one. */
export function contrastsOf(choices: Choices): Contrast[] {
  const chosen = coloursOf(choices);
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const colour = (name: SnippetColour) =>
      chosen[name] ?? colourDefaults[name]?.[scheme === 'light' ? 0 : 1] ?? '#000000';
    const contrast = (pair: Contrast['pair'], ground: 'surface' | 'accent'): Contrast => {
      const ratio = contrastRatio(colour(pair), colour(ground));
      return {pair, scheme, ratio: Math.floor(ratio * 100) / 100, isEnough: ratio >= LEAST};
    };
    return [
      contrast('accent', 'surface'),
      contrast('on-accent', 'accent'),
      contrast('text', 'surface'),
      contrast('muted', 'surface'),
    ];
  });
}
