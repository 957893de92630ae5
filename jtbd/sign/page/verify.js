// Verification rule by rule: the first that fails is named, and any surprise counts as a failure of the rule it came in.

/** What is thrown where a rule is broken. */
class Broken extends Error {
  constructor(rule, detail) {
    super(detail);
    this.rule = rule;
  }
}

async function rule(name, check) {
  try {
    return await check();
  } catch (surprise) {
    throw new Broken(name, surprise instanceof Fault ? surprise.message : fault("surprise", { error: surprise.name }).message);
  }
}

/**
 * Return what holds of a sheet's bytes: `outcome`, the first `rule` that failed or null, the `message` in pieces (a
 * text, or `{name}` for words of somebody's own), and either a `detail`, with a `remark` where the form alone was
 * changed, or the `sheet` with its `statements`.
 */
async function verify(bytes) {
  try {
    const document = await rule("canonical", () => readSheet(bytes));
    await rule("schema", () => checkSheet(document));
    return conclude(document, await check(document));
  } catch (broken) {
    const message = pieces(WORDS.answers[broken.rule], { rule: broken.rule });
    const remark = broken.rule === "canonical" ? await remarkOn(bytes) : "";
    return { outcome: "invalid", rule: broken.rule, message, detail: broken.message, remark };
  }
}

function readSheet(bytes) {
  const document = readCanonical(bytes);
  if (Array.isArray(document.signatures)) {
    const parties = document.signatures.filter(isMapping).map((signature) => signature.party);
    const letters = parties.filter((party) => party === "a" || party === "b");
    if (letters.join() !== [...letters].sort().join()) throw fault("unsorted");
  }
  return document;
}

/** Return what the parties said, after checking the hash and every signature; each rule for all before the next. */
async function check(sheet) {
  const { commitment, content_hash, signatures } = sheet;
  await rule("hash", async () => {
    const found = `sha256:${toHex(await sha256(canonicalJson(commitment)))}`;
    if (found !== content_hash) throw fault("hash", { found, expected: content_hash });
  });
  const tokens = await rule("header", () => signatures.map((signature) => takeApart(signature.jws)));
  await rule("key", async () => {
    const [first, second] = commitment.parties;
    if (first.key === second.key) throw fault("same_key");
    for (const [place, token] of tokens.entries()) {
      point(token.jwk);
      const { party } = signatures[place];
      const found = await thumbprint(token.jwk);
      const expected = partyOf(commitment, party).key;
      if (found !== expected) throw fault("other_key", { party, found, expected });
    }
  });
  await rule("signature", async () => {
    for (const token of tokens) await checkSignature(token);
  });
  const statements = await rule("payload", async () => {
    const found = [];
    for (const [place, token] of tokens.entries()) found.push(await statement(sheet, signatures[place], token));
    return found;
  });
  await rule("late", () => {
    for (const one of statements) {
      const { open_until: last } = commitment;
      if (last !== undefined && dayOf(one) > Date.parse(last) / A_DAY) {
        throw fault("late", { party: one.party, day: last });
      }
    }
  });
  await rule("signers", () => {
    const parties = signatures.map((signature) => signature.party);
    if (!parties.every((party) => commitment.required.includes(party))) throw fault("no_signer");
    if (new Set(parties).size !== parties.length) throw fault("signed_twice");
  });
  return statements;
}

const A_DAY = 86_400_000;

/** Return the day of a signature where it was made, as days since 1970-01-01. */
function dayOf({ iat, zone }) {
  return Math.floor((iat * 1000 + offsetOf(zone)) / A_DAY);
}

/** Return +01:00 in milliseconds; nothing where no zone was said. */
function offsetOf(zone) {
  if (zone === undefined) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone[0] === "-" ? -60_000 : 60_000) * minutes;
}

/** Return what a party signed, if it speaks of this sheet, this content and this party, and of its mark. */
async function statement(sheet, signature, token) {
  const found = canonicalObject(token.payload);
  const place = said(WORDS.faults.what_was_signed, { party: signature.party });
  const schema = GIVEN.statements[sheet.commitment.format][token.typ];
  conform(found, schema, place, schema);
  const texts = [found.name, found.consent, found.reason ?? "", found.suggests ?? ""];
  must(texts.every(isPlainText), place, "character");
  const declined = Object.hasOwn(found, "reason");
  const { name, role } = partyOf(sheet.commitment, signature.party);
  const expected = {
    aud: sheet.commitment.format,
    sheet: sheet.commitment.id,
    content: sheet.content_hash,
    party: signature.party,
    name,
    role,
    mark: declined ? undefined : toHex(await sha256(signature.mark_svg)),
  };
  for (const [field, value] of Object.entries(expected)) {
    must(found[field] === value, place, "unfit", { field });
  }
  must(!declined || signature.mark_svg === "", place, "declined_mark", { party: signature.party });
  return { ...found, declined, mark_svg: signature.mark_svg };
}

function conclude(sheet, statements) {
  const { commitment } = sheet;
  const signed = statements.map(({ party }) => party);
  const missing = commitment.required.filter((party) => !signed.includes(party));
  const refusals = statements.filter(({ declined }) => declined);
  const names = (letters) => listed(letters.map((letter) => ({ name: fullName(partyOf(commitment, letter)) })));
  let [outcome, broken, message] = ["complete", null, []];
  if (refusals.length) {
    outcome = "declined";
    message = refusals.flatMap((refusal, place) => [place ? " " : "", ...refusalWords(commitment, refusal)]);
  } else if (missing.length) {
    [outcome, broken] = ["incomplete", "signers"];
    const [counted, total] = [signed, commitment.required].map(({ length }) => String(length));
    message = pieces(WORDS.result.incomplete, { signed: counted, total, names: names(missing) });
  } else {
    message = pieces(WORDS.result.complete, { names: names(commitment.parties.map(({ id }) => id)) });
  }
  return { outcome, rule: broken, message, missing, sheet, statements };
}

function refusalWords(commitment, refusal) {
  const name = { name: fullName(partyOf(commitment, refusal.party)) };
  const declined = pieces(WORDS.result.declined, { name, reason: { name: refusal.reason } });
  return refusal.suggests ? [...declined, " ", ...pieces(WORDS.result.suggests, { name: { name: refusal.suggests } })] : declined;
}

function partyOf(commitment, letter) {
  return commitment.parties[letter === "a" ? 0 : 1];
}

/** Return the name with, where it is another, the organisation: Ana Ruiz (Harbour Estates). */
function fullName(party) {
  const { name, organisation } = party;
  return organisation === undefined || organisation === name ? name : `${name} (${organisation})`;
}

/** Return the organisation or, where none was given, the person. */
function shortName(party) {
  return party.organisation ?? party.name;
}
