"""Every word on `verify.html`, as a table in the language spoken: the scripts of the page have none.

A sentence stands in the table with its slots, `{name}`, which the page fills; what is counted stands there in each form
that the language has for a number, by the names of CLDR, from which `Intl.PluralRules` chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, Final

from jtbd.i18n import ENGLISH, PSEUDO, WITHIN, Message, locale, mark, mark_count_in, mark_in, spoken
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.sign.check.verification import ANSWERS, MEANINGS
from jtbd.sign.page.faults import FAULTS

_OF_A_PDF: Final = ("seal", "attachment", "after-seal")
_FEW: Final = 200
"""Numbers up to here have every form that a language has for whole ones, but for the millions of some."""

_RESULT: Final[Mapping[str, Message]] = {
    "detail": mark("In detail:"),
    "checked": mark("What was checked"),
    "not_reached": mark("not reached"),
    "no_signature": mark("no signature yet"),
    "yet_to_sign": mark("{missing} of {total} yet to sign"),
    "who_signed": mark("Who signed, and when"),
    "agreed": mark("What was agreed"),
    "proposed": mark("What was proposed"),
    "receipt": mark("Compare with your receipt"),
    "receipt_how": mark(
        "You may have photographed the square code of the last screen; it stands on the PDF, too. What a phone reads "
        "off it must be, letter for letter, what stands below for experts. If they differ, this is another sheet than "
        "the one that you saw, however well it is signed."
    ),
    "proves": mark("What this proves, and what it does not"),
    "proves_content": mark("It proves that this content is unchanged since these keys signed it."),
    "proves_no_person": mark("It does not prove who held the laptop; that is what the other party witnessed."),
    "proves_no_time": mark("It does not prove when it was: the time is the laptop’s own."),
    "proves_no_print": mark(
        "It says nothing of a PDF or a print: where one reads otherwise, what counts is this file."
    ),
    "experts": mark("For experts"),
    "the_sheet": mark("The sheet {code}"),
    "the_hash": mark("The hash of its content {code}"),
    "the_key": mark("The key of {name} {code}"),
    "the_seal": mark("The key that seals its PDF {code}"),
    "the_place": mark("It takes the place of the sheet {code}"),
    "the_file": mark("The file that it was made from: revision {revision}, SHA-256 {code}"),
    "letter_for_letter": mark("Signed, letter for letter: {words}"),
    "has_yet_to_sign": mark("{name} has yet to sign"),
    "drawn": mark("Drawn signature of {name}"),
    "promises": mark("Promises"),
    "promise": mark("{name} promises: {promise}"),
    "job": mark("The job of their customer"),
    "roles": mark("Roles"),
    "value": mark("What it is worth"),
    "alone": mark("Alone, a year"),
    "together": mark("Together, a year"),
    "review": mark("Review"),
    "review_on": mark("The two look at this again on {day}."),
    "review_every": mark("The two look at this again {cadence}."),
    "review_both": mark("The two look at this again on {day}, then {cadence}."),
    "open_until": mark("It could be signed until {day}."),
    "replaces": mark("It takes the place of an earlier sheet of the two."),
    # For translators: {only_a}, {both}, {only_b} and {nobody} are shares, as “12 %”, “nothing” or “under 1 %”.
    "shares": mark(
        "Who solves how much of it today: only {a} {only_a}; both {both}; only {b} {only_b}; nobody yet {nobody}."
    ),
    "complete": mark("{names} have both signed this content, and it is unchanged since."),
    "incomplete": mark("{signed} of {total} signed; still to sign: {names}."),
    "declined": mark("{name} declined: “{reason}”."),
    "suggests": mark("Who fits better, they say: {name}."),
}
_CHECKED: Final[Mapping[str, Message]] = {
    "canonical": mark("It is written in the one form that a sheet has."),
    "schema": mark("It is a commitment sheet of a known form."),
    "hash": mark("Its content is what its hash was made of."),
    "header": mark("Each signature is of the one kind that counts here."),
    "key": mark("Each signature was made with the key that the sheet names."),
    "signature": mark("Each signature fits what was signed."),
    "payload": mark("What was signed speaks of this sheet."),
    "late": mark("Nobody signed after the last day on which the sheet could be signed."),
    "signers": mark("Nobody signed who was not asked to, and nobody signed twice."),
}
_ADVICE: Final[Mapping[str, Message]] = {
    "complete": mark("Compare it with your receipt below: that is what rules out another sheet in this one’s place."),
    "incomplete": mark("It is a draft: nobody is held to it until everybody has signed."),
    "declined": mark("The round ended here, and without commitments: nobody owes anybody anything from this sheet."),
    "invalid": mark(
        "Do not rely on this file. It may have been damaged on its way, by an editor or a mail program for instance, "
        "or changed on purpose. Ask the other party for the file as it was signed, and check that one."
    ),
}
OUTCOMES: Final[Mapping[str, Message]] = {
    "complete": mark_in("a sheet", "Complete"),
    "incomplete": mark_in("a sheet", "Incomplete"),
    "declined": mark_in("a sheet", "Declined"),
    "invalid": mark_in("a sheet", "Invalid"),
}
_STATES: Final[Mapping[str, Message]] = {
    "holds": mark_in("a rule", "holds"),
    "broken": mark_in("a rule", "broken"),
    "open": mark_in("a rule", "open"),
    "unreached": mark_in("a rule", "unreached"),
}
_SIGNED: Final[Mapping[str, Message]] = {
    "signed laptop": mark("{name} signed on {day}, {time} UTC (the laptop’s clock)"),
    "signed phone": mark("{name} signed on {day}, {time} UTC (the phone’s clock)"),
    "signed server": mark("{name} signed on {day}, {time} UTC (the server’s clock)"),
    "declined laptop": mark("{name} declined on {day}, {time} UTC (the laptop’s clock)"),
    "declined phone": mark("{name} declined on {day}, {time} UTC (the phone’s clock)"),
    "declined server": mark("{name} declined on {day}, {time} UTC (the server’s clock)"),
}
_SIGNED_THERE: Final[Mapping[str, Message]] = {
    # For translators: {there} and {hour} are the day and the hour where it was signed, {zone} is as +01:00.
    "signed laptop": mark(
        "{name} signed on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the laptop’s clock)"
    ),
    "signed phone": mark(
        "{name} signed on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the phone’s clock)"
    ),
    "signed server": mark(
        "{name} signed on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the server’s clock)"
    ),
    "declined laptop": mark(
        "{name} declined on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the laptop’s clock)"
    ),
    "declined phone": mark(
        "{name} declined on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the phone’s clock)"
    ),
    "declined server": mark(
        "{name} declined on {day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (the server’s clock)"
    ),
}
_ROLES: Final[Mapping[str, Message]] = {
    "lead": mark("{name} leads"),
    "co-lead": mark("{name} co-leads"),
    "contribute": mark("{name} contributes"),
    "refer": mark("{name} refers"),
}
_ROLES_DOING: Final[Mapping[str, Message]] = {
    "lead": mark("{name} leads: {does}"),
    "co-lead": mark("{name} co-leads: {does}"),
    "contribute": mark("{name} contributes: {does}"),
    "refer": mark("{name} refers: {does}"),
}
_KINDS: Final[Mapping[str, Message]] = {
    "referral": mark("a referral"),
    "introduction": mark("an introduction"),
    "joint-offer": mark("a joint offer"),
    "delivery": mark("a delivery"),
    "information": mark("information"),
    "other": mark("something else"),
}
_VERDICTS: Final[Mapping[str, Message]] = {
    "unknown": mark("Too little was said to tell what the two are to each other in this job."),
    "little-in-common": mark("The two have too little in common in this job."),
    "competitive": mark("The two compete for this job."),
    "contested": mark("The two complete each other in this job, with ground to divide."),
    "complementary": mark("The two complete each other in this job."),
}
_FLAGS: Final[Mapping[str, Message]] = {
    "one-sided": mark("One of them brings little that the other does not."),
    "swallowed-a": mark("Nearly all that {a} solves here, {b} solves too."),
    "swallowed-b": mark("Nearly all that {b} solves here, {a} solves too."),
    "mixed-signals": mark("Their answers to the last question, not the numbers, decided this."),
    "heading": mark("Once each takes on what it wants to, the answer will be another."),
    "line-drawn": mark("The lines that they drew between them change the answer."),
}
_LABELS: Final[Mapping[str, Message]] = {
    "performer": mark_in("whose job it is", "For"),
    "when": mark_in("of a job", "When"),
    "want": mark_in("of a job", "I want to"),
    "so_that": mark_in("of a job", "So that"),
    "qualifies": mark("Counts if"),
    "standard": mark("Standard"),
    "reward": mark("In return"),
    "serves": mark_in("a promise, needs", "Serves"),
    "kind": mark_in("of a promise", "Kind"),
}
_SHARES: Final[Mapping[str, Message]] = {
    "nothing": mark_in(WITHIN, "nothing"),
    "all": mark_in(WITHIN, "all"),
    "least": mark_in(WITHIN, "under {number} %"),
    "most": mark_in(WITHIN, "over {number} %"),
    "share": mark_in(WITHIN, "{number} %"),
}
_CLAUSES: Final[Mapping[str, Message]] = {
    # For translators: what follows what somebody promises, in one sentence: “Call Omar, by 15 December 2026; done when
    # he answered”. {joint} is a word that they wrote themselves, as “once”.
    "trigger": mark_in(WITHIN, ", when {said}"),
    "every": mark_in(WITHIN, ", {cadence}"),
    "due": mark_in(WITHIN, ", by {day}"),
    "gives": mark_in(WITHIN, ", so that {said}"),
    "gives_what": mark_in(WITHIN, ", so that {name} gets {said}"),
    "own": mark_in(WITHIN, ", {joint} {said}"),
    "done_when": mark_in(WITHIN, "; done when {said}"),
    "done": mark_in(WITHIN, "; done {said}"),
}
_CADENCES: Final[Mapping[str, Message]] = {
    "days": mark_count_in(WITHIN, "every day", "every {number} days"),
    "weeks": mark_count_in(WITHIN, "every week", "every {number} weeks"),
    "months": mark_count_in(WITHIN, "every month", "every {number} months"),
}
_CHANGES: Final[Mapping[str, Message]] = {
    "otherwise": mark_in(WITHIN, "the way it is written"),
    "ends": mark_in(WITHIN, "the line ends"),
    "blanks": mark_in(WITHIN, "blanks or the last line's end"),
    "encoding": mark_in(WITHIN, "the encoding"),
    "mark": mark_in(WITHIN, "a mark in front"),
}
_HELD: Final = (
    mark("Only the form was changed on the way ({changes}), not what was agreed: its hash holds."),
    mark(
        "Only the form was changed on the way ({changes}), not what was agreed: the hash and the one signature on it "
        "hold."
    ),
    mark("Only the form was changed on the way ({changes}), not what was agreed: the hash and both signatures hold."),
)
_AGAIN: Final = mark(
    "Take a fresh copy: from the mail it came with, from the other party, or the sheet.yaml that is attached to its "
    "PDF."
)
_AMOUNT: Final = mark_in(WITHIN, "{currency} {amount}")
_TABLES: Final = {
    "result": _RESULT,
    "checked": _CHECKED,
    "advice": _ADVICE,
    "outcomes": OUTCOMES,
    "states": _STATES,
    "signed": _SIGNED,
    "signed_there": _SIGNED_THERE,
    "roles": _ROLES,
    "roles_doing": _ROLES_DOING,
    "kinds": _KINDS,
    "verdicts": _VERDICTS,
    "flags": _FLAGS,
    "labels": _LABELS,
    "shares": _SHARES,
    "clauses": _CLAUSES,
    "cadences": _CADENCES,
    "changes": _CHANGES,
    "faults": FAULTS,
    "answers": {rule: answer for rule, answer in ANSWERS.items() if rule not in _OF_A_PDF},
    "rules": {rule: meaning for rule, meaning in MEANINGS.items() if rule not in _OF_A_PDF},
}


def words() -> dict[str, Any]:
    """Return the table in the language spoken."""
    return {
        "locale": locale().replace("_", "-"),
        **{name: {key: _open(message) for key, message in table.items()} for name, table in _TABLES.items()},
        "held": [_open(message) for message in _HELD],
        "again": _AGAIN.said(),
        "amount": _open(_AMOUNT),
        "binding": BINDING_MEANS,
        "confidential": {str(key).lower(): sentence for key, sentence in CONFIDENTIAL_MEANS.items()},
    }


def _open(message: Message) -> str | dict[str, str]:
    """Return a sentence with its slots still to be filled; of what is counted, each of its forms."""
    slots = {name: "{" + name + "}" for text in message[:2] for _, name, _, _ in Formatter().parse(text) if name}
    if not message.many:
        return message.said(**slots)
    plural = _plural()
    numbers = {plural(number): number for number in range(_FEW, -1, -1)}
    return {form: message.counted(number, **slots) for form, number in numbers.items()}


def direction() -> str:
    """Return from which side the language spoken is read, as HTML has it."""
    if spoken() in {ENGLISH, PSEUDO}:
        return "ltr"
    from babel.core import Locale  # noqa: PLC0415 - slow, and for other languages only

    found: str = Locale.parse(locale()).text_direction
    return found


def _plural() -> Callable[[int], str]:
    if spoken() in {ENGLISH, PSEUDO}:
        return lambda number: "one" if number == 1 else "other"
    from babel.core import Locale  # noqa: PLC0415 - slow, and for other languages only

    return Locale.parse(locale()).plural_form
