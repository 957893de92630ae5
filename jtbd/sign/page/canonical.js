// Canonical YAML and RFC 8785 JSON: one content has one text. What is read here is written again and must be the same.

const MOST_BYTES = 1 << 20;
const MOST_EVENTS = 100_000; // as a YAML parser counts: one for each key and scalar, two for each list and map
const DEEPEST = 32;
const LONGEST_KEY = 200;
const LONGEST_BEYOND_ASCII = 1_000;

const KEY = /^[a-z][a-z0-9_]*$/;
const NO_KEY = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
const WHOLE = /^(?:0|-?[1-9][0-9]{0,14})$/;

// Controls, line separators, bidi overrides and isolates, byte order marks, lone surrogates, what is no character.
const REFUSED = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff\\ufffe\\uffff]",
  "u",
);
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** What a check throws to say in words what does not hold. */
class Fault extends Error {}

function codePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Return bytes as text; nothing is replaced or left out, so that each text has one writing in bytes. */
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fault("not_utf8");
  }
}

/** Return the data of a canonical file: maps as objects without prototype, lists, texts, whole numbers, truths. */
function readCanonical(bytes) {
  if (bytes.length > MOST_BYTES) throw fault("too_large");
  const text = utf8(bytes);
  const value = new Reader(text).document();
  const again = yaml(value);
  if (again !== text) throw difference(text, again);
  return value;
}

/** One pass over the lines of a file, which takes canonical YAML only. */
class Reader {
  constructor(text) {
    this.lines = text.split("\n");
    this.place = 0;
    this.events = 4; // stream and document, each with a start and an end
  }

  document() {
    if (this.lines.pop() !== "") this.refuse("no_end");
    const value = this.mapping("", 1);
    if (this.place < this.lines.length) this.refuse();
    return value;
  }

  refuse(kind = "odd_line", slots = {}) {
    throw fault(kind, { line: this.place + 1, ...slots });
  }

  count(events) {
    this.events += events;
    if (this.events > MOST_EVENTS) this.refuse("too_many");
  }

  open(depth) {
    this.count(2);
    if (depth > DEEPEST) this.refuse("too_deep", { most: DEEPEST });
  }

  /** Whether the line here has exactly this indent and goes on with a key (true) or a dash (false). */
  stands(indent, key) {
    const line = this.lines[this.place];
    if (line === undefined || !line.startsWith(indent)) return false;
    const next = line.charAt(indent.length);
    return key ? next >= "a" && next <= "z" : next === "-";
  }

  mapping(indent, depth) {
    this.open(depth);
    const fields = Object.create(null);
    if (!this.stands(indent, true)) this.refuse();
    while (this.stands(indent, true)) {
      const line = this.lines[this.place];
      const colon = line.indexOf(":");
      const key = line.slice(indent.length, colon < 0 ? line.length : colon);
      if (colon < 0 || key.length > LONGEST_KEY || !KEY.test(key) || NO_KEY.has(key)) this.refuse("no_field");
      if (key in fields) this.refuse("field_twice");
      this.count(1);
      const rest = line.slice(colon + 1);
      if (rest === "") {
        this.place += 1;
        const list = this.stands(indent, false);
        fields[key] = list ? this.sequence(indent, depth + 1) : this.mapping(`${indent}  `, depth + 1);
      } else {
        if (rest[0] !== " ") this.refuse();
        fields[key] = this.scalar(rest.slice(1), depth + 1);
        this.place += 1;
      }
    }
    return fields;
  }

  sequence(indent, depth) {
    this.open(depth);
    const items = [];
    while (this.stands(indent, false)) {
      const line = this.lines[this.place];
      const rest = line.slice(indent.length + 2);
      if (line[indent.length + 1] !== " ") this.refuse();
      if (rest[0] >= "a" && rest[0] <= "z" && rest !== "true" && rest !== "false") {
        this.lines[this.place] = `${indent}  ${rest}`;
        items.push(this.mapping(`${indent}  `, depth + 1));
      } else {
        if (rest === "[]") this.refuse("list_in_list");
        items.push(this.scalar(rest, depth + 1));
        this.place += 1;
      }
    }
    return items;
  }

  scalar(word, depth) {
    if (word === "[]" || word === "{}") {
      this.open(depth);
      return word === "[]" ? [] : Object.create(null);
    }
    this.count(1);
    if (word === "true" || word === "false") return word === "true";
    if (WHOLE.test(word)) return Number(word);
    if (word[0] !== '"') this.refuse("no_value");
    try {
      return JSON.parse(word);
    } catch {
      return this.refuse("not_json_text");
    }
  }
}

/** Return the one YAML text of data. */
function yaml(value) {
  const lines = [];
  writeMapping(value, "", lines);
  lines.push("");
  return lines.join("\n");
}

function writeMapping(mapping, indent, lines) {
  for (const key of Object.keys(mapping).sort()) {
    const value = mapping[key];
    if (Array.isArray(value) && value.length) {
      lines.push(`${indent}${key}:`);
      writeSequence(value, indent, lines);
    } else if (isMapping(value) && Object.keys(value).length) {
      lines.push(`${indent}${key}:`);
      writeMapping(value, `${indent}  `, lines);
    } else {
      lines.push(`${indent}${key}: ${scalarText(value)}`);
    }
  }
}

function writeSequence(items, indent, lines) {
  for (const item of items) {
    if (isMapping(item) && Object.keys(item).length) {
      const first = lines.length;
      writeMapping(item, `${indent}  `, lines);
      lines[first] = `${indent}- ${lines[first].slice(indent.length + 2)}`;
    } else {
      lines.push(`${indent}- ${scalarText(item)}`);
    }
  }
}

function scalarText(value) {
  if (Array.isArray(value)) return "[]";
  if (isMapping(value)) return "{}";
  if (typeof value === "string") checkText(value);
  return canonicalJson(value);
}

function checkText(text) {
  // First, because putting combining marks into order takes time that grows with the square of their number.
  if (text.length > LONGEST_BEYOND_ASCII && BEYOND_ASCII.test(text) && codePoints(text) > LONGEST_BEYOND_ASCII) {
    throw fault("long_text", { number: LONGEST_BEYOND_ASCII });
  }
  if (!isPlainText(text)) throw fault("odd_text");
}

/** Whether every reader reads the text alike: nothing invisible that changes it, and in Unicode's normal form C. */
function isPlainText(text) {
  return !REFUSED.test(text) && text.normalize("NFC") === text;
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Return the RFC 8785 text of data; JavaScript's own way to write texts and numbers is the one that it prescribes. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isMapping(value)) {
    const fields = Object.keys(value).sort().map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`);
    return `{${fields.join(",")}}`;
  }
  if (value === null) throw fault("null");
  if (typeof value === "string" && /[\ud800-\udfff]/u.test(value)) throw fault("half");
  return JSON.stringify(value);
}

function difference(found, expected) {
  const [is, should] = [found.split("\n"), expected.split("\n")];
  const place = is.findIndex((line, number) => line !== should[number]);
  return fault("otherwise", { line: place + 1 });
}
