// What a key says on keyboards that people have; put in front of the scripts that listen to keys.

// The Latin letter or the digit that a key stands for. Where what it types is neither (é, д, λ, "), the key's place counts,
// as printed on a keyboard of Latin letters; a digit of another script is that digit. A Latin letter with or without a mark is
// what its user sees on the key, wherever that lies; so are the signs that Shift and AltGr bring.
function latin(event) {
  const key = /^[\uff21-\uff5a]$/.test(event.key) ? event.key.normalize("NFKC") : event.key; // as a Japanese keyboard types
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  if (/^\p{Nd}$/u.test(key)) return digit(key);
  const [, kind, placed] = /^(Key|Digit)(.)$/.exec(event.code) ?? [];
  const typed = [...key].length === 1 || key === "Dead";
  if (!placed || !typed || key === "?" || event.getModifierState?.("AltGraph")) return key;
  if (kind === "Digit") return event.shiftKey && !/\p{L}/u.test(key) ? key : placed;
  return /\p{Script=Latin}/u.test(key) ? key : placed.toLowerCase();
}

// Digits of a script stand together, from its zero on.
function digit(sign) {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - value - 1))) value += 1;
  return String(value);
}

// Between an input method and what it is about to type, keys are its own.
function composes(event) {
  return event.isComposing || event.key === "Process" || event.keyCode === 229;
}
