"""What a page shows, text by text, and whether each has the room that it takes: for any language, in any window."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

from playwright.sync_api import Page

_READ: Final = """() => {
  const seen = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const isInline = (element) => getComputedStyle(element).display === "inline"
    || element.matches("p *, h1 *, h2 *, h3 *, li *") && element.matches("em, strong, b, i, a"); // of one sentence
  const blockOf = (node) => {
    let element = node.parentElement;
    while (element.parentElement && isInline(element)) element = element.parentElement;
    return element;
  };
  const SKIPPED = "style, script, template, noscript, [data-testid=stIconMaterial], svg [aria-hidden=true], kbd";
  const SIGNED = '[class*="st-key-consent"], .st-key-in-words [data-testid=stExpanderDetails], '
    + '[class*="st-key-in-full-"] [data-testid=stExpanderDetails]';
  const blocks = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (texts.nextNode()) {
    const node = texts.currentNode, element = node.parentElement;
    if (node.nodeName !== "BR" && (node.nodeType !== Node.TEXT_NODE || !node.data.trim())) continue;
    if (element.closest(SKIPPED) || !seen(element)) continue;
    const block = blockOf(node);
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  const rectsOf = (nodes) => nodes.filter((node) => node.data).flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({width, height}) => width > 2 && height > 2);
  });
  const clips = (style) => [style.overflowX, style.overflowY].map((each) => each === "hidden" || each === "clip");
  const cutBy = (block, rects) => {
    for (let each = block; each && each !== document.documentElement; each = each.parentElement) {
      const style = getComputedStyle(each), box = each.getBoundingClientRect();
      const [x, y] = clips(style);
      if ((x || y) && box.width <= 2) return null; // shown to nobody but those who listen
      for (const rect of rects) {
        if (x && (rect.right > box.right + 2 || rect.left < box.left - 2)) return each;
        if (y && (rect.bottom > box.bottom + 4 || rect.top < box.top - 4)) return each;
      }
      if (style.overflowX === "auto" || style.overflowX === "scroll") return null; // it can be scrolled to
      if (style.position === "fixed") return null;
    }
    return null;
  };
  const isHidden = (block) => {
    for (let each = block; each; each = each.parentElement) {
      const style = getComputedStyle(each), box = each.getBoundingClientRect();
      if (style.clipPath === "inset(50%)" || style.clip.startsWith("rect(0px") || (box.width <= 2 && clips(style)[0])
        || parseFloat(style.fontSize) === 0) return true;
    }
    return false;
  };
  const floats = (block) => {
    for (let each = block; each; each = each.parentElement) {
      const {position} = getComputedStyle(each);
      if (position === "fixed" || position === "sticky") return true;
    }
    return false;
  };
  const said = [], clipped = [], placed = [];
  for (const [block, nodes] of blocks) {
    const isCode = (node) => Boolean((node.parentElement ?? block).closest("code, pre"));
    const words = nodes.map((node) => node.nodeName === "BR" ? "\\n" : isCode(node) ? "0" : node.data).join("");
    const text = words.replace(/[^\\S\\n]+/g, " ").replaceAll("\\u2060", "").trim();
    if (!block.closest(SIGNED)) said.push(text);
    if (isHidden(block)) continue;
    const rects = rectsOf(nodes);
    if (!rects.length) continue;
    const by = cutBy(block, rects);
    if (by) clipped.push(`${text.slice(0, 80)} (by ${by.className || by.tagName})`);
    if (!floats(block) && !block.closest("svg")) placed.push([block, text, rects]);
  }
  const overlapping = [];
  for (let one = 0; one < placed.length; one++) {
    for (let two = one + 1; two < placed.length; two++) {
      const [a, textA, rectsA] = placed[one], [b, textB, rectsB] = placed[two];
      if (a.contains(b) || b.contains(a)) continue;
      const hit = rectsA.some((p) => rectsB.some((q) =>
        Math.min(p.right, q.right) - Math.max(p.left, q.left) > 3
        && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 5));
      if (hit) overlapping.push(`${textA.slice(0, 60)} | ${textB.slice(0, 60)}`);
    }
  }
  const named = [];
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-description]")) {
    if (!seen(element) || element.closest(SKIPPED)) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
      const value = element.getAttribute(name);
      if (value?.trim()) named.push(value);
    }
  }
  const main = document.querySelector(".stMain");
  const sideways = Math.max(
    document.documentElement.scrollWidth - window.innerWidth, main ? main.scrollWidth - main.clientWidth : 0);
  return {said, named, clipped, overlapping, sideways};
}"""


class Shown(NamedTuple):
    """What a page shows.

    Attributes:
        said: its texts, block by block.
        named: what its parts are called, for who does not see them: labels, hints, alternatives.
        clipped: texts that do not have the room that they take, with what cuts them.
        overlapping: pairs of texts that lie over each other.
        sideways: pixels by which it is wider than its window.

    """

    said: list[str]
    named: list[str]
    clipped: list[str]
    overlapping: list[str]
    sideways: int


def shown(page: Page) -> Shown:
    """Return what a page shows now, also what is further down; of what is signed only whether it has its room."""
    return Shown(**cast("dict[str, list[str]]", page.evaluate(_READ)))  # type: ignore[arg-type]
