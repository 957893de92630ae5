// What a sheet says, in the words in which it prints. A text is a string, or {name} for words of somebody's own.

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const ROLES = { lead: "leads", "co-lead": "co-leads", contribute: "contributes", refer: "refers" };

const KINDS = {
  referral: "a referral",
  introduction: "an introduction",
  "joint-offer": "a joint offer",
  delivery: "a delivery",
  information: "information",
  other: "something else",
};

const VERDICTS = {
  unknown: "Too little was said to tell what the two are to each other in this job.",
  "little-in-common": "The two have too little in common in this job.",
  competitive: "The two compete for this job.",
  contested: "The two complete each other in this job, with ground to divide.",
  complementary: "The two complete each other in this job.",
};

const FLAGS = {
  "one-sided": () => ["One of them brings little that the other does not."],
  "swallowed-a": (a, b) => ["Nearly all that ", a, " solves here, ", b, " solves too."],
  "swallowed-b": (a, b) => ["Nearly all that ", b, " solves here, ", a, " solves too."],
  "mixed-signals": () => ["Their answers to the last question, not the numbers, decided this."],
  heading: () => ["Once each takes on what it wants to, the answer will be another."],
  "line-drawn": () => ["The lines that they drew between them change the answer."],
};

/** 2026-12-15 as 15 December 2026, which no two countries read differently. */
function dateWords(text) {
  const [year, month, day] = text.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A time in seconds since 1970 in UTC, to the second. */
function momentWords(seconds) {
  const [date, time] = new Date(seconds * 1000).toISOString().split("T");
  return `${dateWords(date)}, ${time.slice(0, 8)} UTC`;
}

/** When a party signed: the instant in UTC and, where the format tells it, the day and hour where it was. */
function signedOnWords({ iat, zone }) {
  if (zone === undefined) return momentWords(iat);
  const [date, time] = new Date(iat * 1000 + offsetOf(zone)).toISOString().split("T");
  return `${momentWords(iat)}, where it was signed ${dateWords(date)}, ${time.slice(0, 5)} (${zone})`;
}

/** {weeks: 6} as every 6 weeks. */
function cadenceWords(every) {
  const [[units, count]] = Object.entries(every);
  return count === 1 ? `every ${units.slice(0, -1)}` : `every ${count} ${units}`;
}

/** Minor units of a currency with all its decimals: EUR 70,000.00. */
function moneyWords(units, digits, currency) {
  const figures = String(Math.abs(units)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  const decimals = digits ? `.${figures.slice(-digits)}` : "";
  return `${currency} ${units < 0 ? "−" : ""}${whole}${decimals}`;
}

/** A part of a whole in per cent, halves to the even; never "0 %" when not none, nor "100 %" when not all. */
function shareWords(part, total) {
  if (part === 0) return "nothing";
  if (part === total) return "all";
  const [hundredfold, whole] = [BigInt(part) * 100n, BigInt(total)];
  const [floor, rest] = [hundredfold / whole, (hundredfold % whole) * 2n];
  const rounded = rest > whole || (rest === whole && floor % 2n) ? floor + 1n : floor;
  if (rounded === 0n) return "under 1 %";
  return rounded === 100n ? "over 99 %" : `${rounded} %`;
}

/** Who promises, and the promise as one sentence: what, when, by when, what for, how one knows that it is done. */
function promiseWords(item, content) {
  const [by, other] = [item.by, item.by === "a" ? "b" : "a"].map((letter) => partyOf(content, letter));
  const clauses = [...clausesOf(item, shortName(other))];
  const what = clauses.length ? item.what.replace(/[ ,;]+$/u, "") : item.what;
  const said = clauses.flatMap(([stop, joint, text]) => [`${stop} `, ...joint, " ", text]);
  return [{ name: fullName(by) }, " promises: ", { name: what }, ...said];
}

/** Each part of the sentence after what is promised: its stop, the words that join it, what is said. */
function* clausesOf(item, receiver) {
  if (item.trigger) yield joined("trigger", ["when"], item.trigger);
  if (item.every) yield [",", ["every"], cadenceWords(item.every).replace("every ", "")];
  if (item.due) yield [",", ["by"], dateWords(item.due)];
  if (item.gives) {
    yield joined("gives", isClause(item.gives) ? ["so that"] : ["so that ", { name: receiver }, " gets"], item.gives);
  }
  if (item.done_when) {
    const joint = begins(GIVEN.promise.term, item.done_when) ? ["done"] : ["done when"];
    yield [";", joint, joined("done_when", joint, item.done_when)[2]];
  }
}

/** A clause; the words that it begins with join it, where they can. */
function joined(field, joint, said) {
  const begun = begins(`(${GIVEN.promise.joints[field]})\\s+(?=\\S)`, said);
  return begun ? [",", [begun[1].toLowerCase()], { name: said.slice(begun[0].length) }] : [",", joint, { name: said }];
}

/** Say whether words have a subject and a verb by themselves, so that "so that" goes before them as they are. */
function isClause(text) {
  if (begins(GIVEN.promise.begins, text)) return true;
  const found = begins(GIVEN.promise.clause, text);
  return found !== null && !new RegExp(GIVEN.promise.no_subject, "iu").test(found.groups.subject);
}

function begins(pattern, text) {
  return new RegExp(`^(?:${pattern})`, "iu").exec(text);
}

/** A text without the words at its beginning that its label says before it. */
function ownWords(label, text) {
  const begun = GIVEN.labels[label] && begins(`(?:${GIVEN.labels[label]})\\s+(?=\\S)`, text);
  return begun ? text.slice(begun[0].length) : text;
}

/** What else is agreed about a promise, as pairs of a label and a text. */
function promiseDetails(item, content) {
  const needs = new Map(content.aspects.map((need) => [need.id, need.text]));
  return [
    ["Counts if", item.qualifies],
    ["Standard", item.standard],
    ["In return", item.reward],
    ...item.serves.map((need) => ["Serves", needs.get(need)]),
    ["Kind", item.kind && KINDS[item.kind]],
  ]
    .filter(([, text]) => text)
    .map(([label, text]) => [label, ownWords(label, text)]);
}

/** Say whether a sheet tells what the two are to each other: where it does not, all of this is blank. */
function isTold({ verdict, flags, total }) {
  return verdict !== "unknown" || flags.length > 0 || total > 0;
}

function verdictWords(content) {
  const [a, b] = content.parties.map((party) => ({ name: shortName(party) }));
  const flags = content.overlap.flags.flatMap((flag) => [" ", ...FLAGS[flag](a, b)]);
  return [VERDICTS[content.overlap.verdict], ...flags];
}

function reviewWords({ next, every }) {
  const parts = [...(next ? [`on ${dateWords(next)}`] : []), ...(every ? [cadenceWords(every)] : [])];
  return parts.length ? `The two look at this again ${parts.join(", then ")}.` : "";
}

/** A sentence as people read it: with the sheet's id and hash in short; what is signed has them whole. */
function inShort(said, { commitment: { id }, content_hash }) {
  const digest = content_hash.replace("sha256:", "");
  const short = `${digest.slice(0, 4)} ${digest.slice(4, 8)} …`;
  return said.replaceAll(content_hash, short).replaceAll(id, `${id.slice(0, 4)}…`);
}

/** What the receipt's QR code holds. */
function receiptLines({ commitment, content_hash }) {
  const keys = commitment.parties.map((party) => `${party.id} ${party.key}`);
  return [commitment.format, commitment.id, content_hash, ...keys];
}
