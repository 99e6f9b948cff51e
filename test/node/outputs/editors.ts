import {parseFragment, serialize, type ChildNode} from 'parse5';

/**
 * What editors keep of HTML, by their lists as they come out of the box: enough of each to tell what becomes of a snippet.
 * Sources are named in each; a site may be set up otherwise.
 */
export type Editor = (html: string) => string;

interface Rules {
  /** Tags that are kept, with their attributes; `data-*` stands for all of these. */
  keeps: Readonly<Record<string, readonly string[]>>;
  /** What becomes of the others: their tags go and what is in them stays, or they become text. */
  others: 'unwrap' | 'encode';
}

const TEXT = ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4'];

function keeps(rules: Rules): Editor {
  const keep = (node: ChildNode): ChildNode[] => {
    if (!('tagName' in node)) return node.nodeName === '#comment' ? [] : [node];
    node.childNodes = node.childNodes.flatMap(keep);
    const names = TEXT.includes(node.tagName) ? [] : rules.keeps[node.tagName];
    if (names || rules.keeps[node.tagName]) {
      const allowed = [...(names ?? []), ...(rules.keeps[node.tagName] ?? [])];
      node.attrs = node.attrs.filter(
        ({name}) =>
          allowed.includes(name) || (allowed.includes('data-*') && name.startsWith('data-')),
      );
      return [node];
    }
    if (rules.others === 'unwrap') return node.childNodes;
    const text = (value: string) =>
      ({nodeName: '#text', value, parentNode: node.parentNode}) as ChildNode;
    const attributes = node.attrs.map(({name, value}) => ` ${name}="${value}"`).join('');
    return [text(`<${node.tagName}${attributes}>`), ...node.childNodes, text(`</${node.tagName}>`)];
  };
  return (html) => {
    const fragment = parseFragment(html);
    fragment.childNodes = fragment.childNodes.flatMap(keep);
    return serialize(fragment);
  };
}

/** WordPress for whoever has no `unfiltered_html`: `$allowedposttags` of kses.php. */
export const wordPressAuthor = keeps({
  keeps: {
    a: ['href', 'title', 'rel', 'target', 'data-*'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'data-*'],
    div: ['class', 'id', 'style', 'data-*'],
    span: ['class', 'lang'],
    p: ['lang', 'data-*'],
  },
  others: 'unwrap',
});

/** Drupal, "Basic HTML": the allowed tags of `filter.format.basic_html.yml`. */
export const drupalBasic = keeps({
  keeps: {a: ['href', 'hreflang'], img: ['src', 'alt', 'width', 'height'], span: []},
  others: 'unwrap',
});

/** TYPO3's rich text: `CommonBuilder.php` of html-sanitizer, which writes unknown tags out as text. */
export const typo3 = keeps({
  keeps: {
    a: ['href', 'title', 'target', 'rel', 'data-*'],
    img: ['src', 'alt', 'width', 'height', 'data-*'],
    div: ['class', 'id', 'data-*'],
    span: ['class', 'lang'],
    progress: ['value', 'max'],
  },
  others: 'encode',
});

/** Jahia's html-filtering: `global.default.yml`, which leaves `data-*` out on purpose. */
export const jahia = keeps({
  keeps: {
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    div: ['class', 'id'],
    span: ['class', 'lang'],
  },
  others: 'unwrap',
});

/** TinyMCE in its own mode: what it does not know goes, each line becomes a paragraph. */
export const tinyMce: Editor = (html) => {
  const kept = keeps({
    keeps: {
      a: ['href', 'title', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'style'],
      iframe: ['src', 'title', 'width', 'height', 'style', 'allowfullscreen', 'loading', 'sandbox'],
      div: ['class', 'id', 'style', 'data-*'],
      span: ['class', 'lang'],
    },
    others: 'unwrap',
  })(html);
  return kept
    .split('\n')
    .map((line) => (/^<(?:p|div)/.test(line) ? line : `<p>${line}</p>`))
    .join('\n')
    .replaceAll('<br>', '<br />');
};

/** CKEditor 5: a picture becomes a figure, its link inside; other tags go. */
export const ckEditor: Editor = (html) =>
  keeps({
    keeps: {a: ['href'], img: ['src', 'alt', 'width', 'height'], span: []},
    others: 'unwrap',
  })(html).replace(
    /(<a [^>]*>)(<img [^>]*>)(<\/a>)?/,
    (_, open: string, picture: string, close = '') =>
      close
        ? `<figure class="image">${open}${picture}${close}</figure>`
        : `<figure class="image">${open}${picture}</a></figure>${open}`,
  );
