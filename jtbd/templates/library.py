"""The job templates to start from: those that come with the program, and a user's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from jtbd.errors import JtbdError, UnreadableFile
from jtbd.i18n import say
from jtbd.model.template import JobTemplate
from jtbd.templates.reading import parse

_SHIPPED: Final = resources.files("jtbd.templates") / "jobs"


@dataclass(frozen=True, slots=True)
class Library:
    """The templates in order of trade and title, and why some of the user's files are not among them."""

    templates: tuple[JobTemplate, ...]
    refused: tuple[JtbdError, ...] = ()

    def by_trade(self) -> Mapping[str, tuple[JobTemplate, ...]]:
        """Return the templates under their trades."""
        return {trade: tuple(group) for trade, group in groupby(self.templates, key=attrgetter("trade"))}


def read_library(own: Path | None = None) -> Library:
    """Return the shipped templates with the `*.yaml` of the folder `own`; there, a shipped id replaces the shipped one.

    A folder that does not exist holds none. A file at fault is named in `refused` and hides no other.
    """
    found = {template.id: template for template in _shipped()}
    refused: list[JtbdError] = []
    for file in sorted(own.glob("*.yaml")) if own else ():
        try:
            template = parse(file.read_bytes(), str(file))
        except OSError as error:
            refused.append(
                UnreadableFile(str(file), error.strerror or say("cannot be read"), say("Check the file's permissions."))
            )
        except JtbdError as error:
            refused.append(error)
        else:
            found[template.id] = template
    return Library(tuple(sorted(found.values(), key=_place_on_the_shelf)), tuple(refused))


def templates(own: Path | None = None) -> tuple[JobTemplate, ...]:
    """Return the templates that could be read, in order of trade and title."""
    return read_library(own).templates


@cache
def _shipped() -> tuple[JobTemplate, ...]:
    files = (file for file in _SHIPPED.iterdir() if file.name.endswith(".yaml"))
    return tuple(parse(file.read_bytes(), file.name) for file in files)


def _place_on_the_shelf(template: JobTemplate) -> tuple[str, str, str]:
    # The trade itself stands between, so that two spellings of it do not mix.
    return (template.trade.casefold(), template.trade, template.title.casefold())
