// Beside a browser that translates the page: what people wrote, what they agree to and what the sheet says stay as they
// are, and what it puts in the place of words does not break the page.
//
// A translator takes a piece of text out of the page and puts a `font` in its place. React holds on to the piece: to
// take it away it asks for a child that is none (an error that takes the page with it), and to change it, it changes
// what nobody sees. So a piece that was replaced is known by what stands for it.

const stands = new WeakMap();

function noteReplaced({ addedNodes, removedNodes, previousSibling, nextSibling }) {
  const font = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === "FONT");
  if (!font) return;
  for (const node of removedNodes) if (node.nodeType === Node.TEXT_NODE) stands.set(node, font);
}

/** Return the child of a parent that stands for a node there: itself, what replaced it, or what was put around it. */
function standingFor(node, parent) {
  let found = node?.isConnected ? node : (stands.get(node) ?? node);
  while (found && found.parentNode !== parent) found = found.parentNode;
  return found;
}

const { removeChild, insertBefore, replaceChild } = Node.prototype;
const isChild = (node, parent) => !node || node.parentNode === parent;

Node.prototype.removeChild = function (node) {
  if (isChild(node, this)) return removeChild.call(this, node);
  pending(); // what was replaced within this very task
  const found = standingFor(node, this);
  if (found) removeChild.call(this, found);
  return node;
};

Node.prototype.insertBefore = function (node, before) {
  if (isChild(before, this)) return insertBefore.call(this, node, before);
  pending();
  return insertBefore.call(this, node, standingFor(before, this) ?? null);
};

Node.prototype.replaceChild = function (node, old) {
  if (isChild(old, this)) return replaceChild.call(this, node, old);
  pending();
  const found = standingFor(old, this);
  if (found) replaceChild.call(this, node, found);
  else this.appendChild(node);
  return old;
};

const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
Object.defineProperty(Node.prototype, "nodeValue", {
  ...value,
  set(text) {
    if (this.nodeType === Node.TEXT_NODE && !this.isConnected) {
      pending();
      const font = stands.get(this);
      if (font?.isConnected) font.replaceWith(this); // the new words, which the translator then finds
    }
    value.set.call(this, text);
  },
});

// ── what is left as it is ───────────────────────────────────────────────────────────────────────────────────────────

const OURS = "data-jtbd-own";
const ALWAYS = [
  '[class*="st-key-consent"]',
  '[class*="st-key-in-full-"]',
  '[class*="st-key-signature-"] input',
  '[class*="st-key-receipt"]',
  '[class*="st-key-outcome-"]',
  ".st-key-paper",
  ".st-key-in-words",
  ".st-key-said",
  ".st-key-declined",
  ".need-text",
  ".row-need",
  '[role="rowheader"].need',
].join(",");
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/gu; // what keeps signs of Markdown apart
const isCheck = () => new URLSearchParams(location.search).has("check");

let given = "";
let within; // a name, or a text of several words, within a sentence
let alone = new Set(); // a word that is a whole text: anywhere else it is only a word

function readWords() {
  const said = document.querySelector("[data-own]")?.dataset.own ?? "";
  if (said === given) return false;
  given = said;
  const { names = [], texts = [] } = said ? JSON.parse(said) : {};
  const long = [...names, ...texts.filter((text) => /\s/u.test(text))].sort((a, b) => b.length - a.length);
  const escaped = long.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  within = long.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u") : undefined;
  alone = new Set(texts);
  return true;
}

function holdsOwn(element) {
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const text = node.data.replace(UNSEEN, "").replace(/\s+/gu, " ").trim();
    if (text && (alone.has(text) || within?.test(text))) return true;
  }
  return false;
}

function mark(element, own) {
  if (own && !element.hasAttribute(OURS)) {
    if (element.getAttribute("translate") === "no") return;
    element.setAttribute("translate", "no");
    element.setAttribute(OURS, "");
  } else if (!own && element.hasAttribute(OURS)) {
    element.removeAttribute("translate");
    element.removeAttribute(OURS);
  }
}

const isMain = (element) => element.matches('[data-testid="stMain"]') && isCheck();
const judge = (element) => mark(element, element.matches(ALWAYS) || isMain(element) || holdsOwn(element));

function judgeAll(root) {
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest("head")) return;
  judge(root);
  for (const element of root.querySelectorAll("*")) judge(element);
}

function look(records) {
  for (const record of records) noteReplaced(record);
  if (readWords()) {
    judgeAll(document.body);
    return;
  }
  for (const { type, target, addedNodes } of records) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (element?.isConnected && !element.closest("head")) judge(element);
    if (type === "childList") for (const node of addedNodes) if (node.isConnected) judgeAll(node);
  }
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) judge(main); // the address changes without the page
}

const watch = new MutationObserver(look);
const pending = () => look(watch.takeRecords());
watch.observe(document.documentElement, {
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "data-own"],
  subtree: true,
});
judgeAll(document.body);
