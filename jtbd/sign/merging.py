"""One sheet out of two files of it that were signed apart."""

from __future__ import annotations

from jtbd.errors import AlreadyDeclined, OtherSheet
from jtbd.i18n import say
from jtbd.model.statement import DeclineClaims
from jtbd.sign.check.sheet import holding
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.sheet.content import sheet_yaml


def merged(here: VerifiedSheet, brought: VerifiedSheet, file: str) -> VerifiedSheet:
    """Return a sheet with the signatures of both files, each of which was checked over the same content.

    Nothing of it has to be checked again: a signature speaks of the content and of its party, not of the other one's.

    Args:
        here: the sheet that is kept here.
        brought: the same, signed elsewhere.
        file: where the first is kept, for whoever has to be told of it.

    Raises:
        OtherSheet: another content, or another signature of the same party.
        AlreadyDeclined: a party has declined here, which ended the round.

    """
    if here.sheet.content_hash != brought.sheet.content_hash:
        raise OtherSheet(file, say("the content is another"))
    signatures = {signature.party: signature for signature in here.sheet.signatures}
    for signature in brought.sheet.signatures:
        if signatures.setdefault(signature.party, signature) != signature:
            name = here.sheet.commitment.party(signature.party).full_name
            raise OtherSheet(file, say("{name} signed both, and not alike", name=name))
    for said in here.statements if len(signatures) > len(here.statements) else ():
        if isinstance(said, DeclineClaims):
            raise AlreadyDeclined(said.party)
    sheet = here.sheet.revise(signatures=tuple(signatures[party] for party in sorted(signatures)))
    statements = {statement.party: statement for statement in (*here.statements, *brought.statements)}
    return holding(sheet_yaml(sheet), sheet, tuple(statements[party] for party in sorted(statements)))
