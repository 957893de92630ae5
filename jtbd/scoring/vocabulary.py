"""Words that make a promise hard to keep or a job hard to see, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Wording(NamedTuple):
    """A pattern of words and the advice that goes with it."""

    pattern: re.Pattern[str]
    instead: str


def _wording(pattern: str, instead: str) -> Wording:
    return Wording(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), instead)


VAGUE: Final = (
    _wording(
        r"tr(?:y|ies|ied|ying)|attempt(?:s|ing)?|(?:aim|hope|plan|seek)(?:s|ing)? to|do (?:my|our|its|their) best",
        "say what will be done, as in “send the list”",
    ),
    _wording(
        r"explor(?:e|es|ing)|look(?:s|ing)? into|think(?:s|ing)? about|consider(?:s|ing)?|see if",
        "name the step that settles it, as in “meet on 3 June and decide”",
    ),
    _wording(
        r"(?:keep|stay|be|remain) in (?:touch|contact)|touch base|keep (?:each other|you|them) (?:posted|informed)",
        "say who calls whom and how often, as in “call on the first Monday of each month”",
    ),
    _wording(
        r"as soon as possible|asap|(?<!as )soon|shortly|in due course|eventually|some ?day|at some point|later on",
        "give a date, as in “by 15 December”",
    ),
    _wording(
        r"(?<!soon )(?:as|if|when|where) (?:needed|necessary|required|appropriate|possible)|whenever possible",
        "say what sets it off, as in “when a client signs a lease”",
    ),
    _wording(
        r"regularly|often|frequently|occasionally|periodically|from time to time|now and then",
        "say how often, as in “every six weeks”",
    ),
    _wording(r"and ?/ ?or", "choose one of the two, or make two promises"),
)

JOINT: Final = _wording(
    r"^(?:we|together|jointly|both|someone|somebody|everyone|everybody)|(?:one|both|each|all) of us", ""
)

OPINION: Final = _wording(
    r"happy|pleased|satisf(?:ied|actory|action)|good|better|well|great|success|successful|successfully|enough|"
    r"sufficient(?:ly)?|adequate(?:ly)?|reasonabl[ey]|proper(?:ly)?|smooth(?:ly)?|progress|improved|quality|as agreed",
    "",
)

COUNTED: Final = _wording(
    r"\S*\d\S*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|each|every|all|no", ""
)

AND_OR: Final = _wording(r"and ?/ ?or", "choose one, or write two")

SOLUTIONS: Final = _wording(
    r"apps?|software|platforms?|tools?|systems?|web ?sites?|web ?shops?|online shops?|portals?|databases?|dashboards?|"
    r"spreadsheets?|chat ?bots?|plug-?ins?|newsletters?|brochures?|leaflets?|hotlines?|devices?|gadgets?|robots?|"
    r"routers?|printers?|cables?|cabling|subscriptions?|webinars?|consultants?|consulting|CRM|ERP",
    "",
)

COMMONPLACE: Final = _wording(
    r"about|business(?:es)?|clients?|commercial|compan(?:y|ies)|complete|customers?|events?|every|famil(?:y|ies)|"
    r"groups?|houses?|local|modern|offices?|other|people|personal|private|professional|public|quality|services?|small|"
    r"solutions?|their|through|whole|world",
    "",
)

SECOND_NEED: Final = _wording(
    r"(?:and also|as well as|and) (?:to )?(?:be|become|feel|look|see|get|have|keep|stay|stand|know|find|make|"
    r"take|give|let|avoid|reach|win|save|spend|pay|buy|sell|meet|learn|understand|prove|show|share|hold|store|send|"
    r"receive|choose|compare|plan|prepare|check|measure|track|manage|protect|prevent|reduce|increase|start|finish|move|leave)",
    "",
)


def found(wording: Wording, text: str | None) -> Iterator[str]:
    """Yield each place where a text uses such words, as it is written there."""
    for match in wording.pattern.finditer(text or ""):
        yield match.group()
