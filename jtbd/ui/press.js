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
