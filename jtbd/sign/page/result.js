// What was found, on the screen. Every text is set as text; nothing that comes out of a file is read as markup.

const STATES = {
  holds: "✓",
  broken: "✗",
  open: "…",
  unreached: "–",
};

const CHECKED = {
  canonical: "It is written in the one form that a sheet has.",
  schema: "It is a commitment sheet of a known form.",
  hash: "Its content is what its hash was made of.",
  header: "Each signature is of the one kind that counts here.",
  key: "Each signature was made with the key that the sheet names.",
  signature: "Each signature fits what was signed.",
  payload: "What was signed speaks of this sheet.",
  late: "Nobody signed after the last day on which the sheet could be signed.",
  signers: "Nobody signed who was not asked to, and nobody signed twice.",
};
const OF_SIGNATURES = ["header", "key", "signature", "payload", "late"];

const ADVICE = {
  complete: "Compare it with your receipt below: that is what rules out another sheet in this one’s place.",
  incomplete: "It is a draft: nobody is held to it until everybody has signed.",
  declined: "The round ended here, and without commitments: nobody owes anybody anything from this sheet.",
  invalid:
    "Do not rely on this file. It may have been damaged on its way, by an editor or a mail program for instance, " +
    "or changed on purpose. Ask the other party for the file as it was signed, and check that one.",
};

/** Return an element with classes and children; a string becomes text, {name} a text of its own direction. */
function element(tag, classes, ...children) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...children.flat().map((child) => (child instanceof Node || child.name === undefined ? child : named(child.name))));
  return made;
}

function named(name) {
  const made = document.createElement("bdi");
  made.textContent = name;
  return made;
}

function own(text) {
  return { name: text };
}

/** Return the article that says what was found of a file. */
function resultArticle(fileName, found) {
  const { outcome } = found;
  const heading = element("h2", "", outcome[0].toUpperCase() + outcome.slice(1));
  heading.tabIndex = -1;
  return element(
    "article",
    `result ${outcome}`,
    element(
      "header",
      "",
      element("p", "file", own(fileName)),
      heading,
      element("p", "message", ...found.message),
      element("p", "advice", found.remark || ADVICE[outcome]),
    ),
    ...(found.sheet ? sheetSections(found) : []),
    section("What was checked", ruleList(found), ...(found.detail ? [element("p", "detail", "In detail: ", own(found.detail))] : [])),
  );
}

function section(title, ...children) {
  return element("section", "", element("h3", "", title), ...children);
}

function ruleList(found) {
  const failed = Object.keys(CHECKED).indexOf(found.rule);
  const unsigned = found.sheet && !found.statements.length;
  const rows = Object.entries(CHECKED).map(([name, holds], place) => {
    let [state, words] = ["holds", [holds]];
    if (found.outcome === "invalid" && place >= failed) {
      [state, words] = place === failed ? ["broken", [GIVEN.rules[name]]] : ["unreached", ["not reached"]];
    } else if (name === found.rule) {
      [state, words] = ["open", [`${found.missing.length} of ${found.sheet.commitment.required.length} yet to sign`]];
    } else if (unsigned && OF_SIGNATURES.includes(name)) {
      [state, words] = ["unreached", ["no signature yet"]];
    }
    const mark = element("span", "state", STATES[state]);
    mark.setAttribute("aria-label", state);
    mark.setAttribute("role", "img");
    return element("li", state, mark, element("code", "", name), element("span", "", ...words));
  });
  return element("ol", "rules", ...rows);
}

function sheetSections({ outcome, sheet, statements, missing }) {
  const content = sheet.commitment;
  const ended = outcome === "declined"; // then nobody promised anything, and nobody is waited for
  return [
    section(
      "Who signed, and when",
      ...statements.map((said) => signatureBlock(said, sheet)),
      ...(ended ? [] : missing.map((letter) => missingBlock(partyOf(content, letter)))),
    ),
    ...(ended ? [] : [termsSection(outcome === "complete" ? "What was agreed" : "What was proposed", content)]),
    section(
      "Compare with your receipt",
      element(
        "p",
        "",
        "You may have photographed the square code of the last screen; it stands on the PDF, too. What a phone reads off ",
        "it must be, letter for letter, what stands below for experts. If they differ, this is another sheet than the one ",
        "that you saw, however well it is signed.",
      ),
      fold(element("pre", "receipt", receiptLines(sheet).join("\n"))),
    ),
    section(
      "What this proves, and what it does not",
      element(
        "ul",
        "",
        element("li", "", "It proves that this content is unchanged since these keys signed it."),
        element("li", "", "It does not prove who held the laptop; that is what the other party witnessed."),
        element("li", "", "It does not prove when it was: the time is the laptop’s own."),
        element(
          "li",
          "",
          "It says nothing of a PDF or a print: where one reads otherwise, what counts is this file.",
        ),
      ),
      fold(...expertRows(sheet, statements)),
    ),
  ];
}

/** What machines go by, folded away: nobody has to read it, and whoever wants to finds it whole. */
function fold(...children) {
  return element("details", "experts", element("summary", "", "For experts"), ...children);
}

function expertRows({ commitment: content, content_hash }, statements) {
  const row = (label, text) => element("p", "quiet", label, " ", element("code", "", text));
  return [
    row("The sheet", content.id),
    row("The hash of its content", content_hash),
    ...content.parties.map((party) => row(["The key of ", own(party.name)], party.key)),
    row("The key that seals its PDF", content.seal),
    ...(content.replaces ?? []).map((id) => row("It takes the place of the sheet", id)),
    row(`The file that it was made from: revision ${content.canvas.revision}, SHA-256`, content.canvas.sha256),
    ...statements.map((said) => element("p", "quiet", "Signed, letter for letter: ", own(said.consent))),
  ];
}

function signatureBlock(said, sheet) {
  const party = partyOf(sheet.commitment, said.party);
  return element(
    "div",
    `signature ${said.party}`,
    ...(said.mark_svg ? [markPicture(said.mark_svg, party.name)] : []),
    element(
      "p",
      "",
      element("strong", "", own(fullName(party))),
      ` ${said.declined ? "declined" : "signed"} on ${signedOnWords(said)} (the ${said.clock}’s clock)`,
    ),
    element("blockquote", "", own(inShort(said.consent, sheet))),
  );
}

function missingBlock(party) {
  return element(
    "div",
    `signature ${party.id}`,
    element("p", "", element("strong", "", own(fullName(party))), " has yet to sign"),
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** Return a drawn signature as a picture; its size is known once it is on the page. */
function markPicture(strokes, name) {
  const [picture, path] = ["svg", "path"].map((tag) => document.createElementNS(SVG, tag));
  path.setAttribute("d", strokes);
  picture.setAttribute("class", "mark");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `Drawn signature of ${name}`);
  picture.append(path);
  return picture;
}

function fitMarks(article) {
  for (const picture of article.querySelectorAll("svg.mark")) {
    const box = picture.firstChild.getBBox();
    const size = Math.max(box.width, box.height, 1);
    const pen = size / 60;
    const view = [box.x - pen, box.y - pen, box.width + 2 * pen, box.height + 2 * pen];
    picture.setAttribute("viewBox", view.join(" "));
    picture.firstChild.setAttribute("stroke-width", String(pen));
  }
}

function termsSection(title, content) {
  const { job, overlap, roles, review, value } = content;
  const names = content.parties.map(shortName);
  const aim = [["For", job.performer], ["When", job.when], ["I want to", job.want], ["So that", job.so_that]];
  const taken = content.parties.filter((party) => party.role || roles[party.id].does);
  return section(
    title,
    element("p", "terms", `${GIVEN.binding[content.binding]} ${GIVEN.confidential[content.confidential]}`),
    element("h4", "", "Promises"),
    element(
      "ol",
      "promises",
      ...content.commitments.map((item) =>
        element("li", item.by, element("p", "", ...promiseWords(item, content)), pairs(promiseDetails(item, content))),
      ),
    ),
    element("h4", "", "The job of their customer"),
    pairs(aim.filter(([, text]) => text).map(([label, text]) => [label, ownWords(label, text)])),
    ...(isTold(overlap) ? [element("p", "", ...verdictWords(content))] : []),
    ...(overlap.total ? [sharesList(overlap, names)] : []),
    ...(taken.length ? [element("h4", "", "Roles"), ...taken.map((party) => roleLine(party, roles[party.id]))] : []),
    ...valueTable(value, names),
    ...(review.next || review.every ? [element("h4", "", "Review"), element("p", "", reviewWords(review))] : []),
    ...(content.open_until ? [element("p", "quiet", `It could be signed until ${dateWords(content.open_until)}.`)] : []),
    ...(content.replaces?.length ? [element("p", "quiet", "It takes the place of an earlier sheet of the two.")] : []),
  );
}

function pairs(rows) {
  return element("dl", "", ...rows.map(([label, text]) => [element("dt", "", label), element("dd", "", own(text))]).flat());
}

function sharesList(overlap, [a, b]) {
  const parts = [
    [overlap.only_a, "only ", own(a)],
    [overlap.contested, "both"],
    [overlap.only_b, "only ", own(b)],
    [overlap.open, "nobody yet"],
  ];
  const words = parts.flatMap(([part, ...who], place) => [
    place ? "; " : "Who solves how much of it today: ",
    ...who,
    ` ${shareWords(part, overlap.total)}`,
  ]);
  return element("p", "quiet", ...words, ".");
}

function roleLine(party, { role, does }) {
  const what = [...(role ? [` ${ROLES[role]}`] : []), ...(does ? [role ? ": " : " ", own(does)] : [])];
  return element("p", "", element("strong", "", own(shortName(party))), ...what);
}

/** Return what the parties chose to show of the money; the gain from which one takes notice, in older sheets, is not. */
function valueTable(value, names) {
  const { a, b, digits, currency } = value ?? { a: {}, b: {} };
  const rows = [["Alone, a year", "alone"], ["Together, a year", "together"]];
  const amount = (units) => (units === undefined ? "–" : moneyWords(units, digits, currency));
  const given = rows.filter(([, field]) => a[field] !== undefined || b[field] !== undefined);
  if (!given.length) return [];
  const head = element("tr", "", element("td", ""), ...names.map((name) => element("th", "", own(name))));
  const body = given.map(([label, field]) =>
    element("tr", "", element("th", "", label), ...[a, b].map((side) => element("td", "", amount(side[field])))),
  );
  const table = element("table", "", element("thead", "", head), element("tbody", "", ...body));
  return [element("h4", "", "What it is worth"), table];
}
