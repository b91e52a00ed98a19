"""RECRUITED: who hired, brought in or poached whom."""

from spacy.tokens import Token

from extract.patterns import Rule, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN
from extract.records import Mention
from extract.relations.words import HIRES, PEOPLE

_JOBS = frozenset("job post role position desk seat title chair employment laboratory contract place".split())


def _people(sight: View, token: Token, target: Mention) -> bool:
    """A person, or a body whose people are meant ("Acme's engineers")."""
    if sight.type_of(target) == "Person":
        return True
    return any(one.lemma_.lower() in PEOPLE for one in tree.objects(token))


def _to_a_job(sight: View, token: Token) -> bool:
    """ "approached Lee about a takeover", "took on Lee in court" hire nobody."""
    loose = token.lemma_ in ("sign", "approach", "invite", "steal", "land", "court", "engage", "take")
    return not loose or not any(child.lower_ in ("about", "over") for child in token.children)


RULES = (
    Rule(
        "RECRUITED",
        "verb",
        HIRES,
        "subj",
        "obj*",
        check=_to_a_job,
        accept=_people,
        example="[Acme|Company|s] hired [Ann Lee|Person|o] as its head of sales.",
        negatives=("[Acme|Company] fired [Ann Lee|Person].",),
    ),
    Rule(
        "RECRUITED",
        "noun",
        frozenset({"hiring", "recruitment", "poaching", "hire"}),
        "poss|by",
        "of",
        part=NOUN,
        only="Person",
        example="[Acme|Company|s]'s hiring of [Ann Lee|Person|o] cost money.",
        negatives=("[Acme|Company]'s firing of [Ann Lee|Person] cost money.",),
    ),
    Rule(
        "RECRUITED",
        "offer-job",
        _JOBS,
        "v.subj",
        "v.iobj|v.to",
        part=NOUN,
        light=frozenset({"offer", "promise", "dangle"}),
        only="Person",
        check=lambda sight, token: nouns.carrier(token) is not None,
        example="[Acme|Company|s] offered [Ann Lee|Person|o] a job.",
        negatives=("[Acme|Company] offered [Ann Lee|Person] a drink.",),
    ),
)
