// Enter adds what stands in the box for needs, and the next one can be typed at once: the box that comes in its place has
// the cursor, and what was typed meanwhile, with Enter or without. Shift and Enter begin a new line, as a pasted list has
// them. What the program does not take, as a table whose columns it asks about, stands in the box again.

const A_MOMENT = 500;
const A_BLINK = 150;
const BOX = '[class*="st-key-add-"] textarea';
let sent; // what was last added, until the program has answered: its box and words, what came after, what is typed since

let back;

const drawing = () => !document.querySelector("[data-test-script-state=notRunning]");
const kindOf = (box) => /st-key-add-([a-z]+)-/.exec(box.closest('[class*="st-key-add-"]').className)?.[1];

function say(box, words) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, words); // as React hears it
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

async function add(box, words, next) {
  sent = { box, kind: kindOf(box), words, after: [], next };
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
    back = setTimeout(() => refused(box), A_MOMENT); // what ended may be a run that was under way
  }
}

function goOn(fresh) {
  const { after, next } = sent;
  sent = undefined;
  if (after.length) add(fresh, after.join("\n"), next);
  else if (fresh.value !== next) say(fresh, next);
}

function refused(box) {
  if (sent?.box !== box || !box.isConnected || drawing()) return;
  const { words, after, next } = sent;
  sent = undefined;
  say(box, [words, ...after, next].filter(Boolean).join("\n"));
}

new MutationObserver(() => sent?.box && look()).observe(document.documentElement, {
  attributeFilter: ["data-test-script-state"],
  attributes: true,
  childList: true,
  subtree: true,
});
