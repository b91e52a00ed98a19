"""One mechanism says how a fact is told and who says so."""

import pytest

from extract import stance
from tests.relations.sketch import sketch


def read(marked: str, word: str, relation: str | None = None) -> stance.Stance:
    scene, _, _ = sketch(marked)
    return stance.read(scene, next(token.i for token in scene.doc if token.text == word), None, relation)


@pytest.mark.parametrize(
    ("marked", "word", "status"),
    [
        ("[Acme|Company] bought [Bo|Company].", "bought", "asserted"),
        ("[Acme|Company] agreed to buy [Bo|Company].", "buy", "planned"),
        ("[Acme|Company] will acquire [Bo|Company].", "acquire", "planned"),
        ("[Acme|Company] plans to sue [Bo|Company].", "sue", "planned"),
        ("[Acme|Company] threatened to sue [Bo|Company].", "sue", "planned"),
        ("[Acme|Company] tried to hire [Ann Lee|Person].", "hire", "attempted"),
        ("[Acme|Company] failed to buy [Bo|Company].", "buy", "failed"),
        ("[Acme|Company] tried to buy [Bo|Company], but was rejected.", "buy", "failed"),
        ("[Acme|Company] dropped its planned acquisition of [Bo|Company].", "acquisition", "failed"),
        ("The failed bid by [Acme|Company] for [Bo|Company] cost millions.", "bid", "failed"),
        ("[Acme|Company] denied that it had bought [Bo|Company].", "bought", "denied"),
        ("The suit claims [Acme|Company] paid [Bo|Company]. [Acme|Company] denies it.", "paid", "denied"),
        ("[Acme|Company] allegedly paid [Bo|Company].", "paid", "alleged"),
        ("[Acme|Company] is said to own [Bo|Company].", "own", "alleged"),
    ],
)
def test_how_it_is_told(marked: str, word: str, status: str) -> None:
    assert read(marked, word).status == status


@pytest.mark.parametrize(
    ("marked", "word", "reason"),
    [
        ("[Acme|Company] did not buy [Bo|Company].", "buy", "negated"),
        ("[Acme|Company] never sued [Bo|Company].", "sued", "negated"),
        ("[Acme|Company] may buy [Bo|Company].", "buy", "hypothetical"),
        ("If [Acme|Company] buys [Bo|Company], prices will fall.", "buys", "hypothetical"),
        ("Did [Acme|Company] buy [Bo|Company]?", "buy", "question"),
        ("[Acme|Company] is considering buying [Bo|Company].", "buying", "talks"),
    ],
)
def test_what_is_told_as_no_fact_has_a_reason(marked: str, word: str, reason: str) -> None:
    found = read(marked, word)
    assert found.status is None
    assert found.reason == reason


@pytest.mark.parametrize(
    ("marked", "status", "source"),
    [
        ("The complaint says that [Acme|Company] paid [Bo|Company].", "alleged", "The complaint"),
        ("According to the complaint, [Acme|Company] paid [Bo|Company].", "alleged", "the complaint"),
        ("[Acme|Company] said it had paid [Bo|Company].", "asserted", "Acme"),
    ],
)
def test_who_says_so(marked: str, status: str, source: str) -> None:
    assert read(marked, "paid")[:2] == (status, source)


@pytest.mark.parametrize(
    ("marked", "word", "status"),
    [
        ("According to the suit, he wrote to [Ann Lee|Person], the founder of [Acme|Company].", "founder", "asserted"),
        ("The fight between [Acme|Company]'s founders goes on.", "founders", "asserted"),
        ("The suit says [Ann Lee|Person] is the founder of [Acme|Company].", "founder", "alleged"),
        ("He met [Ann Lee|Person], the alleged founder of [Acme|Company].", "founder", "alleged"),
    ],
)
def test_what_a_noun_takes_for_granted_is_the_articles_own(marked: str, word: str, status: str) -> None:
    told = read(marked, word, "FOUNDED")
    assert told.status == status
    assert told.granted == ("is the" not in marked)
