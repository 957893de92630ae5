"""Work that pyHanko has made asynchronous, done before the caller goes on, and without a word on the terminal."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_T = TypeVar("_T")

for _library in ("pyhanko", "pyhanko_certvalidator"):
    # Python prints the warnings of a library that nobody listens to: of an authority that is not trusted, a traceback.
    logging.getLogger(_library).addHandler(logging.NullHandler())


def run_apart(work: Coroutine[Any, Any, _T]) -> _T:
    """Run it in a thread of its own and return what it returns: the caller's may have an event loop already."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
