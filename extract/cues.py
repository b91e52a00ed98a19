"""Words around a name → how much each entity type speaks for it: "Mr X", "X, the brewer", "X-based", "maker of X".

The reader sees a sentence at a time; a cue is evidence that holds for the name wherever else it stands.
"""

import re
from collections.abc import Iterator

_PERSON = (
    "founder co-founder chief executive president chairman chairwoman chair director manager partner lawyer attorney "
    "minister senator engineer scientist researcher editor reporter journalist author singer actor actress coach "
    "professor analyst economist spokesman spokeswoman spokesperson banker trader investor entrepreneur billionaire "
    "heir heiress widow widower son daughter brother sister wife husband father mother uncle aunt cousin nephew niece "
    "boss owner ceo cfo coo cto secretary treasurer mayor governor judge chef farmer novelist poet painter"
)
_COMPANY = (
    "company firm maker brewer brewery bank retailer startup start-up studio publisher airline manufacturer insurer "
    "producer operator chain supplier developer shipper shipyard carmaker chipmaker drugmaker brokerage broker "
    "consultancy conglomerate lender fund grocer builder broadcaster accelerator incubator label network agency "
    "distributor wholesaler utility miner refiner restaurateur steakhouse restaurant magazine newspaper daily weekly "
    "paper exchange hedge-fund unicorn subsidiary rival competitor group outfit venture"
)
_BODY = (
    "university college charity foundation union regulator watchdog ministry council court party nonprofit non-profit "
    "think-tank association society institute museum club federation commission committee church hospital school "
    "cooperative co-operative trust"
)
_PRODUCT = (
    "app phone smartphone card drug pill vaccine device game console novel film album song series show podcast "
    "browser software platform model chatbot chip processor engine car truck tractor scooter bike aircraft plane jet "
    "drone robot camera watch headset speaker router tablet laptop language system tool kit range brand strap sensor "
    "battery drink beer lemonade chocolate shampoo service feature"
)
_PLACE = "town city village capital port suburb island county province state region country district borough hamlet"


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=lambda w: (-len(w), w)))


_NOUNS = tuple(
    (kind, rf"(?:{_any(words)})s?")
    for kind, words in (
        ("Person", _PERSON),
        ("Company", _COMPANY),
        ("Organization", _BODY),
        ("Product", _PRODUCT),
        ("Place", _PLACE),
    )
)
_LEAD = r"(?:the|a|an|its|his|her|their|our|another|one)\s+(?:[\w’'-]+\s+){0,4}?"
_AFTER = tuple((kind, re.compile(rf"^,\s+{_LEAD}{noun}\b")) for kind, noun in _NOUNS)
_BEFORE = tuple((kind, re.compile(rf"\b{noun},?\s+[“\"‘]?$")) for kind, noun in _NOUNS)
_OTHER_BEFORE = (
    ("Person", 1.0, re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Judge|Justice|Cllr)\.?\s+$")),
    ("Place", 0.8, re.compile(r"\b(?:based|headquartered|headquarters|offices?|born|lives?|town of|city of) in\s+$")),
    ("Product", 0.5, re.compile(r"\b(?:maker|makers|producer|manufacturer|developer|inventor) of\s+(?:the\s+)?$")),
    ("Product", 0.6, re.compile(r"\b(?:launched|unveiled|released|brought out|introduced|rolled out)\s+(?:the\s+)?$")),
    (
        "Company",
        0.6,
        re.compile(
            r"\b(?:shares in|stake in|stakes in|takeover of|acquisition of|subsidiary of|founder of|invested in|"
            r"chief executive of|chairman of|acquired|acquire|buys|bought out|owner of|works? for|worked for)\s+$"
        ),
    ),
)
_OTHER_AFTER = (
    ("Person", 1.0, re.compile(r"^,\s+(?:aged\s+)?[1-9]\d,")),
    ("Place", 1.0, re.compile(r"^[-–]based\b")),
    (
        "Company",
        0.6,
        re.compile(r"^(?:['’]s)? (?:shares|stock|shareholders|subsidiary|board|chief executive|revenue)\b"),
    ),
)


def around(text: str, start: int, end: int) -> Iterator[tuple[str, float]]:
    """Entity types that the words before and after a name speak for, each with a weight from 0 to 1."""
    before, after = text[max(0, start - 40) : start], text[end : end + 80]
    for kind, pattern in _AFTER:
        if pattern.match(after):
            yield kind, 0.8
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            yield kind, 0.5
    for kind, weight, pattern in _OTHER_BEFORE:
        if pattern.search(before):
            yield kind, weight
    for kind, weight, pattern in _OTHER_AFTER:
        if pattern.match(after):
            yield kind, weight
