"""Step 7: freeze, read, sign, take along."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Final

import pytest

from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets
from tests.support.builders import canvas, parties, ready_canvas
from tests.support.pems import private_pem, public_pem
from tests.support.screens import Desk, Tab
from tests.support.sheets import sign

PASSPHRASE: Final = "three cups of coffee"
HERE: Final = {"canvas": "test-canvas", "step": "sign"}


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Freeze a sheet once, with a new key; the tests work on copies of the folders."""
    folder = tmp_path_factory.mktemp("frozen")
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(folder, patch)
        desk.put(ready_canvas())
        tab = Tab(**HERE)
        _freeze(tab)
        assert tab.says("Ana, this is yours to read and sign")
    return folder


@pytest.fixture
def waiting(frozen: Path, desk: Desk) -> Desk:
    """Return a desk with a sheet that waits for both signatures."""
    shutil.copytree(frozen, desk.canvases.parent, dirs_exist_ok=True)
    return desk


# ── the owner's key ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("place", [{}, {"canvas": "test-canvas", "step": "parties"}], ids=["first screen", "step 1"])
def test_the_owners_key_is_made_before_the_guest_sits_down(place: dict[str, str], desk: Desk) -> None:
    """The first screen and step 1 offer it; two different passphrases make none; afterwards nothing is offered."""
    desk.put(ready_canvas())
    tab = Tab(**place)
    for again, made in (("two cups of tea", False), (PASSPHRASE, True)):
        tab.labelled("text_input", "New passphrase").set_value(PASSPHRASE)
        tab.labelled("text_input", "Once more").set_value(again)
        tab.click("Keep it")
        assert tab.says("Type the same passphrase twice") is not made
        assert (desk.config / "key.pem").is_file() is made
    assert tab.says("✓ Your key is made; you sign with it.")
    assert not any(widget.label == "New passphrase" for widget in tab.app.text_input)
    tab = Tab(**HERE)
    assert not any(widget.label == "New passphrase" for widget in tab.app.text_input)
    tab.click("Freeze the sheet for signing")
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    assert tab.says("✓ Ana Ruiz has signed.")


def test_a_passphrase_is_typed_once(desk: Desk) -> None:
    """Who has just chosen it for the sheet signs without it; once the guest had the laptop, it is asked for again."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    _freeze(tab)
    _sign(tab, "a", "Ana Ruiz")
    assert tab.says("✓ Ana Ruiz has signed.")

    desk.put(ready_canvas(id="second", title="another"))
    shutil.rmtree(desk.config)
    tab = Tab(canvas="second", step="sign")
    _freeze(tab)
    tab.press("swap").press("read", "b")
    _sign(tab, "b", "Bea Lund")
    tab.press("read", "a")
    _sign(tab, "a", "Ana Ruiz")
    assert tab.says("Type the passphrase of your key.")


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_missing_is_said_instead_of_freezing(desk: Desk) -> None:
    """A canvas without names, job and promises cannot be frozen, and the page says what it needs."""
    tab = Tab(canvas=desk.put(canvas()), step="sign")
    assert tab.labelled("button", "Freeze the sheet for signing").disabled
    assert sum(text.startswith("- ") for text in tab.texts()) >= 3


def test_a_sheet_that_tells_the_verdict_waits_for_the_curtain_to_be_lifted(desk: Desk) -> None:
    """What shows the overlap cannot be frozen, nor be read here, while one of the two is still rating."""
    tab = Tab(canvas=desk.put(ready_canvas(rating={"ready": {"a": True}})), step="sign")
    assert not tab.labelled("button", "Freeze the sheet for signing").disabled
    _tick_both(tab, "verdict")
    assert tab.says("The curtain is still drawn")
    assert not tab.says("what you are to each other: “")
    assert tab.labelled("button", "Freeze the sheet for signing").disabled
    desk.put(ready_canvas(id="unrated", rating={}, aspects=[], commitments=[{"id": "x", "by": "a", "what": "Call"}]))
    assert not tab.go(canvas="unrated", step="sign").says("curtain")


def test_a_new_key_needs_the_same_passphrase_twice(desk: Desk) -> None:
    """Blank or different passphrases make no key and no sheet."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    _freeze(tab, "one", "another")
    assert tab.says("Type the same passphrase twice")
    assert not (desk.config / "key.pem").exists()
    assert desk.own() == ["test-canvas"]
    assert not list(desk.file("test-canvas").parent.glob("draft-*"))


def _tick_both(tab: Tab, word: str) -> None:
    for party in "ab":
        tab.fill(True, f"{word}-{party}", kind="checkbox")


def test_money_that_is_not_there_cannot_be_shown(desk: Desk) -> None:
    """Where both want money on the sheet and there is none, the sheet waits; one alone changes nothing."""
    desk.put(ready_canvas(value={"a": {"notice": "10000"}, "currency": "EUR"}))
    tab = Tab(**HERE)
    tab.fill(True, "money-a", kind="checkbox")
    assert not tab.labelled("button", "Freeze the sheet for signing").disabled
    tab.fill(True, "money-b", kind="checkbox")
    assert tab.says("none are given"), "from when one takes notice is no figure for a sheet"
    assert tab.labelled("button", "Freeze the sheet for signing").disabled


@pytest.mark.parametrize("ticked", [(), ("verdict-a", "money-b"), ("verdict-b", "money-a")])
def test_what_one_alone_wants_on_the_sheet_stays_out(ticked: tuple[str, ...], desk: Desk) -> None:
    """Promises, roles and the job are always in; verdict and money with the ticks of both, and not with one's."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    for word in ticked:
        tab.fill(True, word, kind="checkbox")
    assert tab.says("What stays out: what each of you said of each need, what you are to each other, the money.")
    _freeze(tab)
    content = read_sheet((desk.file("test-canvas").parent / "draft-1.yaml").read_bytes()).commitment
    assert content.value is None
    assert not content.overlap.told
    assert content.roles.b.does == "surveys within five days"


def test_what_both_want_on_the_sheet_is_read_before_it_is_frozen(desk: Desk) -> None:
    """With four ticks the page shows the very sentences that will be printed; no threshold is ever in the sheet."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    _tick_both(tab, "verdict")
    _tick_both(tab, "money")
    assert tab.says("what you are to each other: “The two ")
    tab = Tab(**{**HERE, **tab.url})  # a reload
    _freeze(tab)
    content = read_sheet((desk.file("test-canvas").parent / "draft-1.yaml").read_bytes()).commitment
    assert content.overlap.told
    assert content.value
    assert content.dump()["value"]["a"] == {"alone": 4_000_000, "together": 7_000_000}


def test_freezing_puts_the_sheet_on_record(waiting: Desk) -> None:
    """The canvas knows its draft, the guest has a key for this sheet, and what was chosen stands in it."""
    record = waiting.read("test-canvas").sheets[0]
    assert (record.number, record.state) == (1, "draft")
    assert len(list((waiting.config / "guest").iterdir())) == 1
    draft = (waiting.file("test-canvas").parent / "draft-1.yaml").read_text(encoding="utf-8")
    assert 'binding: "intent"' in draft
    assert "value:" not in draft
    assert PASSPHRASE not in draft


def test_freezing_an_example_freezes_a_copy(desk: Desk) -> None:
    """The example stays as it is; the sheet lies beside a canvas of one's own, which the URL names."""
    desk.canvases.mkdir()
    tab = Tab(canvas="example-harbour-estates-northline-cabling", step="sign")
    _freeze(tab)
    assert not tab.broken()
    (own,) = desk.own()
    assert tab.url["canvas"] == own
    assert (desk.canvases / own / "draft-1.yaml").is_file()


def test_a_canvas_changed_elsewhere_is_not_frozen(desk: Desk) -> None:
    """What is frozen is what is on disk; another version there is offered instead."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    desk.put(ready_canvas(revision=9, title="Another"))
    _freeze(tab)
    assert "conflict" in tab.blocks()
    assert not list(desk.file("test-canvas").parent.glob("draft-*"))


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_signature_takes_nothing_away_that_is_not_saved(waiting: Desk) -> None:
    """Where the draft can be written and the canvas cannot, who signs keeps what was typed, and reads that it waits."""
    history = waiting.file("test-canvas").with_name("history")
    shutil.rmtree(history, ignore_errors=True)
    history.write_text("a file where the folder should be", encoding="utf-8")
    tab = Tab(canvas="test-canvas", step="job").fill("move our shop", "text", "job", "want")
    assert tab.says("is not saved.**")
    tab.go(**HERE)
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    assert tab.says("✓ Ana Ruiz has signed.")
    assert tab.says("is not saved.**"), "it is not on disk, whatever was signed"
    history.unlink()
    tab.press("read", "b")
    _sign(tab, "b", "Bea Lund")
    assert tab.says("Sheet 1 is signed by both")
    assert not tab.says("is not saved.**")
    kept = waiting.read("test-canvas")
    assert (kept.job.want, kept.sheets[0].state) == ("move our shop", "complete")


def test_both_sign_and_take_the_sheet_along(waiting: Desk) -> None:
    """Host with passphrase, guest with the key made for the sheet; the files verify, and the guest's key is gone."""
    tab = Tab(**HERE)
    _sign(tab, "a", "ana  ruiz", PASSPHRASE)
    assert tab.says("Hand the laptop to Bea")
    assert tab.says("✓ Ana Ruiz has signed.")
    tab.press("read", "b")
    assert tab.says("Bea, this is yours to read and sign")
    assert tab.says("Signed with a key made for this sheet alone. It is erased")
    _sign(tab, "b", "Bea Lund")
    assert tab.says("Sheet 1 is signed by both")
    assert tab.says("The key that was made for Bea has done its work and was erased.")
    assert tab.says("The PDF is sealed")
    assert [button.label for button in tab.app.download_button] == [
        "Letter to Ana and Bea (.eml)",
        "Sheet (PDF)",
        "The original",
        "Dates (.ics)",
        "Checker (verify.html)",
    ]
    folder = waiting.file("test-canvas").parent
    assert verify((folder / "sheet-1.yaml").read_bytes()).outcome == "complete"
    assert (folder / "sheet-1.pdf").is_file()
    assert not list((waiting.config / "guest").iterdir())
    assert waiting.read("test-canvas").sheets[0].state == "complete"
    assert any("✓" in text and "Sign" in text for text in tab.texts()), "the step is done"
    assert "receipt-code" in Tab(**HERE).blocks(), "a reload shows it again"


@pytest.mark.parametrize(
    ("name", "passphrase", "agreed", "message"),
    [
        ("Ana Ruiz", "four cups of coffee", True, "the passphrase does not open"),
        ("Ana Ruiz", "", True, "Type the passphrase of your key."),
        ("Ana", PASSPHRASE, True, "Type your name as it stands on the sheet: Ana Ruiz."),
        ("", PASSPHRASE, True, "Type your name as it stands on the sheet: Ana Ruiz."),
        ("Ana Ruis", PASSPHRASE, True, "Ana Ruiz. You typed “s”, the sheet has “z”, the last letter."),
        ("Аna Ruiz", PASSPHRASE, True, "You typed a Cyrillic “А”, the sheet has a Latin “A”, the first letter."),
        ("Ana Ruiz", PASSPHRASE, False, "Tick the statement of consent first."),
    ],
)
def test_what_keeps_a_signature_back_is_said(
    name: str, passphrase: str, agreed: bool, message: str, waiting: Desk
) -> None:
    """A wrong passphrase, another name or no consent signs nothing, and the page says which it was."""
    before = waiting.everything()
    tab = Tab(**HERE)
    _sign(tab, "a", name, passphrase, agreed=agreed)
    assert tab.says(message)
    assert tab.says("Ana, this is yours to read and sign")
    assert waiting.everything() == before


@pytest.mark.parametrize(
    ("person", "printed", "typed"),
    [
        ("Siobhán O'Neil-Smith", "Siobhán O'Neil-Smith", "siobha\u0301n\u200b o’neil–smith"),
        ("İpek Işık", "İpek Işık", "IPEK IŞIK"),
        ("Ruiz, Ana", "Ana Ruiz", "ana ruiz"),
    ],
)
def test_a_name_may_be_typed_as_keyboards_have_it(person: str, printed: str, typed: str, desk: Desk) -> None:
    """What is signed is the sheet's name, in the order in which it is spoken, however it was typed."""
    desk.put(ready_canvas(parties=parties().revise(a={"person": person})))
    tab = Tab(**HERE)
    _freeze(tab)
    assert tab.says(f"I, {printed}, have read")
    _sign(tab, "a", typed, PASSPHRASE)
    assert tab.says(f"✓ {printed} has signed.")


@pytest.mark.usefixtures("waiting")
def test_a_drawn_signature_has_to_be_drawn() -> None:
    """Who chooses to draw draws before signing."""
    tab = Tab(**HERE)
    tab.choose(True, "draw", 1, "a")
    tab.fill(True, "consent", 1, "a", kind="checkbox").click("Sign")
    assert tab.says("Draw your signature first.")


def test_a_draft_can_be_discarded(waiting: Desk) -> None:
    """It goes with its keys and its record; the canvas stays, ready to be frozen anew."""
    tab = Tab(**HERE).press("discard")
    assert tab.says("What do you both sign?")
    folder = waiting.file("test-canvas").parent
    assert not list(folder.glob("draft-*"))
    assert not list((waiting.config / "guest").iterdir())
    assert waiting.read("test-canvas").sheets == ()
    assert not tab.says("New passphrase"), "the host's key stays"


@pytest.mark.usefixtures("waiting")
def test_a_reload_goes_on_with_the_next_signature() -> None:
    """What the host signed is on disk; a fresh page asks the guest."""
    _sign(Tab(**HERE), "a", "Ana Ruiz", PASSPHRASE)
    assert Tab(**HERE).says("Hand the laptop to Bea")


@pytest.mark.parametrize("text", ["commitment: 1\n", ""])
def test_a_broken_draft_is_explained_and_can_be_discarded(text: str, waiting: Desk) -> None:
    """A draft that somebody edited is told by its fault and its file, and the way on is to drop it."""
    draft = waiting.file("test-canvas").parent / "draft-1.yaml"
    draft.write_text(text, encoding="utf-8")
    tab = Tab(**HERE)
    assert not tab.broken()
    assert "trouble" in tab.blocks()
    assert tab.says("Not valid (rule ")
    assert tab.says(str(draft))
    tab.press("discard")
    assert tab.says("What do you both sign?")
    assert not list((waiting.config / "guest").iterdir())


def test_a_key_that_is_gone_is_explained(waiting: Desk) -> None:
    """Without the host's key the draft can still be discarded, or brought back from where the key is."""
    (waiting.config / "key.pem").unlink()
    tab = Tab(**HERE)
    assert tab.says("The key that this sheet names for Ana is not on this laptop")
    assert tab.press("discard").says("What do you both sign?")


def test_the_guest_may_sign_first(waiting: Desk) -> None:
    """One click hands the laptop to the guest; then it goes back to the host."""
    tab = Tab(**HERE).press("swap")
    assert tab.says("Hand the laptop to Bea")
    tab.press("read", "b")
    _sign(tab, "b", "Bea Lund")
    assert tab.says("Hand the laptop to Ana")
    tab.press("read", "a")
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    assert waiting.read("test-canvas").sheets[0].state == "complete"


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("read-a", "Ana, this is yours to read and sign"),
        ("hand-b", "Hand the laptop to Bea"),
        ("read-b", "Bea, this is yours to read and sign"),
        ("decline-b", "Bea, a clear no is a good answer"),
        ("decline-c", "Ana, this is yours to read and sign"),
        ("sheet-9", "Ana, this is yours to read and sign"),
    ],
)
def test_the_url_says_where_in_the_round_one_is(view: str, words: str) -> None:
    """Reload, back and forward land on the same stage; a stage that does not exist on the one that is next."""
    assert Tab(**HERE, view=view).says(words)


@pytest.mark.usefixtures("waiting")
def test_whoever_has_signed_is_not_asked_again() -> None:
    """The browser's back leads to no second signature: the disk says who has signed."""
    _sign(Tab(**HERE), "a", "Ana Ruiz", PASSPHRASE)
    assert Tab(**HERE, view="read-a").says("Hand the laptop to Bea")


def test_a_second_click_signs_nothing_more(waiting: Desk) -> None:
    """A click that was on its way when the first had signed finds nothing to do, and is no error."""
    first, second = Tab(**HERE), Tab(**HERE)
    _sign(first, "a", "Ana Ruiz", PASSPHRASE)
    before = waiting.everything()
    _sign(second, "a", "Ana Ruiz", PASSPHRASE)
    assert second.says("Hand the laptop to Bea")
    assert waiting.everything() == before


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "four cups of coffee"])
def test_no_passphrase_stays_in_the_session(passphrase: str, waiting: Desk) -> None:
    """After a signature, and after an attempt that failed, neither the session nor the page holds what was typed."""
    tab = Tab(**HERE)
    _sign(tab, "a", "Ana Ruiz", passphrase)
    assert waiting.read("test-canvas").sheets
    assert passphrase not in repr(tab.app.session_state)
    assert not any(passphrase.encode() in sent for sent in tab.everything())


# ── declining ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_guest_declines_with_a_reason(waiting: Desk) -> None:
    """The refusal is signed and kept, the canvas has it on record, and the way to a fresh start is open."""
    tab = Tab(**HERE)
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    tab.press("read", "b").press("no")
    assert tab.says("Bea, a clear no is a good answer")
    tab.click("Decline and sign that")
    assert tab.says("Say why, in a sentence")
    tab.enter("too soon for us", "reason", 1, "b").enter("Tallboy Networks", "suggests", 1, "b")
    tab.click("Decline and sign that")
    assert tab.says("Sheet 1 was declined")
    assert tab.says("declined: “too soon for us”. Who fits better, they say: Tallboy Networks.")
    assert {button.label for button in tab.app.download_button} >= {"The original", "Sheet (PDF)"}
    assert waiting.read("test-canvas").sheets[0].state == "declined"
    file = waiting.file("test-canvas").parent / "draft-1.yaml"
    assert verify(file.read_bytes()).outcome == "declined"
    assert not list((waiting.config / "guest").iterdir())
    assert Tab(**HERE).says("Sheet 1 was declined"), "a reload shows it again"
    tab.press("another")
    assert tab.says("What do you both sign?")
    tab.click("Freeze the sheet for signing")
    assert tab.says("Ana, this is yours to read and sign")
    assert tab.press("see", 1).says("Sheet 1 was declined")
    assert tab.press("another").says("Ana, this is yours to read and sign")


@pytest.mark.usefixtures("waiting")
def test_a_host_declines_with_the_passphrase() -> None:
    """The host's refusal needs the host's key; without the passphrase nothing is declined."""
    tab = Tab(**HERE).press("no")
    tab.enter("I promised too much", "reason", 1, "a").click("Decline and sign that")
    assert tab.says("Type the passphrase of your key.")
    tab.enter("four cups of coffee", "passphrase", 1, "a").click("Decline and sign that")
    assert tab.says("the passphrase does not open")
    assert tab.press("undecided").says("Ana, this is yours to read and sign")
    tab.press("no").enter("I promised too much", "reason", 1, "a").enter(PASSPHRASE, "passphrase", 1, "a")
    assert tab.click("Decline and sign that").says("Sheet 1 was declined")


# ── a guest with a key of their own ───────────────────────────────────────────────────────────────────────────────────


def _chosen_own_key(desk: Desk) -> Tab:
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    return tab.fill(True, "ownkey", kind="checkbox")


def test_how_long_a_guest_may_sign_is_chosen(desk: Desk) -> None:
    """Thirty days are offered; another day goes into the sheet, and stays through a reload until it is frozen."""
    tab = _chosen_own_key(desk)
    today = dt.datetime.now(dt.UTC).astimezone().date()
    assert tab.widget("date_input", "until").value == today + dt.timedelta(days=30)
    tab.fill(today + dt.timedelta(days=7), "until", kind="date_input")
    tab.fill(public_pem("b").decode(), "own-key-text", kind="text_area")
    _freeze(tab)
    draft = (desk.file("test-canvas").parent).rglob("draft-1.yaml")
    assert f'open_until: "{today + dt.timedelta(days=7)}"' in next(draft).read_text(encoding="utf-8")


def test_a_guest_signs_elsewhere_and_the_sheet_comes_back(desk: Desk) -> None:
    """Frozen with the guest's public key, signed by the host, taken along, brought back, complete and sealed."""
    tab = _chosen_own_key(desk)
    assert tab.labelled("button", "Freeze the sheet for signing").disabled
    tab.fill(public_pem("b").decode(), "own-key-text", kind="text_area")
    assert tab.says(f"`{sheets.keys()['b']}`")
    _freeze(tab)
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    assert not (desk.config / "guest").exists()
    assert tab.says("Bea signs elsewhere")
    assert [button.label for button in tab.app.download_button][:2] == ["Draft to sign", "To read (PDF)"]
    half = (desk.file("test-canvas").parent / "draft-1.yaml").read_bytes()
    tab.app.file_uploader[0].upload("draft-1.yaml", half)
    assert tab.run().press("take-in").says("Nothing was signed on it that is not here already.")
    tab.app.file_uploader[0].upload("draft-1.yaml", b"no sheet at all")
    assert tab.run().press("take-in").says("does not hold")
    back = sheet_yaml(sign(read_sheet(half), "b", sheets.key("b"), at=sheets.AT))
    tab.app.file_uploader[0].upload("draft-1.yaml", back)
    assert tab.run().press("take-in").says("Sheet 1 is signed by both")
    assert tab.says("The PDF is sealed")
    assert desk.read("test-canvas").sheets[0].state == "complete"


@pytest.mark.parametrize(
    ("text", "words"),
    [(private_pem("b").decode(), "should never leave its owner's machine"), ("hello", "not a public key in PEM")],
)
def test_what_is_no_public_key_freezes_nothing(text: str, words: str, desk: Desk) -> None:
    """A private key or any other text is refused in words, and the sheet is not frozen."""
    tab = _chosen_own_key(desk)
    tab.fill(text, "own-key-text", kind="text_area")
    assert tab.says(words)
    assert tab.labelled("button", "Freeze the sheet for signing").disabled


# ── what is said ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_chosen_outlives_a_reload(desk: Desk) -> None:
    """The choice of what it is stands in the URL, so that a reload keeps it, and it goes into the sheet."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    tab.fill("contract", "contract", kind="radio").fill(True, "confidential", kind="checkbox")
    again = Tab(**tab.url)
    _freeze(again)
    draft = (desk.file("test-canvas").parent / "draft-1.yaml").read_text(encoding="utf-8")
    assert 'binding: "contract"' in draft
    assert "confidential: true" in draft
    assert "terms" not in again.url


def test_characters_that_cannot_be_printed_are_named_twice(desk: Desk) -> None:
    """Before freezing and again before signing the page names them and says what that means."""
    people = parties().revise(a={"organisation": "Harbour \u0378", "person": "Ana Ruiz"})
    desk.put(ready_canvas(parties=people))
    tab = Tab(**HERE)
    assert tab.says("U+0378")
    _freeze(tab)
    assert tab.says("this is yours to read and sign")
    assert tab.says("U+0378")


def test_what_one_may_miss_later_is_said_before(desk: Desk) -> None:
    """A sheet in which one side promises nothing and nobody leads can be frozen, but not unawares."""
    desk.put(ready_canvas(roles={}, review={}, commitments=[{"id": "x", "by": "a", "what": "Call"}]))
    tab = Tab(**HERE)
    assert tab.says("a promise by Bea; who leads; when each promise counts as done; when you look at it again")


def test_the_sheet_can_be_read_in_words(waiting: Desk) -> None:
    """Who cannot see the pages reads the same in words."""
    assert waiting.read("test-canvas").sheets
    tab = Tab(**HERE)
    assert tab.says("I want to: move our business to new premises")
    assert tab.says("Bea Lund, owner, Northline Cabling: has yet to sign")


def test_a_sheet_that_was_changed_after_signing_is_told(waiting: Desk) -> None:
    """A complete sheet that does not hold any more is explained, never offered to take along."""
    tab = Tab(**HERE)
    _sign(tab, "a", "Ana Ruiz", PASSPHRASE)
    _sign(tab.press("read", "b"), "b", "Bea Lund")
    file = waiting.file("test-canvas").parent / "sheet-1.yaml"
    file.write_bytes(file.read_bytes().replace(b"one-page", b"two-page"))
    tab = Tab(**HERE)
    assert tab.says("Sheet 1 does not hold any more")
    assert not tab.app.download_button
    assert tab.press("another").says("What do you both sign?")


def test_names_that_are_hostile_are_signed_as_they_stand(desk: Desk) -> None:
    """The statement of consent and the name to type show letter for letter."""
    people = parties().revise(a={"organisation": "# <b>H</b>", "person": "*Ana* [Ruiz](x)"})
    desk.put(ready_canvas(parties=people))
    tab = Tab(**HERE)
    _freeze(tab)
    assert tab.says("I, *Ana* [Ruiz](x), for # <b>H</b>")
    _sign(tab, "a", "*Ana* [Ruiz](x)", PASSPHRASE)
    assert tab.says("✓ *Ana* [Ruiz](x) has signed.")


def _freeze(tab: Tab, first: str = PASSPHRASE, again: str = PASSPHRASE) -> None:
    tab.labelled("text_input", "New passphrase").set_value(first)
    tab.labelled("text_input", "Once more").set_value(again)
    tab.click("Freeze the sheet for signing")


def _sign(tab: Tab, party: str, name: str, passphrase: str = "", *, agreed: bool = True) -> None:
    tab.enter(name, "typed", 1, party).enter(agreed, "consent", 1, party, kind="checkbox")
    if party == "a":
        tab.enter(passphrase, "passphrase", 1, party)
    tab.click("Sign")
