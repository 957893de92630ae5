"""Who owns this laptop: remembered from meetings of their own, and used for the next one.

What is remembered is party `a` as it was last said to be. It is a help and no more: where it cannot be read or kept, a
meeting goes on without it, and the first screen says why.
"""

from __future__ import annotations

from contextlib import suppress

from jtbd.errors import JtbdError
from jtbd.model import Money, Party
from jtbd.model.names import same
from jtbd.usecases.home import Home


def remembered(home: Home) -> Party:
    """Return the owner of the laptop; blank where nothing is remembered, or nothing that can be read.

    Before there were profiles a meeting began with party a of the latest one: that is taken over, once.
    """
    try:
        known = home.profile.load()
    except JtbdError:
        return Party()
    if known is not None:
        return known
    taken = _of_the_latest(home)
    if taken.name:
        _keep(home, taken)
    return taken


def trouble(home: Home) -> str:
    """Return why what is remembered cannot be read and what to do, a line each; empty where all is well."""
    try:
        home.profile.load()
    except JtbdError as error:
        return error.diagnostics()
    return ""


def charged(home: Home, organisation: str | None) -> Money | None:
    """Return the hourly rate that is remembered, where it is this organisation's."""
    known = remembered(home)
    return known.hourly_rate if same(known.organisation, organisation) else None


def follow(home: Home, before: Party, after: Party) -> None:
    """Remember what was changed of party a in a canvas, if that is the owner of this laptop.

    It is where nobody was named there yet, or somebody of the owner's name; while the owner has not said a name,
    whoever is of the same organisation. A canvas of somebody else, or a copy of an example, is about another host.

    Args:
        home: where.
        before: party a as it was.
        after: party a as it is.

    """
    try:
        known = home.profile.load() or Party()
    except JtbdError:  # somebody is mending it, or a newer version wrote it: nothing of theirs is overwritten
        return
    if after == before or not after.name or not _is_owner(known, before):
        return
    follows = _followed(known, before, after)
    if follows != known:
        _keep(home, follows)


def _is_owner(known: Party, host: Party) -> bool:
    if host.somebody is None:
        return True
    return same(known.person, host.person) if known.somebody else known.firm is not None and _one_firm(known, host)


def _followed(known: Party, before: Party, after: Party) -> Party:
    """Return what to remember: what was changed; all of it where the owner sits there for another firm, or is new."""
    for_another = bool(before.firm and known.firm) and not _one_firm(known, before)
    if for_another or not (_share_a_name(known, before) or _share_a_name(known, after)):
        return after
    changed = {name: said for name in Party.model_fields if (said := getattr(after, name)) != getattr(before, name)}
    return known.revise(**changed)


def _share_a_name(one: Party, other: Party) -> bool:
    return bool(one.firm and _one_firm(one, other)) or bool(one.somebody and same(one.person, other.person))


def _one_firm(one: Party, other: Party) -> bool:
    return same(one.organisation, other.organisation)


def _of_the_latest(home: Home) -> Party:
    """Return party a of the latest canvas that can be read, with the rate that its organisation had last."""
    hosts = [home.store.load(row.id).parties.a for row in home.store.summaries() if not row.example and not row.fault]
    latest = hosts[0] if hosts else Party()
    rates = (host.hourly_rate for host in hosts if host.hourly_rate and _one_firm(host, latest))
    return latest.revise(hourly_rate=next(rates, None))


def _keep(home: Home, party: Party) -> None:
    with suppress(JtbdError):  # no meeting waits for it
        home.profile.save(party)
