// What mail programs do to a mail, done to the mail in the frame.
const form = document.getElementById('reglages');
const frame = document.getElementById('mail');
const plain = document.getElementById('texte');
const note = document.getElementById('bloquees');
const code = document.querySelector('#code code');
const copy = document.querySelector('#copier button');
const said = document.querySelector('#copier .said');

const folder = '../generated/newsletter/';
let shown = 'fr-one';

/** Which mail, and what is done to it. */
function read() {
  const data = new FormData(form);
  return {
    name: `${data.get('lang')}-${data.get('columns')}`,
    ...Object.fromEntries(
      ['blocked', 'stripped', 'narrow', 'dark', 'text'].map((key) => [key, data.has(key)]),
    ),
  };
}

async function change() {
  const {name, narrow, text, blocked} = read();
  note.hidden = !blocked || text;
  frame.hidden = text;
  plain.hidden = !text;
  frame.classList.toggle('narrow', narrow);
  if (name !== shown) {
    shown = name;
    said.textContent = '';
    void showCode();
  }
  if (text) plain.textContent = await ask(`${name}.txt`);
  // From a new copy each time: what is taken away comes back.
  frame.src = `${folder}${name}.html`;
}

async function ask(file) {
  const answer = await fetch(folder + file);
  return answer.ok ? answer.text() : '';
}

async function showCode() {
  code.textContent = await ask(`${shown}-card.html`);
}

/** The mail has come: the program has its way with it. */
function treat() {
  const mail = frame.contentDocument;
  if (!mail?.body) return;
  const {blocked, stripped, dark} = read();
  if (stripped) strip(mail);
  if (blocked) {
    for (const image of mail.images) image.removeAttribute('src');
  }
  if (dark) turnDark(mail);
  fit();
}

/** What the strictest programs leave of a mail: no sheet, no class, no id. */
function strip(mail) {
  for (const sheet of mail.querySelectorAll('style, link')) sheet.remove();
  for (const element of mail.querySelectorAll('[class], [id]')) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}

/** As mail programs do who turn every colour over, whatever the mail says. */
function turnDark(mail) {
  const view = mail.defaultView;
  const all = [mail.documentElement, ...mail.body.querySelectorAll('*'), mail.body];
  const colours = all.map((element) => {
    const {color, backgroundColor, borderTopColor} = view.getComputedStyle(element);
    return [element, {color, backgroundColor, borderTopColor}];
  });
  for (const [element, {color, backgroundColor, borderTopColor}] of colours) {
    element.style.color = turned(color);
    if (!backgroundColor.endsWith(', 0)')) element.style.backgroundColor = turned(backgroundColor);
    element.style.borderColor = turned(borderTopColor);
  }
  mail.documentElement.style.backgroundColor = '#121212';
}

/** The same hue, its lightness from the other end. */
function turned(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  const shift = 255 - Math.max(red, green, blue) - Math.min(red, green, blue);
  return `rgb(${[red, green, blue].map((part) => Math.max(18, part + shift)).join(' ')})`;
}

function fit() {
  const mail = frame.contentDocument;
  if (!mail?.body || frame.hidden) return;
  frame.style.height = '0';
  frame.style.height = `${mail.documentElement.scrollHeight}px`;
}

frame.addEventListener('load', treat);
new ResizeObserver(fit).observe(frame.parentElement);
form.addEventListener('change', () => void change());
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
if (navigator.clipboard) {
  copy.parentElement.hidden = false;
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(await ask(`${shown}-card.html`));
      said.textContent = 'La carte est copiée.';
    } catch {
      said.textContent = 'Votre navigateur refuse : copiez le HTML ci-dessous.';
    }
  });
}
void showCode();
treat();
