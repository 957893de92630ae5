"""Amounts of money as people write them: signs and codes, thousands parted in any way, words of big numbers.

Nothing is guessed. What is not one amount is refused, and the refusal has that very amount as it should be written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from jtbd.model.currency import EXACT, decimals, shown_decimals, unpayable, written
from jtbd.parsing import money_words, rewriting
from jtbd.parsing.numeral import ascii_text
from jtbd.parsing.pieces import NotUnderstoodError, Piece, TwoMeaningsError, pieces, total
from jtbd.parsing.rewriting import Span

__all__ = ["Amount", "Span", "UnclearAmount", "is_shown", "kept", "parted", "read_amount", "rightly"]

_LONGEST: Final = 80
_MOST_REPAIRS: Final = 6
_MOST_PLACES: Final = 4
_ABOUT: Final = re.compile(
    r"\A(?:[~≈=約约]|(?:about|approx(?:imately|\.)?|roughly|around|circa|some|say|ca\.?|c\.|etwa|rund|ungefähr|environ"
    r"|cirka)(?![^\W\d_]))\s*|\s*(?:or so|or thereabouts|approx\.?|roughly|-?ish|(?<!\w)ca\.?|前後|左右)\Z",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"\A(?:over|more than|at least|minimum|min\.?|from|up to|less than|under|below|at most|maximum|max\.?|[<>≤≥]=?)"
    r"\s*(?=\D{0,4}\d)|\s*(?:\+|or more|or less|and (?:up|more)|plus|max\.?|min\.?|以上|以下)\Z"
    r"|\s*(?:±|\+/-|\+-)\s*[\d.,]+[^\d]*\Z",
    re.IGNORECASE,
)
_PER: Final = re.compile(
    r"\s*(?:(?:/|\bper|\ban?|\bpro|\beach|\bevery)\s*"
    r"(?P<span>year|yr|y|annum|jahr|an|anno|año|år|rok|month|mo|week|wk|day|d|hour|hr|h|std|stunde)\b\.?"
    r"|\bp\.?\s?(?P<short>[ahm])\.?|\b(?P<adverb>yearly|annually|hourly|monthly|weekly|daily))\s*\Z",
    re.IGNORECASE,
)
_SPANS: Final = {
    **dict.fromkeys(
        ("year", "yr", "y", "annum", "jahr", "an", "anno", "año", "år", "rok", "a", "yearly", "annually"), "year"
    ),
    **dict.fromkeys(("hour", "hr", "h", "std", "stunde", "hourly"), "hour"),
    **dict.fromkeys(("month", "mo", "m", "monthly"), "month"),
    **dict.fromkeys(("week", "wk", "weekly"), "week"),
    **dict.fromkeys(("day", "d", "daily"), "day"),
}
_A_YEAR: Final = {"month": 12, "week": 52}
_NO_CENTS: Final = re.compile(r"(?<=\d)(?:[.,:]\s?|/)-{1,3}(?=\s|\Z|[^\W\d])")
_RANGE: Final = re.compile(
    r"\s*(?:-+|~|…|\.{2,3}|/|(?<!\w)(?:to|till|until|or|bis|oder|à|ou)(?!\w)|から)\s*(?=[^\d-]{0,6}\d)", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"\A(?:between|zwischen|entre)\s+(?P<low>.+?)\s+(?:and|und|et|y)\s+(?P<high>.+)", re.IGNORECASE
)
_POWER: Final = re.compile(r"\d+(?:[.,]\d+)?e\+?\d{1,2}(?!\d)", re.IGNORECASE)


class Amount(NamedTuple):
    """An amount that was understood.

    Attributes:
        text: a decimal as a file has it, empty where nothing was typed.
        currency: the code of the currency that was written beside it, None where none was, or more than one could be.

    """

    text: str
    currency: str | None = None


class UnclearAmount(ValueError):
    """What was typed is not one amount that can be kept; says what to write instead."""


def read_amount(typed: str, currency: str | None = None, *, per: Span = "year", signed: bool = True) -> Amount:
    """Return the amount that was typed: "€40k", "40 000", "1.5 lakh", "300万".

    Args:
        typed: what stands in the field.
        currency: the code beside the field, None where none is chosen.
        per: what time the amount is for; "a year" may be written behind it.
        signed: whether it may be less than nought.

    Raises:
        UnclearAmount: it is none, or more than one, or cannot be paid in that currency.

    """
    text = ascii_text(typed)
    if not text:
        return Amount("")
    text, span = _timed(_ABOUT.sub("", text))
    text = _ABOUT.sub("", _NO_CENTS.sub("", text)).strip(" .,;:")
    if len(text) > _LONGEST:
        raise UnclearAmount(rewriting.in_digits("", ""))
    value, codes = _understood(text, currency)
    named = _named(codes, currency, value)
    paid = named or currency
    if span not in {None, per}:
        factor = _A_YEAR.get(span or "", 0) if per == "year" else 0
        raise UnclearAmount(rewriting.for_span(per, written(value * factor, paid) if factor else ""))
    if value < 0 and not signed:
        raise UnclearAmount(rewriting.not_below_nought(_rounded(-value, paid)))
    if paid and (wrong := unpayable(value, paid)):
        raise UnclearAmount(wrong)
    return Amount(kept(value, paid), named)


def rightly(typed: str, currency: str | None = None) -> str:
    """Return an amount as a file has it, where it is clear what is meant; else nothing."""
    try:
        return read_amount(typed, currency).text
    except UnclearAmount:
        return ""


def parted(amount: str, currency: str | None = None) -> str:
    """Return a stored amount with its thousands parted by a space, which no country takes for a decimal point.

    One that is not whole has all decimals of its currency, so that it reads again as the same.
    """
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", amount):
        return amount
    value = Decimal(amount)
    places = -int(value.as_tuple().exponent)
    wanted = max(places, shown_decimals(currency)) if places and currency else places
    return _parted(value, wanted)


def is_shown(typed: str, amount: str) -> bool:
    """Say whether a field shows a stored amount, with as many decimals as any currency has."""
    if not (typed and amount):
        return not typed and not amount
    value = Decimal(amount)
    least = max(0, -int(value.normalize().as_tuple().exponent))
    return typed in {_parted(value, places) for places in range(least, _MOST_PLACES + 1)}


def _parted(value: Decimal, places: int) -> str:
    return f"{value:,.{places}f}".replace(",", "\u202f")


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _timed(text: str) -> tuple[str, str | None]:
    """Return text without "a year" behind it, and what time that was."""
    found = _PER.search(text)
    if not found or not re.search(r"\d", text[: found.start()]):
        return text, None
    said = (found["span"] or found["short"] or found["adverb"]).lower()
    return text[: found.start()], _SPANS[said]


def _understood(text: str, currency: str | None) -> tuple[Decimal, frozenset[str] | None]:
    """Return the one amount of a text, and in which currencies.

    Raises:
        UnclearAmount: there is none, or more than one.

    """
    bare, ends = _BOUND.sub("", text), _apart(text)
    try:
        if bare == text and len(ends) == 1:
            return _one(text, currency)
        values = _ends(ends, currency) if len(ends) > 1 else [_one(bare, currency)[0]]
    except NotUnderstoodError as unknown:
        raise UnclearAmount(rewriting.in_digits(_repaired(text, currency), str(unknown))) from None
    except TwoMeaningsError as both:
        raise UnclearAmount(_which(text, currency, *both.args)) from None
    with localcontext(prec=EXACT):
        middle = sum(values, Decimal(0)) / len(values)
    raise UnclearAmount(rewriting.one_amount(_rounded(middle, currency)))


def _apart(text: str) -> list[str]:
    """Return the amounts of a range, or the text where it is none; a dash with no digit before it is a minus."""
    if between := _BETWEEN.match(text):
        return [between["low"], between["high"]]
    found, start = [], 0
    for mark in _RANGE.finditer(text):
        if re.search(r"\d", text[start : mark.start()]):
            found.append(text[start : mark.start()])
            start = mark.end()
    return [*found, text[start:]]


def _ends(ends: Sequence[str], currency: str | None) -> list[Decimal]:
    """Return the amounts of a range; "40–50k" begins at 40k, "900k–1.2m" at 900k."""
    found = [[*pieces(_signed(_BOUND.sub("", end))[0], currency)] for end in ends]
    scale = [piece for piece in found[-1] if piece.factors]
    if not any(piece.factors for first in found[:-1] for piece in first):
        found = [*([*first, *scale] for first in found[:-1]), found[-1]]
    return [total(each, currency) for each in found]


def _one(text: str, currency: str | None) -> tuple[Decimal, frozenset[str] | None]:
    """Return the one amount of a text, and the currencies that all that was written beside it can mean."""
    text, negative = _signed(text)
    found = [*pieces(text, currency)]
    codes = _codes(found)
    if codes is not None and len(codes) == 1:  # what parts thousands depends on the currency that was written
        (currency,) = codes
    value = total(found, currency)
    return (-value if negative else value), codes


def _codes(found: Sequence[Piece]) -> frozenset[str] | None:
    said = [piece.codes for piece in found if piece.codes]
    if not said:
        return None
    if both := frozenset.intersection(*said):
        return both
    raise NotUnderstoodError


def _signed(text: str) -> tuple[str, bool]:
    """Return text without the sign before it or between currency and digits, and whether that was a minus."""
    found = re.match(r"(?P<before>[^\d+-]*)(?P<sign>[+-])\s*(?=[^\d+-]{0,6}[\d.,])", text)
    if not found:
        return text, False
    return f"{found['before']} {text[found.end() :]}".strip(), found["sign"] == "-"


def kept(value: Decimal, currency: str | None) -> str:
    """Return an amount as a file has it: with the decimals that were typed, as far as the currency has so many."""
    places, most = -int(value.as_tuple().exponent), decimals(currency) if currency else None
    if most is not None and places > most:
        with localcontext(prec=EXACT):
            value = value.quantize(Decimal(1).scaleb(-most))
    return f"{value or abs(value):f}"


# ── what to say ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _named(codes: frozenset[str] | None, currency: str | None, value: Decimal) -> str | None:
    """Return the currency that was written beside an amount.

    Raises:
        UnclearAmount: it is not the one beside the field.

    """
    if codes is None or currency in codes:
        return None if codes is None else currency
    usual = [code for code in money_words.USUAL if code in codes]
    known = [*codes] if len(codes) == 1 else usual
    if currency is None:
        return known[0] if len(known) == 1 else None
    amount = f"{value:f}" if unpayable(value, currency) else written(value, currency)
    raise UnclearAmount(rewriting.of_other_currency(known or sorted(codes)[:3], currency, amount))


def _which(text: str, currency: str | None, *all_: Decimal) -> str:
    """Return the question which of the amounts is meant."""
    if re.search(r"[^\W\d]", text):
        return rewriting.of_two_meanings(text, [written(amount, currency) for amount in all_])
    thousands, fraction = (written(amount, currency) for amount in all_)
    cents = "" if "." in fraction else f".{'0' * shown_decimals(currency)}"
    return rewriting.of_thousands(text, thousands, f"{fraction}{cents}")


def _rounded(value: Decimal, currency: str | None) -> str:
    with localcontext(prec=EXACT):
        return written(value.quantize(Decimal(1).scaleb(-shown_decimals(currency))), currency)


def _repaired(text: str, currency: str | None) -> str:
    """Return what a text would be as an amount, without what is not understood; empty where no number is left."""
    if power := _POWER.search(text):
        return _rounded(Decimal(power[0].replace(",", ".")), currency)
    left = re.sub(r"(\d*)([^\W\d_a-z])", _fraction, text, flags=re.IGNORECASE)
    for _ in range(_MOST_REPAIRS):
        try:
            return _rounded(_one(left.strip(), currency)[0], currency)
        except NotUnderstoodError as unknown:
            left = left.replace(str(unknown) or " ", " ", 1)
        except TwoMeaningsError:
            break
    digits = [re.sub(r"\D", "", number).lstrip("0") for number in re.findall(r"\d[\d.,'_٬٫]*", left)]
    return digits[0] if len(digits) == 1 else ""


def _fraction(found: re.Match[str]) -> str:
    """Return a number with a fraction such as ½ behind it as a decimal; other letters as they are."""
    over = unicodedata.normalize("NFKC", found[2]).split("\u2044")
    if len(over) == 1 or not all(part.isdigit() for part in over):
        return found[0]
    share = Decimal(over[0]) / Decimal(over[1])
    return f"{found[1] or '0'}{f'{share:.4f}'.rstrip('0').removeprefix('0')}"
