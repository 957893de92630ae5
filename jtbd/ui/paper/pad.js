// The signature pad in the browser: pointer events become strokes of SVG path data, whole numbers on a fixed ground.
// It is built once and then patched: Streamlit calls the default export anew at every rerun.

const WIDTH = 600;
const HEIGHT = 160;
const NEAR = 2; // a point nearer than this to the one before adds nothing to see
const MOST_POINTS = 60; // of a stroke, at most 16 characters each, so that one stays under 1 kB

const pads = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const pad = pads.get(parentElement) ?? new Pad(parentElement);
  pads.set(parentElement, pad);
  pad.send = (mark) => setStateValue("mark", mark);
  pad.show(data[0]);
}

class Pad {
  constructor(parent) {
    this.strokes = null;
    this.points = null;
    this.svg = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
    this.line = svg("path", { d: `M22 ${HEIGHT - 48}l10 12m0-12l-10 12M40 ${HEIGHT - 36}H${WIDTH - 40}`, class: "line" });
    this.ink = svg("path", { class: "ink" });
    this.svg.append(this.line, this.ink);
    this.undo = button(() => this.change(this.strokes.slice(0, -1)));
    this.clear = button(() => this.change([]));
    const bar = document.createElement("div");
    bar.className = "bar";
    this.note = document.createElement("p");
    this.note.setAttribute("role", "status");
    bar.append(this.undo, this.clear, this.note);
    const root = document.createElement("div");
    root.className = "pad";
    root.append(this.svg, bar);
    parent.append(root);
    this.svg.addEventListener("pointerdown", (event) => this.start(event));
    this.svg.addEventListener("pointermove", (event) => this.go(event));
    this.svg.addEventListener("pointerup", () => this.end());
    this.svg.addEventListener("pointercancel", () => this.end());
  }

  show({ label, mark, strokes, words }) {
    this.most = strokes;
    this.words = words;
    this.svg.setAttribute("aria-label", label);
    named(this.undo, words.undo);
    named(this.clear, words.clear);
    if (this.strokes === null) this.strokes = mark ? mark.split(/(?=M)/) : [];
    this.draw();
  }

  start(event) {
    if (!event.isPrimary || event.button !== 0) return;
    this.full = this.strokes.length >= this.most;
    if (this.full) return this.draw();
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    this.points = [this.at(event)];
    this.draw();
  }

  go(event) {
    if (!this.points) return;
    for (const each of event.getCoalescedEvents?.() ?? [event]) {
      const point = this.at(each);
      const last = this.points.at(-1);
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) this.points.push(point);
    }
    this.draw();
  }

  end() {
    if (!this.points) return;
    const stroke = path(thinned(this.points));
    this.points = null;
    this.change([...this.strokes, stroke]);
  }

  change(strokes) {
    this.full = false;
    this.strokes = strokes;
    this.draw();
    this.send(strokes.join(""));
  }

  draw() {
    this.ink.setAttribute("d", this.strokes.join("") + (this.points ? path(this.points) : ""));
    this.undo.disabled = this.clear.disabled = this.strokes.length === 0;
    const dots = this.strokes.length > 0 && this.strokes.every(isDot);
    const said = this.full ? this.words.full : dots && !this.points ? this.words.dot : "";
    if (this.note.textContent !== said) this.note.textContent = said;
  }

  at(event) {
    const box = this.svg.getBoundingClientRect();
    const within = (value, most) => Math.round(Math.min(most, Math.max(0, value)));
    return [
      within(((event.clientX - box.left) * WIDTH) / box.width, WIDTH),
      within(((event.clientY - box.top) * HEIGHT) / box.height, HEIGHT),
    ];
  }
}

// As jtbd.model.mark.unmeant has it, which decides when it is signed.
function isDot(stroke) {
  const numbers = stroke.match(/\d+/g).map(Number);
  const extent = (first) => {
    const along = numbers.filter((_, place) => place % 2 === first);
    return Math.max(...along) - Math.min(...along);
  };
  return Math.max(extent(0), extent(1)) < WIDTH / 40;
}

function thinned(points) {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, place) => place % step === 0 || place === points.length - 1);
}

// Curves through the middles of the points: smooth, and a dot is a short line.
function path(points) {
  const [[x, y], ...rest] = points;
  if (rest.length < 2) {
    const [endX, endY] = rest[0] ?? [x + 1, y];
    return `M${x} ${y}L${endX} ${endY}`;
  }
  let drawn = `M${x} ${y}`;
  for (let place = 0; place < rest.length - 1; place++) {
    const [thisX, thisY] = rest[place];
    const [nextX, nextY] = rest[place + 1];
    drawn += `Q${thisX} ${thisY} ${Math.round((thisX + nextX) / 2)} ${Math.round((thisY + nextY) / 2)}`;
  }
  const [lastX, lastY] = rest.at(-1);
  return `${drawn}L${lastX} ${lastY}`;
}

function svg(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function named(made, text) {
  if (made.textContent !== text) made.textContent = text;
}

function button(press) {
  const made = document.createElement("button");
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
