// The JSON Schema of the format, and what a JSON Schema cannot say.

const ONE_LINE = new Set([200, 600]); // texts of up to so many characters are names and sentences: one line, trimmed
const SPACE = "[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const UNTRIMMED = new RegExp(`^${SPACE}|${SPACE}$|[\\n\\t]`, "u");
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

const KINDS_OF_VALUE = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isSafeInteger,
  object: isMapping,
  string: (value) => typeof value === "string",
};

// Each takes the keyword's argument, the value, its place, and the schema around the keyword and as a whole.
const KEYWORDS = {
  $ref: (ref, value, at, _, root) => conform(value, root.$defs[ref.replace("#/$defs/", "")], at, root),
  additionalProperties: (allowed, value, at, schema) => {
    if (allowed !== false) throw fault("schema");
    for (const key of Object.keys(value)) must(Object.hasOwn(schema.properties, key), at, "unknown_field", { field: key });
  },
  const: (only, value, at) => must(value === only, at, "const", { word: only }),
  enum: (choices, value, at) => must(choices.includes(value), at, "enum", { words: choices.join(", ") }),
  format: (name, value, at) => must(name === "date" && isDate(value), at, "date"),
  items: (inner, value, at, _, root) => value.forEach((item, place) => conform(item, inner, `${at}[${place}]`, root)),
  maxItems: (most, value, at) => must(value.length <= most, at, "max_items", { number: most }),
  maxLength: (most, value, at) => {
    must(value.length <= 2 * most && codePoints(value) <= most, at, "max_length", { number: most });
    if (ONE_LINE.has(most)) must(!UNTRIMMED.test(value), at, "one_line");
  },
  maximum: (most, value, at) => must(value <= most, at, "maximum", { most }),
  minItems: (least, value, at) => must(value.length >= least, at, "min_items", { number: least }),
  minLength: (least, value, at) => must(value.length >= least, at, "empty"),
  minimum: (least, value, at) => must(value >= least, at, "minimum", { least }),
  pattern: (pattern, value, at) => must(new RegExp(pattern, "u").test(value), at, "pattern"),
  prefixItems: (inner, value, at, _, root) =>
    inner.forEach((each, place) => place < value.length && conform(value[place], each, `${at}[${place}]`, root)),
  properties: (inner, value, at, _, root) => {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(inner, key)) conform(value[key], inner[key], at ? `${at}.${key}` : key, root);
    }
  },
  required: (keys, value, at) => keys.forEach((key) => must(Object.hasOwn(value, key), at, "required", { field: key })),
};
const REMARKS = new Set(["$defs", "$schema", "default", "description", "title", "type"]);

function must(holds, at, kind, slots) {
  if (!holds) throw fault(kind, { place: at || WORDS.faults.the_sheet, ...slots });
}

/** Check a value against a schema; a keyword that is not known here is a fault, so that none is passed over. */
function conform(value, schema, at, root) {
  if (schema.type) must(KINDS_OF_VALUE[schema.type](value), at, "kind", { kind: schema.type });
  for (const keyword of Object.keys(schema).sort(byCost)) {
    if (!REMARKS.has(keyword)) KEYWORDS[keyword](schema[keyword], value, at, schema, root);
  }
}

/** Lengths before patterns: no pattern is tried on a text that is too long anyway. */
function byCost(one, other) {
  return (one === "pattern") - (other === "pattern");
}

function isDate(text) {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Check that a document is a sheet, wholly and in the one form that a sheet has. */
function checkSheet(document) {
  const named = document.commitment?.format;
  must(!isNewer(named), "", "newer", { found: named, known: GIVEN.format });
  const schema = GIVEN.sheets[Object.hasOwn(GIVEN.sheets, named) ? named : GIVEN.format];
  conform(document, schema, "", schema);
  const content = document.commitment;
  const { contested, only_a, only_b, open, total } = content.overlap;
  must(contested + only_a + only_b + open === total, "overlap", "total");
  must(content.parties[0].id === "a" && content.parties[1].id === "b", "parties", "parties");
  const promised = content.commitments.map((item) => item.id);
  const needs = content.aspects.map((item) => item.id);
  const served = new Set(content.commitments.flatMap((item) => item.serves));
  must(new Set(promised).size === promised.length, "commitments", "id_twice");
  must(new Set(needs).size === needs.length, "aspects", "id_twice");
  must(needs.length === served.size && needs.every((need) => served.has(need)), "aspects", "served");
  for (const party of content.parties) {
    must(party.role === content.roles[party.id].role, "roles", "role", { party: party.id });
  }
  const replaces = [...(content.replaces ?? []), content.id];
  must(new Set(replaces).size === replaces.length, "replaces", "replaces");
  for (const every of [content.review.every, ...content.commitments.map((item) => item.every)]) {
    must(every === undefined || Object.keys(every).length === 1, "every", "every");
  }
  document.signatures.forEach((signature, place) => checkMark(signature.mark_svg, `signatures[${place}].mark_svg`));
}

const VERSION = /^jtbd\.commitment-sheet\/([1-9][0-9]{0,8})(?:\.([1-9][0-9]{0,8}))?$/;

/** Say whether something names a format of sheets that is newer than this page. */
function isNewer(said) {
  const [found, own] = [said, GIVEN.format].map((name) => VERSION.exec(typeof name === "string" ? name : ""));
  if (!found) return false;
  const [[major, minor], [ownMajor, ownMinor]] = [found, own].map(([, ...parts]) => parts.map((part) => Number(part ?? 0)));
  return major > ownMajor || (major === ownMajor && minor > ownMinor);
}

const LONGEST_MARK = 65_536;
const ARITY = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 };
const COMMAND = /[MLHVCSQTZ] ?/iy;
const NUMBER = /[+-]?(?:[0-9]{1,6}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})/y;
const BETWEEN = /(?:, ?| )(?=[+.0-9-])/y;

/** Check that a drawn signature is strokes and nothing else: SVG path data in a small grammar, or empty. */
function checkMark(path, at) {
  const mustBe = (holds) => must(holds, at, "mark", { commands: Object.keys(ARITY).join(" ") });
  must(path.length <= LONGEST_MARK, at, "mark_long");
  mustBe(path === "" || /^m/i.test(path));
  let place = 0;
  const take = (pattern) => {
    pattern.lastIndex = place;
    const found = pattern.exec(path);
    if (found) place = pattern.lastIndex;
    return found;
  };
  while (place < path.length) {
    const command = take(COMMAND);
    mustBe(command);
    let numbers = 0;
    while (take(NUMBER)) {
      numbers += 1;
      if (!take(BETWEEN)) break;
    }
    if (path[place] === " ") place += 1;
    const arity = ARITY[command[0][0].toUpperCase()];
    mustBe(arity ? numbers > 0 && numbers % arity === 0 : numbers === 0);
  }
}
