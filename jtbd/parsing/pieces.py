"""An amount taken apart: numbers, words of big numbers, currencies; and what they add up to."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from jtbd.model.currency import EXACT, decimals
from jtbd.parsing import money_words
from jtbd.parsing.numeral import meanings, meanings_before_a_word

_NUMERAL: Final = re.compile(r"\d+(?:[.,'_٬٫]\d+| \d{2,3}(?!\d))*|[.,]\d+")
_NAME: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


class NotUnderstoodError(Exception):
    """Something in a text is no part of an amount; its argument is what."""


class TwoMeaningsError(Exception):
    """A text is an amount, but it may be this or that; its argument is both, as decimals."""


class Piece(NamedTuple):
    """A number, a word of a big number, or a currency.

    Attributes:
        numeral: a number as it is written, in ASCII digits.
        factors: by how much a word multiplies; several where it may be this or that, none where it is no such word.
        word: that word.
        codes: the currencies that a word may mean.

    """

    numeral: str = ""
    factors: tuple[int, ...] = ()
    word: str = ""
    codes: frozenset[str] = frozenset()


def pieces(text: str, currency: str | None) -> Iterator[Piece]:
    """Yield numbers, words of big numbers and currencies in their order.

    Raises:
        NotUnderstoodError: something else.

    """
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
        elif numeral := _NUMERAL.match(text, place):
            yield Piece(numeral=numeral[0])
            place = numeral.end()
        else:
            name = _NAME.match(text, place)
            if name and (codes := money_words.currencies(name[0], currency)):  # Kuwaiti dinars
                yield Piece(codes=codes)
                place = name.end()
            else:
                end = _word_end(text, place)
                yield from _worded(text[place:end], currency)
                place = end


def _word_end(text: str, start: int) -> int:
    """Return where a word ends: letters with their marks, signs of currencies, full stops within and behind it."""
    end = start
    while end < len(text) and _in_word(text[end], inside=end > start):
        end += 1
    return max(end, start + 1)


def _in_word(character: str, *, inside: bool) -> bool:
    kind = unicodedata.category(character)
    return kind[0] in "LM" or kind == "Sc" or (inside and character in ".॰")


def _worded(said: str, currency: str | None) -> Iterator[Piece]:
    """Yield what a word says: by itself, or as several that were written together, such as TEUR or 万円."""
    if piece := _known(said, currency):
        yield piece
        return
    for cut in range(len(said) - 1, 0, -1):
        together = _together(said[:cut], said[cut:], currency)
        if together:
            yield from together
            return
        if not said[:cut].isascii() and (first := _known(said[:cut], currency)):  # scripts that leave no blanks
            yield first
            yield from _worded(said[cut:], currency)
            return
    raise NotUnderstoodError(said)


def _together(head: str, tail: str, currency: str | None) -> tuple[Piece, Piece] | None:
    """Return a word of a big number and a currency that were written together, in either order."""
    codes = money_words.currencies(tail, currency)
    if codes and (factor := money_words.before_a_currency(head)):
        return Piece(factors=(factor,), word=head), Piece(codes=codes)
    if codes and len(tail) == 1 and (factors := money_words.factors(head, currency)):  # bn€, but not BR$
        return Piece(factors=(*sorted(factors),), word=head), Piece(codes=codes)
    codes, factors = money_words.currencies(head, currency), money_words.factors(tail, None)
    return (Piece(codes=codes), Piece(factors=(*sorted(factors),), word=tail)) if codes and factors else None


def _known(word: str, currency: str | None) -> Piece | None:
    if small := money_words.SMALL.get(word):
        return Piece(factors=(small,), word=word)
    if factors := money_words.factors(word, currency):
        return Piece(factors=(*sorted(factors),), word=word)
    codes = money_words.currencies(word, currency)
    return Piece(codes=codes) if codes else None


# ── the sum ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def total(found: Sequence[Piece], currency: str | None) -> Decimal:
    """Return the amount that numbers and words of big numbers make: 1 crore 50 lakh, 3億5000万, 2 lakh crore.

    Raises:
        NotUnderstoodError: they make none, or several.
        TwoMeaningsError: a number in it may be this or that; its arguments are both whole amounts.

    """
    counted = [piece for piece in found if piece.numeral or piece.factors]
    numbers = [place for place, piece in enumerate(counted) if piece.numeral]
    if not numbers:
        raise NotUnderstoodError
    leading, chains = counted[: numbers[0]], [*_chains(counted[numbers[0] :])]  # leading: k€ 40
    if len(chains) == 1:
        return _multiplied(chains[0], leading, currency)
    return _added([[Piece(numeral=_one(chain, currency)), *chain[1:]] for chain in chains], leading)


def _chains(counted: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield each number with the words that multiply it."""
    starts = [place for place, piece in enumerate(counted) if piece.numeral]
    for start, end in zip(starts, [*starts[1:], len(counted)], strict=True):
        yield [*counted[start:end]]


def _multiplied(chain: Sequence[Piece], leading: Sequence[Piece], currency: str | None) -> Decimal:
    words = [*chain[1:], *leading]
    with localcontext(prec=EXACT):
        numbers = _meanings(chain[0].numeral, words, currency)
        products = [math.prod(factors) for factors in itertools.product(*(word.factors for word in words))]
        amounts = [Decimal(number) * product for number in numbers for product in products]
        if words:
            amounts = [amount.normalize() for amount in amounts]
    if len(amounts) > 1:
        raise TwoMeaningsError(*amounts)
    if not amounts:
        raise NotUnderstoodError
    return amounts[0]


def _one(chain: Sequence[Piece], currency: str | None) -> str:
    found = _meanings(chain[0].numeral, chain[1:], currency)
    if len(found) != 1:
        raise NotUnderstoodError(chain[0].numeral)
    return found[0]


def _meanings(numeral: str, words: Sequence[Piece], currency: str | None) -> tuple[str, ...]:
    if words:
        return meanings_before_a_word(numeral, pointed=all(money_words.pointed(word.word) for word in words))
    return meanings(numeral, decimals(currency) if currency else None)


def _added(chains: Sequence[Sequence[Piece]], leading: Sequence[Piece]) -> Decimal:
    """Return the sum of what falls from number to number; 2千5百万 is (2千 and 5百) 万."""
    whole, gathered, last = Decimal(0), Decimal(0), 0
    with localcontext(prec=EXACT):
        for place, (number, *words) in enumerate(chains):
            if any(len(word.factors) > 1 for word in words):
                raise NotUnderstoodError
            great = [word for word in words if word.word not in money_words.SMALL]
            gathered += Decimal(number.numeral) * _product([word for word in words if word not in great])
            if not words and place and chains[place - 1][-1].word.isascii():  # 1万500, but not 1k 500
                raise NotUnderstoodError
            if great:
                worth = _product(great)
                if last and worth >= last:
                    raise NotUnderstoodError
                whole, gathered, last = whole + gathered * worth, Decimal(0), worth
        return ((whole + gathered) * _product(leading)).normalize()


def _product(words: Sequence[Piece]) -> int:
    return math.prod(word.factors[0] for word in words)
