"""RECRUITED: who hired, brought in or poached whom."""

from spacy.tokens import Token

from extract.patterns import Rule, fill, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN
from extract.records import Mention
from extract.relations.words import HIRES, PEOPLE, ROLES

_JOBS = frozenset("job post role position desk seat title chair employment laboratory contract place".split())


def _people(sight: View, token: Token, target: Mention) -> bool:
    """A person, or a body whose people are meant ("Acme's engineers")."""
    if sight.type_of(target) == "Person":
        return True
    hired = tree.objects(token)
    hired += [one for counted in hired for one in nouns.after(counted, "of")]
    return any(one.lemma_.lower() in PEOPLE for one in hired)


def _people_hired(sight: View, token: Token) -> bool:
    """ "hired two engineers from Acme": nobody is named but their employer."""
    hired = tree.objects(token)
    return any(one.lemma_.lower() in PEOPLE for one in hired) and not any(fill.whole(sight, one) for one in hired)


def _to_a_job(sight: View, token: Token) -> bool:
    """ "approached Lee about a takeover", "took on Lee in court" hire nobody."""
    jobs = [one for one in tree.preposed(token, "about") if one.lemma_ in _JOBS]
    if jobs:
        return True
    loose = token.lemma_ in ("sign", "approach", "invite", "steal", "land", "court", "engage", "take")
    return not loose or not any(child.lower_ in ("about", "over") for child in token.children)


def _for_a_post(sight: View, token: Token) -> bool:
    """ "brought Lee as director", "talked her into a job at Acme", "asked him to run Acme"."""
    if any(one.lemma_.lower() in ROLES for one in tree.preposed(token, "as")):
        return True
    if any(one.lemma_ in _JOBS for one in tree.preposed(token, "into")):
        return True
    return any(
        child.dep_ == "xcomp" and child.lemma_ in ("run", "head", "lead", "join", "chair") for child in token.children
    )


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
        "people-from",
        HIRES,
        "subj",
        "from",
        check=_people_hired,
        example="[Acme|Company|s] has hired two engineers from [Beta|Company|o].",
        negatives=("[Acme|Company] has hired two cars from [Beta|Company].",),
    ),
    Rule(
        "RECRUITED",
        "bring-as",
        frozenset({"bring", "take", "tap", "install", "talk", "ask", "invite", "beg"}),
        "subj",
        "obj",
        only="Person",
        check=_for_a_post,
        example="[Acme|Company|s] brought [Ann Lee|Person|o] over as its director.",
        negatives=("[Acme|Company] brought [Ann Lee|Person] to the harbour.",),
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
