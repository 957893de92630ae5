"""The time stamp beside a sheet, from an authority made of OpenSSL that may lie."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import tsp

from jtbd.errors import (
    AlreadyThere,
    AuthorityOutOfReach,
    BadTimeStamp,
    InvalidSheet,
    JtbdError,
    NotASheet,
    UnusableAuthority,
    UsageError,
)
from jtbd.i18n import PSEUDO, speaking
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.stamp import authority as asking
from jtbd.usecases.sheets.timestamping import SETTING, stamp_sheet, time_stamp
from tests.support import sheets
from tests.support.authority import Authority, authority
from tests.support.spoken import faults

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL's command is not installed")

FILE = sheet_yaml(sheets.complete())


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    """Run one authority for all."""
    with authority(tmp_path_factory.mktemp("authority")) as made:
        yield made


@pytest.fixture
def tsa(running: Authority) -> Authority:
    """Return an authority that is honest, and has been asked nothing."""
    running.reply, running.status, running.headers = running.honest, 200, {}
    running.queries.clear()
    return running


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return the path of a complete sheet."""
    path = tmp_path / "sheet-1.yaml"
    path.write_bytes(FILE)
    return path


def test_openssl_takes_it(sheet: Path, tsa: Authority) -> None:
    """`openssl ts -verify` accepts the answer beside the sheet for the very file."""
    written = stamp_sheet(sheet, tsa.url, {})
    command = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        str(sheet),
        "-in",
        str(written),
        "-CAfile",
        str(tsa.folder / "ca.pem"),
    ]

    assert written == sheet.with_name("sheet-1.tsr")
    assert subprocess.run(command, check=True, capture_output=True).stdout.strip() == b"Verification: OK"


def test_nothing_but_a_hash_is_sent(sheet: Path, tsa: Authority) -> None:
    """What is sent is the file's SHA-256, a number and the wish for a certificate; the headers say nothing of us."""
    stamp_sheet(sheet, None, {SETTING: tsa.url})
    ((query, headers),) = tsa.queries
    asked = tsp.TimeStampReq.load(query).native

    assert asked["message_imprint"]["hashed_message"] == hashlib.sha256(FILE).digest()
    assert asked["nonce"] >= 0
    assert asked["cert_req"] is True
    assert (asked["req_policy"], asked["extensions"]) == (None, None)
    assert len(query) < 80
    assert headers["Content-Type"] == "application/timestamp-query"
    assert set(headers) <= {
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Content-Length",
        "Content-Type",
        "Host",
        "User-Agent",
    }
    assert headers["User-Agent"] == "jtbd"


def test_no_request_is_like_another(sheet: Path, tsa: Authority) -> None:
    """Each request has a number of its own."""
    for _ in range(2):
        stamp_sheet(sheet, tsa.url, {}).unlink()
    assert len({query for query, _ in tsa.queries}) == 2


def test_nothing_but_the_answer_is_printed(sheet: Path, tsa: Authority) -> None:
    """Where no authority is named, the library's complaint that it trusts none is not on anybody's terminal."""
    stamp_sheet(sheet, tsa.url, {})
    told = subprocess.run(
        [sys.executable, "-m", "jtbd", "verify", sheet.name], cwd=sheet.parent, check=True, capture_output=True
    )

    assert b"Time stamp: " in told.stdout
    assert told.stderr == b""


def test_it_is_told(sheet: Path, tsa: Authority) -> None:
    """The time and the authority's name are told, without what a terminal would obey; trust is left to the reader."""
    stamp_sheet(sheet, tsa.url, {})
    told = time_stamp(sheet)

    assert told
    assert re.fullmatch(
        r"Time stamp: \d+ \w+ 20\d\d, \d\d:\d\d:\d\d UTC by Café Time\[31m Authority, over this very file; "
        r"whether that authority is to be trusted is yours to decide\.",
        told,
    )


def test_a_reader_may_name_whom_they_trust(sheet: Path, tsa: Authority, tmp_path: Path) -> None:
    """With certificates that a reader trusts it is told whether the authority's leads to one of them."""
    stamp_sheet(sheet, tsa.url, {})
    stranger = Authority(tmp_path)
    stranger.establish()

    assert "whose certificate leads to one in" in str(time_stamp(sheet, tsa.folder / "ca.pem"))
    assert "whose certificate leads to none in" in str(time_stamp(sheet, stranger.folder / "ca.pem"))


def test_what_it_says_is_in_the_catalogue(sheet: Path, tsa: Authority) -> None:
    """With and without somebody to trust, and of one that counts for nothing; a reason is a sentence of its own."""
    with speaking(PSEUDO):
        stamp_sheet(sheet, tsa.url, {})
        said = [time_stamp(sheet), time_stamp(sheet, tsa.folder / "ca.pem")]
        sheet.write_bytes(FILE + b"\n")
        said.append(time_stamp(sheet))
    assert [fault for told in said for fault in faults(str(told), own=["sheet-1.tsr"])] == []


def test_a_file_without_certificates_is_refused(sheet: Path, tsa: Authority) -> None:
    """Named instead of certificates, another file is refused by its name."""
    stamp_sheet(sheet, tsa.url, {})
    with pytest.raises(UnusableAuthority, match=r"sheet-1\.yaml"):
        time_stamp(sheet, sheet)
    with pytest.raises(UnusableAuthority, match=r"tsa\.key"):
        time_stamp(sheet, tsa.folder / "tsa.key")


def _flip(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _of_another(tsa: Authority) -> Callable[[bytes], bytes]:
    def reply(query: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(query)
        asked["message_imprint"]["hashed_message"] = hashlib.sha256(b"another").digest()
        return tsa.honest(asked.dump(force=True))

    return reply


def _of_another_request(tsa: Authority) -> Callable[[bytes], bytes]:
    def reply(query: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(query)
        asked["nonce"] = asked["nonce"].native ^ 1
        return tsa.honest(asked.dump(force=True))

    return reply


def _of_sha_1(tsa: Authority) -> Callable[[bytes], bytes]:
    def reply(_: bytes) -> bytes:
        imprint = {"hash_algorithm": {"algorithm": "sha1"}, "hashed_message": hashlib.sha1(FILE).digest()}  # noqa: S324
        return tsa.honest(tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "cert_req": True}).dump())

    return reply


def _forged(tsa: Authority) -> Callable[[bytes], bytes]:
    return lambda query: _flip(reply := tsa.honest(query), len(reply) - 1)


LIES: dict[str, tuple[Callable[[Authority], Callable[[bytes], bytes]], str]] = {
    "another file": (_of_another, "it is over another file"),
    "another request": (_of_another_request, "it answers another request"),
    "a hash it does not take": (_of_sha_1, "the authority refused: "),
    "a bad signature": (_forged, "its signature does not hold"),
    "words": (lambda _: lambda _: b"<html>Time is money</html>", "it is not a time stamp of RFC 3161"),
    "nothing": (lambda _: lambda _: b"", "it is not a time stamp of RFC 3161"),
    "something after it": (lambda tsa: lambda query: tsa.honest(query) + b"x", "it is not a time stamp of RFC 3161"),
    "the question": (lambda _: lambda query: query, "it is not a time stamp of RFC 3161"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_refused(lie: str, sheet: Path, tsa: Authority) -> None:
    """An answer that is not a time stamp of this file, for this request, is refused by name and not kept."""
    make, reason = LIES[lie]
    tsa.reply = make(tsa)
    with pytest.raises(BadTimeStamp, match=reason):
        stamp_sheet(sheet, tsa.url, {})
    assert list(sheet.parent.iterdir()) == [sheet]


def test_a_certificate_for_something_else_is_not_trusted(sheet: Path, tmp_path: Path) -> None:
    """A certificate that was not made out for time stamps is not trusted with one, whoever issued it."""
    tsa = Authority(tmp_path)
    tsa.establish("other")
    sheet.with_suffix(".tsr").write_bytes(tsa.homemade(FILE))

    told = time_stamp(sheet, tmp_path / "ca.pem")

    assert "1 January 2001, 00:00:00 UTC by Café Time" in str(told)
    assert "leads to none in" in str(told)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": 500}, "it answered 500"),
        ({"status": 404}, "it answered 404"),
        (
            {"status": 302, "headers": {"Location": "http://x.example/\x1b[2J"}},
            r"sends us on to http://x.example/[^\x1b]*$",
        ),
        ({"status": 302, "headers": {"Location": "http://elsewhere.example/"}}, "sends us on to http://elsewhere"),
        ({"status": 307, "headers": {"Location": "/there"}}, "sends us on to http://127"),
        ({"reply": lambda _: b"0" * 200_000}, "more than 100,000 bytes"),
    ],
)
def test_another_answer_is_refused(changes: dict[str, Any], reason: str, sheet: Path, tsa: Authority) -> None:
    """An error, a way to somewhere else and an endless answer are refused; nobody is followed anywhere."""
    for name, value in changes.items():
        setattr(tsa, name, value)
    with pytest.raises(AuthorityOutOfReach, match=reason):
        stamp_sheet(sheet, tsa.url, {})
    assert len(tsa.queries) == 1
    assert list(sheet.parent.iterdir()) == [sheet]


def test_nobody_there(sheet: Path) -> None:
    """Where nobody listens, the reason is given in words."""
    with pytest.raises(AuthorityOutOfReach, match="refused"):
        stamp_sheet(sheet, "http://127.0.0.1:9/", {})


def test_silence_ends(sheet: Path, tsa: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """An authority that does not answer is not waited for without end."""
    monkeypatch.setattr(asking, "_PATIENCE", 0.2)
    ended = threading.Event()
    tsa.reply = lambda _: b"" if ended.wait(5) else b"too late"
    with pytest.raises(AuthorityOutOfReach, match="timed out"):
        stamp_sheet(sheet, tsa.url, {})
    ended.set()


@pytest.mark.parametrize("url", ["", None])
def test_it_is_off_by_default(url: str | None, sheet: Path) -> None:
    """Without an address nothing is sent, and it says how to give one."""
    with pytest.raises(UsageError, match="no time-stamping authority is named"):
        stamp_sheet(sheet, url, {})


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://time.example/", "time.example", "http://", "//x", "http://[", "http://a b"]
)
def test_other_addresses_are_refused(url: str, sheet: Path) -> None:
    """An address of another kind than http is refused before anything is opened."""
    with pytest.raises(UsageError, match="no address of http"):
        stamp_sheet(sheet, url, {})


def test_the_first_is_kept(sheet: Path, tsa: Authority) -> None:
    """A time stamp that is there is never replaced, and no other is asked for."""
    first = stamp_sheet(sheet, tsa.url, {}).read_bytes()
    with pytest.raises(AlreadyThere):
        stamp_sheet(sheet, tsa.url, {})
    assert sheet.with_suffix(".tsr").read_bytes() == first
    assert len(tsa.queries) == 1


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (sheet_yaml(sheets.half_signed()), UsageError),
        (FILE.replace(b"Introduce", b"Forget"), InvalidSheet),
        (b"%PDF-1.7", NotASheet),
        (b"format: jtbd.canvas/1\n", NotASheet),
    ],
)
def test_only_a_settled_sheet_is_stamped(data: bytes, refusal: type[JtbdError], sheet: Path, tsa: Authority) -> None:
    """A draft, a sheet that does not hold and other files are refused; nothing is sent of them."""
    sheet.write_bytes(data)
    with pytest.raises(refusal):
        stamp_sheet(sheet, tsa.url, {})
    assert tsa.queries == []


def test_of_another_sheet(sheet: Path, tsa: Authority) -> None:
    """A time stamp that lies beside a sheet that it does not fit is told of as one that counts for nothing."""
    stamp_sheet(sheet, tsa.url, {})
    sheet.write_bytes(FILE + b"\n")
    assert time_stamp(sheet) == "Time stamp: sheet-1.tsr counts for nothing: it is over another file."


@pytest.mark.parametrize(
    "data", [b"", b"0", b"\x30\x80" * 50_000, b"\x30\x03\x02\x01\x00", b"\x30\x05\x30\x03\x02\x01\x00"]
)
def test_any_bytes_have_an_answer(data: bytes, sheet: Path) -> None:
    """Whatever lies beside a sheet as a time stamp, it is never a failure of the program."""
    sheet.with_suffix(".tsr").write_bytes(data)
    assert "counts for nothing" in str(time_stamp(sheet))


def test_every_byte_of_it_counts(sheet: Path, tsa: Authority) -> None:
    """A time stamp with one bit changed says the same as before or counts for nothing: it never says another time."""
    written = stamp_sheet(sheet, tsa.url, {})
    good, told = written.read_bytes(), time_stamp(sheet)
    for place in range(0, len(good), 7):
        written.write_bytes(_flip(good, place))
        answer = str(time_stamp(sheet))
        assert (
            answer == told
            or "counts for nothing" in answer
            or answer.partition(" by ")[0] == str(told).partition(" by ")[0]
        )


def test_none_is_looked_for_elsewhere(sheet: Path, tsa: Authority) -> None:
    """Without one there is nothing to tell; beside a PDF none is looked for, and a time stamp has none itself."""
    assert time_stamp(sheet) is None
    written = stamp_sheet(sheet, tsa.url, {})
    assert time_stamp(written) is None
    sheet.with_suffix(".pdf").write_bytes(b"%PDF-1.7")
    assert time_stamp(sheet.with_suffix(".pdf")) is None
