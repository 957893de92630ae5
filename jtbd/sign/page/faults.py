"""What `verify.html` says of a file in detail: what exactly a rule does not find as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.i18n import WITHIN, Message, mark, mark_count, mark_in

FAULTS: Final[Mapping[str, Message]] = {
    # the one writing
    "not_utf8": mark("it is not UTF-8 text"),
    "too_large": mark("it is larger than 1 MiB"),
    "no_end": mark("line {line}: the last line has no end"),
    "odd_line": mark("line {line}: this line is not one that a sheet can have here"),
    "too_many": mark("line {line}: too many values"),
    "too_deep": mark("line {line}: nested more than {most} deep"),
    "no_field": mark("line {line}: this is no field"),
    "field_twice": mark("line {line}: a field is given twice"),
    "list_in_list": mark("line {line}: a list cannot stand directly in a list"),
    "no_value": mark("line {line}: this is neither a text in quotes nor a whole number, true or false"),
    "not_json_text": mark("line {line}: this text is not written as JSON writes it"),
    "long_text": mark_count(
        "a text of more than {number} character must be ASCII", "a text of more than {number} characters must be ASCII"
    ),
    "odd_text": mark("a text holds a character that cannot stand in one, or is not in normal form C"),
    "null": mark("null has no place in a sheet"),
    "half": mark("a text has half a character"),
    "otherwise": mark("line {line} is not written in the one form that its content has"),
    "unsorted": mark("the signatures are not sorted by party"),
    # the form; {place} is a field, as commitment.job.want, or one of these two
    "the_sheet": mark_in(WITHIN, "the sheet"),
    "what_was_signed": mark_in(WITHIN, "what party {party} signed"),
    "schema": mark("the schema has an unknown form"),
    "unknown_field": mark("{place} has an unknown field, {field}"),
    "const": mark("{place} must be {word}"),
    "enum": mark("{place} must be one of {words}"),
    "date": mark("{place} must be a date"),
    "max_items": mark_count("{place} has more than {number} item", "{place} has more than {number} items"),
    "max_length": mark_count("{place} is longer than {number} character", "{place} is longer than {number} characters"),
    "one_line": mark("{place} must be one line without space around it"),
    "maximum": mark("{place} must be at most {most}"),
    "min_items": mark_count("{place} has fewer than {number} item", "{place} has fewer than {number} items"),
    "empty": mark("{place} is empty"),
    "minimum": mark("{place} must be at least {least}"),
    "pattern": mark("{place} is not of its form"),
    "required": mark("{place} has no {field}"),
    "kind": mark("{place} must be of the kind {kind}"),
    "newer": mark("{place} was made by a newer version: its format is {found}, this page knows {known}"),
    "total": mark("{place} does not add up to its total"),
    "parties": mark("{place} must be a, then b"),
    "id_twice": mark("{place} has an id twice"),
    "served": mark("{place} must be those that the commitments serve, no more and no fewer"),
    "role": mark("{place} has another role for {party} than parties"),
    "replaces": mark("{place} must name other sheets, each once"),
    "every": mark("{place} must give one of days, weeks, months"),
    "mark": mark("{place} must be SVG path data with {commands} and plain numbers only, or empty"),
    "mark_long": mark("{place} is too long"),
    # signatures
    "base64_character": mark("it is not base64url: another character"),
    "base64_length": mark("it is not base64url: a length that cannot be"),
    "base64_bits": mark("it is not base64url: bits are left over"),
    "not_json": mark("it is not JSON"),
    "not_canonical": mark("it is not a JSON object in RFC 8785 form"),
    "parts": mark("a signature is not three parts with dots between them"),
    "header": mark("a signature's header is not exactly alg ES256, a known typ and a P-256 jwk"),
    "coordinate": mark("a coordinate is not 32 bytes long"),
    "point": mark("the key in a signature is not a point of P-256"),
    "length": mark("a signature is not 64 bytes long"),
    "high": mark("a signature's s is above n/2"),
    "not_made": mark("a signature was not made by its key over its text"),
    # what they say
    "surprise": mark("checking failed with {error}"),
    "hash": mark("the content's hash is {found}, the sheet says {expected}"),
    "same_key": mark("both parties have the same key"),
    "other_key": mark("party {party} signed with the key {found}, the sheet names {expected}"),
    "late": mark("party {party} signed after {day}, the last day for it"),
    "no_signer": mark("somebody signed who should not"),
    "signed_twice": mark("somebody has signed more than once"),
    "character": mark("{place} has a character that cannot stand in a text"),
    "unfit": mark("{place} does not fit this sheet: its {field}"),
    "declined_mark": mark("party {party} declined, and has a drawn signature"),
}
