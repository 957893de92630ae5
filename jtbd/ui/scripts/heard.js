// Says beside a line for the next promise what is understood of it, while it is typed: the program takes it apart, and what
// it answers is shown until the line says something else. A part that is tapped is selected in the line, to be mended; what
// is still to say is begun there.

const PAUSE = 200; // between two keys of who types

let due;

const placeOf = (field) => field.closest('[class*="st-key-line-"]')?.querySelector("[data-heard]");

function make(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

// A chip takes the focus from nobody: to leave the line would add what stands on it.
function button(className, press, ...content) {
  const made = make("button", className, ...content);
  made.type = "button";
  made.tabIndex = -1; // who is at the keyboard is in the line already
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", press);
  return made;
}

function select(field, joint, said) {
  const text = field.value.toLowerCase();
  const whole = `${joint} ${said}`.toLowerCase();
  const start = [whole, said.toLowerCase(), joint.toLowerCase()].map((words) => text.lastIndexOf(words)).find((at) => at >= 0);
  if (start === undefined) return field.setSelectionRange(text.length, text.length);
  const rest = text.slice(start);
  const end = rest.startsWith(whole) ? whole.length : rest.startsWith(said.toLowerCase()) ? said.length : rest.search(/[,;]|$/);
  return field.setSelectionRange(start, start + end);
}

function add(field, words) {
  const text = field.value.replace(/[\s,;.]+$/, "") + words;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text); // React hears of no other
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.setSelectionRange(text.length, text.length);
}

function show(place, field, { who = "", parts = [], gaps = [], asks = [] } = {}) {
  const mend = (change) => () => {
    field.focus();
    change();
  };
  const whose = who ? [make("span", "part whose", who)] : [];
  const chips = parts.map(([joint, said]) =>
    button("part", mend(() => select(field, joint, said)), make("i", "", joint), ` ${said}`),
  );
  const open = gaps.map(([label, words]) => button("part gap", mend(() => add(field, words)), label));
  place.replaceChildren(...whose, ...chips, ...open, ...asks.map((one) => make("p", "", `☞ ${one}`)));
}

async function ask(field) {
  const place = placeOf(field);
  const text = field.value;
  if (!place) return;
  if (!text.trim()) {
    show(place, field);
    return;
  }
  const answer = await fetch(place.dataset.heard, { method: "POST", body: JSON.stringify(text) }).catch(() => undefined);
  if (!answer?.ok || field.value !== text) return;
  show(place, field, await answer.json());
  const watch = setInterval(() => {
    if (field.isConnected && field.value === text) return;
    clearInterval(watch);
    if (!field.isConnected || !field.value.trim()) show(place, field); // it was added
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
