"""What both take along: the sheet, its PDF, the dates, a mail with all of it, and a page that checks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.ui import state
from jtbd.ui.parts import field
from jtbd.ui.parts.words import plain
from jtbd.usecases import kept, signing
from jtbd.usecases.countersigning import Countersigned
from jtbd.usecases.kept import Kept
from jtbd.usecases.signing import Draft


class File(NamedTuple):
    """A file to take along."""

    label: str
    name: str
    kind: str
    data: bytes


def show(sheet: Kept) -> None:
    """Draw the files of a settled sheet as downloads, and a way to save them all at once."""
    printed = pdf(sheet)
    mail = kept.mail(state.canvas(), sheet, printed) if sheet.complete else None
    files = (*_files(sheet, printed, mail.data if mail else None),)
    with st.container(horizontal=True, key="downloads"):
        for file in files:
            _download(file)
    for remark in mail.left_out if mail else ():
        st.caption(plain(remark))
    _save_all(sheet, files)


def draft_downloads(draft: Draft) -> None:
    """Draw a sheet that waits for a signature as what to take along for it: the draft, a PDF to read, the checker."""
    name = f"draft-{draft.number}"
    with st.container(horizontal=True, key="downloads"):
        file = signing.sheet_file(draft.sheet)
        _download(File("Draft (YAML)", f"{name}.yaml", "application/yaml", file))
        _download(File("To read (PDF)", f"{name}.pdf", "application/pdf", _printed(file)))
        _download(_checker())


def given_back(made: Countersigned) -> None:
    """Draw a sheet that was signed here for somebody else as what to send back."""
    name = f"signed-{made.sheet.commitment.id[:6]}"
    with st.container(horizontal=True, key="downloads"):
        _download(File("Signed sheet (YAML)", f"{name}.yaml", "application/yaml", made.yaml))
        _download(File("To read (PDF)", f"{name}.pdf", "application/pdf", made.pdf or _printed(made.yaml)))
        _download(_checker())


def pdf(sheet: Kept) -> bytes:
    """Return the PDF of a sheet, the one on disk if there is one."""
    return kept.beside(sheet) or _printed(sheet.yaml)


def _files(sheet: Kept, printed: bytes, mail: bytes | None) -> Iterator[File]:
    if mail:
        yield File("Mail to both (.eml)", f"{sheet.name}.eml", "message/rfc822", mail)
    yield File("Sheet (YAML)", f"{sheet.name}.yaml", "application/yaml", sheet.yaml)
    yield File("Sheet (PDF)", f"{sheet.name}.pdf", "application/pdf", printed)
    if sheet.complete:
        dates = kept.dates(sheet)
        yield File("Dates (.ics)", f"{sheet.name}.ics", "text/calendar", dates)
    yield _checker()


def _checker() -> File:
    return File("Checker (verify.html)", "verify.html", "text/html", kept.checker())


def _download(file: File) -> None:
    st.download_button(file.label, file.data, file.name, file.kind, key=f"take-{file.name}", on_click="ignore")


def _save_all(sheet: Kept, files: tuple[File, ...]) -> None:
    with st.popover("Save all to a folder or stick", type="tertiary"):
        with st.form(f"save-{sheet.number}", border=False):
            folder = st.text_input("Folder", key=state.key("folder", sheet.number), placeholder="/media/stick")
            asked = st.form_submit_button("Save all of them there")
        if asked and folder.strip():
            try:
                where = Path(folder.strip()).expanduser().absolute()
                for path in kept.save_all(where, {file.name: file.data for file in files}):
                    st.markdown(f"Saved {plain(str(path))}")
            except JtbdError as error:
                field.complain(error.diagnostics())
            except (RuntimeError, ValueError):  # ~somebody who has no home here; characters that no path has
                field.complain("That is no folder on this laptop: write its full path, as /media/stick.")


@st.cache_data(max_entries=8, show_spinner="Printing the sheet …")
def _printed(file: bytes) -> bytes:
    return kept.printed(file, state.library().now())
