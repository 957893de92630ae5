"""Every text that a figure shows, in one place, so that it can be translated; `{…}` is filled in by the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.model import Dimension, PartyId, Stance
from jtbd.scoring.result import Verdict

# ── everywhere ────────────────────────────────────────────────────────────────────────────────────────────────────────

PERCENT: Final = "{number}\u00a0%"
UNDER_ONE_PERCENT: Final = "<\u00a01\u00a0%"
OVER_99_PERCENT: Final = ">\u00a099\u00a0%"
UNNAMED: Final[Mapping[PartyId, str]] = {"a": "Party A", "b": "Party B"}
SAME_NAME: Final[Mapping[PartyId, str]] = {"a": " (A)", "b": " (B)"}
VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "not known yet",
    Verdict.LITTLE_IN_COMMON: "too little in common",
    Verdict.COMPETITIVE: "rivals",
    Verdict.CONTESTED: "ground to divide",
    Verdict.COMPLEMENTARY: "complete each other",
}
DIMENSIONS: Final[Mapping[Dimension, str]] = {
    Dimension.FUNCTIONAL: "What has to get done",
    Dimension.EMOTIONAL: "How they want to feel",
    Dimension.SOCIAL: "How they want to be seen",
}
STANCES: Final[Mapping[Stance, str]] = {
    Stance.LEAVE: "leave",
    Stance.WANT: "want",
    Stance.DO: "do",
    Stance.CORE: "core",
}
IMPORTANCES: Final = ("no concern", "nice to have", "important", "vital")
NOT_RATED: Final = "not rated"
NO_NEEDS: Final = "No needs yet. List what the customer needs, then rate it."

# ── the four parts of the job ─────────────────────────────────────────────────────────────────────────────────────────

ONLY: Final = "only {name}"
CONTESTED: Final = "both"
OPEN: Final = "open"
PART: Final = "{part} {share}"
CONTESTED_SHARE: Final = "both solve {share} of it"
REACH: Final = "{name} solves {share}"
NO_REACH: Final = "{name} solves nothing here"
AFTER_LINE: Final = "with your lines"
AFTER_LINE_PART: Final = "with your lines both of you still solve {contested} of it"
NO_WEIGHT: Final = "nothing here matters to either yet"
NOTHING_MATTERS: Final = "Nothing matters yet. Rate how important each need is to your customers."

# ── the strip of verdicts ─────────────────────────────────────────────────────────────────────────────────────────────

TODAY: Final = "today"
SO_FAR: Final = "so far"
SOLVED_BY_BOTH: Final = "{label}: {share} solved by both"
IMPORTANT_TO_BOTH: Final = "{label}: {share} important to both"
ENOUGH_IN_COMMON: Final = "enough in common"
ANSWERS_DECIDE: Final = "Here your answers to the last question decide, not the number."
NO_PURPOSE: Final = "What you have in common is not known yet: no need matters to either of you and is rated by both."
NO_RIVALRY: Final = "Neither of you solves a need yet that matters and that has to get done."
TOO_FEW_ANSWERS: Final = "Too few answers for a verdict yet."
SWALLOWED: Final = "Still rivals: nearly all that {name} does, {other} does too."
IDLE: Final = "Still too little in common: one of you neither solves nor wants anything that has to get done."

# ── need by need ────────────────────────────────────────────────────────────────────────────────────────────────────

MATTERS: Final = "matters"
KEY_CONTESTED: Final = "both solve it"
KEY_ONLY: Final = "one does"
KEY_OPEN: Final = "nobody does"
NOT_ANSWERED: Final = "not said yet"
FULL_STANCES: Final[Mapping[Stance, str]] = {
    Stance.LEAVE: "leaves it on the table",
    Stance.WANT: "wants to solve it",
    Stance.DO: "does it in part",
    Stance.CORE: "core of what it does",
}
SOLVES_IT: Final = "Only {name} solves it today."
BOTH_SOLVE_IT: Final = "Both of you solve it, and no line is drawn."
BINDS: Final = "Both of you promise it: that binds, and needs no line."
LEADS: Final = "Both of you solve it, and {name} leads."
TO_LINE: Final = "Draw the line"
TO_LINE_AGAIN: Final = "Draw it anew"
NOBODY_SOLVES_IT: Final = "Neither of you solves it."
MISSING: Final = "Missing: {who}."
LOOKS: Final = "{name} looks for them."
TO_MISSING: Final = "Say who is missing"
NO_TURN: Final = "No small change of mind here would turn the verdict."
MORE: Final = "{count} more"
NOTHING_RATED: Final = "Nothing has been rated yet."
THE_TEST: Final = "The last question"

# ── the whole job ─────────────────────────────────────────────────────────────────────────────────────────────────────

ALONE_NAMED: Final = "{name} alone"
HOLDS: Final = "{count} of {all} hold"

# ── guesses ───────────────────────────────────────────────────────────────────────────────────────────────────────────

GUESSES: Final = "{by} guessed {right} of {made} of what {other} said"
GUESSED: Final = "guessed {guess}, said {said}"
GUESS_KEY: Final = "hollow is the guess, full the answer"

# ── importance ────────────────────────────────────────────────────────────────────────────────────────────────────────

FAR_APART: Final = "Far apart"
A_STEP_APART: Final = "A step apart"
AGREED_ALL: Final = "You agree on what matters: no need is rated differently."
UNRATED: Final = "{count} not rated by both."
NO_COMMON_RATING: Final = "No need is rated by both yet."
APART: Final = "{name}: {importance}"

# ── value ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

ALONE: Final = "alone"
TOGETHER: Final = "together"
PER_YEAR: Final = "{currency} a year"
A_YEAR: Final = "a year"
GAIN_UNKNOWN: Final = "What is gained is not known yet."
GAINS: Final = "Gains {amount}; when to take notice is not stated."
GAINS_ENOUGH: Final = "Gains {amount}: enough to take notice."
GAINS_TOO_LITTLE: Final = "Gains {amount}: too little to take notice."
LOSES: Final = "Loses {amount}."
NOT_STATED: Final = "not stated"
MILLIONS: Final = "{amount}\u00a0M"
NO_VALUE: Final = "No amounts yet. State what a year is worth alone and together."

# ── text alternatives ─────────────────────────────────────────────────────────────────────────────────────────────────

OVERLAP_TITLE: Final = "Overlap of {a} and {b}"
SUMMARY: Final = "both {contested}, open {open}"
SENTENCE: Final = "{said}."
SAY_SPLIT: Final = "{dimension}: {parts}."
SAY_AFTER_LINE: Final = "With your lines both still solve {contested} of what has to get done."
SAY_PARTS: Final = "{count}: {parts}."
SAY_FIRST: Final = "What matters most: “{text}”."
SAY_FAR: Final = "Far apart on {count}, first on “{text}” ({answers})."
SAY_NEAR: Final = "A step apart on {count}."
SAY_AGREED: Final = "Agreed on {count}."
SAY_YEAR: Final = "{name}: {alone} alone, {together} together ({unit}). {gain}"
LISTED: Final = ", "
ONE_NEED: Final = "1 need"
NEEDS: Final = "{count} needs"
