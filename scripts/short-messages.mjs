const STYLES = /\/@lit\/reactive-element\/css-tag\.js$/;

/** What Lit says to whoever builds a style out of the wrong thing. */
const MESSAGES = /throw Error\("(?:CSSResult is not|Value passed to)[^;]*?"\)/g;

/**
 * A Rollup plugin that takes out of Lit what it says to the author of a style: the styles that are built
 * are written in the source, where TypeScript has said it, and each card would carry these sentences.
 */
export function shortMessages() {
  return {
    name: 'short-messages',
    transform: (code, id) => (STYLES.test(id) ? {code: withoutMessages(code), map: null} : null),
  };
}

/** Exported for its test. */
export function withoutMessages(code) {
  return code.replace(MESSAGES, 'throw Error("css")');
}
