// Tells `counted(kind, size)` of everything that a person does in this page; see meeting.py for what counts as what.
{
  let led = 0; // when something of the person's own last moved the focus
  let typed = false; // whether the present input was typed key by key
  const isField = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea");
  const hear = (name, act) => addEventListener(name, (event) => event.isTrusted && act(event, event.composedPath()[0]), true);
  hear("pointerdown", () => {
    led = performance.now();
    counted("click", 1);
  });
  hear("keydown", (event, target) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    if (event.key === "Tab") led = performance.now();
    typed = isField(target) && event.key.length === 1;
    if (typed) counted("prose", 1);
    else counted(/^[0-3lwdc]$/.test(event.key) && target.role === "radio" ? "answer" : "key", 1);
  });
  hear("focusin", (event, target) => {
    if (performance.now() - led > 100 && (isField(target) || target.role === "radio")) counted("click", 1);
  });
  addEventListener("input", (event) => {
    const target = event.composedPath()[0];
    if (!typed && isField(target)) counted("prose", target.value.length); // put in whole, as Playwright does
    typed = false;
  }, true);
}
