// A step opens at its title: wherever the page before was scrolled to, the next begins at its top, by whichever button,
// key or link one came; and what reads the screen aloud begins at the title too, unless the page has put the cursor
// elsewhere by itself, as the rating does. A change within a step moves nothing.

const STAGES = ["curtain", "rail-a", "rail-b", "terms", "decline"]; // parts of a step that are pages of their own
let here; // where the page is; undefined until the first is drawn
let owed = false; // whether its title has still to be reached

const page = () => document.querySelector('[class*="st-key-page-"]');
const drawing = () => !document.querySelector("[data-test-script-state=notRunning]");

function place() {
  const asked = new URLSearchParams(location.search);
  const step = page();
  if (asked.has("canvas") !== Boolean(step)) return undefined; // on the way from one to the other
  if (!step) return asked.has("check") ? "check" : "list";
  const name = [...step.classList].find((one) => one.startsWith("st-key-page-"));
  return [name, asked.get("view"), ...STAGES.filter((stage) => step.querySelector(`.st-key-${stage}`))].join(" ");
}

function look() {
  const now = place();
  if (now !== undefined && now !== here) {
    owed = here !== undefined;
    here = now;
    if (owed) document.querySelector(".stMain")?.scrollTo({ top: 0, behavior: "instant" });
  }
  if (owed && !drawing()) reach();
}

function reach() {
  const title = (page() ?? document.querySelector(".stMain"))?.querySelector("h1, h2, h3");
  if (!title) return;
  owed = false;
  if (page()?.contains(document.activeElement) || document.querySelector("[role=dialog]")) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

let due;
new MutationObserver(() => {
  due ??= requestAnimationFrame(() => {
    due = undefined;
    look();
  });
}).observe(document.documentElement, {
  attributeFilter: ["class", "data-test-script-state"],
  attributes: true,
  childList: true,
  subtree: true,
});
