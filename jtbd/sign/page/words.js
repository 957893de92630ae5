// What a sheet says, in the words in which it prints. A text is a string, or {name} for words of somebody's own.

/** Who signed or declined when, and by which clock: in UTC and, where the format tells it, the day and hour where it was. */
function signedWords({ iat, zone, clock, declined }, name) {
  const kind = `${declined ? "declined" : "signed"} ${clock}`;
  const [date, time] = new Date(iat * 1000).toISOString().split("T");
  const slots = { name, day: dateWords(date), time: time.slice(0, 8) };
  if (zone === undefined) return pieces(WORDS.signed[kind], slots);
  const there = new Date(iat * 1000 + offsetOf(zone));
  return pieces(WORDS.signed_there[kind], { ...slots, there: DAYS.format(there), hour: HOURS.format(there), zone });
}

/** Who promises, and the promise as one sentence: what, when, by when, what for, how one knows that it is done. */
function promiseWords(item, content) {
  const [by, other] = [item.by, item.by === "a" ? "b" : "a"].map((letter) => partyOf(content, letter));
  const clauses = [...clausesOf(item, { name: shortName(other) })];
  const what = clauses.length ? item.what.replace(/[ ,;]+$/u, "") : item.what;
  return pieces(WORDS.result.promise, { name: { name: fullName(by) }, promise: [{ name: what }, ...clauses.flat()] });
}

/** Each part of the sentence after what is promised. */
function* clausesOf({ trigger, every, due, gives, done_when }, receiver) {
  const { clauses } = WORDS;
  if (trigger) yield ownClause("trigger", trigger) ?? pieces(clauses.trigger, { said: { name: trigger } });
  if (every) yield pieces(clauses.every, { cadence: cadenceWords(every) });
  if (due) yield pieces(clauses.due, { day: dateWords(due) });
  if (gives) {
    const so = isClause(gives) ? clauses.gives : clauses.gives_what;
    yield ownClause("gives", gives) ?? pieces(so, { name: receiver, said: { name: gives } });
  }
  if (done_when) {
    const [, begun] = begunWith("done_when", done_when) ?? [];
    const done = begins(GIVEN.promise.term, done_when) ? clauses.done : clauses.done_when;
    yield pieces(done, { said: { name: begun ?? done_when } });
  }
}

/** A clause that begins with words that join it, as people wrote them. */
function ownClause(field, text) {
  const [joint, rest] = begunWith(field, text) ?? [];
  return joint && pieces(WORDS.clauses.own, { joint, said: { name: rest } });
}

/** The words that join a clause, and what comes after them; nothing where it does not begin with any. */
function begunWith(field, text) {
  const begun = begins(`(${GIVEN.promise.joints[field]})\\s+(?=\\S)`, text);
  return begun && [begun[1].toLowerCase(), text.slice(begun[0].length)];
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
function ownWords(field, text) {
  const begun = GIVEN.labels[field] && begins(`(?:${GIVEN.labels[field]})\\s+(?=\\S)`, text);
  return begun ? text.slice(begun[0].length) : text;
}

/** What else is agreed about a promise, as pairs of a label and a text. */
function promiseDetails(item, content) {
  const needs = new Map(content.aspects.map((need) => [need.id, need.text]));
  return [
    ["qualifies", item.qualifies],
    ["standard", item.standard],
    ["reward", item.reward],
    ...item.serves.map((need) => ["serves", needs.get(need)]),
    ["kind", item.kind && WORDS.kinds[item.kind]],
  ]
    .filter(([, text]) => text)
    .map(([field, text]) => [WORDS.labels[field], ownWords(field, text)]);
}

/** Say whether a sheet tells what the two are to each other: where it does not, all of this is blank. */
function isTold({ verdict, flags, total }) {
  return verdict !== "unknown" || flags.length > 0 || total > 0;
}

function verdictWords(content) {
  const [a, b] = content.parties.map((party) => ({ name: shortName(party) }));
  const flags = content.overlap.flags.flatMap((flag) => [" ", ...pieces(WORDS.flags[flag], { a, b })]);
  return [WORDS.verdicts[content.overlap.verdict], ...flags];
}

function reviewWords({ next, every }) {
  const { review_on, review_every, review_both } = WORDS.result;
  const sentence = next && every ? review_both : next ? review_on : review_every;
  return said(sentence, { day: next && dateWords(next), cadence: every && cadenceWords(every) });
}

/** A sentence as people read it: with the sheet's id and hash in short; what is signed has them whole. */
function inShort(text, { commitment: { id }, content_hash }) {
  const digest = content_hash.replace("sha256:", "");
  const short = `${digest.slice(0, 4)} ${digest.slice(4, 8)} …`;
  return text.replaceAll(content_hash, short).replaceAll(id, `${id.slice(0, 4)}…`);
}

/** What the receipt's QR code holds. */
function receiptLines({ commitment, content_hash }) {
  const keys = commitment.parties.map((party) => `${party.id} ${party.key}`);
  return [commitment.format, commitment.id, content_hash, ...keys];
}
