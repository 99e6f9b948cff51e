/** What a key asks of the search field. */
export type SearchAction =
  | 'open'
  | 'next'
  | 'previous'
  | 'accept'
  | 'close'
  | 'clear'
  /** The caret moves: the key does its own work, and no line of the list stays active. */
  | 'edit';

/**
 * Reads a key by the ARIA APG combobox pattern (list autocomplete, manual selection).
 *
 * Down and Up open the list and move through it; Alt+Down opens it, Alt+Up closes it. Enter accepts.
 * Escape closes, then clears. Left, Right, Home and End move the caret. Tab leaves and never
 * chooses: what was not accepted is not chosen. While an input method composes, every key is its own.
 *
 * @param open - The list shows.
 * @param filled - The field holds text.
 * @returns null when the key is none of ours.
 */
export function searchAction(
  event: KeyboardEvent,
  open: boolean,
  filled: boolean,
): SearchAction | null {
  // Safari says 229 for the Enter that ends a composition, when `isComposing` is already over.
  if (event.isComposing || event.keyCode === 229) return null;
  if (event.ctrlKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      return event.altKey ? 'open' : 'next';
    case 'ArrowUp':
      if (event.altKey) return open ? 'close' : null;
      return 'previous';
    case 'Enter':
      return 'accept';
    case 'Escape':
      if (open) return 'close';
      return filled ? 'clear' : null;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      return 'edit';
    default:
      return null;
  }
}
