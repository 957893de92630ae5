// A sheet that was changed on its way in its form alone, told from one whose content is another: read here in any
// writing that a mail program, an editor or a formatter is known to leave. It is never valid by this; but hash and
// signatures, checked over what it says, tell whether anybody changed what was agreed.

/** Return the document that a file would be in canonical form, and what was changed; null where it is none. */
function asItWas(bytes) {
  if (bytes.length > 2 * MOST_BYTES) return null;
  const changes = [];
  let text = decoded(bytes, changes);
  if (text.includes("\r")) {
    text = text.replace(/\r\n?/g, "\n");
    changes.push(WORDS.changes.ends);
  }
  const tidy = `${text.replace(/[ \t]+$/gm, "").replace(/\n{2,}/g, "\n").replace(/^\n+|\n+$/g, "")}\n`;
  if (tidy !== text) changes.push(WORDS.changes.blanks);
  try {
    return { document: readSheet(new TextEncoder().encode(tidy)), changed: plainly(listed(changes)) || WORDS.changes.otherwise };
  } catch {
    return { document: new Lenient(tidy).document(), changed: WORDS.changes.otherwise };
  }
}

function decoded(bytes, changes) {
  const [first, second, third] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (wide) changes.push(WORDS.changes.encoding);
  else if (first === 0xef && second === 0xbb && third === 0xbf) changes.push(WORDS.changes.mark);
  return new TextDecoder(wide ?? "utf-8").decode(bytes);
}

/** Return what to say of a file whose form alone was changed; nothing where more was, or where it is no sheet. */
async function remarkOn(bytes) {
  try {
    const { document, changed } = asItWas(bytes);
    if (Array.isArray(document.signatures)) document.signatures.sort((a, b) => (a.party < b.party ? -1 : 1));
    checkSheet(document);
    await check(document);
    return `${said(WORDS.held[document.signatures.length], { changes: changed })} ${WORDS.again}`;
  } catch {
    return "";
  }
}

/** A reader of YAML in block style, as formatters write it: any indent, texts in any quotes or none, over many lines. */
class Lenient {
  constructor(text) {
    const lines = text.split("\n").filter((line) => line.trim() && !/^\s*#/.test(line) && !/^(?:---|\.\.\.|%.*)$/.test(line));
    this.lines = lines.map((line) => ({ indent: line.search(/[^ ]/), text: line.trim() }));
    this.place = 0;
  }

  document() {
    const value = this.block(0);
    if (this.place < this.lines.length) throw new Fault();
    return value;
  }

  get line() {
    return this.lines[this.place];
  }

  block(depth) {
    if (depth > DEEPEST) throw new Fault();
    if (/^-(?: |$)/.test(this.line.text)) return this.list(this.line.indent, depth);
    return /^[a-z][a-z0-9_]*:(?: |$)/.test(this.line.text) ? this.map(this.line.indent, depth) : this.scalar(this.take(), -1);
  }

  take() {
    const { text } = this.line;
    this.place += 1;
    return text;
  }

  map(indent, depth) {
    const fields = Object.create(null);
    while (this.line?.indent === indent && !/^-(?: |$)/.test(this.line.text)) {
      const [whole, key] = /^([a-z][a-z0-9_]*):(?: +|$)/.exec(this.line.text) ?? [];
      if (key === undefined || key in fields) throw new Fault();
      const rest = this.take().slice(whole.length);
      if (rest) fields[key] = this.scalar(rest, indent);
      else if (this.line && (this.line.indent > indent || (this.line.indent === indent && /^-(?: |$)/.test(this.line.text))))
        fields[key] = this.block(depth + 1);
      else throw new Fault();
    }
    return fields;
  }

  list(indent, depth) {
    const items = [];
    while (this.line?.indent === indent && /^-(?: |$)/.test(this.line.text)) {
      const [dash] = /^- */.exec(this.line.text);
      const rest = this.line.text.slice(dash.length);
      if (rest) this.lines[this.place] = { indent: indent + dash.length, text: rest };
      else this.place += 1;
      items.push(this.block(depth + 1));
    }
    return items;
  }

  /** Return the text, number or truth that begins so; the lines that go on with it are further in than `indent`. */
  scalar(start, indent) {
    if (start === "[]") return [];
    if (start === "{}") return Object.create(null);
    if (start[0] === '"' || start[0] === "'") return this.quoted(start, start[0]);
    if (/^[[{&*!|>%@`]/.test(start)) throw new Fault();
    const words = [start.replace(/ +#.*$/, "")];
    while (this.line && this.line.indent > indent && indent >= 0) words.push(this.take());
    const text = words.join(" ");
    if (text === "true" || text === "false") return text === "true";
    return WHOLE.test(text) ? Number(text) : text;
  }

  quoted(start, quote) {
    const closed = quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
    let text = start;
    let found = closed.exec(text);
    while (!found) {
      if (!this.line) throw new Fault();
      text = /(?:^|[^\\])(?:\\\\)*\\$/.test(text) ? text.slice(0, -1) + this.take() : `${text} ${this.take()}`;
      found = closed.exec(text);
    }
    if (!/^ *(?:#.*)?$/.test(text.slice(found[0].length))) throw new Fault();
    return quote === "'" ? found[0].slice(1, -1).replaceAll("''", "'") : unescaped(found[0]);
  }
}

/** Return a text in double quotes as YAML reads it, which knows a few escapes more than JSON. */
function unescaped(text) {
  const json = text.replace(/\\(x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8})|u[0-9A-Fa-f]{4}|.)/g, (whole, name, two, eight) => {
    if (two) return `\\u00${two}`;
    if (eight) return JSON.stringify(String.fromCodePoint(Number.parseInt(eight, 16))).slice(1, -1);
    if (name[0] === "u" || '"\\/bfnrt'.includes(name)) return whole;
    const other = { " ": " ", _: "\u00a0", N: "\u0085", L: "\u2028", P: "\u2029", e: "\u001b", 0: "\u0000", a: "\u0007", v: "\u000b" };
    return JSON.stringify(other[name] ?? name).slice(1, -1);
  });
  return JSON.parse(json);
}
