/** The bar above HR's page in the demo: which day it is there, and two buttons that move it. */
const { content, dataset } = document.querySelector('meta[name="demo"]');

// The page asks the browser which day it is; in the demo that is the demo's day.
const ahead = Date.parse(content) - Date.now();
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [RealDate.now() + ahead]));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  #demo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.5rem max(1.25rem, (100vw - 68rem) / 2);
    background: #3d3e78;
    color: #fff;
    font: 0.875rem/1.4 'Segoe UI', system-ui, sans-serif;
  }
  #demo p { margin: 0; flex: 1 1 14rem; }
  #demo div { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  #demo button {
    font: inherit;
    padding: 0.3rem 0.8rem;
    border: 1px solid #fff;
    border-radius: 4px;
    background: #fff;
    color: #242424;
    cursor: pointer;
  }
  #demo button:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
  #demo button[aria-disabled='true'] { background: transparent; color: #fff; cursor: progress; }
`);
document.adoptedStyleSheets.push(sheet);

const bar = document.createElement('aside');
bar.id = 'demo';
bar.setAttribute('aria-label', 'Demo');
const status = document.createElement('p');
status.setAttribute('role', 'status');
const buttons = document.createElement('div');
bar.append(status, buttons);

/** Kept over the reload: which button has the focus again. */
const pressed = 'demo-pressed';
const say = (words) => (status.textContent = words);

for (const [days, words] of [
  ['1', 'Nästa dag'],
  ['7', 'En vecka senare'],
]) {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `demo-${days}`;
  button.textContent = words;
  button.addEventListener('click', () => void move(days));
  buttons.append(button);
}

let moving = false;
async function move(days) {
  if (moving) return;
  const busy = (now) => {
    moving = now;
    for (const button of buttons.children) button.setAttribute('aria-disabled', String(now));
  };
  busy(true);
  say('Tiden går. Korten kommer fram, och cheferna svarar …');
  try {
    const response = await fetch(`/demo/days/${days}`, { method: 'POST' });
    if (!response.ok) throw new Error((await response.json()).error);
    sessionStorage.setItem(pressed, `demo-${days}`);
    location.reload();
  } catch (error) {
    busy(false);
    say(error instanceof TypeError ? 'Demon svarar inte. Starta den igen: npm run demo' : error.message);
  }
}

document.body.prepend(bar);
say(`Demo med påhittade chefer. Här är det ${dataset.day}.`);
const last = sessionStorage.getItem(pressed);
if (last) document.getElementById(last)?.focus();
sessionStorage.removeItem(pressed);
