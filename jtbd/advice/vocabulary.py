"""Words that make a promise hard to keep or a job hard to see, each with what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple


class Vagueness(StrEnum):
    """What words leave open that can mean anything."""

    EFFORT = "effort"
    THOUGHT = "thought"
    TOUCH = "touch"
    SOON = "soon"
    AS_NEEDED = "as-needed"
    OFTEN = "often"
    AND_OR = "and-or"
    AND_SO_ON = "and-so-on"
    TO_BE_AGREED = "to-be-agreed"
    MEASURE = "measure"


class Wording(NamedTuple):
    """A pattern of words, and what they leave open where they are vague."""

    pattern: re.Pattern[str]
    leaves_open: Vagueness | None = None


def _wording(pattern: str, leaves_open: Vagueness | None = None) -> Wording:
    return Wording(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), leaves_open)


_EFFORTS: Final = (
    r"(?:(?:commercially|reasonabl[ey]|diligent|good[- ]faith|best|all|every|its|their|our|his|her|my|"
    r"your)[ ,]+(?:and )?)+"
    r"(?:commercial |possible )?(?:efforts?|endeavou?rs?)"
)

VAGUE: Final = (
    _wording(
        r"tr(?:y|ies|ied|ying)|attempt(?:s|ing)?|(?:aim|hope|plan|seek|intend)(?:s|ing)? to|"
        r"(?:make|use|exert)s? (?:an?|every) effort|" + _EFFORTS + r"|endeavou?r(?:s|ing)?|striv(?:e|es|ing)|"
        r"work(?:s|ing)? towards?|do (?:my|our|its|their|his|her|your) (?:very )?best|in good faith|"
        r"(?:do|does) (?:what|all|everything) (?:that )?(?:I|we|it|they|he|she|you) can|"
        r"(?:as|so) far as (?:is )?(?:reasonably )?(?:possible|practicable)|where(?:ver)? (?:practicable|feasible)",
        Vagueness.EFFORT,
    ),
    _wording(
        r"explor(?:e|es|ing)|look(?:s|ing)? into|think(?:s|ing)? about|consider(?:s|ing)?|see if",
        Vagueness.THOUGHT,
    ),
    _wording(
        r"(?:keep|stay|be|remain) in (?:touch|contact)|touch base|keep (?:each other|you|them) (?:posted|informed)|"
        r"liaise|cooperate|co-operate|collaborate",
        Vagueness.TOUCH,
    ),
    _wording(
        r"as soon as (?:(?:is )?(?:reasonably |practically )?(?:possible|practicable|feasible)|(?:he|she|it|"
        r"they|we|I|you) can)|"
        r"asap|(?<!as )soon(?:est)?|shortly|in due (?:course|time)|eventually|some ?day|at some point|later on|"
        r"promptly|forthwith|immediately(?! (?:after|before|upon|on|when|once))|straight ?away|right away|instantly|"
        r"without (?:any )?(?:undue |unreasonable |further |unnecessary )?delay|timely|in a timely (?:manner|"
        r"fashion|way)|"
        r"in good time|at (?:the|its|his|her|your|their|our|my) (?:very )?(?:earliest|first|next) "
        r"(?:possible )?(?:opportunity|convenience|moment)|expeditiously|speedily|swiftly|quickly|before long|"
        r"within (?:a )?reasonable (?:time|period)|in the (?:near|foreseeable) future|at short notice|"
        r"when(?:ever)? convenient",
        Vagueness.SOON,
    ),
    _wording(
        r"(?<!soon )(?:as|if|when|where) (?:and when )?(?:reasonably )?"
        r"(?:needed|necessary|required|appropriate|possible|applicable|desirable)|"
        r"whenever possible|on an? as[- ]needed basis|as the case may be|if and when",
        Vagueness.AS_NEEDED,
    ),
    _wording(
        r"regularly|(?:on a )?regular (?:basis|intervals)|often|frequently|occasionally|periodically|from time to time|"
        r"now and (?:then|again)|once in a while|at (?:reasonable|regular) intervals|every so often",
        Vagueness.OFTEN,
    ),
    _wording(r"and ?/ ?or", Vagueness.AND_OR),
    _wording(
        r"etc(?:etera)?|and so (?:on|forth)|and the like|or similar|among other things|inter alia|"
        r"including(?:,)? (?:but not limited to|without limitation)",
        Vagueness.AND_SO_ON,
    ),
    _wording(
        r"(?:as|to be) (?:mutually )?(?:agreed|determined|decided|confirmed|defined)(?: (?:later|upon|mutually|"
        r"separately))?|"
        r"tb[acd]|subject to (?:agreement|availability)|(?<!as )mutually agreed",
        Vagueness.TO_BE_AGREED,
    ),
)

MEASURE: Final = _wording(
    r"reasonabl[ey]|appropriate(?:ly)?|suitabl[ey]|substantial(?:ly)?|adequate(?:ly)?|satisfactory|acceptable|"
    r"a (?:few|couple of|number of)",
    Vagueness.MEASURE,
)
"""Words that measure nothing; of a test they are an opinion."""

OPTIONAL: Final = _wording(
    r"optional(?:ly)?|at (?:its|their|our|his|her|your|my|the \w+['’]s) (?:sole |own |absolute |"
    r"full )*(?:option|discretion)|"
    r"if (?:it|they|he|she|we|I|you|so) (?:wish|want|like|choose|desire|prefer)(?:s|es|d)?|if desired|"
    r"voluntar(?:y|ily)|"
    r"nice to have",
)

RIGHT: Final = _wording(
    r"\A(?:(?:either|each|any|every|both|one|the|an?|all)\s+(?:(?!that\b|who\b|which\b)\S+\s+){0,4}?|(?:I|we|you|they|he|she|it)\s+)?"
    r"(?:(?:also |only )?may(?! not)(?=\s+(?-i:[a-z]))|(?:is|are|be) (?:entitled|free|allowed|permitted) to|"
    r"(?:has|have|reserves?|shall have|will have) the (?:right|option) to)",
)
"""The beginning of a clause that allows something and promises nothing."""

_CAPITAL: Final = r"(?-i:[A-Z][\w'’-]*)"
REFUSAL: Final = _wording(
    r"(?:\A|(?<=[:;] ))(?:(?:the parties|(?:both|no|neither|each) part(?:y|ies)|neither of (?:us|them)|party|"
    r"nobody|we|both)\s+)?"
    r"(?:(?:shall|will|may|must|agrees?|promises?|undertakes?)\s+)?(?:to\s+)?"
    r"(?:not\b|never\b|neither\b|nobody\b|nothing\b|no[ -]one\b|no(?=\s+part(?:y|ies)\b)|no longer\b|"
    r"do(?:es)?(?: not|n['’]t)\b|refrain\w*\b|abstain\w*\b|avoid\w*\b|"
    r"keep\s+(?:\S+\s+){1,6}(?:confidential|secret|private|to (?:(?:it|him|her|my|your)self|ourselves|themselves))|"
    rf"[a-z]+\s+(?:(?:him|her|them|it|me|us|you|to|with|{_CAPITAL})\s+)?"
    r"(?:nothing|nobody|no[ -]?one|none|neither|no(?!\s+(?:more|less|fewer|later|sooner|longer|doubt|"
    r"matter)\b))(?=\s|\Z))",
)
"""The beginning of a promise not to do something."""

JOINT: Final = _wording(
    r"^(?:we|together|jointly|both|someone|somebody|everyone|everybody|it is agreed)|(?:one|both|each|all|"
    r"either|neither|none) of us|"
    r"^(?:(?:the|all|both|each|either|neither|no|any)\s+)(?:of (?:the|us|them) )?(?:two )?(?:contracting )?"
    r"(?:part(?:y|ies)|sides?|partners|firms|companies|businesses|signatories)|^parties",
)

OPINION: Final = _wording(
    r"happy|pleased|satisf(?:ied|actory|action)|good|better|well|great|success|successful|successfully|enough|"
    r"sufficient(?:ly)?|adequate(?:ly)?|reasonabl[ey]|proper(?:ly)?|smooth(?:ly)?|progress|improved|quality|as agreed",
)

COUNTED: Final = _wording(
    r"\S*\d\S*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|each|every|all|no"
)

AND_OR: Final = _wording(r"and ?/ ?or")

SOLUTIONS: Final = _wording(
    r"apps?|software|platforms?|tools?|systems?|web ?sites?|web ?shops?|online shops?|portals?|databases?|dashboards?|"
    r"spreadsheets?|chat ?bots?|plug-?ins?|newsletters?|brochures?|leaflets?|hotlines?|devices?|gadgets?|robots?|"
    r"routers?|printers?|cables?|cabling|subscriptions?|webinars?|consultants?|consulting|CRM|ERP",
)

COMMONPLACE: Final = _wording(
    r"about|agenc(?:y|ies)|bureaus?|business(?:es)?|care|clients?|commercial|compan(?:y|ies)|complete|customers?|design|events?|"
    r"every|experts?|famil(?:y|ies)|firms?|groups?|help|houses?|local|management|modern|offices?|other|partners?|people|"
    r"personal|practices?|private|products?|professionals?|projects?|public|quality|services?|shops?|small|solutions?|spaces?|"
    r"specialists?|stores?|studios?|support|teams?|their|things?|through|whole|works?|workshops?|world|"
    r"firmen?|agentur(?:en)?|dienste?|dienstleistung(?:en)?|beratung|lösung(?:en)?|leistung(?:en)?|kunden?|häuser|arbeit(?:en)?",
)

SECOND_NEED: Final = _wording(
    r"(?:and also|as well as|and) (?:to )?(?:be|become|feel|look|see|get|have|keep|stay|stand|know|find|make|"
    r"take|give|let|avoid|reach|win|save|spend|pay|buy|sell|meet|learn|understand|prove|show|share|hold|store|send|"
    r"receive|choose|compare|plan|prepare|check|measure|track|manage|protect|prevent|reduce|increase|start|finish|move|leave)",
)


def found(wording: Wording, text: str | None) -> Iterator[str]:
    """Yield each place where a text uses such words, as it is written there."""
    for match in wording.pattern.finditer(text or ""):
        yield match.group()
