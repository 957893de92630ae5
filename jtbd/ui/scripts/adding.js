// Enter adds what stands in the box for needs, and the next one can be typed at once: the box that comes in its place has
// the cursor, and what was typed meanwhile, with Enter or without. Shift and Enter begin a new line, as a pasted list has
// them. What the program does not take, as a table whose columns it asks about, stands in the box again.

const TOO_LONG = 10000; // to wait for an answer that never comes
const A_BLINK = 150;
const A_WHILE = 3000;
const BOX = '[class*="st-key-add-"] textarea';
let sent; // what was last added, until the program has answered: its box and words, what came after, what is typed since

let left; // the box that has the cursor since, as long as a run that is still under way may draw it anew

let back;

const drawing = () => !document.querySelector("[data-test-script-state=notRunning]");
const keyOf = (box) => /st-key-add-[a-z]+-\d+/.exec(box.closest('[class*="st-key-add-"]').className)?.[0];
const kindOf = (box) => keyOf(box)?.split("-")[3];

// How often the program has said that it did not take what was in the boxes of a kind.
const refusals = (kind) => document.querySelector(`.not-taken-${kind}`)?.textContent ?? "";

function say(box, words) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, words); // as React hears it
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

async function add(box, words, next) {
  sent = { box, kind: kindOf(box), words, after: [], next, before: refusals(kindOf(box)) };
  if (box.value !== words) {
    say(box, words);
    for (let turn = 0; turn < 3; turn += 1) await null; // React takes it up before anybody can type
  }
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  say(box, next);
}

addEventListener(
  "keydown",
  (event) => {
    const box = event.target;
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || !box.matches?.(BOX)) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const waits = sent?.kind === kindOf(box);
    if (!(waits ? sent.next : box.value).trim() || event.repeat) return;
    if (!waits) return add(box, box.value, "");
    sent.after.push(sent.next); // its turn comes once the program has answered
    sent.next = "";
    say(box, "");
  },
  true,
);

// Between the one box and the other nothing has the cursor: what is typed then is meant for the box to come.
addEventListener(
  "keydown",
  (event) => {
    if (!sent || sent.fresh?.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.activeElement !== document.body) return;
    if (event.key === "Backspace") sent.next = [...sent.next].slice(0, -1).join("");
    else if (event.key === "Enter" && sent.next.trim()) {
      sent.after.push(sent.next);
      sent.next = "";
    } else if ([...event.key].length === 1) sent.next += event.key;
    else return;
    event.preventDefault();
  },
  true,
);

// Until React is done with both boxes, what is typed is kept here, and only shown there.
addEventListener(
  "beforeinput",
  (event) => {
    if (!sent || ![sent.box, sent.fresh].includes(event.target) || !event.cancelable) return;
    event.preventDefault();
    if (event.inputType.startsWith("delete")) sent.next = [...sent.next].slice(0, -1).join("");
    else sent.next += event.data ?? (event.inputType === "insertLineBreak" ? "\n" : "");
    say(event.target, sent.next);
  },
  true,
);

// What an input method types cannot be kept back.
addEventListener(
  "input",
  ({ target, isTrusted }) => {
    if (sent && isTrusted && [sent.box, sent.fresh].includes(target)) sent.next = target.value;
  },
  true,
);

// A box that is taken away is not left by anybody. Streamlit would say what stood in it, a need half typed, and say it in the
// place of what Enter has just said. Who has gone on to something else gets what was typed added once the answer is there.
let went = 0; // when somebody last pressed elsewhere, or the key that leads on

addEventListener("pointerdown", ({ target }) => (went = target.matches?.(BOX) ? went : Date.now()), true);
addEventListener("keydown", ({ key }) => (went = key === "Tab" ? Date.now() : went), true);
addEventListener(
  "focusout",
  (event) => {
    const waits = sent && [sent.box, sent.fresh].includes(event.target);
    const leaves = Date.now() - went < A_BLINK;
    if (!waits && !(left?.fresh === event.target && !leaves && Date.now() < left.until)) return;
    event.stopImmediatePropagation();
    if (waits && leaves) sent.leaves = true;
  },
  true,
);

function look() {
  const { box, kind } = sent;
  if (!box.isConnected) {
    const fresh = document.querySelector(`[class*="st-key-add-${kind}-"] textarea`);
    if (!fresh) return;
    if (document.activeElement === document.body) fresh.focus();
    sent.box = undefined;
    sent.fresh = fresh;
    say(fresh, sent.next);
    setTimeout(() => goOn(fresh), A_BLINK);
  } else if (!drawing()) {
    clearTimeout(back);
    if (refusals(kind) !== sent.before) refused(box);
    else back = setTimeout(() => refused(box), TOO_LONG);
  }
}

function goOn(fresh) {
  if (!fresh.isConnected) {
    sent.box = fresh; // it was drawn anew meanwhile
    sent.fresh = undefined;
    return look();
  }
  if (sent.leaves && sent.next.trim()) {
    sent.after.push(sent.next);
    sent.next = "";
  }
  const { after, next } = sent;
  sent = undefined;
  left = { fresh, place: `.${keyOf(fresh)} textarea`, until: Date.now() + A_WHILE };
  if (after.length) return add(fresh, after.join("\n"), next);
  if (fresh.value !== next) say(fresh, next);
}

function refused(box) {
  if (sent?.box !== box || !box.isConnected || drawing()) return;
  const { words, after, next } = sent;
  sent = undefined;
  say(box, [words, ...after, next].filter(Boolean).join("\n"));
}

// The same box, drawn anew, has what stood in it.
function stay() {
  const { fresh, place, until } = left;
  if (fresh.isConnected) return;
  const again = Date.now() < until && document.querySelector(place);
  left = again ? { fresh: again, place, until } : undefined;
  if (!again) return;
  if (again.value !== fresh.value) say(again, fresh.value);
  if (document.activeElement === document.body) again.focus();
}

new MutationObserver(() => {
  if (sent?.box) look();
  else if (!sent && left) stay();
}).observe(document.documentElement, {
  attributeFilter: ["data-test-script-state"],
  attributes: true,
  childList: true,
  subtree: true,
});
