"""Amounts as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

import pytest
from babel.numbers import format_compact_currency, format_compact_decimal, format_currency, format_decimal
from hypothesis import example, given, settings, strategies as st

from jtbd.model.currency import decimals
from jtbd.model.text import GREATEST
from jtbd.parsing.amount import Amount, UnclearAmount, is_shown, parted, read_amount, rightly
from jtbd.parsing.money_words import USUAL
from tests.model.test_currency import CODES

READ: Final = (
    # signs and codes, before and behind
    ("€40k", "EUR", "40000"),
    ("40.000 €", "EUR", "40000"),
    ("40 000 EUR", "EUR", "40000"),
    ("CHF 40'000.–", "CHF", "40000"),
    ("Fr. 40’000.—", "CHF", "40000"),
    ("40.000,- kr", "NOK", "40000"),
    ("40 000:-", "SEK", "40000"),
    ("40 k€/an", "EUR", "40000"),
    ("€-40k", "EUR", "-40000"),
    ("−5 €", "EUR", "-5"),
    ("+40k", "EUR", "40000"),
    ("US$1.2M", "USD", "1200000"),
    ("C$40k", "CAD", "40000"),
    ("$40k", "AUD", "40000"),
    ("40k quid", "GBP", "40000"),
    ("5 thousand dollars", "USD", "5000"),
    ("40 Kuwaiti dinars", "KWD", "40"),
    ("40 złotych", "PLN", "40"),
    ("٤٠٠٠٠ د.ك.", "KWD", "40000"),
    ("￥3,000,000", "JPY", "3000000"),
    ("Rs. 1,50,000/-", "INR", "150000"),
    ("CAD 2,631.84", "CAD", "2631.84"),
    # thousands
    ("₹1,50,000", "INR", "150000"),
    ("1,00,00,000.50", "INR", "10000000.50"),
    ("1.234,56", "EUR", "1234.56"),
    ("1,234,567.50", "USD", "1234567.50"),
    ("1 234 567,89", "PLN", "1234567.89"),
    ("40\u202f000", "EUR", "40000"),
    ("40\u00a0000,50", "EUR", "40000.50"),
    ("40 000", "EUR", "40000"),
    ("40.000", "EUR", "40000"),
    ("2.500", "EUR", "2500"),
    ("2.500", "KWD", "2.500"),
    ("70.000", "JPY", "70000"),
    ("70,000.00", "JPY", "70000"),
    ("40,000", "EUR", "40000"),
    ("12,50", "EUR", "12.50"),
    ("0.500", "EUR", "0.50"),
    ("007", "EUR", "7"),
    ("1,250.500", "KWD", "1250.500"),
    # digits of all scripts
    ("１２，０００", "JPY", "12000"),
    ("１２．５万", "JPY", "125000"),
    ("१,५०,०००", "INR", "150000"),
    ("۴۰٬۰۰۰٫۵۰", "EUR", "40000.50"),
    ("三百万", "JPY", "3000000"),
    # words of big numbers
    ("1.5 lakh", "INR", "150000"),
    ("2 cr", "INR", "20000000"),
    ("1,500 crore", "INR", "15000000000"),
    ("1 crore 50 lakh", "INR", "15000000"),
    ("2 lakh crore", "INR", "2000000000000"),
    ("5 L", "INR", "500000"),
    ("करोड़ 2", "INR", "20000000"),
    ("1.2bn", "EUR", "1200000000"),
    ("300万", "JPY", "3000000"),
    ("1,500万円", "JPY", "15000000"),
    ("3億5000万円", "JPY", "350000000"),
    ("2千5百万", "JPY", "25000000"),
    ("5,000千円", "JPY", "5000000"),
    ("1.5万元", "CNY", "15000"),
    ("40 Tsd. €", "EUR", "40000"),
    ("TEUR 40", "EUR", "40000"),
    ("40 T€", "EUR", "40000"),
    ("k€ 40", "EUR", "40000"),
    ("1,2 Mio. €", "EUR", "1200000"),
    ("1,2 Mrd", "EUR", "1200000000"),
    ("40 tkr", "SEK", "40000"),
    ("2 MSEK", "SEK", "2000000"),
    ("5 tn", "SEK", "5000"),
    ("1,2 mia. kr.", "DKK", "1200000000"),
    ("40 tys. zł", "PLN", "40000"),
    ("1,2 mil. Kč", "CZK", "1200000"),
    ("40 tis.", "CZK", "40000"),
    ("5 grand", "GBP", "5000"),
    ("5 hundred thousand", "USD", "500000"),
    ("100만원", "KRW", "1000000"),
    ("5천만", "KRW", "50000000"),
    # about, and for how long
    ("about €40k", "EUR", "40000"),
    ("~ 40k", "EUR", "40000"),
    ("40k or so", "EUR", "40000"),
    ("40k a year", "EUR", "40000"),
    ("40k p.a.", "EUR", "40000"),
    ("40k/yr", "EUR", "40000"),
    ("", "EUR", ""),
    (" \u200b", "EUR", ""),
)
REFUSED: Final = (
    # more than one
    ("40–50k", "EUR", "write one amount, as 45000"),
    ("40k-50k", "EUR", "write one amount, as 45000"),
    ("40 to 50k", "EUR", "write one amount, as 45000"),
    ("between €40k and €50k", "EUR", "write one amount, as 45000"),
    ("from 40 to 50k", "EUR", "write one amount, as 45000"),
    ("900k…1.2m", "EUR", "write one amount, as 1050000"),
    ("300万〜400万", "JPY", "write one amount, as 3500000"),
    ("40k/50k", "EUR", "write one amount, as 45000"),
    ("over 40k", "EUR", "write one amount, as 40000"),
    ("40k+", "EUR", "write one amount, as 40000"),
    ("≥ 40k", "EUR", "write one amount, as 40000"),
    ("40k ± 5k", "EUR", "write one amount, as 40000"),
    # this or that
    ("2,500", "KWD", "2,500 has two meanings: write 2500, or 2.500"),
    ("1.500k", "EUR", "1.500k has two meanings: write it in digits, as 1500000 or 1500"),
    ("2 mil", "EUR", "2 mil has two meanings: write it in digits, as 2000 or 2000000"),
    ("40.000", None, "40.000 has two meanings: write 40000, or 40.00"),
    # not in this currency
    ("3.1255", "KWD", "Kuwaiti dinars are paid in thousandths, write 3.125 or 3.126"),
    ("70,000.50", "JPY", "70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001"),
    ("0.125", "EUR", "write 0.12 or 0.13"),
    ("99999999999999", "EUR", "more than a sheet can hold: write EUR 9,999,999,999,999.99 at most"),
    ("€40k", "CHF", "that is EUR, and here it is CHF: choose EUR, or write 40000 by itself"),
    ("$40k", "EUR", "that is USD or CAD or AUD, and here it is EUR"),
    ("40", "BTC", "BTC is not a currency of ISO 4217 that a sheet can name"),
    # no amounts; that very amount where there is one
    ("12,5x", "EUR", "write the amount in digits, as 12.50: “x” is not understood"),
    ("40k net", "EUR", "write the amount in digits, as 40000: “net” is not understood"),
    ("40k USDT", "EUR", "write the amount in digits, as 40000: “USDT” is not understood"),
    ("(5,000)", "EUR", "write the amount in digits, as 5000: “(” is not understood"),
    ("40%", "EUR", "write the amount in digits, as 40: “%” is not understood"),
    ("1½m", "EUR", "write the amount in digits, as 1500000: “½” is not understood"),
    ("10²", "EUR", "write the amount in digits, as 10: “²” is not understood"),
    ("1e3", "EUR", "write the amount in digits, as 1000"),
    ("1.2.3", "EUR", "write the amount in digits, as 123"),
    ("40kk", "EUR", "write the amount in digits, as 40: “kk” is not understood"),
    ("1k 2k", "EUR", "write the amount in digits, as 40000 or 1250.50"),
    ("40 50", "EUR", "write the amount in digits, as 40000 or 1250.50"),
    ("--1", "EUR", "write the amount in digits, as -1"),
    ("40-", "EUR", "write the amount in digits, as 40"),
    ("forty", "EUR", "write the amount in digits, as 40000 or 1250.50: “forty” is not understood"),
    ("k", "EUR", "write the amount in digits, as 40000 or 1250.50"),
    (".", "EUR", "write the amount in digits, as 40000 or 1250.50"),
    ("9" * 200, "EUR", "write the amount in digits, as 40000 or 1250.50"),
    # for another time
    ("4k/month", "EUR", "write the amount for a year, as 48000"),
    ("40 an hour", "EUR", "write the amount for a year"),
)


@pytest.mark.parametrize(("typed", "currency", "text"), READ)
def test_an_amount_is_read_however_it_is_written(typed: str, currency: str, text: str) -> None:
    """Signs, codes, thousands, digits and words of the currencies of the menu, and of others as Babel knows them."""
    assert read_amount(typed, currency).text == text


@pytest.mark.parametrize(("typed", "currency", "said"), REFUSED)
def test_what_is_not_one_amount_is_refused_with_what_to_write(typed: str, currency: str | None, said: str) -> None:
    """Nothing is guessed, and whoever meant an amount reads it rightly written."""
    with pytest.raises(UnclearAmount) as caught:
        read_amount(typed, currency)
    assert said in str(caught.value)
    assert rightly(typed, currency) == ""


@pytest.mark.parametrize(
    ("typed", "currency"),
    [("€40k", "EUR"), ("CHF 40'000.–", "CHF"), ("₹1,50,000", "INR"), ("300万円", "JPY"), ("40k", None), ("$40k", None)],
)
def test_the_currency_that_is_written_is_told(typed: str, currency: str | None) -> None:
    """A sign or code that means one currency is that one; dollars may be those of many countries."""
    assert read_amount(typed).currency == currency


def test_a_rate_is_for_an_hour_and_never_less_than_nought() -> None:
    """Behind a rate stands the hour, and before it no minus."""
    assert read_amount("€120/h", "EUR", per="hour", signed=False) == Amount("120", "EUR")
    assert read_amount("120.500 per hour", "KWD", per="hour", signed=False).text == "120.500"
    with pytest.raises(UnclearAmount, match="write an amount of nought or more, as 5"):
        read_amount("-5", "EUR", per="hour", signed=False)
    with pytest.raises(UnclearAmount, match="write the amount for an hour"):
        read_amount("900 a day", "EUR", per="hour", signed=False)


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _listed(locales: str) -> list[str]:
    return locales.split()


OWN: Final = _listed("de_DE en_US en_GB de_CH ja_JP zh_CN en_IN en_CA en_AU sv_SE nb_NO da_DK pl_PL cs_CZ")
LOCALES: Final = _listed(
    "en_US en_GB en_IN de_DE de_AT fr_FR fr_CA es_ES sv_SE nb_NO da_DK pl_PL cs_CZ ja_JP zh_CN ko_KR hi_IN bn_BD "
    "ar_KW fa_IR pt_BR nl_NL tr_TR fi_FI hu_HU ru_RU he_IL th_TH vi_VN el_GR"
)


def understood(written: str, code: str | None) -> Decimal | str:
    """Return the amount, or the question that is asked instead."""
    try:
        return Decimal(read_amount(written, code).text or 0)
    except UnclearAmount as question:
        return str(question)


@settings(max_examples=600)
@given(st.sampled_from(CODES), st.sampled_from(LOCALES), st.integers(-(10**11), 10**11))
def test_what_any_country_writes_of_any_currency_is_read_or_asked_about(code: str, locale: str, counted: int) -> None:
    """As Babel writes it, by sign, by code and bare: the same amount comes back, or a question; never another one."""
    amount = Decimal(counted).scaleb(-(decimals(code) or 0))
    bare = format_decimal(amount, locale=locale, decimal_quantization=False)
    by_sign, *others = (
        understood(said, code) for said in (format_currency(amount, code, locale=locale), f"{code} {bare}", bare)
    )
    assert by_sign == amount or (isinstance(by_sign, str) and "write" in by_sign)  # some signs are known at home alone
    for found in others:
        assert found == amount or (isinstance(found, str) and "two meanings" in found and (decimals(code) or 0) > 2)


@given(st.sampled_from(CODES), st.integers(-GREATEST, GREATEST))
def test_an_amount_reads_again_as_it_is_shown(code: str, counted: int) -> None:
    """What a field shows of a stored amount is understood as that amount, for every currency."""
    stored = f"{Decimal(counted).scaleb(-(decimals(code) or 0)):f}"
    shown = parted(stored, code)
    assert is_shown(shown, stored)
    assert Decimal(read_amount(shown, code).text) == Decimal(stored)
    assert read_amount(shown, code).text == read_amount(stored, code).text if "." not in stored else True


@given(st.sampled_from(CODES), st.integers(0, 10**9), st.sampled_from([" ", "\u00a0", "\u202f", "'", "’", ",", "."]))
def test_an_amount_survives_grouping(code: str, whole: int, mark: str) -> None:
    """However thousands are parted, the value is the one that was meant, or it is asked about."""
    written = f"{whole:,}".replace(",", mark)
    if mark in ",." and (decimals(code) or 0) > 2 and written.count(mark) == 1:
        return  # may be a fraction there
    assert read_amount(written, code).text == str(whole)


@settings(max_examples=400)
@given(
    st.sampled_from(
        [
            *(
                ("EUR", "de_DE"),
                ("EUR", "fr_FR"),
                ("EUR", "it_IT"),
                ("EUR", "nl_NL"),
                ("EUR", "es_ES"),
                ("USD", "en_US"),
            ),
            *(
                ("GBP", "en_GB"),
                ("CHF", "de_CH"),
                ("CHF", "fr_CH"),
                ("JPY", "ja_JP"),
                ("CNY", "zh_CN"),
                ("INR", "en_IN"),
            ),
            *(
                ("INR", "hi_IN"),
                ("CAD", "en_CA"),
                ("CAD", "fr_CA"),
                ("AUD", "en_AU"),
                ("SEK", "sv_SE"),
                ("NOK", "nb_NO"),
            ),
            *(
                ("DKK", "da_DK"),
                ("PLN", "pl_PL"),
                ("CZK", "cs_CZ"),
                ("KRW", "ko_KR"),
                ("TRY", "tr_TR"),
                ("KWD", "ar_KW"),
            ),
        ]
    ),
    st.integers(1, 999),
    st.integers(3, 8),
    st.sampled_from(["short", "long"]),
)
def test_words_of_big_numbers_are_read_as_countries_write_them(
    where: tuple[str, str], digits: int, power: int, form: Literal["short", "long"]
) -> None:
    """Babel's short forms, with and without the currency: the same amount, or a question; never another one."""
    (code, locale), amount = where, digits * 10**power
    for written in (
        format_compact_decimal(amount, locale=locale, fraction_digits=3, format_type=form),
        format_compact_currency(amount, code, locale=locale, fraction_digits=3),
    ):
        found = understood(written, code)
        assert isinstance(found, str) or abs(found - amount) <= Decimal(amount) / 1000, written


def test_every_short_form_of_the_menu_is_read() -> None:
    """What each country writes for 40 thousand and 1.2 billion of its own money is read without a question."""
    asked = []
    for code, locale in zip(USUAL, OWN, strict=True):
        for amount in (40_000, 1_500_000, 1_200_000_000):
            written = format_compact_currency(amount, code, locale=locale, fraction_digits=2)
            if understood(written, code) != amount:
                asked.append((written, understood(written, code)))
    assert asked == []


@given(st.text(max_size=30), st.sampled_from([*USUAL, "KWD", None]))
@example("10000000000000", "EUR")
def test_whatever_is_typed_is_an_amount_or_a_question(typed: str, currency: str | None) -> None:
    """No text breaks it; what is not read is answered with what to write, and what is kept is a decimal."""
    found = understood(typed, currency)
    assert "write" in found if isinstance(found, str) else found.is_finite()


def test_the_same_amount_shown_otherwise_is_the_same() -> None:
    """A field that shows 2.500 shows the amount 2.50, and one that shows 3 does not."""
    assert is_shown("2.500", "2.50")
    assert is_shown("70\u202f000", "70000.00")
    assert not is_shown("3", "2.50")
    assert not is_shown("2 500", "2.500")
    assert is_shown("", "")
    assert not is_shown("", "0")
