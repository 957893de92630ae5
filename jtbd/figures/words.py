"""Every text that a figure shows, in one place; what has a slot is filled in by the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from jtbd.i18n import WITHIN, Message, mark, mark_count, mark_in
from jtbd.model import Dimension, PartyId, Stance
from jtbd.scoring.result import Verdict

# ── everywhere ────────────────────────────────────────────────────────────────────────────────────────────────────────

PERCENT: Final = mark_in(WITHIN, "{number}\u00a0%")
UNDER_ONE_PERCENT: Final = mark_in(WITHIN, "<\u00a0{number}\u00a0%")
OVER_99_PERCENT: Final = mark_in(WITHIN, ">\u00a0{number}\u00a0%")
UNNAMED: Final[Mapping[PartyId, Message]] = {"a": mark_in(WITHIN, "Party A"), "b": mark_in(WITHIN, "Party B")}
SAME_NAME: Final[Mapping[PartyId, str]] = {"a": " (A)", "b": " (B)"}
VERDICTS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark("not known yet"),
    Verdict.LITTLE_IN_COMMON: mark("too little in common"),
    Verdict.COMPETITIVE: mark("rivals"),
    Verdict.CONTESTED: mark("ground to divide"),
    Verdict.COMPLEMENTARY: mark("complete each other"),
}
SAY_VERDICTS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark("Not known yet."),
    Verdict.LITTLE_IN_COMMON: mark("Too little in common."),
    Verdict.COMPETITIVE: mark("Rivals."),
    Verdict.CONTESTED: mark("Ground to divide."),
    Verdict.COMPLEMENTARY: mark("Complete each other."),
}
DIMENSIONS: Final[Mapping[Dimension, Message]] = {
    Dimension.FUNCTIONAL: mark("What has to get done"),
    Dimension.EMOTIONAL: mark("How they want to feel"),
    Dimension.SOCIAL: mark("How they want to be seen"),
}
STANCES: Final[Mapping[Stance, Message]] = {
    Stance.LEAVE: mark_in("stance", "leave"),
    Stance.WANT: mark_in("stance", "want"),
    Stance.DO: mark_in("stance", "do"),
    Stance.CORE: mark_in("stance", "core"),
}
SAID_STANCES: Final[Mapping[Stance, Message]] = {
    Stance.LEAVE: mark_in(WITHIN, "leave"),
    Stance.WANT: mark_in(WITHIN, "want"),
    Stance.DO: mark_in(WITHIN, "do"),
    Stance.CORE: mark_in(WITHIN, "core"),
}
IMPORTANCES: Final = (mark("no concern"), mark("nice to have"), mark("important"), mark("vital"))
SAID_IMPORTANCES: Final = (
    mark_in(WITHIN, "no concern"),
    mark_in(WITHIN, "nice to have"),
    mark_in(WITHIN, "important"),
    mark_in(WITHIN, "vital"),
)
NOT_RATED: Final = mark_in(WITHIN, "not rated")
NO_NEEDS: Final = mark("No needs yet. List what the customer needs, then rate it.")

# ── the four parts of the job ─────────────────────────────────────────────────────────────────────────────────────────

ONLY: Final = mark("only {name}")
CONTESTED: Final = mark_in("part of a job", "both")
OPEN: Final = mark_in("part of a job", "open")
SHARE_ONLY: Final = mark_in(WITHIN, "only {name} {share}")
SHARE_CONTESTED: Final = mark_in(WITHIN, "both {share}")
SHARE_OPEN: Final = mark_in(WITHIN, "open {share}")
COUNT_ONLY: Final = mark_in(WITHIN, "{number} only {name}")
COUNT_CONTESTED: Final = mark_in(WITHIN, "{number} both")
COUNT_OPEN: Final = mark_in(WITHIN, "{number} open")
# For translators: {parts} is one to four of "only … 30 %, both 12 %, open 27 %"
SHARES: Final = mark("{parts}")
CONTESTED_SHARE: Final = mark("both solve {share} of it")
REACH: Final = mark("{name} solves {share}")
NO_REACH: Final = mark("{name} solves nothing here")
AFTER_LINE_PART: Final = mark("with your lines both of you still solve {contested} of it")
NO_WEIGHT: Final = mark("nothing here matters to either yet")
NOTHING_MATTERS: Final = mark("Nothing matters yet. Rate how important each need is to your customers.")

# ── the strip of verdicts ─────────────────────────────────────────────────────────────────────────────────────────────

PointKind = Literal["today", "so-far", "after"]
SOLVED_BY_BOTH: Final[Mapping[PointKind, Message]] = {
    "today": mark("today: {share} solved by both"),
    "so-far": mark("so far: {share} solved by both"),
    "after": mark("with your lines: {share} solved by both"),
}
SAY_SOLVED_BY_BOTH: Final[Mapping[PointKind, Message]] = {
    "today": mark("Today: {share} solved by both."),
    "so-far": mark("So far: {share} solved by both."),
    "after": mark("With your lines: {share} solved by both."),
}
IMPORTANT_TO_BOTH: Final = mark("today: {share} important to both")
SAY_IMPORTANT_TO_BOTH: Final = mark("Today: {share} important to both.")
ENOUGH_IN_COMMON: Final = mark("enough in common")
ANSWERS_DECIDE: Final = mark("Here your answers to the last question decide, not the number.")
NO_PURPOSE: Final = mark(
    "What you have in common is not known yet: no need matters to either of you and is rated by both."
)
NO_RIVALRY: Final = mark("Neither of you solves a need yet that matters and that has to get done.")
TOO_FEW_ANSWERS: Final = mark("Too few answers for a verdict yet.")
SWALLOWED: Final = mark("Still rivals: nearly all that {name} does, {other} does too.")
IDLE: Final = mark("Still too little in common: one of you neither solves nor wants anything that has to get done.")

# ── need by need ────────────────────────────────────────────────────────────────────────────────────────────────────

MATTERS: Final = mark("matters")
KEY_CONTESTED: Final = mark("both solve it")
KEY_ONLY: Final = mark("one does")
KEY_OPEN: Final = mark("nobody does")
NOT_ANSWERED: Final = mark_in(WITHIN, "not said yet")
FULL_STANCES: Final[Mapping[Stance, Message]] = {
    Stance.LEAVE: mark_in(WITHIN, "leaves it on the table"),
    Stance.WANT: mark_in(WITHIN, "wants to solve it"),
    Stance.DO: mark_in(WITHIN, "does it in part"),
    Stance.CORE: mark_in(WITHIN, "core of what it does"),
}
ANSWER: Final = mark("{stance}, {importance}.")
SOLVES_IT: Final = mark("Only {name} solves it today.")
BOTH_SOLVE_IT: Final = mark("Both of you solve it, and no line is drawn.")
BINDS: Final = mark("Both of you promise it: that binds, and needs no line.")
LEADS: Final = mark("Both of you solve it, and {name} leads.")
TO_LINE: Final = mark("Draw the line")
TO_LINE_AGAIN: Final = mark("Draw it anew")
NOBODY_SOLVES_IT: Final = mark("Neither of you solves it.")
MISSING: Final = mark("Missing: {who}.")
LOOKS: Final = mark("{name} looks for them.")
TO_MISSING: Final = mark("Say who is missing")
NO_TURN: Final = mark("No small change of mind here would turn the verdict.")
MORE: Final = mark_count("{number} more", "{number} more")
NOTHING_RATED: Final = mark("Nothing has been rated yet.")
THE_TEST: Final = mark("The last question")

# ── the whole job ─────────────────────────────────────────────────────────────────────────────────────────────────────

ALONE_NAMED: Final = mark("{name} alone")
HOLDS: Final = mark_count("{number} of {all} hold", "{number} of {all} hold")

# ── guesses ───────────────────────────────────────────────────────────────────────────────────────────────────────────

GUESSES: Final = mark("{by} guessed {right} of {made} of what {other} said")
GUESSED: Final = mark("guessed {guess}, said {said}")

# ── importance ────────────────────────────────────────────────────────────────────────────────────────────────────────

FAR_APART: Final = mark("Far apart")
A_STEP_APART: Final = mark("A step apart")
AGREED_ALL: Final = mark("You agree on what matters: no need is rated differently.")
UNRATED: Final = mark_count("{number} not rated by both.", "{number} not rated by both.")
NO_COMMON_RATING: Final = mark("No need is rated by both yet.")
APART: Final = mark("{a}: {importance_a}; {b}: {importance_b}")

# ── value ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

ALONE: Final = mark("alone")
TOGETHER: Final = mark("together")
PER_YEAR: Final = mark("{currency} a year")
A_YEAR: Final = mark("a year")
GAIN_UNKNOWN: Final = mark("What is gained is not known yet.")
GAINS: Final = mark("Gains {amount}; when to take notice is not stated.")
GAINS_ENOUGH: Final = mark("Gains {amount}: enough to take notice.")
GAINS_TOO_LITTLE: Final = mark("Gains {amount}: too little to take notice.")
LOSES: Final = mark("Loses {amount}.")
NOT_STATED: Final = mark("not stated")
SAID_NOT_STATED: Final = mark_in(WITHIN, "not stated")
MILLIONS: Final = mark_in(WITHIN, "{amount}\u00a0M")
NO_VALUE: Final = mark("No amounts yet. State what a year is worth alone and together.")

# ── text alternatives ─────────────────────────────────────────────────────────────────────────────────────────────────

OVERLAP_TITLE: Final = mark("Overlap of {a} and {b}")
SUMMARY: Final = mark("both {contested}, open {open}")
SAY_SPLIT: Final[Mapping[Dimension, Message]] = {
    Dimension.FUNCTIONAL: mark(
        "What has to get done: only {a} {only_a}, both {contested}, only {b} {only_b}, open {open}."
    ),
    Dimension.EMOTIONAL: mark(
        "How they want to feel: only {a} {only_a}, both {contested}, only {b} {only_b}, open {open}."
    ),
    Dimension.SOCIAL: mark(
        "How they want to be seen: only {a} {only_a}, both {contested}, only {b} {only_b}, open {open}."
    ),
}
SAY_AFTER_LINE: Final = mark("With your lines both still solve {contested} of what has to get done.")
# For translators: {parts} is one to four of "6 only …, 3 both, 2 open"
SAY_PARTS: Final = mark_count("{number} need: {parts}.", "{number} needs: {parts}.")
SAY_FIRST: Final = mark("What matters most: “{text}”.")
SAY_FAR: Final = mark_count(
    "Far apart on {number} need, first on “{text}” ({a}: {importance_a}, {b}: {importance_b}).",
    "Far apart on {number} needs, first on “{text}” ({a}: {importance_a}, {b}: {importance_b}).",
)
SAY_NEAR: Final = mark_count("A step apart on {number} need.", "A step apart on {number} needs.")
SAY_AGREED: Final = mark_count("Agreed on {number} need.", "Agreed on {number} needs.")
SAY_YEAR: Final = mark("{name}: {alone} alone, {together} together (a year).")
SAY_YEAR_IN: Final = mark("{name}: {alone} alone, {together} together ({currency} a year).")
