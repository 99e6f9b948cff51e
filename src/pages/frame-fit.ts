/** An element that says when it has drawn what it was told. */
type Drawn = HTMLElement & {readonly updateComplete: Promise<unknown>};

/** One way to stand in a frame: the card's variant, and what is given up for want of room. */
interface Step {
  variant?: string;
  /**
   * Words that `embed.css` knows. `brief`: without how it developed and the small print. `short`: without
   * all but title, picture, badges, figures and what invites to follow the link. `small`: smaller letters,
   * less room around. `plain`: no picture.
   */
  low?: string;
}

/**
 * Keeps a card, or a bar, whole in a frame whose height nobody sets: it takes the first of its forms that
 * fits, from the one asked for to the lowest. What fits in none scrolls. The other elements are lists: they
 * scroll.
 *
 * @param element - The element that the page shows.
 * @param isFollowed - Whether the page around gives the frame the height of what it shows.
 * @returns Looks anew; to be called when the frame or what it shows has changed.
 */
export function keepWhole(element: Drawn, isFollowed: () => boolean): () => Promise<void> {
  const steps = stepsOf(element);
  let turn = 0;
  return async () => {
    turn += 1;
    const own = turn;
    for (const step of isFollowed() ? steps.slice(0, 1) : steps) {
      take(element, step);
      await element.updateComplete;
      if (own !== turn || fits()) return;
    }
  };
}

function stepsOf(element: HTMLElement): readonly Step[] {
  if (element.localName === 'relais-progress-bar') return [{}, {low: 'small'}];
  if (element.localName !== 'relais-project-card') return [{}];
  const asked = element.getAttribute('variant') ?? '';
  const lowest: Step[] = [
    {variant: 'compact'},
    {variant: 'compact', low: 'brief small'},
    {variant: 'compact', low: 'brief small plain'},
  ];
  if (asked === 'compact') return lowest;
  const lower = ['brief', 'brief short', 'brief short small'].flatMap((low): Step[] => [
    {variant: asked, low},
    {variant: 'horizontal', low},
  ]);
  return [{variant: asked}, ...lower, {variant: asked, low: 'brief short plain'}, ...lowest];
}

function take(element: Element, {variant, low}: Step) {
  if (variant !== undefined) element.setAttribute('variant', variant);
  const {dataset} = document.documentElement;
  if (low) dataset['low'] = low;
  else delete dataset['low'];
}

/** Nothing of the page is below the frame's edge. A frame that is not shown yet has no height. */
function fits(): boolean {
  return innerHeight === 0 || document.documentElement.scrollHeight <= innerHeight;
}
