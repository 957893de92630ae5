"""One net under the script, the handlers of its buttons and what is posted straight here: a fall is told in our words.

Streamlit answers what a handler raises with a page of its own, which speaks of another program; it asks the app first.
A panic of a library that is written in Rust is no `Exception`: Streamlit lets it end the thread that the page waits
for, so it is made one before Streamlit sees it. What was shown as saved is on disk; what the last click meant is not,
and the page says so. The browser is told nothing of what fell; the terminal gets one line.

Here also begins the language that is spoken: each run may be in another thread, which knows of none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, Literal

from streamlit.errors import FragmentHandledException
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException

from jtbd.errors import JtbdError
from jtbd.ui import language
from jtbd.ui.failures import Panicked, tell

_ITS_OWN: Final = (ScriptControlException, FragmentHandledException, KeyboardInterrupt, SystemExit)
"""What ends a run on purpose, or was told already."""

_EXECUTES: Final = "exec_func_with_error_handling"


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

        language.speak_as_the_page()
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
