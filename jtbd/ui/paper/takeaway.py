"""What both take along: the sheet, its PDF, the dates, a letter with all of it, and a page that checks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.formats import listing
from jtbd.i18n import mark, say
from jtbd.model import PARTIES, PartyId, other
from jtbd.model.address import shown
from jtbd.model.sheet import Sheet
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import first_name, plain
from jtbd.usecases.sheets import destinations, filenames, kept, signers
from jtbd.usecases.sheets.countersigning import Countersigned
from jtbd.usecases.sheets.destinations import Destination
from jtbd.usecases.sheets.kept import MailDraft, SettledSheet
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.verifying import VerifiedSheet

_NO_FOLDER: Final = mark("That is no folder on this laptop: write its full path, as /media/stick.")


class File(NamedTuple):
    """A file to take along."""

    label: str
    name: str
    kind: str
    data: bytes


def show(sheet: SettledSheet) -> None:
    """Draw the letter to both, the files of a settled sheet as downloads, and a way to save them all at once."""
    printed = pdf(sheet)
    mail = kept.mail(state.canvas(), sheet, printed) if sheet.complete else None
    stem = kept.file_stem(sheet, _whose(sheet))
    files = (*_files(sheet, stem, printed, mail),)
    with st.container(horizontal=True, key="downloads"):
        for file in files:
            _download(file)
    if mail:
        _addressed(mail)
    _save_all(sheet, files)


def draft_stem(draft: Draft, reader: PartyId) -> str:
    """Return what the files of a sheet that waits for a party's signature are called, without their endings."""
    day = state.home().now().date()
    return filenames.stem(draft.sheet, (reader,), day, filenames.of_number(draft.number), "draft")


def draft_downloads(draft: Draft, reader: PartyId) -> None:
    """Draw a sheet that waits for a party's signature as what that party takes along: the draft, a PDF, the checker."""
    name = draft_stem(draft, reader)
    printed = _printed(draft.verified)
    with st.container(horizontal=True, key="downloads"):
        _download(File(say("Draft to sign"), f"{name}.yaml", "application/yaml", draft.verified.file))
        _download(File(say("To read (PDF)"), f"{name}.pdf", "application/pdf", printed))
        _download(_checker())


def given_back(made: Countersigned) -> None:
    """Draw a sheet that was signed here for somebody else as what to send back."""
    name = _signed_stem(made.sheet)
    printed = made.pdf or _printed(made.verified)
    with st.container(horizontal=True, key="downloads"):
        _download(File(say("Signed sheet"), f"{name}.yaml", "application/yaml", made.yaml))
        _download(File(say("To read (PDF)"), f"{name}.pdf", "application/pdf", printed))
        _download(_checker())


def _signed_stem(sheet: Sheet) -> str:
    home = state.home()
    here = signers.own_party(home.keys, sheet)
    return filenames.stem(sheet, (here,) if here else PARTIES, home.now().date(), "signed")


def pdf(sheet: SettledSheet) -> bytes:
    """Return the PDF of a sheet, the one on disk if there is one."""
    return kept.beside(state.home(), state.canvas(), sheet) or _printed(sheet.verified)


def _whose(sheet: SettledSheet) -> PartyId:
    """Draw whose files these are: each has them named after the other firm."""
    canvas = state.canvas()
    chosen: PartyId = st.segmented_control(
        say("The files, named for"),
        PARTIES,
        default="a",
        required=True,
        key=state.key("whose", sheet.number),
        format_func=lambda party: plain(first_name(canvas, party)),
        help=say("Each of you has them named after the other firm and the day."),
    )
    return chosen


def _files(sheet: SettledSheet, stem: str, printed: bytes, mail: MailDraft | None) -> Iterator[File]:
    if mail:
        yield File(_mail_label(mail), f"{stem}.eml", "message/rfc822", mail.data)
    yield File(say("Sheet (PDF)"), f"{stem}.pdf", "application/pdf", printed)
    yield File(say("The original"), f"{stem}.yaml", "application/yaml", sheet.yaml)
    if sheet.complete:
        yield File(say("Dates (.ics)"), f"{stem}.ics", "text/calendar", kept.dates(sheet))
    yield _checker()


def _checker() -> File:
    return File(say("Checker (verify.html)"), "verify.html", "text/html", kept.checker())


def _download(file: File) -> None:
    kind = file.kind.rpartition("/")[2]
    st.download_button(file.label, file.data, file.name, file.kind, key=f"take-{kind}", on_click="ignore")


# ── the letter ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _mail_label(mail: MailDraft) -> str:
    canvas, reached = state.canvas(), [party for party in PARTIES if mail.to[party]]
    names = [plain(first_name(canvas, party)) for party in reached]
    if not names:
        return say("Letter, to nobody yet (.eml)")
    if len(names) == 1:
        return say("Letter to {name} alone (.eml)", name=names[0])
    return say("Letter to {names} (.eml)", names=listing(names))


def _addressed(mail: MailDraft) -> None:
    """Say whom the letter goes to, and ask for the address that lacks."""
    canvas = state.canvas()
    sent = [shown(address) for party in PARTIES for address in mail.to[party]]
    lacking = [party for party in PARTIES if not mail.to[party]]
    with st.container(key="addressed"):
        for party in lacking:
            name = plain(first_name(canvas, party))
            if mail.to[other(party)]:
                label = say("Where the letter reaches {name}: write the address, and it goes to both of you", name=name)
            else:
                label = say("Where the letter reaches {name}: write the address", name=name)
            field.text(label, ("parties", party, "email"))
        for remark in mail.refused:
            st.caption(plain(remark))
        if sent:
            addresses = plain(listing(sent))
            if lacking:
                name = plain(first_name(canvas, lacking[0]))
                said = say(
                    "The letter goes to {addresses}. {name} gets nothing yet. You send it yourselves, with your own "
                    "mail.",
                    addresses=addresses,
                    name=name,
                )
            else:
                said = say(
                    "The letter goes to {addresses}. You send it yourselves, with your own mail.", addresses=addresses
                )
            st.caption(said)


# ── a folder or a stick ───────────────────────────────────────────────────────────────────────────────────────────────


def _save_all(sheet: SettledSheet, files: tuple[File, ...]) -> None:
    with st.popover(say("Save all to a folder or stick"), type="tertiary"):
        places = destinations.destinations()
        typed = not places or st.toggle(say("Type a folder instead"), key=state.key("typed-folder", sheet.number))
        key = state.key("folder" if typed else "place", sheet.number)
        with st.form(f"save-{sheet.number}", border=False):
            if typed:
                st.text_input(say("Folder"), key=key, placeholder="/media/stick")
            else:
                _choice(places, key)
            st.form_submit_button(
                say("Save all of them there"),
                key="save-all",
                on_click=_asked,
                args=(key, files),
                kwargs={"typed": typed},
            )
        if not any(place.stick for place in places):
            st.caption(say("No stick is plugged in. Plug it in, wait a moment, and look again."))
            st.button(say("Look again"), key="look-again", type="tertiary")
        _tell_saved()


def _choice(places: tuple[Destination, ...], key: str) -> None:
    by_path = {str(place.path): place for place in places}
    st.radio(
        say("Where to"),
        list(by_path),
        format_func=lambda path: plain(by_path[path].label),
        captions=[plain(path) for path in by_path],
        key=key,
    )


def _asked(key: str, files: tuple[File, ...], *, typed: bool) -> None:
    """Save what was on the screen; a stick that was pulled out meanwhile is not written to under its old name."""
    said = str(st.session_state.get(key) or "").strip()
    if not said:
        return
    saved: tuple[Path, ...] = ()
    trouble = ""
    try:
        where = Path(said).expanduser().absolute()
        if not typed and where not in {place.path for place in destinations.destinations()}:
            trouble = say("{place} is not there any more: plug it in, and look again.", place=said)
        else:
            saved = kept.save_all(where, {file.name: file.data for file in files})
    except JtbdError as error:
        trouble = error.diagnostics()
    except (RuntimeError, ValueError):  # ~somebody who has no home here; characters that no path has
        trouble = _NO_FOLDER.said()
    st.session_state[state.key("saved")] = (saved, trouble)


def _tell_saved() -> None:
    saved, trouble = st.session_state.pop(state.key("saved"), ((), ""))
    for path in saved:
        st.markdown(say("Saved {file}", file=plain(str(path))))
    if trouble:
        field.complain(trouble)


def _printed(sheet: VerifiedSheet) -> bytes:
    with st.spinner(say("Printing the sheet …")):
        return _print(sheet)


@st.cache_data(max_entries=8, show_spinner=False)
def _print(sheet: VerifiedSheet) -> bytes:
    return kept.printed(sheet, state.home().now())
