/** What became of a wish to copy: done, or the text is selected and a keystroke away. */
export type Copied = 'copied' | 'selected';

/**
 * Copies what stands in a field. Where the page may not write to the clipboard it asks the old way, and
 * where that is refused too, the text stays selected for the reader's own keystroke.
 */
export async function copyField(field: HTMLTextAreaElement | HTMLInputElement): Promise<Copied> {
  try {
    await clipboard().writeText(field.value);
    return 'copied';
  } catch {
    return copyOldWay(field);
  }
}

/** Where it worked, the focus goes back to what was pressed; else the text is where the keystroke goes. */
function copyOldWay(field: HTMLTextAreaElement | HTMLInputElement): Copied {
  const pressed = document.activeElement;
  field.focus();
  field.select();
  if (!document.execCommand('copy')) return 'selected';
  if (pressed instanceof HTMLElement) pressed.focus();
  return 'copied';
}

/**
 * Copies HTML as what it shows, for a mail that one writes: with its source as plain text beside it.
 *
 * @param field - Holds the source, and is selected where nothing else works.
 * @param text - The plain text for editors that take no HTML.
 */
export async function copyRich(field: HTMLTextAreaElement, text: string): Promise<Copied> {
  const {value} = field;
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([value], {type: 'text/html'}),
      'text/plain': new Blob([text], {type: 'text/plain'}),
    });
    await clipboard().write([item]);
    return 'copied';
  } catch {
    return copyByEvent(field, value, text);
  }
}

function copyByEvent(field: HTMLTextAreaElement, html: string, text: string): Copied {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', onCopy);
  const outcome = copyOldWay(field);
  document.removeEventListener('copy', onCopy);
  return outcome;
}

/** Outside of a secure page there is none, whatever the types say. */
function clipboard(): Clipboard {
  const {clipboard: own} = navigator as Partial<Navigator>;
  if (!own) throw new TypeError('This page has no clipboard.');
  return own;
}
