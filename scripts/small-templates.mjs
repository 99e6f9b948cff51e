/**
 * A Rollup plugin that takes the indentation out of templates: what is white space for a reader of the
 * source is bytes for a reader of the page. Styles lose comments and the space around punctuation; markup
 * keeps one space where it had a line break, since between words it means something.
 */
export function smallTemplates() {
  return {
    name: 'small-templates',
    transform(code, id) {
      if (!/\/lib\/elements\//.test(id)) return null;
      const small = shrink(code);
      return small === code ? null : {code: small, map: null};
    },
  };
}

// TypeScript writes a space before the template; a tag in a comment stands in backticks of its own.
const TEMPLATE = /(?<![`\w.])(css|html|svg) ?`/g;

/** Exported for its test. */
export function shrink(code) {
  let result = '';
  let from = 0;
  for (const match of code.matchAll(TEMPLATE)) {
    const start = match.index + match[0].length;
    if (start < from) continue;
    const end = endOfTemplate(code, start);
    const body = code.slice(start, end);
    // A template inside another's expression is shrunk with it: its own tag tells how.
    result += code.slice(from, start) + (match[1] === 'css' ? smallCss(body) : smallMarkup(body));
    from = end;
  }
  return result + code.slice(from);
}

/** Where the template that begins here ends: expressions may hold templates of their own. */
function endOfTemplate(code, start) {
  for (let at = start; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === '`') return at;
    else if (code.startsWith('${', at)) at = endOfExpression(code, at + 2);
  }
  return code.length;
}

function endOfExpression(code, start) {
  let depth = 1;
  for (let at = start; at < code.length; at += 1) {
    const character = code[at];
    if (character === '`') at = endOfTemplate(code, at + 1);
    else if (character === "'" || character === '"') at = endOfString(code, at);
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) return at;
  }
  return code.length;
}

function endOfString(code, start) {
  for (let at = start + 1; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === code[start]) return at;
  }
  return code.length;
}

function smallCss(body) {
  return body
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<=[ :,(])0\.(?=\d)/g, '.')
    .replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3')
    .trim();
}

/** Only the text of the template itself: expressions are code, and are shrunk by their own templates. */
function smallMarkup(body) {
  let result = '';
  let from = 0;
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] === '\\') {
      at += 1;
    } else if (body.startsWith('${', at)) {
      const end = endOfExpression(body, at + 2);
      result += oneLine(body.slice(from, at)) + shrink(body.slice(at, end));
      from = end;
      at = end;
    }
  }
  return result + oneLine(body.slice(from));
}

function oneLine(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}
