"""One writer at a time: by the system's locks, or by a file that says who it is, where a share knows no locks."""

from __future__ import annotations

import errno
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, SoftFileLock, Timeout

from jtbd.disk import calls

_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
_LEFT_OVER: Final = 60.0
"""Seconds after which a file that nobody renewed was left by a program that is gone; a write takes a few at most."""

_RENEWED: Final = 15.0
_GLANCE: Final = 0.02


class Busy(Exception):
    """Somebody else holds the lock and does not let go."""


@contextmanager
def held(file: Path, patience: float) -> Iterator[None]:
    """Hold a lock file, in a folder that is there.

    Args:
        file: the lock; what other programs of this kind hold is known by its name.
        patience: seconds to wait for another writer.

    Raises:
        Busy: another writer does not let go.
        OSError: the disk refuses the lock file.

    """
    lock = None if issubclass(FileLock, SoftFileLock) else FileLock(file, timeout=patience)
    if lock is not None:
        try:
            lock.acquire()
        except Timeout:  # an OSError too
            raise Busy from None
        except NotImplementedError:  # how it says that the share knows no locks
            lock = None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            lock = None
    if lock is None:
        with _by_name(file.with_name(f"{file.name}.held"), patience):
            yield
        return
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _by_name(file: Path, patience: float) -> Iterator[None]:
    """Hold a lock by being the one who made a file; one that was left behind is taken over after a minute."""
    mine = secrets.token_hex(8)
    until = time.monotonic() + patience
    while not _made(file, mine):
        _clear(file)
        if time.monotonic() > until:
            raise Busy
        time.sleep(_GLANCE)
    try:
        with _renewed(file):
            yield
    finally:
        with suppress(OSError):
            if file.read_text(encoding="utf-8") == mine:
                calls.unlink(file)


@contextmanager
def _renewed(file: Path) -> Iterator[None]:
    """Keep a lock young for as long as it is held: a share that is slow must not look like a program that is gone."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(_RENEWED):
            with suppress(OSError):
                calls.renew(file)

    threading.Thread(target=renew, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _made(file: Path, mine: str) -> bool:
    try:
        made = calls.create(file, 0o600)
    except FileExistsError:
        return False
    with made:
        calls.write(made, mine.encode())
    return True


def _clear(file: Path) -> None:
    """Take away a lock that was left behind, under a name of one's own first, so that only one takes it over."""
    with suppress(OSError):
        age = time.time() - file.stat().st_mtime
        if abs(age) > _LEFT_OVER:
            aside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
            calls.put(file, aside)
            calls.unlink(aside)
