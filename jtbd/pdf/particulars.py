"""What experts and programs go by, at the foot of a sheet: ids, keys, hashes, weights."""

from __future__ import annotations

from jtbd.formats import day
from jtbd.i18n import say
from jtbd.model.sheet import CommitmentContent, SheetOverlap


def particulars(content: CommitmentContent) -> list[list[str]]:
    """Return what experts and programs go by; the name of the working file, which may be of others, is not among it."""
    shares = content.overlap
    return [
        [say("Sheet"), content.id],
        [say("Format"), content.format],
        *([[say("Could be signed until"), day(content.open_until)]] if content.open_until else []),
        *([say("Takes the place of"), sheet_id] for sheet_id in content.replaces or ()),
        *([say("Key of {name}", name=party.name), party.key] for party in content.parties),
        [say("Sealing key"), content.seal],
        [say("Promises"), ", ".join(f"{number} {item.id}" for number, item in enumerate(content.commitments, start=1))],
        *([[say("Needs served"), ", ".join(aspect.id for aspect in content.aspects)]] if content.aspects else []),
        *([[say("Weights, in quarter units"), _weights(shares)]] if shares.total else []),
        [
            say("Working file"),
            say(
                "revision {revision}, SHA-256 {hash}",
                revision=content.canvas.revision,
                hash=content.canvas.sha256,
            ),
        ],
    ]


def _weights(shares: SheetOverlap) -> str:
    return say(
        "only a {only_a}, both {both}, only b {only_b}, nobody {nobody}, of {total}",
        only_a=shares.only_a,
        both=shares.contested,
        only_b=shares.only_b,
        nobody=shares.open,
        total=shares.total,
    )
