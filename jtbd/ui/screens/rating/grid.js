// The rating grid in the browser. It is built once and then patched: Streamlit calls the default export anew at every
// rerun. What the person does is shown at once and reported in the background; every change has a number, is repeated
// until Python has acknowledged it, and until then lies on top of what Python sends. Texts are set as text, never HTML.
// Reports are posted straight to the server, one at a time. A run of the script takes longer, but it tells of trouble,
// and it comes before what is pressed next: so the report goes there when the server cannot answer or the hands leave.

const grids = new WeakMap();
const tried = new Set(); // what was kept and is delivered: once, so that what fails on arrival is not sent for ever
let begun = 0; // the last request to begin at the first blank answer after which somebody did something here

export default function ({ parentElement, data, setStateValue }) {
  const grid = grids.get(parentElement) ?? new Grid(parentElement);
  grids.set(parentElement, grid);
  grid.send = (report) => setStateValue("changes", report);
  grid.show(data[0]);
  return () => grid.leave();
}

class Grid {
  constructor(parent) {
    this.page = crypto.randomUUID();
    this.number = 0;
    this.pending = new Map(); // place → {value, number, before}: not acknowledged yet
    this.undos = [];
    this.redos = [];
    this.shape = "";
    this.root = element("div", { class: "rating" });
    this.status = element("p", { class: "status", role: "status" }); // focus has moved on, so a screen reader is told
    this.root.addEventListener("keydown", (event) => this.press(event));
    this.root.addEventListener("click", (event) => this.click(event));
    this.hear = (event) => this.overhear(event);
    this.root.addEventListener("focusin", (event) => this.enter(event));
    this.root.addEventListener("focusout", (event) => this.root.contains(event.relatedTarget) || this.hand());
    this.frame = element("div", { class: "frame" }, this.root);
    parent.append(this.frame);
  }

  // ── from Python ──────────────────────────────────────────────────────────────────────────────────────────────────

  show(data) {
    this.data = data;
    this.gone = false;
    const shape = JSON.stringify([data.groups, data.fields, data.words, data.sides.map(({ label }) => label)]);
    if (shape !== this.shape) {
      this.shape = shape;
      this.build();
    }
    data.sides.forEach((side) => this.root.style.setProperty(`--party-${side.party}`, side.colour));
    this.take(data.live);
    this.deliver();
    // Before Streamlit hears of it, to which c and r say something.
    document[data.anywhere ? "addEventListener" : "removeEventListener"]("keydown", this.hear, true);
    if (data.begin > begun && this.choices.length && (this.began !== data.begin || !this.elsewhere())) {
      const first = this.blanks()[0] ?? this.choices[0];
      this.focus(first, this.value(first)); // again where the page, being drawn, took the focus away
      this.began = data.begin;
    }
  }

  // Whether something has the focus, the grid included; what contains the grid, as the page does, is nothing in that sense.
  elsewhere() {
    const focused = document.activeElement ?? document.body;
    const host = this.root.getRootNode().host ?? this.root;
    return focused === host || !focused.contains(host);
  }

  leave() {
    document.removeEventListener("keydown", this.hear, true);
    this.lead([true, true]); // from here on the page says so itself
    this.gone = true;
  }

  // What was answered while the program was gone is still in this tab; what is another side's waits for that side, and
  // what was answered otherwise since, in another tab, stays as it is.
  deliver() {
    if (this.delivered || !this.data.keep) return;
    this.delivered = true;
    for (const { place, value, before } of stored(this.data.keep)) {
      const choice = this.choices.find((one) => one.place === place);
      const mark = JSON.stringify([this.data.keep, place, value]);
      if (!choice || tried.has(mark) || this.value(choice) !== before) continue;
      tried.add(mark);
      this.set(choice, value);
    }
    this.keep();
  }

  // In this tab alone, until the program has acknowledged it; of the other side's as much as was there, of needs that
  // are there still.
  keep() {
    if (!this.data.keep) return;
    const own = [...this.pending].map(([place, { value, before }]) => ({ place, value, before }));
    const rows = new Set(this.data.groups.flatMap((group) => group.rows.map(({ id }) => id)));
    const others = stored(this.data.keep).filter(
      ({ place }) => rows.has(place.split(" ")[0]) && !this.choices.some((one) => one.place === place),
    );
    store(this.data.keep, [...others, ...own]);
  }

  take(live) {
    const seen = live.done[this.page] ?? 0;
    if (!this.live || seen >= this.seen) { // else it has been on its way since before the last answer
      this.live = live;
      this.seen = seen;
      for (const [place, change] of this.pending) if (change.number <= seen) this.pending.delete(place);
      if (this.delivered) this.keep();
    }
    this.choices.forEach((choice) => this.mark(choice));
    this.count();
    if (this.live.beside) this.follow(this.live.beside);
    if (!this.pending.size) this.lead(this.live.ways);
  }

  // The page's own buttons to take back and make again look ready only when they are: no answer draws them anew.
  lead(ways) {
    ["undo", "redo"].forEach((name, place) => {
      for (const button of document.querySelectorAll(`.st-key-${name} button`)) { // one for each width of window
        if (ways?.[place] === false) button.setAttribute("aria-disabled", "true");
        else button.removeAttribute("aria-disabled");
      }
    });
  }

  follow({ said, svg, alt }) {
    this.said ??= element("p", { "aria-live": "polite" });
    this.picture ??= element("img", {});
    if (!this.said.isConnected) this.frame.append(element("figure", { class: "beside" }, this.said, this.picture));
    if (this.said.textContent !== said) this.said.textContent = said; // else a screen reader would say it again
    this.picture.alt = alt;
    this.picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`; // as an image, nothing in it can run
  }

  value(choice) {
    const change = this.pending.get(choice.place);
    return change ? change.value : (this.live.answers[choice.party]?.[choice.row]?.[choice.field] ?? null);
  }

  // ── from the person ──────────────────────────────────────────────────────────────────────────────────────────────

  rate(choice, value) {
    const before = this.value(choice);
    begun = this.data.begin;
    if (before === value) return;
    this.undos.push({ place: choice.place, from: before, to: value });
    this.redos = [];
    this.set(choice, value);
  }

  // Going back and forth moves a change from one pile to the other, turned round.
  turnBack(pile, other) {
    const { choice, from, to } = this.last(pile);
    pile.pop();
    other.push({ place: choice.place, from: to, to: from });
    this.set(choice, from);
    this.focus(choice, from);
  }

  // The last change of a pile that still stands; what was changed elsewhere meanwhile is forgotten.
  last(pile) {
    while (pile.length) {
      const { place, from, to } = pile.at(-1);
      const choice = this.choices.find((one) => one.place === place);
      if (choice && this.value(choice) === to) return { choice, from, to };
      pile.pop();
    }
  }

  // What a combination with Ctrl or ⌘ does here; with nothing of its own to take back, the page hears it.
  travel(event) {
    if (event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const combination = (event.shiftKey ? "shift+" : "") + latin(event);
    const piles = { z: [this.undos, this.redos], "shift+z": [this.redos, this.undos], y: [this.redos, this.undos] };
    const [pile, other] = piles[combination] ?? [[]];
    return this.last(pile) && (() => this.turnBack(pile, other));
  }

  set(choice, value) {
    const before = this.pending.has(choice.place) ? this.pending.get(choice.place).before : this.value(choice);
    this.pending.set(choice.place, { value, number: ++this.number, before });
    this.keep();
    this.mark(choice);
    this.count();
    this.say(choice, value);
    this.lead([true, false]);
    if (!this.due) queueMicrotask(() => this.tell()); // after this event, so that several changes make one report
    this.due = true;
  }

  tell() {
    this.due = false;
    if (!this.data.post) this.send(this.report());
    else if (!this.posting) this.post();
  }

  report() {
    const cells = [...this.pending].map(([place, { value, number }]) => [...place.split(" "), value, number]);
    return { page: this.page, cells };
  }

  async post() {
    this.posting = true;
    const last = this.number;
    const { live, failed } = await answered(this.data.post, this.report());
    this.posting = false;
    if (live) this.take(live);
    else {
      this.hand();
      clearTimeout(this.again);
      if (!failed) this.again = setTimeout(() => this.pending.size && !this.posting && this.post(), 1000); // until acknowledged
    }
    if (live && this.number > last) this.tell();
  }

  // By a run of the script, and before what is pressed next.
  hand() {
    if (this.pending.size && !this.gone) this.send(this.report());
  }

  click(event) {
    const cell = event.target.closest("[role=radio]");
    if (event.detail > 1) return; // the second half of a double click takes nothing back
    if (!cell) return this.enterRow(event.target.closest(".row"));
    const { choice, value } = this.cells.get(cell);
    cell.focus(); // Safari does not by itself
    this.rate(choice, this.value(choice) === value ? null : value);
  }

  // A click on a need's words, or beside the cells, goes to what is blank of it; not where words were marked to be copied.
  enterRow(row) {
    if (!row || !getSelection().isCollapsed) return;
    const choices = this.choices.filter(({ cells }) => row.contains(cells[0]));
    const choice = choices.find((one) => this.asked(one)) ?? choices[0];
    if (choice) this.focus(choice, this.value(choice));
  }

  press(event) {
    const cell = event.target.closest("[role=radio]");
    if (!cell || composes(event)) return;
    const modified = event.altKey || event.ctrlKey || event.metaKey;
    const act = modified ? this.travel(event) : (this.rating(cell, event) ?? this.move(cell, event.key));
    if (modified && !act) return this.hand(); // it may press a button of the page
    if (act) event.preventDefault();
    if (act || /^[a-z0-9]$/.test(latin(event))) event.stopPropagation(); // c and r are Streamlit's own
    act?.();
  }

  // A key that is pressed while nothing has the focus is meant for the grid, too, if it rates: for the row where the
  // cursor was, or for the first that has a blank.
  overhear(event) {
    if (event.defaultPrevented || event.repeat || composes(event) || this.elsewhere()) return;
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("[role=dialog]")) return;
    const blank = !this.been && this.blanks()[0];
    const act = this.stop && this.rating(blank ? blank.cells[0] : this.stop, event);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  // What a key that rates, or takes a rating back, does from a cell.
  rating(cell, event) {
    const { choice } = this.cells.get(cell);
    const key = latin(event);
    const stance = this.data.stance.find(([value]) => value[0] === key);
    if (stance) return () => this.takeStance(choice, stance[0]);
    if (/^[0-3]$/.test(key)) return () => this.important(choice, Number(key));
    return key === "u" ? () => this.last(this.undos) && this.turnBack(this.undos, this.redos) : undefined;
  }

  move(cell, key) {
    const { choice } = this.cells.get(cell);
    const line = this.lines[choice.line];
    const place = line.indexOf(cell);
    return {
      ArrowLeft: () => line[place - 1]?.focus(),
      ArrowRight: () => line[place + 1]?.focus(),
      ArrowUp: () => this.lines[choice.line - 1]?.[place].focus(),
      ArrowDown: () => this.lines[choice.line + 1]?.[place].focus(),
      Home: () => line[0].focus(),
      End: () => line.at(-1).focus(),
      Backspace: () => this.rate(choice, null),
      Delete: () => this.rate(choice, null),
    }[key];
  }

  // A digit stays on the row and goes on to its stance; a letter goes on to the next thing that is blank by nature:
  // the guess of the same row where one is asked for, else the next row.

  important(at, value) {
    const stance = this.choice(at.line, at.party, "stance");
    this.rate(this.choice(at.line, at.party, "importance"), value);
    this.focus(stance, this.value(stance));
  }

  takeStance(at, value) {
    const choice = at.field === "importance" ? this.choice(at.line, at.party, "stance") : at;
    const guess = choice.field === "stance" && this.choice(at.line, at.party, "predicts");
    const next = guess || this.choice(at.line + 1, at.party, "importance") || choice;
    this.rate(choice, value);
    this.focus(next, this.value(next));
  }

  // ── focus: one stop for the Tab key, arrows within ────────────────────────────────────────────────────────────────

  choice(line, party, field) {
    return this.choices.find((choice) => choice.line === line && choice.party === party && choice.field === field);
  }

  focus(choice, value) {
    (choice.cells.find((cell) => this.cells.get(cell).value === value) ?? choice.cells[0]).focus();
  }

  enter(event) {
    const cell = event.target.closest("[role=radio]");
    if (!cell) return;
    this.stop?.setAttribute("tabindex", "-1");
    cell.setAttribute("tabindex", "0");
    this.stop = cell;
    this.been = true;
  }

  // ── drawing ──────────────────────────────────────────────────────────────────────────────────────────────────────

  mark(choice) {
    const value = this.value(choice);
    for (const cell of choice.cells) {
      const checked = String(this.cells.get(cell).value === value);
      if (cell.getAttribute("aria-checked") !== checked) cell.setAttribute("aria-checked", checked);
    }
  }

  asked(choice) {
    return choice.field !== "predicts" && this.value(choice) === null; // a guess may stay blank
  }

  blanks() {
    return this.choices.filter((choice) => this.asked(choice));
  }

  count() {
    const done = this.lines.length - new Set(this.blanks().map((choice) => choice.line)).size;
    const text = this.data.words.rated[done];
    if (this.counter.textContent !== text) this.counter.textContent = text;
  }

  say(choice, value) {
    const cell = choice.cells.find((one) => this.cells.get(one).value === value);
    this.status.textContent = `${choice.name}: ${cell?.ariaLabel ?? this.data.words.blank}`;
  }

  build() {
    const { groups, sides, fields } = this.data;
    const kept = this.stop && this.cells.get(this.stop);
    const focused = this.stop && this.stop.getRootNode().activeElement === this.stop;
    this.choices = [];
    this.lines = [];
    this.cells = new Map();
    this.counter = element("span", { class: "count" });
    const table = element("div", { class: "table", role: "grid", "aria-label": this.data.words.title });
    table.style.setProperty("--columns", sides.length * fields.length);
    table.append(this.head());
    for (const group of groups) {
      const rows = element("div", { role: "rowgroup", class: "group" });
      const heading = element("span", { role: "columnheader", class: "dimension" }, element("b", {}, group.name));
      heading.append(element("span", {}, group.hint));
      rows.append(element("div", { role: "row", class: "heading" }, heading));
      for (const row of group.rows) rows.append(this.row(row));
      table.append(rows);
    }
    this.root.dataset.fields = sides.length * fields.length;
    const legend = this.legend();
    this.root.replaceChildren(legend, table, this.status);
    this.sized?.disconnect();
    this.sized = new ResizeObserver(() => this.root.style.setProperty("--legend", `${legend.offsetHeight}px`));
    this.sized.observe(legend); // the heads of the columns stay beneath it
    const first = this.choices[0]?.cells[0];
    const same = kept && this.choices.find((choice) => choice.place === kept.choice.place);
    this.stop = same?.cells.find((cell) => this.cells.get(cell).value === kept.value) ?? first;
    this.been &&= Boolean(same);
    this.stop?.setAttribute("tabindex", "0");
    if (focused) this.stop?.focus();
  }

  legend() {
    const list = (items) => element("ul", {}, ...items.map(([key, text]) => element("li", {}, ...spelt(key, text))));
    return element(
      "div",
      { class: "legend" },
      list(this.data.importance.map(([value, , meaning]) => [String(value), meaning])),
      list(this.data.stance.map(([value, , meaning]) => [value[0], meaning])),
    );
  }

  head() {
    const row = element("div", { role: "row", class: "head" });
    const keys = element("span", { class: "keys" }, ` · ${this.data.words.keys}`);
    row.append(element("span", { role: "columnheader", class: "need" }, this.counter, keys));
    for (const side of this.data.sides) {
      for (const field of this.data.fields) {
        const cell = element("span", { role: "columnheader", class: `of-${side.party} ${field}` });
        if (this.data.sides.length > 1) cell.append(element("i", { translate: "no" }, side.label));
        cell.append(element("span", {}, this.data.words[field]));
        row.append(cell);
      }
    }
    return row;
  }

  row(row) {
    const line = this.lines.push([]) - 1;
    const node = element("div", { role: "row", class: "row" });
    node.append(element("span", { role: "rowheader", class: "need", translate: "no" }, row.text));
    for (const side of this.data.sides) {
      for (const field of this.data.fields) node.append(this.radios(row, side, field, line));
    }
    return node;
  }

  radios(row, side, field, line) {
    const options = field === "importance" ? this.data.importance : this.data.stance;
    const name = this.data.sides.length > 1 ? side.asks[field] : this.data.words[field];
    const group = element("div", { role: "radiogroup", class: `choice of-${side.party} ${field}`, "data-name": name });
    group.setAttribute("aria-label", `${name}, ${row.text}`);
    const place = `${row.id} ${side.party} ${field}`;
    const choice = { line, row: row.id, party: side.party, field, place, name, cells: [] };
    for (const [value, word, meaning, label] of options) {
      const cell = element("button", { type: "button", role: "radio", tabindex: "-1" });
      cell.setAttribute("aria-label", label);
      cell.title = meaning;
      const [key, rest] = spelt(String(value)[0], word);
      cell.append(key, element("span", {}, rest));
      cell.dataset.word = cell.textContent;
      this.cells.set(cell, { choice, value });
      choice.cells.push(cell);
      group.append(cell);
    }
    this.choices.push(choice);
    this.lines[line].push(...choice.cells);
    return element("div", { role: "gridcell" }, group);
  }
}

// "l", "leave it" → l̲eave it; "3", "vital" → 3 vital: the key to press stands out.
function spelt(key, text) {
  return text.startsWith(key) ? [element("b", {}, key), text.slice(key.length)] : [element("b", {}, key), ` ${text}`];
}

// What the server says to a report; nothing where it has nothing to say, does not answer, or is another by now; and
// whether it failed at it, as it would again.
async function answered(address, report) {
  const options = { method: "POST", body: JSON.stringify(report), keepalive: true, signal: AbortSignal.timeout(5000) };
  try {
    const response = await fetch(address, options);
    return response.ok ? { live: await response.json() } : { failed: response.status === 500 };
  } catch {
    return {};
  }
}

function stored(keep) {
  try {
    return JSON.parse(sessionStorage.getItem(`jtbd-unsaved:${keep}`) ?? "[]");
  } catch {
    return []; // this browser keeps nothing for us
  }
}

function store(keep, entries) {
  try {
    if (entries.length) sessionStorage.setItem(`jtbd-unsaved:${keep}`, JSON.stringify(entries));
    else sessionStorage.removeItem(`jtbd-unsaved:${keep}`);
  } catch {
    // nor anything at all, where it is full
  }
}

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children); // strings become text
  return node;
}
