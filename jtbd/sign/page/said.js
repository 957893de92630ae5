// What the page says: sentences from its table, whose slots are filled here, and days, numbers and lists as its language
// writes them. A text is a string, or {name} for words of somebody's own.

const WORDS = GIVEN.words;
const PLURALS = new Intl.PluralRules(WORDS.locale);
const DAYS = new Intl.DateTimeFormat(WORDS.locale, { dateStyle: "long", timeZone: "UTC" });
const HOURS = new Intl.DateTimeFormat(WORDS.locale, { timeStyle: "short", timeZone: "UTC" });
const LISTS = new Intl.ListFormat(WORDS.locale, { type: "conjunction" });
const NUMBERS = new Intl.NumberFormat(WORDS.locale);

/** Return a sentence in pieces: its own texts, and what stands in its slots; of what is counted, the form for a number. */
function pieces(sentence, slots = {}) {
  const text = typeof sentence === "string" ? sentence : (sentence[PLURALS.select(slots.number)] ?? sentence.other);
  return text.split(/\{([a-z_]+)\}/).flatMap((part, place) => (place % 2 ? slots[part] : part || []));
}

/** Return the same as one text. */
function said(sentence, slots) {
  return plainly(pieces(sentence, slots));
}

function plainly(found) {
  return found.map((piece) => piece.name ?? piece).join("");
}

/** Return what is wrong with a file, to be thrown. */
function fault(kind, slots) {
  return new Fault(said(WORDS.faults[kind], slots));
}

/** One, two and three. */
function listed(items) {
  const parts = LISTS.formatToParts(items.map((_, place) => String(place)));
  return parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value));
}

/** 2026-12-15 as 15 December 2026, which no two countries read differently. */
function dateWords(text) {
  return DAYS.format(Date.parse(text));
}

/** {weeks: 6} as every 6 weeks. */
function cadenceWords(every) {
  const [[units, number]] = Object.entries(every);
  return said(WORDS.cadences[units], { number });
}

/** Minor units of a currency with all its decimals: EUR 70,000.00. */
function moneyWords(units, digits, currency) {
  const figures = String(Math.abs(units)).padStart(digits + 1, "0");
  const whole = NUMBERS.format(BigInt(figures.slice(0, figures.length - digits)));
  const point = NUMBERS.formatToParts(1.5).find(({ type }) => type === "decimal").value;
  const amount = `${units < 0 ? "−" : ""}${whole}${digits ? `${point}${figures.slice(-digits)}` : ""}`;
  return said(WORDS.amount, { currency, amount });
}

/** A part of a whole in per cent, halves to the even; never "0 %" when not none, nor "100 %" when not all. */
function shareWords(part, total) {
  if (part === 0) return WORDS.shares.nothing;
  if (part === total) return WORDS.shares.all;
  const [hundredfold, whole] = [BigInt(part) * 100n, BigInt(total)];
  const [floor, rest] = [hundredfold / whole, (hundredfold % whole) * 2n];
  const rounded = rest > whole || (rest === whole && floor % 2n) ? floor + 1n : floor;
  if (rounded === 0n) return said(WORDS.shares.least, { number: NUMBERS.format(1) });
  if (rounded === 100n) return said(WORDS.shares.most, { number: NUMBERS.format(99) });
  return said(WORDS.shares.share, { number: NUMBERS.format(rounded) });
}
