// Compact JWS (RFC 7515) with ES256 and the thumbprints of keys (RFC 7638), strictly in one writing.

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn; // the field of P-256
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn; // y² = x³ − 3x + B
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n; // the number of its points
const COORDINATE_BYTES = 32;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SIX_BITS = new Map([...ALPHABET].map((letter, bits) => [letter, bits]));

/** Return the bytes of base64url: no padding, no other character, no bits left over. */
function fromBase64url(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [buffer, bits, place] = [0, 0, 0];
  for (const letter of text) {
    const six = SIX_BITS.get(letter);
    if (six === undefined) throw fault("base64_character");
    buffer = ((buffer << 6) | six) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = (buffer >> bits) & 0xff;
      place += 1;
    }
  }
  if (text.length % 4 === 1) throw fault("base64_length");
  if (buffer & ((1 << bits) - 1)) throw fault("base64_bits");
  return bytes;
}

function toBase64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toNumber(bytes) {
  return BigInt(`0x${toHex(bytes)}`);
}

async function sha256(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** Return the object in a part of a JWS, which must be written in RFC 8785 form. */
function canonicalObject(part) {
  const text = utf8(fromBase64url(part));
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault("not_json");
  }
  if (!isMapping(value) || canonicalJson(value) !== text) throw fault("not_canonical");
  return value;
}

/** Return the parts of a compact JWS, its header checked: exactly alg ES256, a known typ and a P-256 jwk. */
function takeApart(jws) {
  const parts = jws.split(".");
  if (parts.length !== 3) throw fault("parts");
  const header = canonicalObject(parts[0]);
  const { alg, jwk, typ } = header;
  const inOrder =
    hasExactly(header, "alg", "jwk", "typ") &&
    alg === "ES256" &&
    typeof typ === "string" &&
    Object.hasOwn(GIVEN.statements[GIVEN.format], typ) &&
    isMapping(jwk) &&
    hasExactly(jwk, "crv", "kty", "x", "y") &&
    jwk.crv === "P-256" &&
    jwk.kty === "EC" &&
    typeof jwk.x === "string" &&
    typeof jwk.y === "string";
  if (!inOrder) throw fault("header");
  return { typ, jwk, signed: `${parts[0]}.${parts[1]}`, payload: parts[1], signature: parts[2] };
}

function hasExactly(object, ...keys) {
  return Object.keys(object).sort().join() === keys.join();
}

async function thumbprint(jwk) {
  return toBase64url(await sha256(canonicalJson(jwk)));
}

/** Return the point that a JWK names as 65 bytes, if it is one of the curve's, written in its one form. */
function point(jwk) {
  const [x, y] = [fromBase64url(jwk.x), fromBase64url(jwk.y)];
  if (x.length !== COORDINATE_BYTES || y.length !== COORDINATE_BYTES) throw fault("coordinate");
  const [right, up] = [toNumber(x), toNumber(y)];
  const onCurve = right < P && up < P && (up * up - right * right * right + 3n * right - B) % P === 0n;
  if (!onCurve) throw fault("point");
  return Uint8Array.of(4, ...x, ...y);
}

/** Check a signature with the key in its header; of s and n − s, which both would verify, only the lower counts. */
async function checkSignature(token) {
  const raw = fromBase64url(token.signature);
  if (raw.length !== 2 * COORDINATE_BYTES) throw fault("length");
  if (toNumber(raw.slice(COORDINATE_BYTES)) > N / 2n) throw fault("high");
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("raw", point(token.jwk), curve, false, ["verify"]);
  const text = new TextEncoder().encode(token.signed);
  const holds = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, raw, text);
  if (!holds) throw fault("not_made");
}
