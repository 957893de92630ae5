"""The screens as tests drive them: a desk with canvases on disk, and a tab that looks at them through AppTest.

AppTest runs the real script on real files; only the browser is missing. It cannot see into figures and custom
components, but `Tab.everything` holds every byte that a browser would be sent.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any, ClassVar, Final

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.ui import state
from tests.support.builders import ready_canvas
from tests.support.places import ROOT

MAIN: Final = ROOT / "jtbd" / "ui" / "main.py"
STEPS: Final = ("parties", "job", "aspects", "overlap", "value", "commitments", "sign")
PATIENCE: Final = 60
EXPERTS: Final = "For experts"
"""What the fold is called in which words of the trade may stand."""
TRADE: Final = re.compile(
    r"(?<![-/\w])(?:contested|aspects?|stances?|headings?|canvas(?:es)?|hash(?:es)?|thumbprints?|fingerprints?|YAML|rivalry"
    r"|complement test|quarter units?)\b",
    re.IGNORECASE,
)
"""Words of the trade that no florist uses; what is for experts stands in a fold of that name."""


class Desk:
    """A laptop's folders: canvases and keys."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.canvases, self.config = folder / "canvases", folder / "config"
        patch.setenv("JTBD_CANVASES", str(self.canvases))
        patch.setenv("JTBD_CONFIG", str(self.config))
        state.home.clear()  # remembers the folder of the test before

    def file(self, canvas_id: str) -> Path:
        """Return where a canvas is kept."""
        return self.canvases / canvas_id / "canvas.yaml"

    def put(self, canvas: Canvas) -> str:
        """Lay a canvas on the desk, over one of the same id, and return its id."""
        file = self.file(canvas.id)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(canvas_to_text(canvas), encoding="utf-8")
        return canvas.id

    def take(self, folder: Path) -> str:
        """Lay a copy of a canvas's folder on the desk and return its id."""
        shutil.copytree(folder, self.canvases / folder.name)
        return folder.name

    def read(self, canvas_id: str) -> Canvas:
        """Return a canvas as it is on disk."""
        file = self.file(canvas_id)
        return canvas_from_bytes(file.read_bytes(), str(file))

    def own(self) -> list[str]:
        """Return the folders on the desk."""
        return sorted(path.name for path in self.canvases.iterdir() if not path.name.startswith("."))

    def everything(self) -> dict[str, bytes]:
        """Return every file with its bytes."""
        files = (path for path in self.canvases.rglob("*") if path.is_file())
        return {str(path.relative_to(self.canvases)): path.read_bytes() for path in files}


class Tab:
    """One browser tab: what its URL says, what it shows, what a person does in it."""

    _components: ClassVar[Any] = None  # finding them takes longer than most pages

    def __init__(self, **query: str) -> None:
        self.app = AppTest.from_file(MAIN, default_timeout=PATIENCE)
        self.app._bidi_component_manager = Tab._components
        self.app.query_params.update(query)
        self.run()
        Tab._components = self.app._bidi_component_manager

    def run(self) -> Tab:
        """Run the script once more, as any click does."""
        self.app.run()
        return self

    def go(self, **query: str) -> Tab:
        """Open another URL in the same tab."""
        self.app.query_params.clear()
        self.app.query_params.update(query)
        return self.run()

    def restart_server(self) -> Tab:
        """Lose the session, as a server does that was stopped; the browser then says all that it holds."""
        state.home.clear()
        held, url, self.app = self.app._tree, self.url, AppTest.from_file(MAIN, default_timeout=PATIENCE)
        self.app._tree, self.app._bidi_component_manager = held, Tab._components
        self.app.query_params.update(url)
        return self.run()

    @property
    def url(self) -> dict[str, Any]:
        """What the URL says."""
        return dict(self.app.query_params)

    # ── what it shows ─────────────────────────────────────────────────────────────────────────────────────────────────

    def blocks(self) -> set[str]:
        """Return the keys of the containers on the page, as their CSS classes have them."""
        return {node.key for node in self.app._tree.main if isinstance(node, Block) and node.key}

    def broken(self) -> bool:
        """Say whether the program failed."""
        return bool(self.app.exception) or "defect" in self.blocks()

    def markdown(self) -> list[str]:
        """Return all text on the page that Streamlit reads as Markdown: paragraphs, labels, options, hints."""
        shown = [element.value for kind in _SHOWN for element in self._all(kind)]
        widgets = [widget.proto for kind in _LABELLED for widget in self._all(kind)]
        labels = [text for proto in widgets for text in (proto.label, getattr(proto, "help", ""))]
        options = [
            option for kind in ("button_group", "radio") for widget in self._all(kind) for option in widget.options
        ]
        return [*shown, *labels, *options]

    def texts(self) -> list[str]:
        """Return the text on the page as a reader sees it."""
        return [*map(seen, self.markdown()), *(element.value for element in self._all("text"))]

    def plainly(self) -> list[str]:
        """Return all that a reader sees and a screen reader says, but what is folded away for experts."""
        nodes = [*self.app._tree.main]
        folds = [node for node in nodes if isinstance(node, Block) and getattr(node, "label", "") == EXPERTS]
        folded = {id(node) for fold in folds for node in fold}
        said: list[str] = []
        for node in nodes:
            if id(node) in folded or isinstance(node, Block):
                said += [getattr(node, "label", "")]
            elif node.type == "html":
                said += [
                    re.sub(r"<[^>]*>", " ", node.value),
                    *re.findall(r'(?:aria-label|title)="([^"]*)"', node.value),
                ]
            else:
                value = node.value if node.type in {*_SHOWN, "text"} else ""
                labels = [getattr(node.proto, name, "") for name in ("label", "help", "placeholder")]
                said += map(seen, (value, *labels, *getattr(node, "options", ())))
        return said

    def drawn(self) -> list[str]:
        """Return the HTML on the page, and the figures, whose texts have a little HTML of their own."""
        figures = (json.dumps(json.loads(element.proto.spec)) for element in self._all("plotly_chart"))
        return [*(element.value for element in self._all("html")), *figures]

    def _all(self, kind: str) -> list[Any]:
        return list(self.app.get(kind))

    def says(self, words: str) -> bool:
        """Say whether some element shows these words."""
        return any(words in text for text in self.texts())

    def everything(self) -> list[bytes]:
        """Return all that a browser is sent, element by element, but for what says nothing of a canvas.

        The grid's address is drawn by lot, and the digest in an element's id may hold any digits.
        """
        return [re.sub(rb'(?<="direct/)[\w-]{43}(?=")|(?<=\$\$ID-)[0-9a-f]{32}', b"", part) for part in self.sent()]

    def sent(self) -> list[bytes]:
        """Return the same with the address."""
        nodes = (getattr(node, "proto", None) for node in self.app._tree)
        return [proto.SerializeToString() for proto in nodes if proto is not None]

    # ── what a person does ────────────────────────────────────────────────────────────────────────────────────────────

    def widget(self, kind: str, *key: str | int) -> Any:
        """Return the one widget of a kind whose key begins with these parts, whatever canvas it is of."""
        pattern = re.compile("-".join(re.escape(str(part)) for part in key) + r"(-[0-9a-f]+-\d+)?")
        found = [widget for widget in self._all(kind) if widget.key and pattern.fullmatch(widget.key)]
        assert len(found) == 1, f"{len(found)} of {kind} {key}: {[widget.key for widget in self._all(kind)]}"
        return found[0]

    def labelled(self, kind: str, label: str) -> Any:
        """Return the one widget of a kind with that label."""
        found = [widget for widget in self._all(kind) if seen(widget.label) == label]
        assert len(found) == 1, f"{len(found)} of {kind} {label!r}: {[widget.label for widget in self._all(kind)]}"
        return found[0]

    def enter(self, value: object, *key: str | int, kind: str = "text_input") -> Tab:
        """Type into a widget of a form, which sends nothing before it is submitted."""
        widget = self.widget(kind, *key)
        if getattr(widget.proto, "accept_new_options", False) and value not in widget.options:
            widget.options.append(value)  # what people may type, AppTest only chooses
        widget.set_value(value)
        return self

    def fill(self, value: object, *key: str | int, kind: str = "text_input") -> Tab:
        """Type into or choose in the widget of that key, and leave it."""
        return self.enter(value, *key, kind=kind).run()

    def choose(self, value: object, *key: str | int) -> Tab:
        """Choose one of a few words."""
        return self.fill(value, *key, kind="button_group")

    def press(self, *key: str | int) -> Tab:
        """Press the button of that key."""
        self.widget("button", *key).click()
        return self.run()

    def click(self, label: str) -> Tab:
        """Press the button with that label."""
        self.labelled("button", label).click()
        return self.run()


_SHOWN: Final = ("title", "header", "subheader", "markdown", "caption")
_LABELLED: Final = (
    "button",
    "button_group",
    "checkbox",
    "date_input",
    "download_button",
    "expander",
    "multiselect",
    "number_input",
    "radio",
    "selectbox",
    "text_area",
    "text_input",
    "toggle",
)


def seen(markdown: str) -> str:
    """Return what a reader sees of text that was escaped for Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace("\u2060", ""))


HOSTILE: Final = (
    "**x**",
    "<img src=http://evil.example/x.png>",
    "![x](http://evil.example/x.png)",
    ":red[x]",
    ":material/home:",
    ":streamlit:",
    "$x$ and $y$",
    "[a](javascript:alert(1))",
    "# h",
    "`code`",
    "a\\nb",
    "https://evil.example/a",
    "www.evil.example",
    "me@evil.example",
    "a -> b",
    "<a href='http://evil.example'>x</a>",
    "1. one",
    "- two",
)
"""What a person may type that Markdown, HTML, LaTeX or Streamlit would act on."""


def hostile_canvas(first: int = 0) -> Canvas:
    """Return a canvas with every step filled in and `HOSTILE` in every text; `first` says which is the first name."""
    words = [*HOSTILE[first:], *HOSTILE[:first]]
    take = iter(words * 3).__next__
    stances = ("core", "leave", "do", "want")
    needs = [
        {
            "id": f"need-{place}",
            "dimension": "social" if place == 1 else "functional",
            "text": text,
            "a": {"importance": 3, "stance": stances[place % 2], "predicts": "do"},
            "b": {"importance": 2, "stance": stances[place % 4]},
        }
        for place, text in enumerate(words)
    ]
    parties = {
        party: {name: take() for name in ("organisation", "person", "title", "email", "offers")} for party in ("a", "b")
    }
    promises = [
        {"id": f"promise-{by}", "by": by, "serves": ["need-1", "need-2"]}
        | {name: take() for name in ("what", "trigger", "done_when", "gives", "qualifies", "standard", "reward")}
        for by in ("a", "b")
    ]
    return ready_canvas(
        id=f"hostile-{first}",
        title=take(),
        parties=parties,
        job={name: take() for name in ("performer", "when", "want", "so_that")},
        aspects=[needs[0] | {"line": {"lead": "b", "rule": take()}}, *needs[1:]],
        missing=[{"aspects": ["need-1"], "who": take(), "owner": "a"}],
        roles={party: {"role": "lead", "does": take()} for party in ("a", "b")},
        commitments=promises,
        meetings=[{"started": "2026-11-22T09:30:00+01:00", "planned_minutes": 30, "place": take(), "clock": {}}],
    )
