"""`verify.html` in a real Chromium, opened from disk: files go in by its own field, verdicts are read off the page."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Browser, Locator, Page

from tests.support.browser import chromium

PAGE: Final = Path(str(files("jtbd.sign.page").joinpath("verify.html")))
_AT_ONCE: Final = 1_000

_CHOOSE: Final = """async (names) => {
  const files = new DataTransfer();
  for (const [name, data] of names) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    files.items.add(new File([bytes], name));
  }
  const input = document.getElementById("file");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
  const articles = document.getElementById("results").children;
  while (!articles.length) await new Promise((next) => setTimeout(next));
  return [...articles].map((article) => [
    article.querySelector("h2").textContent.toLowerCase(),
    article.querySelector(".rules :is(.broken, .open) code")?.textContent ?? null,
    article.querySelector(".message").textContent,
  ]);
}"""


class Verdict(NamedTuple):
    """What the page says of a file: outcome, rule and message as people read them."""

    outcome: str
    rule: str | None
    message: str


class Checker:
    """An open page, with everything that it asked for and complained of."""

    def __init__(self, page: Page, file: Path = PAGE) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri())

    def verdicts(self, data: Sequence[bytes], name: str = "sheet.yaml") -> list[Verdict]:
        """Return the verdict on each of these files, which are chosen some hundreds at a time."""
        found: list[Verdict] = []
        for start in range(0, len(data), _AT_ONCE):
            chosen = [[name, base64.b64encode(each).decode()] for each in data[start : start + _AT_ONCE]]
            found += [Verdict(*each) for each in self.page.evaluate(_CHOOSE, chosen)]
        return found

    def shown(self, data: bytes, name: str = "sheet.yaml") -> Locator:
        """Return what the page shows of one file."""
        self.verdicts([data], name)
        return self.page.locator("#results article")


@contextmanager
def checker(browser: Browser | None = None, file: Path = PAGE, **context: object) -> Iterator[Checker]:
    """Open the page, the shipped one unless another is given, in a fresh context of this browser or one of its own."""
    if browser is None:
        with chromium() as started, checker(started, file, **context) as opened:
            yield opened
        return
    opened_context = browser.new_context(**context)  # type: ignore[arg-type]  # Playwright's own keywords
    try:
        yield Checker(opened_context.new_page(), file)
    finally:
        opened_context.close()
