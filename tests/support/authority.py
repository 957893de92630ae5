"""A time-stamping authority on this machine, made of OpenSSL and http.server; it can be told to lie."""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from asn1crypto import cms, tsp

_SETTINGS: Final = """
[ca]
basicConstraints=critical,CA:true
keyUsage=critical,keyCertSign
[tsa]
basicConstraints=critical,CA:false
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[other]
basicConstraints=critical,CA:false
[tsa_config]
serial=./serial
signer_cert=./tsa.pem
signer_key=./tsa.key
certs=./ca.pem
signer_digest=sha256
ess_cert_id_alg=sha256
default_policy=1.3.6.1.4.1.99999.1
digests=sha256
accuracy=secs:1
"""


@dataclass
class Authority:
    """Where it is, and what it does.

    Attributes:
        folder: where its keys and certificates are: `ca.pem` is the one to trust.
        url: where it listens.
        queries: what it was sent, oldest first, each with its headers.
        reply: what it answers to a request, as DER; may be put in place of the honest one.
        status: the HTTP status of the answer.
        headers: further headers of the answer.

    """

    folder: Path
    url: str = ""
    queries: list[tuple[bytes, dict[str, str]]] = field(default_factory=list)
    reply: Callable[[bytes], bytes] = field(init=False)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reply = self.honest

    def honest(self, query: bytes) -> bytes:
        """Return what OpenSSL answers."""
        (self.folder / "query").write_bytes(query)
        self._openssl(
            "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa_config", "-queryfile", "query", "-out", "reply"
        )
        return (self.folder / "reply").read_bytes()

    def homemade(self, file: bytes) -> bytes:
        """Return an answer put together by hand, as OpenSSL would refuse to: whatever the certificate is for."""
        imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": hashlib.sha256(file).digest()}
        info = {"version": 1, "policy": "1.2.3", "message_imprint": imprint, "serial_number": 1}
        (self.folder / "info").write_bytes(
            tsp.TSTInfo({**info, "gen_time": dt.datetime(2001, 1, 1, tzinfo=dt.UTC)}).dump()
        )
        kind = ("-econtent_type", "1.2.840.113549.1.9.16.1.4", "-binary", "-nodetach", "-outform", "DER", "-cades")
        self._openssl("cms", "-sign", *kind, "-in", "info", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "token")
        token = cms.ContentInfo.load((self.folder / "token").read_bytes())
        reply: bytes = tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump()
        return reply

    def establish(self, kind: str = "tsa", name: str = "Café Time\x1b[31m Authority") -> None:
        """Make a root and a certificate for time stamps, or of another `kind`."""
        (self.folder / "tsa.cnf").write_text(_SETTINGS)
        (self.folder / "serial").write_text("01")
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-utf8")
        self._openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Root", "-days", "9")
        self._openssl("req", *curve, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", f"/CN={name}/O=Time")
        signer = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "tsa.cnf", "-extensions", kind)
        self._openssl("x509", "-req", "-in", "tsa.csr", *signer, "-out", "tsa.pem", "-days", "9")

    def _openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)


@contextmanager
def authority(folder: Path) -> Iterator[Authority]:
    """Run an authority until the end of the block."""
    made = Authority(folder)
    made.establish()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            made.queries.append((query, dict(self.headers.items())))
            reply = made.reply(query)
            with suppress(ConnectionError):  # whoever asked may have gone
                self.send_response(made.status)
                for name, value in made.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}/tsr"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
