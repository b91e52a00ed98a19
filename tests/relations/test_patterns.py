"""The shapes of English, apart from any relation: who does what to whom, and whom a noun describes."""

import pytest
from spacy.tokens import Token

from extract import nlp, relations
from extract.patterns import fill, nouns, sums, titles, tree, view
from tests.relations.sketch import sketch


def _word(text: str, word: str) -> Token:
    return next(token for token in nlp.parse(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Lee founded Acme in 2015.", "founded", ["Lee"], ["Acme"]),
        ("Acme was founded by Lee and Hill.", "founded", ["Lee", "Hill"], ["Acme"]),
        ("Acme was founded in 2015.", "founded", [], ["Acme"]),
        ("Acme, founded in 2015 by Lee, is closing.", "founded", ["Lee"], ["Acme"]),
        ("Lee, who founded Acme, has left.", "founded", ["who"], ["Acme"]),
        ("Hill bought the company she founded.", "founded", ["she"], ["company"]),
        ("Acme has agreed to buy Beta, Gamma and Delta.", "buy", ["Acme"], ["Beta", "Gamma", "Delta"]),
        ("Lee helped Hill found Acme.", "found", ["Hill"], ["Acme"]),
        ("Lee met the man running Acme.", "running", ["man"], ["Acme"]),
        ("Lee opposed Hill's plan to buy Acme.", "buy", ["Hill"], ["Acme"]),
        ("Lee bought Beta and sold Gamma.", "sold", ["Lee"], ["Gamma"]),
        ("After buying Beta, Acme closed it.", "buying", ["Acme"], ["Beta"]),
    ],
)
def test_clauses_are_read_alike(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    token = _word(text, verb)
    assert [one.text for one in tree.subjects(token)] == subjects
    assert [one.text for one in tree.objects(token)] == objects


@pytest.mark.parametrize(
    ("text", "noun", "whom"),
    [
        ("Acme's chairman, Lee, resigned.", "chairman", "Lee"),
        ("Lee, the chairman of Acme, resigned.", "chairman", "Lee"),
        ("Lee is the chairman of Acme.", "chairman", "Lee"),
        ("Lee was appointed chairman of Acme.", "chairman", "Lee"),
        ("Acme hired Lee as its chairman.", "chairman", "Lee"),
        ("Lee served as chairman of Acme for years.", "chairman", "Lee"),
        ("Lee replaced Hill as chairman of Acme.", "chairman", "Lee"),
    ],
)
def test_a_noun_describes_somebody(text: str, noun: str, whom: str) -> None:
    assert whom in [one.text for one in nouns.described(_word(text, noun))]


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Acme took a stake in Beta.", "stake", "took"),
        ("A suit was filed against Acme.", "suit", "filed"),
        ("Acme entered into an alliance with Beta.", "alliance", "entered"),
        ("He lost it in the letter that Lee wrote.", "letter", "wrote"),
    ],
)
def test_a_verb_carries_a_noun(text: str, noun: str, verb: str) -> None:
    carrier = nouns.carrier(_word(text, noun))
    assert carrier is not None
    assert carrier.text == verb


@pytest.mark.parametrize(
    ("marked", "word", "found"),
    [
        (
            "The backers of it include investors such as [Index|Company] and [Accel|Company].",
            "investors",
            ["Index", "Accel"],
        ),
        ("The chain's owner, [Ann Lee|Person], left.", "owner", ["Ann Lee"]),
        ("[Ann Lee|Person], who left, was ill.", "who", ["Ann Lee"]),
        ("The harbour was empty.", "harbour", []),
    ],
)
def test_a_place_passes_on_to_a_mention(marked: str, word: str, found: list[str]) -> None:
    scene, _, _ = sketch(marked)
    sight = view(scene)
    token = next(token for token in scene.doc if token.text == word)
    assert [mention.text for mention in fill.mentions(sight, token)] == found


@pytest.mark.parametrize(
    ("marked", "noun", "title"),
    [
        (
            "[Ann Lee|Person], former vice president for sales of [Acme|Company], left.",
            "president",
            "vice president for sales",
        ),
        ("[Acme|Company]'s chief financial officer, [Ann Lee|Person], left.", "officer", "chief financial officer"),
        ("[Ann Lee|Person] became head of fixed income at [Acme|Company].", "head", "head of fixed income"),
        ("[Ann Lee|Person] is the new chairman of [Acme|Company].", "chairman", "chairman"),
    ],
)
def test_titles_are_in_the_words_of_the_text(marked: str, noun: str, title: str) -> None:
    scene, _, _ = sketch(marked)
    token = next(token for token in scene.doc if token.text == noun)
    assert titles.title(view(scene), token) == title


@pytest.mark.parametrize(
    ("marked", "verb", "paid"),
    [
        ("[Ann Lee|Person] gave [Acme|Company] $5 million.", "gave", True),
        ("[Ann Lee|Person] gave [Acme|Company] a grant.", "gave", True),
        ("[Ann Lee|Person] gave [Acme|Company] a wave.", "gave", False),
    ],
)
def test_money_is_what_is_given(marked: str, verb: str, paid: bool) -> None:
    scene, _, _ = sketch(marked)
    token = next(token for token in scene.doc if token.text == verb)
    assert sums.has_gift(view(scene), token) is paid


def test_every_member_of_a_list_is_a_candidate() -> None:
    scene, _, _ = sketch("[Ann Lee|Person] and [Ray Hill|Person] founded [Acme|Company] and [Beta|Company].")
    pairs = {
        (candidate.subject.text, candidate.object.text)
        for candidate in relations.propose(scene)
        if candidate.voice == "FOUNDED:verb" and candidate.subject and candidate.object
    }
    assert pairs == {("Ann Lee", "Acme"), ("Ann Lee", "Beta"), ("Ray Hill", "Acme"), ("Ray Hill", "Beta")}


def test_two_titles_are_two_candidates() -> None:
    scene, _, _ = sketch("[Ann Lee|Person] is chairman and chief executive of [Acme|Company].")
    told = {c.qualifiers.get("title") for c in relations.propose(scene) if c.type == "HELD_ROLE"}
    assert told == {"chairman", "chief executive"}


def test_a_clause_without_its_verb() -> None:
    scene, _, _ = sketch("[Index|Company] gave [Acme|Company] $5 million and [Accel|Company] $3 million.")
    givers = {c.subject.text for c in relations.propose(scene) if c.type == "FUNDED" and c.subject}
    assert givers == {"Index", "Accel"}
