// What the scripts of the page say, in its language: a table that the page carries, since a script stays with a browser for
// good and is the same in all languages. A text has slots, as {name}; of one that counts there is a text for each form that
// the language has for numbers.

const table = JSON.parse(document.getElementById("jtbd-words").textContent);
const forms = new Intl.PluralRules(document.documentElement.lang);

globalThis.jtbdFill = (said, slots = {}) => {
  const text = typeof said === "string" ? said : (said[forms.select(Number(slots.number))] ?? said.other);
  return text.replace(/\{(\w+)\}/g, (slot, name) => slots[name] ?? slot);
};

globalThis.jtbdSay = (name, slots) => globalThis.jtbdFill(table[name], slots);

globalThis.jtbdBorrowed = table.borrowed;
