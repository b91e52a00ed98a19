"""Rule: a shape joined with a vocabulary. Scene and rules → Candidates, in one pass over the tokens.

`Rule("FOUNDED", "verb", words={"found"}, subject="subj", object="obj", ...)` reads "Lee founded Acme" and every clause
that says the same. A place is written as a word: subj, obj, iobj, surface, or a preposition for verbs; poss, comp,
described, self, or a preposition for nouns, and `v.subj`, `v.obj`, `v.iobj`, `v.in` … for the verb that carries the
noun. `poss|of` tries one after the other; `of*` also takes the body behind its part ("Acme's board" → Acme).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Token

from extract import ontology
from extract.patterns import fill, nouns, tree
from extract.patterns.fill import View
from extract.records import Mention
from extract.scene import Candidate, Scene

Qualified = Mapping[str, str | int | float]
Read = Callable[[View, Token, Mention, Mention | None], Iterable[Qualified]]
Check = Callable[[View, Token], bool]
Pair = tuple[Mention, Mention | None]
Shape = Callable[[View, Token], Iterable[Pair]]

VERB = frozenset({"VERB", "AUX"})
NOUN = frozenset({"NOUN", "PROPN"})
ANY = frozenset[str]()


@dataclass(frozen=True)
class Rule:
    """A way to say a relation. `example` and `negatives` mark mentions: `[Lee|Person|s] founded [Acme|Company|o]`."""

    type: str
    name: str
    words: frozenset[str]
    """Lemmas of the trigger, "set up" with its particle; empty for rules that look at mentions of the type `at`."""
    subject: str = ""
    object: str = ""
    example: str = ""
    negatives: tuple[str, ...] = ()
    part: frozenset[str] = VERB
    light: frozenset[str] = ANY
    """Verbs that must carry the noun; any where empty."""
    check: Check | None = None
    read: Read | None = None
    shape: Shape | None = None
    """Finds the ends itself, where places in a clause are not enough."""
    at: str | None = None
    only: str | None = None
    """The one type that the object may have, where the ontology allows more."""
    among: bool = False
    """The subject's members stand in the relation to each other ("A and B are rivals")."""
    accept: Callable[[View, Token, Mention], bool] | None = None
    """Whether an object will do."""
    status: str | None = None
    fixed: Qualified = field(default_factory=dict)

    @property
    def voice(self) -> str:
        """The rule's name among the voices: `FOUNDED:verb`."""
        return f"{self.type}:{self.name}"


@dataclass(frozen=True)
class Index:
    """Rules by the first word of their triggers, and by the type of mention they look at."""

    by_word: Mapping[str, tuple[tuple[Rule, str], ...]]
    by_type: Mapping[str, tuple[Rule, ...]]


def index(rules: Sequence[Rule]) -> Index:
    """Rules → Index."""
    by_word: dict[str, list[tuple[Rule, str]]] = {}
    by_type: dict[str, list[Rule]] = {}
    for rule in rules:
        for words in sorted(rule.words):
            first, _, particle = words.partition(" ")
            by_word.setdefault(first, []).append((rule, particle))
        if rule.at is not None:
            by_type.setdefault(rule.at, []).append(rule)
    return Index(
        MappingProxyType({word: tuple(found) for word, found in by_word.items()}),
        MappingProxyType({kind: tuple(found) for kind, found in by_type.items()}),
    )


def propose(scene: Scene, rules: Index) -> Iterator[Candidate]:
    """Candidates in the text's order; one for each rule, trigger, pair of mentions and reading of qualifiers."""
    sight = fill.view(scene)
    heads = _heads(sight, rules)
    for token in scene.doc:
        found = rules.by_word.get(token.lemma_.lower())
        if found is not None:
            named = token.i in sight.names and token.text[0].isupper()
            for rule, particle in found:
                if (not rule.part or token.pos_ in rule.part) and not named and _particled(token, particle):
                    yield from _apply(sight, token, rule)
        for rule in heads.get(token.i, ()):
            yield from _apply(sight, token, rule)


def _heads(sight: View, rules: Index) -> dict[int, tuple[Rule, ...]]:
    """Token → rules that look at the mention whose head it is."""
    heads: dict[int, tuple[Rule, ...]] = {}
    if not rules.by_type:
        return heads
    for mention in sight.scene.mentions:
        if mention.entities and mention.kind != "pronoun":
            wanted = rules.by_type.get(ontology.family(sight.type_of(mention)))
            span = sight.span(mention)
            if wanted and span is not None:
                heads[span.end - 1] = wanted
    return heads


def _particled(token: Token, particle: str) -> bool:
    if not particle:
        return True
    if any(child.lower_ == particle and child.dep_ in ("prt", "advmod") for child in token.children):
        return True
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == particle


def _apply(sight: View, token: Token, rule: Rule) -> Iterator[Candidate]:
    if rule.light:
        verb = nouns.carrier(token)
        if verb is None or not _carries(verb, rule.light):
            return
    if rule.check is not None and not rule.check(sight, token):
        return
    if rule.shape is not None:
        pairs: Iterable[Pair] = rule.shape(sight, token)
    elif rule.among:
        pairs = _among(sight, token, rule)
    else:
        pairs = _pairs(sight, token, rule)
    for subject, target in {(id(one), id(other)): (one, other) for one, other in pairs}.values():
        if target is not None and not rule.among and subject.entities == target.entities:
            continue
        readings: Iterable[Qualified] = (rule.fixed,) if rule.read is None else rule.read(sight, token, subject, target)
        for qualifiers in readings:
            yield Candidate(
                type=rule.type,
                subject=subject,
                object=target,
                trigger=token.i,
                voice=rule.voice,
                qualifiers=qualifiers,
                status=rule.status,
            )


def _carries(verb: Token, light: frozenset[str]) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in light or any(child.dep_ == "prt" and f"{lemma} {child.lower_}" in light for child in verb.children)


def _pairs(sight: View, token: Token, rule: Rule) -> Iterator[Pair]:
    if not rule.object:
        for subject in _best(sight, token, rule.subject, ontology.relation(rule.type).subjects):
            yield subject, None
        return
    row = ontology.relation(rule.type)
    subjects = _best(sight, token, rule.subject, row.subjects)
    if not subjects:
        return
    targets = _best(sight, token, rule.object, row.objects)
    if rule.accept is not None:
        targets = [one for one in targets if rule.accept(sight, token, one)]
    if rule.only is not None:
        targets = [one for one in targets if ontology.family(sight.type_of(one)) == rule.only]
    for subject in subjects:
        for target in targets:
            yield subject, target


def _among(sight: View, token: Token, rule: Rule) -> Iterator[Pair]:
    members = _best(sight, token, rule.subject, ontology.relation(rule.type).subjects)
    for number, subject in enumerate(members):
        if len(subject.entities) > 1:
            yield subject, subject
        for target in members[number + 1 :]:
            if subject.entities != target.entities:
                yield subject, target


def _best(sight: View, token: Token, places: str, types: Sequence[str]) -> list[Mention]:
    """Mentions of the first place that holds one of a fitting type; else those of the first place that holds any."""
    misfits: list[Mention] = []
    for place in places.split("|"):
        found = filled(sight, token, place)
        fitting = [mention for mention in found if any(sight.scene.entities[i].type in types for i in mention.entities)]
        if fitting:
            return _once(fitting)
        misfits = misfits or found
    return _once(misfits)


def _once(found: Iterable[Mention]) -> list[Mention]:
    """Each mention once, in order; mentions of one scene are the same objects."""
    return list({id(mention): mention for mention in found}.values())


def filled(sight: View, token: Token, place: str) -> list[Mention]:
    """The mentions at a place of the trigger: `filled(sight, founded, "subj")`."""
    deep = place.endswith("*")
    reader = fill.whole if deep else fill.mentions
    return [mention for one in tokens_at(token, place.rstrip("*")) for mention in reader(sight, one)]


def tokens_at(token: Token, place: str) -> list[Token]:
    """The tokens at a place of the trigger."""
    if place.startswith("v."):
        verb = nouns.carrier(token)
        return [] if verb is None else _verb_place(verb, place[2:])
    if place.startswith("up."):
        verb = nouns.above(token)
        return [] if verb is None else _verb_place(verb, place[3:])
    if place == "governed":
        return tree.governed(token)
    if place == "self":
        return [token]
    if place == "round":
        return nouns.raiser(token)
    if tree.is_verb(token):
        return _verb_place(token, place)
    if place == "poss":
        return nouns.possessors(token)
    if place == "comp":
        return nouns.compounds(token)
    if place == "described":
        return nouns.described(token)
    if place == "head":
        outer = token.head.head
        return [outer] if token.dep_ == "pobj" and outer.pos_ in ("NOUN", "PROPN", "PRON") else []
    if place == "around":
        return nouns.around(token)
    return nouns.after(token, place)


def _verb_place(verb: Token, place: str) -> list[Token]:
    if place == "subj":
        return tree.subjects(verb)
    if place == "obj":
        return tree.objects(verb)
    if place == "iobj":
        return tree.receivers(verb)
    if place == "surface":
        return tree.surface_subjects(verb)
    if place == "where":
        return [child for child in verb.children if child.lower_ == "where"]
    if place == "attr":
        return [one for c in verb.children if c.dep_ in ("attr", "oprd") for one in tree.conjuncts(c)]
    return tree.preposed(verb, place)
