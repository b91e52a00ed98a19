"""Candidates of all voices → claims and rejections with reasons: nothing is dropped in silence.

A candidate's ends must be resolved, fit the ontology and be two; the words around it must not make it
a mere possibility; and the voices that speak for it, each with its measured precision, must together
reach the type's threshold.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import get_args

from extract import ontology, qualify, stance, weigh
from extract.merge import Said, merge
from extract.records import Claim, Mention, Qualifiers, Rejection, StatusName
from extract.scene import Candidate, Scene
from extract.voices import READER
from extract.weigh import Ends

STATUSES: tuple[StatusName, ...] = get_args(StatusName)


def judge(scene: Scene, candidates: Iterable[Candidate]) -> tuple[list[Claim], list[Rejection]]:
    """Claims sorted by offset, and every candidate that is none, with its reason."""
    sound: dict[Ends, list[Candidate]] = defaultdict(list)
    rejections: list[Rejection] = []
    given = list(candidates)
    audible = weigh.heard(given)
    rejections += [_rejection(scene, one, "voice below its floor") for one in given if one not in audible]
    for candidate in audible:
        reason = _unsound(candidate)
        if reason is not None:
            rejections.append(_rejection(scene, candidate, reason))
            continue
        for ends in _ends(candidate):
            problem = _misfit(scene, ends)
            if problem is None:
                sound[ends].append(candidate)
            else:
                rejections.append(_rejection(scene, candidate, problem, ends))
    claims: list[Claim] = []
    others = weigh.others(sound)
    for ends in sorted(sound, key=order):
        kept, refused = _weigh(scene, ends, sound[ends], others[ends])
        claims += merge(kept)
        rejections += refused
    claims.sort(key=lambda c: (c.evidence_start, c.evidence_end, c.type, c.subject, c.object or -1))
    rejections.sort(key=lambda r: (r.evidence_start, r.type, r.reason, r.subject or "", r.object or "", r.voices))
    return claims, list(dict.fromkeys(rejections))


def order(ends: Ends) -> tuple[str, int, int]:
    """The order in which pairs are judged."""
    return ends.type, ends.subject, -1 if ends.object is None else ends.object


def sound_ends(scene: Scene, candidate: Candidate) -> list[Ends]:
    """The pairs that a candidate claims and that could be claimed, whoever says so."""
    if _unsound(candidate) is not None:
        return []
    return [ends for ends in _ends(candidate) if _misfit(scene, ends) is None]


def _unsound(candidate: Candidate) -> str | None:
    for end, mention in (("subject", candidate.subject), ("object", candidate.object)):
        if mention is not None and not mention.entities:
            return f"{end} unresolved"
    row = ontology.relation(candidate.type)
    if candidate.subject is None:
        return "subject missing"
    if candidate.object is None and not row.object_optional:
        return "object missing"
    return None


def _ends(candidate: Candidate) -> Iterator[Ends]:
    subjects = _entities(candidate.subject)
    objects: Sequence[int | None] = _entities(candidate.object) or [None]
    for subject, target in product(subjects, objects):
        if target is not None and ontology.relation(candidate.type).symmetric:
            subject, target = sorted((subject, target))
        yield Ends(candidate.type, subject, target)


def _entities(mention: Mention | None) -> list[int]:
    return [] if mention is None else sorted(mention.entities)


def _misfit(scene: Scene, ends: Ends) -> str | None:
    if ends.subject == ends.object:
        return "both ends the same"
    target = None if ends.object is None else scene.entities[ends.object].type
    problem = ontology.fits(ends.type, scene.entities[ends.subject].type, target)
    if problem and ontology.relation(ends.type).symmetric and target is not None:
        problem = ontology.fits(ends.type, target, scene.entities[ends.subject].type)
    return f"{problem} violated" if problem else None


def _weigh(
    scene: Scene, ends: Ends, candidates: Sequence[Candidate], other: float
) -> tuple[list[Said], list[Rejection]]:
    """The claims that stand between one pair of ends, before those of one event are joined."""
    kept: list[Said] = []
    refused: list[Rejection] = []
    score = weigh.weigh(ends.type, candidates, other)
    if score < weigh.threshold(ends.type):
        return [], [_rejection(scene, candidate, "voices disagree", ends) for candidate in candidates]
    also = {READER} if any(c.voice == READER and c.score >= SURE for c in candidates) else set()
    for candidate in _speakers(candidates):
        read = stance.read(scene, candidate.trigger, candidate.subject, ends.type)
        status = candidate.status or _status(scene, candidate, read, candidates)
        if status is None:
            refused.append(_rejection(scene, candidate, read.reason or "hypothetical", ends))
            continue
        qualifiers = qualify.read(scene, candidate)
        if ends.type == "RAISED" and qualifiers.amount is None and qualifiers.amount_min is None:
            refused.append(_rejection(scene, candidate, "no sum", ends))
            continue
        start, end = candidate.evidence or scene.evidence_at(candidate.trigger)
        if candidate.voice == READER and _told(kept, qualifiers, start):
            refused.append(_rejection(scene, candidate, "told already", ends))
            continue
        claim = Claim(
            type=ends.type,
            subject=ends.subject,
            object=ends.object,
            qualifiers=qualifiers,
            status=status,
            source=candidate.source or read.source,
            evidence=scene.article.text[start:end],
            evidence_start=start,
            evidence_end=end,
            voices=tuple(sorted({candidate.voice, *also})),
            score=round(score, 4),
        )
        kept.append(Said(claim, _firm(scene, candidate)))
    return kept, refused


def _told(kept: Sequence[Said], qualifiers: Qualifiers, start: int) -> bool:
    """Whether the same sentence has told the same sum of the same pair: it is one gift, however often it is said."""
    sum_ = qualifiers.amount, qualifiers.amount_min
    return any(sum_) and any(
        one.claim.evidence_start == start and (one.claim.qualifiers.amount, one.claim.qualifiers.amount_min) == sum_
        for one in kept
    )


SURE = 0.5
"""Least score of a pair that the reader is said to have found too."""
AGAIN = 0.9
"""Least score of a further pair of the reader's that may tell another event."""
_REPEATED = frozenset({"FUNDED", "RAISED", "EMAILED"})
"""Types of which one pair often has several facts in one article; offices are told apart by words, not by a score."""


def _speakers(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Whose words become claims: every rule's; of the reader's the surest, and others that may tell another event.

    A rule knows the word that says it, the reader knows only that it is said: where both speak, the rule's words
    count, and the reader adds its voice. Two offices of one pair ("chairman and chief executive") are both told.
    """
    rules = [candidate for candidate in candidates if candidate.voice != READER]
    read = sorted(
        (candidate for candidate in candidates if candidate.voice == READER), key=lambda c: (-c.score, c.trigger)
    )
    first = [] if rules else [c for c in read if (c.subject, c.object) == (read[0].subject, read[0].object)]
    more = [c for c in read if c.score >= AGAIN and c.type in _REPEATED and c not in first]
    return [*rules, *first, *more]


CONVINCED = 0.7
"""Least probability of a status with which the reader overrules what a rule reads from the words around it."""


def _beside(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The surest pair of the reader's in the sentence of a rule's word."""
    place = scene.sentence_at(candidate.trigger).start
    return max(
        (c for c in candidates if c.voice == READER and scene.sentence_at(c.trigger).start == place),
        key=lambda c: (c.score, -c.trigger),
        default=None,
    )


def _status(
    scene: Scene, candidate: Candidate, read: stance.Stance, candidates: Sequence[Candidate]
) -> StatusName | None:
    """A rule's from the words that govern its trigger, unless the reader is convinced of another.

    The reader reads the whole sentence, and alone decides where it alone speaks.
    """
    if candidate.voice == READER and candidate.hints:
        return max(STATUSES, key=lambda name: candidate.hints.get(name, 0.0))
    beside = None if read.granted else _beside(scene, candidate, candidates)
    if beside is not None and beside.score >= SURE:
        likely = max(STATUSES, key=lambda name: beside.hints.get(name, 0.0))
        if beside.hints.get(likely, 0.0) >= CONVINCED:
            return likely
    return read.status if read.status in STATUSES else None


_PENDING = frozenset({"ACQUIRED", "FUNDED", "RAISED", "PARTNERED_WITH"})
"""Types whose nouns ("the deal", "the acquisition") name what may yet be to come; a lawsuit or a letter is there."""


def _firm(scene: Scene, candidate: Candidate) -> bool:
    """Whether the word itself tells that it happened."""
    if candidate.type not in _PENDING:
        return True
    return candidate.voice != READER and scene.doc[candidate.trigger].pos_ in ("VERB", "AUX")


def _rejection(scene: Scene, candidate: Candidate, reason: str, ends: Ends | None = None) -> Rejection:
    start, end = candidate.evidence or scene.evidence_at(candidate.trigger)

    def name(index: int | None, mention: Mention | None) -> str | None:
        if index is not None:
            return scene.entities[index].name
        return mention.text if mention is not None else None

    return Rejection(
        type=candidate.type,
        subject=name(ends.subject if ends else None, candidate.subject),
        object=name(ends.object if ends else None, candidate.object),
        reason=reason,
        evidence=scene.article.text[start:end],
        evidence_start=start,
        evidence_end=end,
        voices=(candidate.voice,),
    )
