// What draws charts is fetched and made ready ahead, so that the step with the first chart opens at once. It is large, and
// while the browser reads it a key would have to wait: so that is done when nobody types, rates or moves the mouse.

const CHUNKS = []; // filled in by the program: Streamlit's own files, by the names that they have in this version
const QUIET = 2000;
let waiting = CHUNKS.length > 0;
let timer;

const busy = () =>
  !new URLSearchParams(location.search).has("canvas") ||
  document.activeElement?.matches("input, textarea, [contenteditable]") ||
  document.activeElement?.shadowRoot?.activeElement || // the rating
  !document.querySelector("[data-test-script-state=notRunning]");

function wait() {
  clearTimeout(timer);
  if (waiting) timer = setTimeout(() => (busy() ? wait() : whenIdle(make)), QUIET);
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout; // Safari has none

function make() {
  if (busy()) return wait();
  waiting = false;
  for (const chunk of CHUNKS) import(chunk).catch(() => {}); // then the step fetches it itself, and says so
}

for (const name of ["pointermove", "pointerdown", "wheel", "keydown"]) {
  addEventListener(name, wait, { capture: true, passive: true });
}
wait();
