// What was found, on the screen. Every text is set as text; nothing that comes out of a file is read as markup.

const STATES = {
  holds: "✓",
  broken: "✗",
  open: "…",
  unreached: "–",
};

const PROVES = ["proves_content", "proves_no_person", "proves_no_time", "proves_no_print"];
const OF_SIGNATURES = ["header", "key", "signature", "payload", "late"];

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
  const heading = element("h2", "", WORDS.outcomes[outcome]);
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
      element("p", "advice", found.remark || WORDS.advice[outcome]),
    ),
    ...(found.sheet ? sheetSections(found) : []),
    section(WORDS.result.checked, ruleList(found), ...detailOf(found)),
  );
}

function detailOf({ detail }) {
  return detail ? [element("p", "detail", WORDS.result.detail, " ", own(detail))] : [];
}

function section(title, ...children) {
  return element("section", "", element("h3", "", title), ...children);
}

function ruleList(found) {
  const failed = Object.keys(WORDS.checked).indexOf(found.rule);
  const unsigned = found.sheet && !found.statements.length;
  const rows = Object.entries(WORDS.checked).map(([name, holds], place) => {
    let [state, words] = ["holds", [holds]];
    if (found.outcome === "invalid" && place >= failed) {
      [state, words] = place === failed ? ["broken", [WORDS.rules[name]]] : ["unreached", [WORDS.result.not_reached]];
    } else if (name === found.rule) {
      const [missing, total] = [found.missing, found.sheet.commitment.required].map(({ length }) => String(length));
      [state, words] = ["open", pieces(WORDS.result.yet_to_sign, { missing, total })];
    } else if (unsigned && OF_SIGNATURES.includes(name)) {
      [state, words] = ["unreached", [WORDS.result.no_signature]];
    }
    const mark = element("span", "state", STATES[state]);
    mark.setAttribute("aria-label", WORDS.states[state]);
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
      WORDS.result.who_signed,
      ...statements.map((one) => signatureBlock(one, sheet)),
      ...(ended ? [] : missing.map((letter) => missingBlock(partyOf(content, letter)))),
    ),
    ...(ended ? [] : [termsSection(outcome === "complete" ? WORDS.result.agreed : WORDS.result.proposed, content)]),
    section(
      WORDS.result.receipt,
      element("p", "", WORDS.result.receipt_how),
      fold(element("pre", "receipt", receiptLines(sheet).join("\n"))),
    ),
    section(
      WORDS.result.proves,
      element("ul", "", ...PROVES.map((name) => element("li", "", WORDS.result[name]))),
      fold(...expertRows(sheet, statements)),
    ),
  ];
}

/** What machines go by, folded away: nobody has to read it, and whoever wants to finds it whole. */
function fold(...children) {
  return element("details", "experts", element("summary", "", WORDS.result.experts), ...children);
}

function expertRows({ commitment: content, content_hash }, statements) {
  const row = (kind, text, slots = {}) =>
    element("p", "quiet", ...pieces(WORDS.result[kind], { ...slots, code: element("code", "", text) }));
  return [
    row("the_sheet", content.id),
    row("the_hash", content_hash),
    ...content.parties.map((party) => row("the_key", party.key, { name: own(party.name) })),
    row("the_seal", content.seal),
    ...(content.replaces ?? []).map((id) => row("the_place", id)),
    row("the_file", content.canvas.sha256, { revision: String(content.canvas.revision) }),
    ...statements.map(({ consent }) =>
      element("p", "quiet", ...pieces(WORDS.result.letter_for_letter, { words: own(consent) })),
    ),
  ];
}

function signatureBlock(one, sheet) {
  const party = partyOf(sheet.commitment, one.party);
  return element(
    "div",
    `signature ${one.party}`,
    ...(one.mark_svg ? [markPicture(one.mark_svg, party.name)] : []),
    element("p", "", ...signedWords(one, element("strong", "", own(fullName(party))))),
    element("blockquote", "", own(inShort(one.consent, sheet))),
  );
}

function missingBlock(party) {
  const name = element("strong", "", own(fullName(party)));
  return element("div", `signature ${party.id}`, element("p", "", ...pieces(WORDS.result.has_yet_to_sign, { name })));
}

const SVG = "http://www.w3.org/2000/svg";

/** Return a drawn signature as a picture; its size is known once it is on the page. */
function markPicture(strokes, name) {
  const [picture, path] = ["svg", "path"].map((tag) => document.createElementNS(SVG, tag));
  path.setAttribute("d", strokes);
  picture.setAttribute("class", "mark");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", said(WORDS.result.drawn, { name }));
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
  const aim = ["performer", "when", "want", "so_that"].filter((field) => job[field]);
  const taken = content.parties.filter((party) => party.role || roles[party.id].does);
  return section(
    title,
    element("p", "terms", `${WORDS.binding[content.binding]} ${WORDS.confidential[content.confidential]}`),
    element("h4", "", WORDS.result.promises),
    element(
      "ol",
      "promises",
      ...content.commitments.map((item) =>
        element("li", item.by, element("p", "", ...promiseWords(item, content)), pairs(promiseDetails(item, content))),
      ),
    ),
    element("h4", "", WORDS.result.job),
    pairs(aim.map((field) => [WORDS.labels[field], ownWords(field, job[field])])),
    ...(isTold(overlap) ? [element("p", "", ...verdictWords(content))] : []),
    ...(overlap.total ? [sharesList(overlap, names)] : []),
    ...(taken.length ? [element("h4", "", WORDS.result.roles), ...taken.map((party) => roleLine(party, roles[party.id]))] : []),
    ...valueTable(value, names),
    ...(review.next || review.every ? [element("h4", "", WORDS.result.review), element("p", "", reviewWords(review))] : []),
    ...(content.open_until ? [element("p", "quiet", said(WORDS.result.open_until, { day: dateWords(content.open_until) }))] : []),
    ...(content.replaces?.length ? [element("p", "quiet", WORDS.result.replaces)] : []),
  );
}

function pairs(rows) {
  return element("dl", "", ...rows.map(([label, text]) => [element("dt", "", label), element("dd", "", own(text))]).flat());
}

function sharesList({ only_a, contested, only_b, open, total }, [a, b]) {
  const [ofA, both, ofB, nobody] = [only_a, contested, only_b, open].map((part) => shareWords(part, total));
  const slots = { a: own(a), b: own(b), only_a: ofA, both, only_b: ofB, nobody };
  return element("p", "quiet", ...pieces(WORDS.result.shares, slots));
}

function roleLine(party, { role, does }) {
  const slots = { name: element("strong", "", own(shortName(party))), does: own(does ?? "") };
  if (!role) return element("p", "", slots.name, " ", slots.does);
  return element("p", "", ...pieces((does ? WORDS.roles_doing : WORDS.roles)[role], slots));
}

/** Return what the parties chose to show of the money; the gain from which one takes notice, in older sheets, is not. */
function valueTable(value, names) {
  const { a, b, digits, currency } = value ?? { a: {}, b: {} };
  const rows = ["alone", "together"];
  const amount = (units) => (units === undefined ? "–" : moneyWords(units, digits, currency));
  const given = rows.filter((field) => a[field] !== undefined || b[field] !== undefined);
  if (!given.length) return [];
  const head = element("tr", "", element("td", ""), ...names.map((name) => element("th", "", own(name))));
  const body = given.map((field) =>
    element("tr", "", element("th", "", WORDS.result[field]), ...[a, b].map((side) => element("td", "", amount(side[field])))),
  );
  const table = element("table", "", element("thead", "", head), element("tbody", "", ...body));
  return [element("h4", "", WORDS.result.value), table];
}
