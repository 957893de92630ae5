// The page: files come in by dropping or choosing, one after another; each gets its answer.

const PDF = new TextEncoder().encode("%PDF-");

const input = document.getElementById("file");
const results = document.getElementById("results");
const about = document.getElementById("about");
const unable = document.getElementById("unable");

/** Return the answer to one file. */
async function answer(file) {
  try {
    const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()); // no more: it is too large anyway
    if (PDF.every((byte, place) => bytes[place] === byte)) return pdfArticle(file.name);
    if (!globalThis.crypto?.subtle) return unable.content.firstElementChild.cloneNode(true);
    return resultArticle(file.name, await verify(bytes));
  } catch {
    return unreadableArticle(file.name);
  }
}

function pdfArticle(fileName) {
  const article = document.getElementById("pdf").content.firstElementChild.cloneNode(true);
  article.querySelector(".file").replaceChildren(named(fileName));
  return article;
}

function unreadableArticle(fileName) {
  const article = document.getElementById("unreadable").content.firstElementChild.cloneNode(true);
  article.querySelector(".file").replaceChildren(named(fileName));
  return article;
}

let turn = 0;

/** Show the answers to files in place of those before. */
async function show(files) {
  turn += 1;
  const mine = turn;
  results.replaceChildren();
  const articles = [];
  for (const file of files) articles.push(await answer(file));
  if (mine !== turn) return; // other files have come in meanwhile
  results.append(...articles);
  articles.forEach(fitMarks);
  about.hidden = true;
  results.querySelector("h2")?.focus();
}

input.addEventListener("change", async () => {
  if (input.files.length) await show([...input.files]);
  input.value = ""; // so that the same file can be chosen again
});

// Anywhere on the page; a file dropped beside the field would otherwise take the page's place.
for (const event of ["dragenter", "dragover"]) {
  addEventListener(event, (drag) => {
    drag.preventDefault();
    document.body.classList.add("dragging");
  });
}
addEventListener("dragleave", (drag) => {
  if (!drag.relatedTarget) document.body.classList.remove("dragging");
});
addEventListener("drop", (drop) => {
  drop.preventDefault();
  document.body.classList.remove("dragging");
  if (drop.dataTransfer.files.length) show([...drop.dataTransfer.files]);
});

if (!globalThis.crypto?.subtle) results.append(unable.content.firstElementChild.cloneNode(true));
