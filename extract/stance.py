"""Doc around a trigger → how the fact is told and who says so.

One mechanism for all relation types. It reads upwards from the trigger through what governs it ("tried to get them to
agree to sell"), takes the strongest of what it meets, failed before planned and attempted before denied before alleged,
and looks at the words after it for an outcome ("... but the deal fell through") or a denial ("He denies it").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

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


class _Signal(NamedTuple):
    """What one governing word says of the fact below it."""

    kind: str
    source: str | None = None


_CLAUSAL = frozenset("xcomp ccomp acl advcl pcomp conj relcl prep agent dobj attr oprd acomp csubj parataxis".split())
_MODAL_TALK = frozenset("may might could can ca should".split())
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))
_OUTCOME = re.compile(
    r"\b(?:turned (?:it|him|her|them|that|this|the \w+|both|all) down|turned down|said no|fell through|fell apart|"
    r"called (?:it )?off|walked away|backed out|pulled out|came to nothing|came to naught|broke (?:down|off)|"
    r"(?:was|were|been|it|that|them|him|her) (?:rejected|refused|rebuffed|declined|spurned|abandoned|scrapped|blocked|"
    r"dropped|withdrawn|vetoed|thrown out|outbid|voted down|sent (?:back|home|packing))|"
    r"(?:rejected|refused|declined|rebuffed|spurned|withdrew|failed|collapsed|lapsed|"
    r"abandoned|withdrawn|foundered|stayed put|scuppered|scrapped|lost out|nothing came of it|"
    r"did(?: not|n['’]t) (?:go|come|take|accept|happen)|without success|in vain|to no avail|got no for an answer|"
    r"came second|lost (?:out|to)|preferred to stay|has since been withdrawn))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denial|untrue|false|falsehood|fiction|fictional|nonsense|rubbish|fabricat\w+|invention|"
    r"baseless|unfounded|no such (?:thing|letter|email|e-mail|message|payment|deal|offer|loan|talks|approach|plan)|"
    r"never (?:happened|did|sent|wrote|received|existed|owned|took|paid|met)|no truth|not true|it had ?n['’]t|"
    r"it was ?n['’]t|did no such)\b",
    re.IGNORECASE,
)


def read(scene: Scene, trigger: int, subject: Mention | None = None) -> Stance:
    """How the fact at a trigger is told: `tried to buy` → attempted, `the suit says it bought` → alleged, the suit."""
    token = scene.doc[trigger]
    signals = list(_signals(scene, token))
    kinds = {signal.kind for signal in signals}
    source = next((signal.source for signal in signals if signal.source), None)
    sentence = scene.sentence_at(trigger)
    if source is None:
        source = _attributed(sentence, token)
    if source is not None and _one_sided(source):
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
        return Stance("failed" if _falls(scene, sentence, token) else status, source)
    if "alleged" in kinds:
        return Stance("denied" if _is_denied(scene, sentence) else "alleged", source)
    return Stance("asserted", source)


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
        if lemma in words.FAIL or _particle(head) in (
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
            yield _Signal("denied", _speaker(head))
        elif lemma in words.ALLEGE and dep in ("ccomp", "xcomp", "prep", "pcomp", "dobj", "parataxis"):
            yield _Signal("alleged", _speaker(head))
        elif dep in ("ccomp", "parataxis") and lemma in words.SAY:
            speaker = _speaker(head)
            yield _Signal("said", speaker)
            if any(c.dep_ == "neg" for c in head.children):
                yield _Signal("hypothetical")
        elif infinitive or dep in ("xcomp", "pcomp", "prep", "dobj", "ccomp", "advcl"):
            yield from _over(here, head, lemma, infinitive)
    elif head.pos_ in ("NOUN", "PROPN"):
        if lemma in words.DOUBT_NOUNS and dep in ("acl", "ccomp", "prep"):
            yield _Signal("alleged", _owner(head))
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
                yield _Signal("denied", _owner(head))
            elif infinitive and dep == "acl" and any(c.dep_ == "auxpass" for c in here.children):
                yield _Signal("planned")


def _over(here: Token, head: Token, lemma: str, infinitive: bool) -> Iterator[_Signal]:
    """Verbs and adjectives over an infinitive, a gerund or an object: "agreed to", "tried to", "rejected the offer"."""
    if _particle(head) in ("call off", "turn down", "break off", "back out", "pull out", "walk away", "throw out"):
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
        yield _Signal("alleged", _agent(head))
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


def _particle(verb: Token) -> str:
    part = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod") and c.i > verb.i), "")
    return f"{verb.lemma_} {part}"


def _text(token: Token) -> str:
    """The phrase under a token without its asides: "people familiar with the matter"."""
    cut = [t for c in token.children if c.dep_ in ("relcl", "appos", "punct", "cc", "conj") for t in c.subtree]
    inside = sorted({t.i for t in token.subtree} - {t.i for t in cut})
    if not inside:
        return token.text
    run = [i for i in range(inside[0], token.i + 1) if i in inside]
    after = token.i + 1
    while after in inside:
        run.append(after)
        after += 1
    return str(token.doc[run[0] : run[-1] + 1].text).strip(" ,\"“”'\n")


def _speaker(verb: Token) -> str | None:
    """Who speaks: the verb's subject, or that of the verb it is joined to."""
    for one in (verb, verb.head if verb.dep_ in ("conj", "xcomp", "advcl") else verb):
        for child in one.children:
            if child.dep_ in ("nsubj", "agent"):
                token = next((c for c in child.children if c.dep_ == "pobj"), child) if child.dep_ == "agent" else child
                return _text(token)
    return _agent(verb)


def _agent(verb: Token) -> str | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((_text(c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def _owner(noun: Token) -> str | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return _text(child).removesuffix("'s").removesuffix("’s")
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "from"):
            return next((_text(c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def _attributed(sentence: Span, token: Token) -> str | None:
    """ "According to X" anywhere in the sentence, or a speaker in brackets of commas (", the suit says,")."""
    for one in sentence:
        if one.lower_ == "according":
            to = next((c for c in one.children if c.lower_ == "to"), None)
            who = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
            if who is not None:
                return _text(who)
        elif (
            one.lemma_ in words.SAY | words.ALLEGE and one.dep_ in ("parataxis", "ccomp", "ROOT") and one.pos_ == "VERB"
        ):
            if one in list(token.ancestors) or one == token:
                continue
            before = one.doc[one.i - 1].text if one.i else ""
            if one.dep_ == "parataxis" or (one.dep_ == "ccomp" and before in ',"”'):
                return _speaker(one)
    return None


def _one_sided(source: str) -> bool:
    return any(
        word.lower().strip("'’,.").removesuffix("s") in words.PARTY or word.lower() in words.PARTY
        for word in source.split()
    )


def _after(scene: Scene, sentence: Span, token: Token, sentences: int) -> str:
    """The rest of the sentence after the trigger, and so many sentences of the same paragraph."""
    end = sentence.end
    for _ in range(sentences):
        if end >= len(scene.doc):
            break
        following = scene.sentence_at(end)
        if "\n\n" in scene.doc.text[sentence.end_char - 2 : following.start_char + 1]:
            break
        end = following.end
    return str(scene.doc[token.i + 1 : end].text) if token.i + 1 < end else ""


def _falls(scene: Scene, sentence: Span, token: Token) -> bool:
    """Whether the words after a plan or an attempt say that it did not come off."""
    return bool(_OUTCOME.search(_after(scene, sentence, token, 1)))


def _is_denied(scene: Scene, sentence: Span) -> bool:
    """Whether the next sentence answers an allegation with a denial."""
    return bool(_DENIAL.search(_after(scene, sentence, sentence[-1], 1)))
