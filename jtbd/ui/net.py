"""One net under the script and under the handlers of its buttons: whatever falls is told in our words.

Streamlit answers what a handler raises with a page of its own, which speaks of another program; it asks the app first.
What was shown as saved is on disk; what the last click meant is not, and the page says so.
"""

from __future__ import annotations

import logging
from typing import Final, Literal

from jtbd.errors import JtbdError

_LOG: Final = logging.getLogger("jtbd")


def caught(failure: Exception) -> Literal[True]:
    """Draw what a person has to know of a failure, tell the terminal what it was, and say that all is told."""
    from jtbd.ui.parts import chrome  # noqa: PLC0415 - the app itself starts sooner without

    if isinstance(failure, JtbdError):
        chrome.trouble(failure)
    else:
        _LOG.error("a defect of this program", exc_info=failure)
        chrome.defect()
    return True
