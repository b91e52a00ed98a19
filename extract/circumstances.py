"""Words around a candidate → its kind, court, claim, venue, and whom a recruit is for."""

import re

from extract.scene import Candidate, Scene

_ROUND = re.compile(
    r"\b(?:pre-?seed|seed|angel|series [a-h]\d?|bridge loan|loans?|lent|lends?|lending|grants?|donat\w+|gift|"
    r"sponsor\w*|prize|award|private placement|rights issue|convertible note|bridge|mezzanine|debt|endowment|bequest|"
    r"initial public offering|IPO)\b",
    re.IGNORECASE,
)
_ROUND_NAMES = (("lent", "loan"), ("lend", "loan"), ("loan", "loan"), ("donat", "donation"), ("sponsor", "sponsorship"))
_MESSAGE = re.compile(
    r"\b(?P<m>e-?mail\w*|text(?:ed|s|ing)?(?: messages?)?|SMS|WhatsApp\w*|memo(?:randum)?s?|letters?|notes?|fax\w*|"
    r"message[sd]?|wrote|written|writes|write|postcards?|telegrams?|cabled?)\b",
    re.IGNORECASE,
)
_MESSAGE_NAMES = (
    ("e-mail", "email"), ("email", "email"), ("text", "text message"), ("sms", "text message"),
    ("whatsapp", "text message"), ("memo", "memo"), ("letter", "letter"), ("note", "note"), ("fax", "fax"),
    ("message", "message"), ("postcard", "postcard"), ("telegram", "telegram"), ("cable", "telegram"),
)  # fmt: skip
_COURT = re.compile(
    r"\b(?:(?:[A-Z][\w.'’-]*|of|the|for|and|de|5th|9th|state|federal)\s)*?"
    r"((?:(?:[A-Z][\w.'’-]*|\d+(?:st|nd|rd|th))\s)*(?:Court|Tribunal|Courts|Bench|Division|Commission)"
    r"(?:\s(?:of|for|in|de)\s(?:the\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)?"
    r"|(?:[A-Z][\w'’-]*\s)?(?:state|federal|district|county|superior|civil|labour|labor|small claims|family) court)\b"
)
_CLAIM = re.compile(
    r"\b(?:alleging(?: that)?|accusing \w+(?: \w+){0,3} of|claiming(?: that)?|charging(?: that)?|arguing(?: that)?|"
    r"contending(?: that)?|saying(?: that)?|over|seeking|demanding|for|to (?=stop|block|enforce|annul|recover|have|force))"
    r"\b ?(?P<c>[^.;\n]{3,120}?)(?=[.;\n]|, (?:and|but|which|who|a|the)\b|$)"
)


def read(scene: Scene, candidate: Candidate) -> dict[str, str]:
    """The circumstances that the type may bear, found in the candidate's sentence."""
    start, end = candidate.evidence or scene.evidence_at(candidate.trigger)
    text = scene.article.text[start:end]
    if candidate.type in ("FUNDED", "RAISED"):
        return _kind(_ROUND, _ROUND_NAMES, text)
    if candidate.type == "EMAILED":
        return _kind(_MESSAGE, _MESSAGE_NAMES, text)
    if candidate.type == "SUED":
        return _suit(text)
    if candidate.type == "RECRUITED":
        return _for(scene, candidate)
    if candidate.type == "INTERVIEWED":
        return _venue(scene, candidate)
    return {}


def _kind(pattern: re.Pattern[str], names: tuple[tuple[str, str], ...], text: str) -> dict[str, str]:
    found = pattern.search(text)
    if found is None:
        return {}
    word = found.group().lower()
    kind = next((name for part, name in names if word.startswith(part)), None)
    if kind is None and word.startswith("w") and pattern is _MESSAGE:
        return {}
    return {"kind": kind or found.group()}


def _suit(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    court = _COURT.search(text)
    if court:
        found["court"] = court.group(1)
    claim = _CLAIM.search(text)
    if claim:
        found["claim"] = claim["c"].strip(" ,")
    return found


def _for(scene: Scene, candidate: Candidate) -> dict[str, str]:
    """The recruiting body itself, or the one that a person recruits for."""
    subject = candidate.subject
    if subject is None or not subject.entities:
        return {}
    if subject.type != "Person":
        return {"for": scene.names(subject)[0]}
    start, end = candidate.evidence or scene.evidence_at(candidate.trigger)
    for mention in scene.mentions_in(start, end):
        before = scene.article.text[max(0, mention.start - 12) : mention.start].lower()
        if mention.type in ("Company", "Organization") and re.search(r"\b(?:for|to|into|at) (?:the )?$", before):
            return {"for": scene.names(mention)[0]} if mention.entities else {}
    return {}


def _venue(scene: Scene, candidate: Candidate) -> dict[str, str]:
    """The programme or outlet: "on Radio Umhlanga", "for the Evening News", "of the Herald"."""
    start, end = candidate.evidence or scene.evidence_at(candidate.trigger)
    ends = {i for m in (candidate.subject, candidate.object) if m for i in m.entities}
    fallback = None
    for mention in scene.mentions_in(start, end):
        if mention.type not in ("Company", "Organization", "Product") or not mention.entities:
            continue
        if set(mention.entities) & ends:
            continue
        before = scene.article.text[max(0, mention.start - 12) : mention.start].lower()
        if re.search(r"\b(?:on|for|in|with|at|of|to) (?:the |its |his |her )?[\"“]?$", before):
            return {"venue": scene.names(mention)[0]}
        fallback = fallback or scene.names(mention)[0]
    subject = candidate.subject
    if subject is not None and subject.type in ("Company", "Organization", "Product") and subject.entities:
        return {"venue": scene.names(subject)[0]}
    return {"venue": fallback} if fallback else {}
