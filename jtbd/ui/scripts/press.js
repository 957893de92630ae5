// One press of the mouse is one click, also where the page moved under it. Leaving a field saves it, and what the program
// says to that may push a button away between the mouse going down and coming up again; the browser then sees no click.

const STILL = 6; // pixels that a hand moves while it presses

let down;

function keyOf(button) {
  const holder = button.closest('[class*="st-key-"]');
  return holder && [...holder.classList].find((name) => name.startsWith("st-key-"));
}

addEventListener(
  "pointerdown",
  (event) => {
    const button = event.composedPath()[0]?.closest?.("button");
    down = event.button === 0 && button ? { button, key: keyOf(button), x: event.clientX, y: event.clientY } : undefined;
  },
  true,
);

addEventListener(
  "pointerup",
  (event) => {
    const { button, key, x, y } = down ?? {};
    down = undefined;
    if (!button || Math.hypot(event.clientX - x, event.clientY - y) > STILL) return;
    if (button.isConnected && event.composedPath().includes(button)) return; // the browser makes the click itself
    const now = button.isConnected ? button : key && document.querySelector(`.${CSS.escape(key)} button`);
    if (now && !now.disabled) now.click();
  },
  true,
);

// A line and the "Add" beside it: while what was typed is not said yet, the button is Enter on that line. Leaving the line
// and the click would say it twice, and the answer to the second would empty a line on which more stands by then.
const LINE = '[class*="st-key-next-promise-"]';
let unsaid; // the line in which somebody types

const beside = (event) => event.composedPath()[0]?.closest?.("button")?.closest(LINE)?.querySelector("input");

addEventListener("input", ({ target }) => (unsaid = target.matches?.(`${LINE} input`) ? target : undefined), true);
addEventListener("focusout", () => (unsaid = undefined), true);
addEventListener("keydown", ({ key }) => key === "Enter" && (unsaid = undefined), true);

addEventListener(
  "mousedown",
  (event) => {
    const line = event.button === 0 && beside(event);
    if (line && line === unsaid) event.preventDefault(); // so that the line is not left
  },
  true,
);

addEventListener(
  "click",
  (event) => {
    const line = beside(event);
    if (!line || line !== unsaid) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  },
  true,
);
