// Says beside a line for the next promise what is understood of it, while it is typed: the program takes it apart, and what
// it answers is shown until the line says something else.

const PAUSE = 200; // between two keys of who types

let due;

const placeOf = (field) => field.closest('[class*="st-key-line-"]')?.querySelector("[data-heard]");

function make(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function show(place, { parts = [], asks = [] } = {}) {
  const chips = parts.map(([joint, said]) => make("span", "part", make("i", "", joint), ` ${said}`));
  place.replaceChildren(...chips, ...asks.map((ask) => make("p", "", `☞ ${ask}`)));
}

async function ask(field) {
  const place = placeOf(field);
  const text = field.value;
  if (!place || !text.trim()) return;
  const answer = await fetch(place.dataset.heard, { method: "POST", body: JSON.stringify(text) }).catch(() => undefined);
  if (!answer?.ok || field.value !== text) return;
  show(place, await answer.json());
  const watch = setInterval(() => {
    if (field.isConnected && field.value === text) return;
    clearInterval(watch);
    if (!field.isConnected || !field.value.trim()) show(place); // it was added
  }, PAUSE);
}

document.addEventListener(
  "input",
  ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !placeOf(target)) return;
    clearTimeout(due);
    due = setTimeout(ask, PAUSE, target);
  },
  true,
);
