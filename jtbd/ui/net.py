"""One net under the script, the handlers of its buttons and what is posted straight here: a fall is told in our words.

Streamlit answers what a handler raises with a page of its own, which speaks of another program; it asks the app first.
A panic of a library that is written in Rust is no `Exception`: Streamlit lets it end the thread that the page waits
for, so it is made one before Streamlit sees it. What was shown as saved is on disk; what the last click meant is not,
and the page says so. The browser is told nothing of what fell; the terminal gets one line.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Final, Literal

from streamlit.errors import FragmentHandledException
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException

import jtbd
from jtbd.errors import JtbdError, shown

_ITS_OWN: Final = (ScriptControlException, FragmentHandledException, KeyboardInterrupt, SystemExit)
"""What ends a run on purpose, or was told already."""

_EXECUTES: Final = "exec_func_with_error_handling"
_OURS: Final = Path(jtbd.__file__).parent
_HERE: Final = Path(__file__)
_MOST: Final = 300


class Panicked(Exception):
    """A library fell in a way that no net for an `Exception` catches; its cause says how."""


def spread() -> None:
    """Put the net under all that Streamlit runs of ours, once for the process; and keep its own report back."""
    logging.getLogger("streamlit.error_util").addFilter(_is_other)
    execute = getattr(script_runner, _EXECUTES, None)
    if execute and not hasattr(execute, "__wrapped__"):
        setattr(script_runner, _EXECUTES, _tight(execute))


def _tight(execute: Callable[..., Any]) -> Callable[..., Any]:
    """Return what Streamlit runs handlers, script and fragments by, so that a panic in one is an `Exception`."""

    @wraps(execute)
    def executed(run: Callable[[], Any], *rest: Any) -> Any:
        def safely() -> Any:
            try:
                return run()
            except (Exception, *_ITS_OWN):
                raise
            except BaseException as panic:
                raise Panicked from panic

        return execute(safely, *rest)

    return executed


def _is_other(record: logging.LogRecord) -> bool:
    """Keep back Streamlit's report of what is told here, which is a hundred lines."""
    return record.msg != "Uncaught app execution"


@contextmanager
def under() -> Iterator[None]:
    """Catch whatever the script raises within a `with` statement, but for what ends a run on purpose."""
    try:
        yield
    except _ITS_OWN:
        raise
    except BaseException as failure:  # noqa: BLE001 - whatever it is
        caught(failure)


def caught(failure: BaseException) -> Literal[True]:
    """Draw what a person has to know of a failure, tell the terminal what it was, and say that all is told."""
    from jtbd.ui.frame import chrome  # noqa: PLC0415 - the app itself starts sooner without

    if isinstance(failure, JtbdError):
        chrome.trouble(failure)
    else:
        tell(failure)
        chrome.defect()
    chrome.way_on()
    return True


def tell(failure: BaseException) -> None:
    """Say in the terminal, on one line, what fell and where."""
    what = failure.__cause__ or failure if isinstance(failure, Panicked) else failure
    said = shown(what)[:_MOST]
    sys.stderr.write(f"A mistake of the program: {type(what).__name__}{': ' if said else ''}{said}{_place(what)}\n")
    sys.stderr.flush()


def _place(failure: BaseException) -> str:
    """Return the last line of ours on the way to a failure, and the very last where that is somebody else's."""
    frames = traceback.extract_tb(failure.__traceback__)
    ours = [frame for frame in frames if _is_ours(Path(frame.filename))]
    places = [f", in {_named(Path(frame.filename))} line {frame.lineno}" for frame in (*ours[-1:], *frames[-1:])]
    return "".join(dict.fromkeys(places))


def _named(file: Path) -> str:
    """Return how to call a file: by its name or, since each screen has a page, a page with its folder."""
    return f"{file.parent.name}/{file.name}" if file.name == "page.py" else file.name


def _is_ours(file: Path) -> bool:
    return file != _HERE and file.is_relative_to(_OURS)
