// Streamlit's own words, which are in English whatever the page is in, are said in the language of the page as they appear.
// A word is known by its text and by the part of Streamlit's that it stands in, so that none of what people wrote is taken
// for one. On an English page there are none to say.

const WORDS = globalThis.jtbdBorrowed; // words.js
const NAMING = ["aria-label", "aria-valuetext", "placeholder", "title"];
const exact = new Map(); // what has no slot, by its text
const open = []; // what has some
const LONGEST = 300; // what is longer is none of Streamlit's
const told = new WeakMap(); // what was said here in the place of what is there: that is not looked at again

function expression(text) {
  const literal = (part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const parts = text.split(/\{(\w+)\}/); // every other one is the name of a slot
  return `^${parts.map((part, place) => (place % 2 ? `(?<${part}>.+)` : literal(part))).join("")}$`;
}

for (const { where, texts, said } of WORDS) {
  for (const text of texts) {
    if (text.includes("{")) open.push({ where, said, like: new RegExp(expression(text), "u") });
    else exact.set(text, [...(exact.get(text) ?? []), { where, said }]);
  }
}
const any = new RegExp(open.map(({ like }) => like.source.replace(/\?<\w+>/g, "")).join("|"), "u");

// What is to be said in the place of a text that an element has; undefined where it is none of Streamlit's.
function inOurs(text, element) {
  const known = exact.get(text)?.find(({ where }) => element.matches(where));
  if (known) return known.said;
  if (!any.test(text)) return undefined;
  for (const { where, said, like } of open) {
    const found = like.exec(text);
    if (found && element.matches(where)) return globalThis.jtbdFill(said, found.groups);
  }
  return undefined;
}

function sayText(node) {
  if (node.data.length > LONGEST || told.get(node) === node.data || !node.parentElement) return;
  const text = node.data.trim();
  if (!text) return;
  const said = inOurs(text, node.parentElement);
  if (said === undefined) return;
  const whole = node.data.replace(text, () => said);
  told.set(node, whole);
  if (whole !== node.data) node.data = whole;
}

function sayNames(element) {
  for (const name of NAMING) {
    const text = element.getAttribute(name);
    if (!text || text.length > LONGEST || told.get(element)?.[name] === text) continue;
    const said = inOurs(text, element);
    if (said === undefined) continue;
    told.set(element, { ...told.get(element), [name]: said });
    if (said !== text) element.setAttribute(name, said);
  }
}

function sayAll(root) {
  if (root.nodeType === Node.TEXT_NODE) return sayText(root);
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest("head, script, style")) return undefined;
  const all = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = all.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) sayText(node);
    else sayNames(node);
  }
  return undefined;
}

function look(records) {
  for (const { type, target, addedNodes } of records) {
    if (type === "characterData") sayText(target);
    else if (type === "attributes") sayNames(target);
    else for (const node of addedNodes) if (node.isConnected) sayAll(node);
  }
}

if (WORDS.length) {
  new MutationObserver(look).observe(document.documentElement, {
    attributeFilter: NAMING,
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  sayAll(document.body);
}
