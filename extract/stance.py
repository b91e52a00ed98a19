"""Doc around a trigger → how the fact is told and who says so.

One mechanism for all relation types. It reads upwards from the trigger through what governs it ("tried to get them to
agree to sell"), takes the strongest of what it meets, failed before planned and attempted before denied before alleged,
and looks at the words after it for an outcome ("... but the deal fell through") or a denial ("He denies it").
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extract import outcomes, speakers
from extract import stances as words
from extract.records import Mention
from extract.scene import Scene


class Stance(NamedTuple):
    """`status` is one of the ontology's, or None where no fact is told; then `reason` says why.

    Reasons: "negated", "hypothetical", "question", "talks".
    """

    status: str | None
    source: str | None = None
    reason: str | None = None
    granted: bool = False
    """Taken for granted by a noun, whatever else the sentence says."""


class _Signal(NamedTuple):
    """What one governing word says of the fact below it."""

    kind: str
    source: str | None = None


_CLAUSAL = frozenset("xcomp ccomp acl advcl pcomp conj relcl prep agent dobj attr oprd acomp csubj parataxis".split())
_MODAL_TALK = frozenset("may might could can ca should".split())
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))


_STANDING = frozenset({"HELD_ROLE", "FOUNDED", "HEADQUARTERED_IN", "OWNS", "COMPETES_WITH"})
"""Relations that a noun can take for granted: "the suit says he met Ann Lee, the founder of Acme"."""
_ASIDE = frozenset("appos compound nmod nsubj nsubjpass pobj poss conj".split())
_EVENTS = frozenset(
    "founding foundation establishment creation launch start appointment election purchase sale".split()
)


def read(scene: Scene, trigger: int, subject: Mention | None = None, relation: str | None = None) -> Stance:
    """How the fact at a trigger is told: `tried to buy` → attempted, `the suit says it bought` → alleged, the suit.

    What a noun takes for granted is told in the article's own voice, whatever is said of it: only the words before
    the noun ("the alleged owner") count. For that the `relation` has to be known.
    """
    token = scene.doc[trigger]
    if relation in _STANDING and _granted(token):
        own = {signal.kind for signal in _noun(token)}
        if "negated" in own:
            return Stance(None, None, "negated")
        told = next((kind for kind in ("failed", "attempted", "planned", "alleged") if kind in own), "asserted")
        return Stance(told, granted=True)
    signals = list(_signals(scene, token))
    kinds = {signal.kind for signal in signals}
    source = next((signal.source for signal in signals if signal.source), None)
    sentence = scene.sentence_at(trigger)
    if source is None:
        source = speakers.attributed(sentence, token)
    if source is not None and speakers.one_sided(source):
        kinds.add("alleged")
    if "would-have" in kinds:
        return Stance(None, source, "hypothetical")
    if "failed" in kinds:
        return Stance("failed", source)
    if "negated" in kinds:
        if kinds & {"denied", "alleged"}:
            return Stance("denied", source)
        if kinds & {"attempted", "planned"}:
            return Stance(None, source, "negated")
        return Stance(None, source, "negated")
    if "denied" in kinds:
        return Stance("denied", source)
    for reason in ("question", "hypothetical", "talks"):
        if reason in kinds and not kinds & {"attempted"}:
            return Stance(None, source, reason)
    status = next((kind for kind in ("attempted", "planned") if kind in kinds), None)
    if status is not None:
        return Stance("failed" if outcomes.falls(scene, sentence, token) else status, source)
    if "alleged" in kinds:
        return Stance("denied" if outcomes.is_denied(scene, sentence) else "alleged", source)
    return Stance("asserted", source)


def _granted(token: Token) -> bool:
    """Whether a noun stands aside from what its sentence says: "X, founder of Y,", "Y's founder", not "is the founder"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() in _EVENTS:
        return False
    head = token
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    return head.dep_ in _ASIDE and not (head.dep_ == "pobj" and head.head.lower_ == "as")


def _signals(scene: Scene, token: Token) -> Iterator[_Signal]:
    """What the words around and above the trigger say of it, from the nearest to the farthest."""
    yield from _own(token)
    here = token
    seen = {token.i}
    for _ in range(12):
        if here.pos_ in ("VERB", "AUX"):
            yield from _clause(here, first=here is token)
        elif here is not token or here.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from _noun(here)
        head = here.head
        if head.i in seen or not _climbs(here, head, token):
            break
        yield from _governor(here, head)
        seen.add(head.i)
        here = head


def _climbs(here: Token, head: Token, trigger: Token) -> bool:
    """Whether what the head says is said of the fact below: not from an aside or a subject's modifier."""
    if here.dep_ in ("relcl", "appos"):
        return False
    if here.dep_ == "conj":
        return head.pos_ in ("VERB", "AUX") and here.pos_ in ("VERB", "AUX")
    if here.dep_ in ("nsubj", "nsubjpass"):
        return here is not trigger or here.pos_ == "NOUN"
    if here.dep_ == "advcl":
        return not any(
            c.dep_ == "mark" and c.lower_ in ("after", "since", "as", "because", "when") for c in here.children
        )
    if here.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return here.tag_ in ("VB", "VBG") or head.lemma_ in words.DOUBT_NOUNS | words.PLAN_NOUNS
    if here.dep_ == "pobj":
        return True
    return here.dep_ in _CLAUSAL


def _own(token: Token) -> Iterator[_Signal]:
    """What the trigger says by itself: "bid", "offered", "an unsuccessful offer"."""
    if token.lemma_ in ("bid", "offer", "woo", "court", "approach", "tender", "attempt"):
        yield _Signal("attempted")
    elif token.lemma_ in ("propose", "threaten", "pledge", "promise", "agree", "proposal", "threat"):
        yield _Signal("planned")
    elif token.lemma_ in ("accuse", "allege", "accusation", "allegation"):
        yield _Signal("alleged")


def _noun(token: Token) -> Iterator[_Signal]:
    for child in token.children:
        kind = words.WOULD_BE.get(child.lower_) if child.dep_ in ("amod", "compound", "advmod", "nmod") else None
        if kind:
            yield _Signal(kind)
        if child.dep_ == "det" and child.lower_ == "no" and token.pos_ == "NOUN":
            yield _Signal("negated")


def _clause(verb: Token, first: bool) -> Iterator[_Signal]:
    """Auxiliaries, negation, conjunction and adverbs of one clause."""
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    for child in verb.children:
        low = child.lower_
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and low in ("never", "neither")):
            after = verb.doc[child.i + 1].lower_ if child.i + 1 < len(verb.doc) else ""
            if after not in ("only", "just", "least", "longer", "yet") or after == "yet":
                yield _Signal("negated")
        elif child.dep_ == "mark" and low in ("if", "unless", "whether"):
            yield _Signal("hypothetical")
        elif low in words.HEARSAY:
            yield _Signal("alleged")
        elif child.dep_ == "advmod" and low in ("nearly", "almost") and child.i == verb.i - 1:
            yield _Signal("failed")
    if aux & _FUTURE:
        yield _Signal("planned")
    elif "would" in aux or "’d" in aux:
        yield _Signal("would-have" if aux & {"have", "'ve"} else "planned")
    elif aux & _MODAL_TALK:
        yield _Signal("hypothetical")
    elif verb.lemma_ == "be" and verb.pos_ in ("AUX", "VERB"):
        return
    if verb.dep_ == "ROOT" and _asks(verb):
        yield _Signal("question")


def _asks(verb: Token) -> bool:
    """A question to be answered with yes or no."""
    sentence = verb.sent
    last = next((t for t in reversed(sentence) if not t.is_space and not t.is_quote and not t.is_right_punct), None)
    if last is None or last.text != "?":
        return False
    first = next((t for t in sentence if t.is_alpha), None)
    return first is not None and first.pos_ == "AUX"


def _governor(here: Token, head: Token) -> Iterator[_Signal]:
    """What a head says of the clause or noun that depends on it."""
    lemma, dep = head.lemma_.lower(), here.dep_
    if dep in ("nsubj", "nsubjpass", "csubj"):
        if lemma in words.FAIL or speakers.particle(head) in (
            "fall through",
            "call off",
            "turn down",
            "break off",
            "fall apart",
        ):
            yield _Signal("failed")
        return
    infinitive = here.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in here.children)
    if head.pos_ in ("VERB", "AUX", "ADJ") or (head.tag_ in ("VBN", "VBG")):
        if lemma in words.DENY and dep != "conj" and dep != "advcl":
            yield _Signal("denied", speakers.speaker(head))
        elif lemma in words.ALLEGE and dep in ("ccomp", "xcomp", "prep", "pcomp", "dobj", "parataxis"):
            yield _Signal("alleged", speakers.speaker(head))
        elif dep in ("ccomp", "parataxis") and lemma in words.SAY:
            speaker = speakers.speaker(head)
            yield _Signal("said", speaker)
            if any(c.dep_ == "neg" for c in head.children):
                yield _Signal("hypothetical")
        elif infinitive or dep in ("xcomp", "pcomp", "prep", "dobj", "ccomp", "advcl"):
            yield from _over(here, head, lemma, infinitive)
    elif head.pos_ in ("NOUN", "PROPN"):
        if lemma in words.DOUBT_NOUNS and dep in ("acl", "ccomp", "prep"):
            yield _Signal("alleged", speakers.owner(head))
        elif dep in ("acl", "prep", "relcl", "ccomp"):
            if lemma in words.ATTEMPT_NOUNS:
                yield _Signal("attempted")
            elif lemma in words.PLAN_NOUNS and (infinitive or dep == "prep"):
                yield _Signal("planned")
            elif lemma in words.TALK_NOUNS:
                yield _Signal("talks")
            elif lemma in ("failure", "refusal", "inability"):
                yield _Signal("failed")
            elif lemma == "denial":
                yield _Signal("denied", speakers.owner(head))
            elif infinitive and dep == "acl" and any(c.dep_ == "auxpass" for c in here.children):
                yield _Signal("planned")


def _over(here: Token, head: Token, lemma: str, infinitive: bool) -> Iterator[_Signal]:
    """Verbs and adjectives over an infinitive, a gerund or an object: "agreed to", "tried to", "rejected the offer"."""
    if speakers.particle(head) in (
        "call off",
        "turn down",
        "break off",
        "back out",
        "pull out",
        "walk away",
        "throw out",
    ):
        yield _Signal("failed")
    elif lemma in words.FAIL and here.dep_ in ("xcomp", "dobj", "pcomp", "prep"):
        if any(c.dep_ == "neg" for c in head.children):
            return
        yield _Signal("failed")
    elif here.dep_ in ("dobj", "prep", "advcl") and not infinitive:
        if here.dep_ == "dobj" and lemma in (
            "plan",
            "propose",
            "threaten",
            "promise",
            "pledge",
            "seek",
            "prepare",
            "consider",
        ):
            yield _Signal("talks" if lemma == "consider" else "planned")
        elif here.dep_ == "prep" and lemma in words.TALK:
            yield _Signal("talks")
    elif infinitive and head.lemma_ in words.PASSIVE_REPORT and any(c.dep_ == "auxpass" for c in head.children):
        yield _Signal("alleged", speakers.agent(head))
    elif lemma in words.ATTEMPT:
        yield _Signal("attempted")
    elif infinitive and lemma == "be" and here.dep_ == "xcomp":
        yield _Signal("failed" if any(c.lower_ == "have" for c in here.children) else "planned")
    elif lemma in words.TALK:
        yield _Signal("talks")
    elif infinitive and lemma in ("unable", "powerless"):
        yield _Signal("failed")
    elif infinitive and (lemma in words.PLAN or (head.pos_ == "ADJ" and lemma not in words.THROUGH)):
        yield _Signal("planned")
