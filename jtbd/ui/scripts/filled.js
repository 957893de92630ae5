// Beside a browser that fills fields in. Two people sit at one laptop, so nothing that one of them typed is offered to
// the other or to the next guest: a browser knows a field by its `autocomplete` and its name, so both are words that it
// never saw. What it fills in all the same, or an extension does, is saved as if the field had been left.

const OURS = "jtbd-";
const ONCE = Math.random().toString(36).slice(2, 10); // another in every page, so that no list of earlier words fits
const PAUSE = 60; // between the fields of one filling
const WORDS = new Set(["text", "email", "tel", "url", "search", "number"]);
const HOST = ".st-key-party-a"; // whose browser it is: that may help
const NOT_BY_LEAVING = '[data-testid="stForm"], [role="combobox"], [data-baseweb="select"], [class*="st-key-line-"], [class*="st-key-add-"]';

const isField = (node) =>
  node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && WORDS.has(node.type));

function keyOf(field) {
  const holder = field.closest('[class*="st-key-"]');
  const key = holder && [...holder.classList].find((name) => name.startsWith("st-key-"));
  return (key ?? field.ariaLabel ?? "field").replace(/^st-key-/u, "").replace(/\s+/gu, "-");
}

function disguise(field) {
  if (!isField(field) || field.closest(HOST)) return;
  if (!(field.getAttribute("autocomplete") ?? "").startsWith(OURS)) {
    field.setAttribute("autocomplete", `${OURS}${keyOf(field)}`);
  }
  if (!field.name.startsWith(OURS)) field.name = `${OURS}${keyOf(field)}-${ONCE}`;
}

function disguiseAll() {
  for (const field of document.querySelectorAll("input, textarea")) disguise(field);
}

let due;
new MutationObserver(() => {
  due ??= requestAnimationFrame(() => {
    due = undefined;
    disguiseAll();
  });
}).observe(document.documentElement, { childList: true, subtree: true });
disguiseAll();

// Streamlit sends what stands in a field when it is left; one that was filled in from outside never is.
const isFilled = (field) => field !== document.activeElement || field.matches(":autofill");

function save({ target }) {
  if (!isField(target) || target.closest(NOT_BY_LEAVING) || !isFilled(target)) return;
  setTimeout(() => {
    if (target.isConnected && isFilled(target)) target.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }, PAUSE);
}
document.addEventListener("input", save, true);
document.addEventListener("change", save, true);
