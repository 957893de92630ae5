// Keys that press a button of the page, by the class that Streamlit gives it. What is typed into a field stays there,
// but for Alt with a letter or digit, which types nothing except on a Mac. The field is left first, as by a click, so
// that what was typed is saved. Nothing is heard while a dialog is open.

const mac = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);
const listeners = new WeakMap();

export default function ({ parentElement, data }) {
  let listener = listeners.get(parentElement);
  if (!listener) {
    listener = new Listener(parentElement);
    listeners.set(parentElement, listener);
  }
  listener.show(data[0]);
  return () => listener.stop();
}

class Listener {
  constructor(parent) {
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    parent.append(this.status);
    this.hear = (event) => this.press(event);
  }

  show({ buttons, said }) {
    this.buttons = buttons;
    document.addEventListener("keydown", this.hear); // once, however often
    if (this.status.textContent !== said) this.status.textContent = said;
  }

  stop() {
    document.removeEventListener("keydown", this.hear);
  }

  press(event) {
    if (event.defaultPrevented || event.repeat || composes(event)) return;
    const name = combination(event);
    const button = this.buttons[name] && document.querySelector(`.st-key-${CSS.escape(this.buttons[name])} button`);
    if (!button || button.disabled || document.querySelector("[role=dialog]")) return;
    const field = writable(event.composedPath()[0]);
    if (field && (mac || !name.startsWith("alt+"))) return;
    event.preventDefault();
    if (field) event.composedPath()[0].blur();
    button.click();
  }
}

// "ctrl+shift+z", "alt+1", "?"; ⌘ counts as Ctrl, and AltGr as neither.
function combination(event) {
  if (event.getModifierState("AltGraph")) return "";
  const held = [
    (event.ctrlKey || event.metaKey) && "ctrl+",
    event.altKey && "alt+",
    event.shiftKey && event.key !== "?" && "shift+",
  ];
  return held.filter(Boolean).join("") + letter(event);
}

// With Alt a Mac says "¡" for 1 and "Dead" for n, and a French keyboard "&": then the place of the key is what counts, and
// with Ctrl, too, where what it types is no Latin letter, as "я" for z.
function letter(event) {
  const placed = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  if (event.altKey && placed && !/^[a-z]$/i.test(event.key)) return placed.toLowerCase();
  return (event.ctrlKey || event.metaKey ? latin(event) : event.key).toLowerCase();
}

function writable(element) {
  if (element.isContentEditable || element.tagName === "TEXTAREA" || element.tagName === "SELECT") return true;
  return element.tagName === "INPUT" && !/^(checkbox|radio|button|submit|reset|range|color|file)$/.test(element.type);
}
