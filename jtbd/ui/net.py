"""One net under the script and under the handlers of its buttons: whatever falls is told in our words.

Streamlit answers what a handler raises with a page of its own, which speaks of another program. It asks one function
what to show; ours is put in its place, so that a failure reads the same wherever it came from. What was shown as saved
is on disk; what the last click meant is not, and the page says so.
"""

from __future__ import annotations

import logging
from typing import Final

from streamlit import error_util
from streamlit.runtime.scriptrunner import exec_code

from jtbd.errors import JtbdError
from jtbd.ui.parts import chrome

_ASKED: Final = "handle_uncaught_app_exception"
_LOG: Final = logging.getLogger("jtbd")


def spread() -> None:
    """Put the net in its place, once for the process."""
    for module in (exec_code, error_util):
        if hasattr(module, _ASKED):
            setattr(module, _ASKED, _caught)


def _caught(failure: BaseException) -> None:
    """Draw what a person has to know of a failure, and tell the terminal what it was."""
    if isinstance(failure, JtbdError):
        chrome.trouble(failure)
        return
    _LOG.error("a defect of this program", exc_info=failure)
    chrome.defect()
