"""Streamlit's settings for this app: those of the `config.toml` beside app.py and, for the rest, Streamlit's own.

People have settings for other apps of Streamlit's: in their home, in the folder they are in, in the environment. One of
them can serve this app where nobody looks for it, show strangers its errors, or paint it in another firm's colours.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from streamlit import config
from streamlit.logger import get_logger

from jtbd.errors import UnsafeStart
from jtbd.i18n import WITHIN, say_in, speak
from jtbd.ui import language
from jtbd.ui.guard.door import origin

_FLAG: Final = "command-line argument or environment variable"
"""How Streamlit calls the place where such a setting was found."""

_OURS_TO_SAY: Final = frozenset(
    {
        "browser.gatherUsageStats",
        "global.developmentMode",
        "server.allowedHosts",
        "server.baseUrlPath",
        "server.corsAllowedOrigins",
        "server.customComponentBaseUrlPath",
        "server.enableAgentApi",
        "server.enableCORS",
        "server.enableStaticServing",
        "server.enableXsrfProtection",
        "server.sslCertFile",
        "server.sslKeyFile",
        "server.trustedUserHeaders",
    }
)
"""What decides where the app is served, to whom, and what it tells others: not even the command line changes these."""

_IN_USE: Final = ("server.sslCertFile", "server.sslKeyFile")
"""What `streamlit run` has made use of before this program has a say."""

_LOGGERS: Final = ("uvicorn", "uvicorn.access", "uvicorn.asgi", "uvicorn.error", "websockets")

_SERVED_AT: Final = ("server.address", "server.port")
"""Where it listens by then."""


def keep_ours(folder: Path, *, first: bool = False, environ: Mapping[str, str] = os.environ) -> None:
    """Make the settings beside app.py the only ones.

    Under `streamlit run` Streamlit has read all others by now; what was said on its command line stays, unless it would
    open the app to others.

    Args:
        folder: where app.py is.
        first: whether this process is ours, so that nobody has read any settings yet.
        environ: the environment, for what Streamlit took from there.

    Raises:
        UnsafeStart: the command line says what is not its to say, or a certificate is already in use.

    """
    said = {} if first else _said_on_the_command_line(environ)
    for key in () if first else _IN_USE:
        if config.get_option(key):
            place = config.get_where_defined(key)
            why = say_in(
                WITHIN, "{setting} is set in {place}, and its address is a plain one", setting=key, place=place
            )
            raise UnsafeStart(why)
    ours = folder / ".streamlit" / "config.toml"

    def files(file_name: str) -> list[str]:
        return [str(ours.with_name(file_name))]

    config.get_config_files = files
    _read(again=not first)
    for key in sorted(_OURS_TO_SAY & said.keys()):
        if said[key] != config.get_option(key):
            raise UnsafeStart(
                say_in(WITHIN, "the command line says {value} for {setting}", value=repr(said[key]), setting=key)
            )
    for key, value in said.items():
        config.set_option(key, value, _FLAG)


def keep_ours_or_end(folder: Path, *, first: bool) -> None:
    """Make the settings beside app.py the only ones; say in a sentence why not, and end this process with code 2."""
    speak(language.of_terminal())
    try:
        keep_ours(folder, first=first)
        origin()
    except UnsafeStart as error:
        sys.stderr.write(f"{error.diagnostics()}\n")
        raise SystemExit(error.exit_code) from None


def _read(*, again: bool) -> None:
    """Read the settings, in silence.

    Streamlit would tell the person of each one that is another now than in their own, and have the server, which has
    begun by then, write of each request to the terminal.
    """
    logger, of_the_server = get_logger(config.__name__), [logging.getLogger(name) for name in _LOGGERS]
    handlers = [list(each.handlers) for each in of_the_server]
    logger.disabled = True
    try:
        config.get_config_options(force_reparse=again)
    finally:
        logger.disabled = False
        for each, kept in zip(of_the_server, handlers, strict=True):
            each.handlers[:] = kept


def _said_on_the_command_line(environ: Mapping[str, str]) -> dict[str, object]:
    """Return the options of `streamlit run`; it knows those of the environment by the same name."""
    options = config.get_config_options().items()
    return {
        key: option.value
        for key, option in options
        if key in _SERVED_AT or (option.where_defined == _FLAG and option.env_var not in environ)
    }
