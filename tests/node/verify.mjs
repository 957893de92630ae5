// Checks a complete sheet with what npm has, and nothing of the program that made it: node verify.mjs SHEET
// Prints what each party signed as JSON, a line each; ends with an error where anything does not hold.

import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

globalThis.crypto ??= webcrypto; // Node 18 has it by this name only
const { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } = await import("jose");

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

// RFC 8785: as JSON.stringify writes it, with keys in the order of their UTF-16 units.
const canonical = (value) => {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const fields = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${fields.join(",")}}`;
};

const { commitment, content_hash: hash, signatures } = parse(readFileSync(process.argv[2], "utf8"));
assert.equal(`sha256:${sha256(canonical(commitment))}`, hash, "the content has another hash");
assert.deepEqual(signatures.map(({ party }) => party), commitment.required, "not exactly those signed who had to");

for (const { jws, mark_svg: mark, party } of signatures) {
  const { jwk } = decodeProtectedHeader(jws);
  const { payload, protectedHeader } = await compactVerify(jws, await importJWK(jwk, "ES256"), { algorithms: ["ES256"] });
  const signer = commitment.parties.find(({ id }) => id === party);
  const said = JSON.parse(new TextDecoder().decode(payload));

  assert.equal(await calculateJwkThumbprint(jwk), signer.key, "the sheet names another key");
  assert.equal(protectedHeader.typ, "jtbd-consent+jwt", "it is no consent");
  for (const [claim, expected] of Object.entries({
    aud: commitment.format,
    sheet: commitment.id,
    content: hash,
    party,
    name: signer.name,
    role: signer.role,
    mark: sha256(mark),
  })) {
    assert.equal(said[claim], expected, `${claim} does not fit the sheet`);
  }
  console.log(JSON.stringify(said));
}
