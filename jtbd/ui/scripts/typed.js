// What stands in a field and was not left yet is nowhere but in the page: Streamlit sends it when the field is left. The
// browser's back button and a reload leave no field. So it is kept in the tab until then, and stands there again when
// the same field is drawn anew. Nothing of a form, which has a button of its own, no passphrase and nothing that is typed
// behind the curtain is kept.

const KEPT = "jtbd-typed:";
const typedIn = new WeakSet(); // fields of this page that a person typed in: what they show is theirs

function isField(node) {
  const one = node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type === "text");
  const apart = '[data-testid="stForm"], [role="combobox"], [data-baseweb="select"], .st-key-own-amounts';
  return one && !node.closest(apart);
}

// The place of a field: which canvas, which step, and its key, but for the counts of how often the page was replaced, and
// of how many needs there were when a box for more was drawn.
function nameOf(field) {
  const holder = field.closest('[class*="st-key-"]');
  const key = holder && [...holder.classList].find((name) => name.startsWith("st-key-"));
  if (!key) return undefined;
  const query = new URLSearchParams(location.search);
  return `${KEPT}${query.get("canvas")} ${query.get("step")} ${key.replace(/-\d+$/, "").replace(/^(st-key-add-[a-z]+)-\d+/, "$1")}`;
}

document.addEventListener(
  "input",
  ({ target }) => {
    const name = isField(target) && nameOf(target);
    if (!name) return;
    typedIn.add(target);
    sessionStorage.setItem(name, target.value);
  },
  true,
);

function left({ target, type, key }) {
  if (!isField(target) || (type === "keydown" && key !== "Enter")) return;
  const name = nameOf(target);
  // A field that was taken away from under the hands was not left; nor does anybody hear it while the program is gone.
  queueMicrotask(() => {
    if (name && target.isConnected && !document.documentElement.dataset.ended) sessionStorage.removeItem(name);
  });
}
document.addEventListener("focusout", left, true);
document.addEventListener("keydown", left, true);

function restore() {
  if (!Object.keys(sessionStorage).some((name) => name.startsWith(KEPT))) return;
  for (const field of document.querySelectorAll("input[type=text], textarea")) {
    if (typedIn.has(field) || !isField(field)) continue;
    const kept = sessionStorage.getItem(nameOf(field) ?? "");
    if (kept === null || kept === field.value) continue;
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, kept); // as React hears it
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

let due;
new MutationObserver(() => {
  clearTimeout(due);
  due = setTimeout(restore, 150);
}).observe(document.documentElement, { childList: true, subtree: true });
