// From an input to the change that it brings: resolves with milliseconds. What is watched may stand in a shadow root.
([target, key, watched, when]) => new Promise((resolve, reject) => {
  const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
  const inside = (part) => [part, ...roots.filter((root) => root.host && part.contains(root.host))];
  const shown = () => {
    const found = roots.map((root) => root.querySelector(watched)).find(Boolean);
    return found && JSON.stringify(inside(found).map((part) => [
      part.textContent,
      [...part.querySelectorAll("img")].map((image) => image.src),
      [...part.querySelectorAll("[aria-checked]")].map((cell) => cell.ariaChecked),
    ]));
  };
  const drawn = () => [...document.querySelectorAll(".stPlotlyChart")].every((one) => one.querySelector(".main-svg"));
  const before = shown();
  const look = () => {
    const now = performance.now();
    const after = shown();
    if (!after || after === before || (when && !(document.querySelector(when) && drawn()))) return;
    observer.disconnect();
    clearTimeout(timer);
    resolve(now - start);
  };
  const observer = new MutationObserver(look);
  const options = { attributes: true, characterData: true, childList: true, subtree: true };
  for (const root of roots) observer.observe(root, options);
  const timer = setTimeout(() => {
    observer.disconnect();
    reject(new Error("nothing changed"));
  }, 30000);
  if (key) target.focus();
  const start = performance.now();
  if (key) target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  else target.click();
})
