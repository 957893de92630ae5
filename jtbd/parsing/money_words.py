"""Words beside an amount: of big numbers, and of currencies.

What is written everywhere stands here. The rest is the currency's own: what its countries call a thousand and a
million, and what they call their money, as Babel knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jtbd.model.currency import decimals
from jtbd.model.names import folded

if TYPE_CHECKING:
    from babel import Locale

_THOUSAND, _LAKH, _MILLION, _CRORE, _BILLION, _TRILLION = 10**3, 10**5, 10**6, 10**7, 10**9, 10**12

SMALL: Final[Mapping[str, int]] = {"十": 10, "百": 100, "千": 1000, "仟": 1000, "십": 10, "백": 100, "천": 1000}
"""Multipliers that are added up before a greater one takes them all: 2千5百万."""

_EVERYWHERE: Final[Mapping[str, int]] = {
    **dict.fromkeys(("hundred", "hundreds"), 100),
    **dict.fromkeys(
        ("k", "thousand", "thousands", "thou", "grand", "tsd", "tausend", "tys", "tis", "tusen"), _THOUSAND
    ),
    **dict.fromkeys(("tusind", "mille", "mila", "duizend", "тыс", "тис", "hazar", "हज़ार", "พัน", "ألف"), _THOUSAND),
    **dict.fromkeys(("m", "mm", "mn", "mio", "mill", "million", "millions", "millionen", "mln", "milj"), _MILLION),
    **dict.fromkeys(("miljoen", "miljoner", "millioner", "milioni", "milione", "millones", "millón"), _MILLION),
    **dict.fromkeys(("milhão", "milhões", "milion", "miliony", "milionů", "млн", "ล้าน", "مليون"), _MILLION),
    **dict.fromkeys(("b", "bn", "billion", "billions", "mrd", "mia", "mld", "md", "milliard", "milliards"), _BILLION),
    **dict.fromkeys(("milliarde", "milliarden", "milliarder", "miljard", "miljarder", "miliard", "miliardy"), _BILLION),
    **dict.fromkeys(("miliarda", "miliardi", "млрд", "مليار"), _BILLION),
    **dict.fromkeys(("trillion", "trillions", "trn"), _TRILLION),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs", "लाख"), _LAKH),
    **dict.fromkeys(("crore", "crores", "cr", "करोड़"), _CRORE),
    **dict.fromkeys(("万", "萬", "만"), 10**4),
    **dict.fromkeys(("億", "亿", "억"), 10**8),
    **dict.fromkeys(("兆", "조"), 10**12),
}
_TAKEN: Final = frozenset(("b", "mm"))
"""Short ones that are another thing in other languages."""

_INDIAN: Final = frozenset(("lakh", "lakhs", "lac", "lacs", "l", "crore", "crores", "cr"))
_BEFORE_A_CURRENCY: Final[Mapping[str, int]] = {
    "k": _THOUSAND,
    "t": _THOUSAND,
    "m": _MILLION,
    "mn": _MILLION,
    "mio": _MILLION,
}
"""What may be written together with one: TEUR, k€, MSEK, tkr."""

USUAL: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK")
"""The currencies of the menu."""

_DOLLARS: Final = frozenset(("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "BRL"))
_CROWNS: Final = frozenset(("SEK", "NOK", "DKK", "ISK"))
_SIGNS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("€", "euro", "euros"), frozenset(("EUR",))),
    **dict.fromkeys(("£", "quid", "stg", "sterling"), frozenset(("GBP",))),
    **dict.fromkeys(("us$", "usd$", "bucks"), frozenset(("USD",))),
    **dict.fromkeys(("c$", "ca$", "can$"), frozenset(("CAD",))),
    **dict.fromkeys(("a$", "au$"), frozenset(("AUD",))),
    **dict.fromkeys(("nz$",), frozenset(("NZD",))),
    **dict.fromkeys(("s$",), frozenset(("SGD",))),
    **dict.fromkeys(("hk$",), frozenset(("HKD",))),
    **dict.fromkeys(("nt$",), frozenset(("TWD",))),
    **dict.fromkeys(("r$",), frozenset(("BRL",))),
    "$": _DOLLARS,
    **dict.fromkeys(("fr", "sfr", "franken", "stutz"), frozenset(("CHF",))),
    **dict.fromkeys(("¥", "圓"), frozenset(("JPY", "CNY"))),
    **dict.fromkeys(("円", "yen", "jp¥"), frozenset(("JPY",))),
    **dict.fromkeys(("元", "块", "rmb", "人民币", "cn¥", "圆"), frozenset(("CNY",))),
    **dict.fromkeys(("₹",), frozenset(("INR",))),
    **dict.fromkeys(("rs", "re", "रु"), frozenset(("INR", "PKR", "LKR", "NPR", "MUR"))),
    **dict.fromkeys(("kr",), _CROWNS),
    **dict.fromkeys(("kronor", "skr"), frozenset(("SEK",))),
    **dict.fromkeys(("nkr",), frozenset(("NOK",))),
    **dict.fromkeys(("dkr",), frozenset(("DKK",))),
    **dict.fromkeys(("kroner", "krone"), frozenset(("NOK", "DKK"))),
    **dict.fromkeys(("zł", "zl"), frozenset(("PLN",))),
    **dict.fromkeys(("kč", "kc"), frozenset(("CZK",))),
    **dict.fromkeys(("kd",), frozenset(("KWD",))),
    **dict.fromkeys(("bd",), frozenset(("BHD",))),
    **dict.fromkeys(("jd",), frozenset(("JOD",))),
    **dict.fromkeys(("원", "₩"), frozenset(("KRW",))),
}


def word(written: str) -> str:
    """Return a word as it is looked up: without case, and without a full stop behind it."""
    return folded(written).rstrip(".॰")


def factors(written: str, currency: str | None) -> frozenset[int]:
    """Return by how much a word multiplies; several where it may be this or that in the currency's own countries.

    What a word is everywhere it is there too, unless all of them take it for something else: B is 1,000 in Turkish.
    """
    sought = word(written)
    usual = _EVERYWHERE.get(sought)
    if usual and sought not in _TAKEN:
        return frozenset((usual,))
    own = _own_factors(currency).get(sought, frozenset()) if currency else frozenset()
    return frozenset((usual,)) if usual in own else own | ({usual} if usual else set())


def pointed(written: str) -> bool:
    """Say whether whoever uses such a word begins fractions with a point, and parts thousands with a comma."""
    return not written.isascii() or word(written) in _INDIAN


def before_a_currency(written: str) -> int | None:
    """Return by how much letters multiply that are written together with a currency, as in TEUR and k€."""
    return _BEFORE_A_CURRENCY.get(word(written))


def currencies(written: str, currency: str | None) -> frozenset[str]:
    """Return the codes of the currencies that a code, a sign or a word may mean; none where it means none.

    Args:
        written: the word.
        currency: the one that it may well mean, since it stands beside the field.

    """
    sought = word(written)
    code = sought.upper()
    if re.fullmatch("[A-Z]{3}", code) and decimals(code) is not None:
        return frozenset((code,))
    if found := _SIGNS.get(sought):
        return found
    if currency and sought in _own_words(currency):
        return frozenset((currency,))
    return _english_words().get(sought, frozenset())


# ── as Babel knows them ───────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=16)
def _locales(currency: str) -> tuple[Locale, ...]:
    """Return the languages of the countries that pay in a currency, each once."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow, and for rare words only
    from babel.core import get_global  # noqa: PLC0415
    from babel.languages import get_official_languages  # noqa: PLC0415

    found: dict[str, Locale] = {}
    for territory, paid in get_global("territory_currencies").items():
        if any(code == currency and until is None and tender for code, _, until, tender in paid):
            for language in get_official_languages(territory, de_facto=True):
                with suppress(UnknownLocaleError, ValueError):
                    found.setdefault(language, Locale.parse(f"{language}_{territory}"))
    return tuple(found.values())


@lru_cache(maxsize=16)
def _own_factors(currency: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for locale in _locales(currency):
        for written, factor in _compact(locale):
            found.setdefault(word(written), set()).add(factor)
    return {written: frozenset(factors) for written, factors in found.items() if written}


def _compact(locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield the words with which a language shortens big numbers, from patterns such as 00 Tsd'.' for 10000."""
    for patterns in locale.compact_decimal_formats.values():
        for by_number in patterns.values():
            for number, pattern in by_number.items():
                shape = str(getattr(pattern, "pattern", pattern))
                if digits := shape.count("0"):
                    yield re.sub(r"[0'\s¤\u200f]", "", shape), int(number) // 10 ** (digits - 1)


@lru_cache(maxsize=16)
def _own_words(currency: str) -> frozenset[str]:
    """Return what a currency is called where it is paid: its sign, its name."""
    from babel.numbers import get_currency_name, get_currency_symbol  # noqa: PLC0415

    found = set()
    for locale in _locales(currency):
        names = [get_currency_name(currency, count, locale) for count in (None, 1, 2, 5)]
        for said in (get_currency_symbol(currency, locale), *names):
            found |= {word(said), *(word(part) for part in said.split())}
    return frozenset(found) - {""}


@lru_cache(maxsize=1)
def _english_words() -> Mapping[str, frozenset[str]]:
    """Return the English names of all currencies, and the last word of each: Kuwaiti dinars, dinars."""
    from babel.numbers import get_currency_name, get_currency_symbol, list_currencies  # noqa: PLC0415

    found: dict[str, set[str]] = {}
    for code in (code for code in list_currencies() if decimals(code) is not None):
        names = [get_currency_name(code, count, "en") for count in (1, 2)]
        for said in (*names, *(name.split()[-1] for name in names if name.split()), get_currency_symbol(code, "en")):
            found.setdefault(word(said), set()).add(code)
    return {said: frozenset(codes) for said, codes in found.items()}
