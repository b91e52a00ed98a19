"""Dates and sums of the text → those of one candidate."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import stances
from extract.dates import calendar
from extract.scene import Candidate, Dated, Scene, Sum, head_of

JOINS = frozenset(
    """join become appoint name hire elect recruit promote start begin succeed replace take get poach lure bring come
    move install make arrive return assume tap pick sign go land prise pry snap buy acquire purchase raise build amass
    gain inherit own""".split()
)
LEAVES = frozenset(
    """leave quit resign retire depart exit step stand fire sack dismiss oust remove lose drop part hand suspend sell
    divest offload dispose shed relinquish transfer bequeath give swap cede""".split()
)
_BARRED = frozenset(("relcl", "acl", "appos"))
_FAR = 9.0


def _clause(token: Token) -> Token:
    """The verb whose clause the token stands in, or the head of its verbless sentence."""
    for one in (token, *token.ancestors):
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("aux", "auxpass"):
            return one
    return token.sent.root


def _chain(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def _aside(token: Token, top: Token) -> bool:
    """Whether the way up from the token to `top` leaves an aside ("Acme, founded in 1998, ...")."""
    for one in _chain(token):
        if one == top:
            return False
        if one.dep_ in _BARRED:
            return True
    return False


def _cost(scene: Scene, start: int, end: int, trigger: Token) -> float:
    """How far a phrase is from belonging to the trigger: 0 in its own clause, 9 where it is out of reach."""
    head = head_of(scene.doc[start:end])
    sentence = trigger.sent
    if not sentence.start <= head.i < sentence.end:
        return _FAR
    if head == trigger or trigger in list(head.ancestors):
        steps, aside = 0.0, False
        for one in _chain(head):
            if one == trigger:
                break
            aside = aside or (one.dep_ in _BARRED and one.head != trigger)
            steps += one.pos_ in ("VERB", "AUX")
        return (4.0 if aside else 0.0) + 0.5 * steps
    near, own = _clause(head), _clause(trigger)
    opening = head.i - sentence.start <= 4
    if near == own:
        return 1.0
    if near in list(own.ancestors):
        between = [one for one in _chain(own) if near in list(one.ancestors)]
        if any(one.dep_ in _BARRED for one in between):
            return 3.5 if opening else 5.0
        if near.lemma_ in stances.SAY | stances.ALLEGE and not opening:
            return 4.0
        return 1.5 if opening else 2.0
    if own in list(near.ancestors):
        return 5.0 if _aside(near, own) else 2.5
    if near.head == own.head and near.dep_ == "conj":
        return 3.0
    return 4.5


def _ranked_dates(scene: Scene, candidate: Candidate) -> list[tuple[float, int, Dated]]:
    trigger = scene.doc[candidate.trigger]
    ranked = [(_cost(scene, item.start, item.end, trigger), abs(item.start - trigger.i), item) for item in scene.dates]
    return sorted((row for row in ranked if row[0] < _FAR), key=lambda row: (row[0], row[1], row[2].start))


def date(scene: Scene, candidate: Candidate) -> str | None:
    """When the fact happened: its own date, else that of its sentence, else the one the story goes on from."""
    ranked = _ranked_dates(scene, candidate)
    if ranked and ranked[0][0] <= 4.5:
        return _value(scene, ranked[0][2], ranked[0][0])
    return _inherited(scene, candidate)


def _value(scene: Scene, item: Dated, cost: float) -> str:
    if item.role == "since" and "/" not in item.value:
        return item.value
    if cost == 4.0 and not item.value.endswith("~"):
        return f"{item.value}~"
    return item.value


def _inherited(scene: Scene, candidate: Candidate) -> str | None:
    """The date that the story told last before the sentence, made coarse, or the article's own year for news."""
    trigger = scene.doc[candidate.trigger]
    sentence = scene.sentence_at(trigger.i)
    clause = _clause(trigger)
    auxiliaries = {child.tag_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    published = calendar.parse(scene.article.published)
    fresh = "VBZ" in auxiliaries or "VBP" in auxiliaries or "MD" in auxiliaries or clause.tag_ in ("VBZ", "VBP")
    if fresh and clause.pos_ in ("VERB", "AUX"):
        return f"{published.year}~" if published else None
    earlier = [item for item in scene.dates if item.end <= sentence.start and item.start >= sentence.start - 60]
    text = scene.article.text
    for item in reversed(earlier):
        gap = text[scene.doc[item.start].idx : sentence.start_char]
        if "\n\n" in gap:
            break
        if item.role == "on" and "/" not in item.value:
            year = item.value[:4]
            return f"{year}~" if published is None or int(year) <= published.year else None
    return f"{published.year}~" if published and trigger.i < 120 else None


def term(scene: Scene, candidate: Candidate) -> dict[str, str]:
    """When a role or an ownership began and ended."""
    found: dict[str, str] = {}
    for cost, _, item in _ranked_dates(scene, candidate):
        if cost > 3.0:
            break
        if _life(scene, item):
            continue
        if "/" in item.value and item.role == "on":
            start, end = item.value.rstrip("~").split("/")
            found.setdefault("start", start)
            found.setdefault("end", end)
        elif item.role == "since":
            found.setdefault("start", item.value.split("/")[0])
        elif item.role == "until":
            found.setdefault("end", item.value)
        else:
            verb = _clause(scene.doc[item.start]).lemma_
            if verb in LEAVES:
                found.setdefault("end", item.value)
            elif verb in JOINS:
                found.setdefault("end" if _left(scene, candidate) else "start", item.value)
    return found


def _life(scene: Scene, item: Dated) -> bool:
    """Whether the years stand in brackets after a person's name: "Ann Lee (1943-2006)" was not in office so long."""
    doc = scene.doc
    if item.start < 2 or doc[item.start - 1].text != "(":
        return False
    before = scene.mention_at(doc[item.start - 2])
    return before is not None and before.type == "Person" and before.kind == "name"


def _left(scene: Scene, candidate: Candidate) -> bool:
    """Whether what was held is named as what is left: "hired from Acme in 1982", "bought Bolt from Acme"."""
    held = candidate.object if candidate.type == "HELD_ROLE" else candidate.subject
    span = None if held is None else scene.span(held)
    return span is not None and len(span) > 0 and head_of(span).dep_ == "pobj" and head_of(span).head.lower_ == "from"


def amount(scene: Scene, candidate: Candidate) -> dict[str, str | int | float]:
    """The sum of the deal: the nearest in the trigger's clause."""
    trigger = scene.doc[candidate.trigger]
    ranked = sorted(
        ((_cost(scene, item.start, item.end, trigger), abs(item.start - trigger.i), item) for item in scene.sums),
        key=lambda row: (row[0], row[1], row[2].start),
    )
    best = next((row[2] for row in ranked if row[0] <= 5.0), None)
    return {} if best is None or _of_all(scene, candidate, best) else of_sum(best)


_RAISES = frozenset("raise take secure close receive get land attract collect win draw bring gather net".split())
_AMONG = frozenset({"including", "like"})


def _of_all(scene: Scene, candidate: Candidate, item: Sum) -> bool:
    """Whether the sum is what several gave together: "raised $4 million from A and B" tells no giver's share."""
    span = None if candidate.subject is None else scene.span(candidate.subject)
    if candidate.type != "FUNDED" or span is None:
        return False
    giver = head_of(span)
    several = bool(giver.conjuncts) or (giver.dep_ == "pobj" and giver.head.lower_ in _AMONG)
    return several and _clause(scene.doc[item.start]).lemma_ in _RAISES


def of_sum(item: Sum) -> dict[str, str | int | float]:
    """A sum as qualifiers."""
    given = {"amount": item.amount, "amount_min": item.amount_min, "amount_max": item.amount_max}
    found: dict[str, str | int | float] = {key: value for key, value in given.items() if value is not None}
    if item.currency:
        found["currency"] = item.currency
    return found
