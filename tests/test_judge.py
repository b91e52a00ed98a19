"""What voices propose → claims, and rejections with their reasons."""

from dataclasses import replace
from typing import Any

import pytest

from extract import dates, judge, money, nlp, weigh
from extract.records import Article, LocalEntity, Mention
from extract.scene import Candidate, Scene
from extract.voices import READER

SURE = "FOUNDED:verb"


def scene(text: str, **types: str) -> Scene:
    """A scene whose entities are the names given (underscores for blanks), each at its first place."""
    entities, mentions = [], []
    for index, (key, kind) in enumerate(types.items()):
        name = key.replace("_", " ")
        at = text.index(name)
        mention = Mention(start=at, end=at + len(name), text=name, type=kind, kind="name", entities=(index,))
        mentions.append(mention)
        entities.append(LocalEntity(type=kind, name=name, mentions=(mention,)))
    doc = nlp.parse(text)
    article = Article(id="a", text=text, published="2020-05-01")
    return Scene(article, doc, tuple(mentions), tuple(entities), dates.find(doc, "2020-05-01"), money.find(doc))


def candidate(where: Scene, word: str, type_: str = "FOUNDED", voice: str = SURE, **more: Any) -> Candidate:
    trigger = next(token.i for token in where.doc if token.text == word)
    ends = {"subject": where.mentions[0], "object": where.mentions[1], **more}
    return Candidate(type=type_, trigger=trigger, voice=voice, **ends)


def sure(where: Scene, word: str, **more: Any) -> list[Candidate]:
    """What both voices propose."""
    return [candidate(where, word, **more), candidate(where, word, **{**more, "voice": READER}, score=0.98)]


def reasons(where: Scene, *candidates: Candidate) -> list[str]:
    claims, rejections = judge.judge(where, candidates)
    assert claims == []
    return [rejection.reason for rejection in rejections]


@pytest.fixture
def story() -> Scene:
    return scene("Ann Lee founded Acme in 2015.", Ann_Lee="Person", Acme="Company")


def test_a_candidate_with_both_ends_becomes_a_claim_with_its_sentence(story: Scene) -> None:
    (claim,), rejections = judge.judge(story, sure(story, "founded"))
    assert rejections == []
    assert (claim.type, claim.subject, claim.object, claim.status) == ("FOUNDED", 0, 1, "asserted")
    assert claim.evidence == "Ann Lee founded Acme in 2015."
    assert claim.qualifiers.date == "2015"
    assert claim.voices == (SURE, READER)


def test_two_voices_are_surer_than_one(story: Scene) -> None:
    rule, reader = sure(story, "founded")
    assert weigh.weigh("FOUNDED", [rule, reader]) > max(
        weigh.weigh("FOUNDED", [rule]), weigh.weigh("FOUNDED", [reader])
    )


def test_a_doubtful_reader_alone_is_not_believed(story: Scene) -> None:
    assert reasons(story, candidate(story, "founded", voice=READER, score=0.2)) == ["voices disagree"]


def test_ends_that_do_not_fit_are_rejected_with_the_reason(story: Scene) -> None:
    nobody = story.mentions[0].model_copy(update={"entities": ()})
    swapped = {"subject": story.mentions[1], "object": story.mentions[0]}
    assert reasons(story, candidate(story, "founded", **swapped)) == ["range violated"]
    assert reasons(story, candidate(story, "founded", type_="HELD_ROLE", **swapped)) == ["domain violated"]
    assert reasons(story, candidate(story, "founded", object=story.mentions[0])) == ["both ends the same"]
    assert reasons(story, candidate(story, "founded", subject=nobody)) == ["subject unresolved"]
    assert reasons(story, candidate(story, "founded", object=None)) == ["object missing"]


@pytest.mark.parametrize("text", ["Ann Lee may found Acme.", "If Ann Lee founded Acme, nobody knows it."])
def test_a_mere_possibility_is_no_fact(text: str) -> None:
    where = scene(text, Ann_Lee="Person", Acme="Company")
    word = "found" if "found " in text else "founded"
    claims, rejections = judge.judge(where, [candidate(where, word)])
    assert claims == [] and len(rejections) == 1


def test_a_plan_is_never_told_as_done() -> None:
    where = scene("Ann Lee plans to found Acme next year.", Ann_Lee="Person", Acme="Company")
    (claim,), _ = judge.judge(where, sure(where, "found"))
    assert claim.status == "planned"


def test_a_mention_of_several_gives_a_claim_each() -> None:
    text = "Ann Lee and Bob Roe built it. They founded Acme."
    where = scene(text, Ann_Lee="Person", Acme="Company", Bob_Roe="Person")
    both = Mention(start=30, end=34, text="They", type="Person", kind="pronoun", entities=(0, 2))
    claims, _ = judge.judge(where, sure(where, "founded", subject=both))
    assert {(claim.subject, claim.object) for claim in claims} == {(0, 1), (2, 1)}


def test_a_sum_is_needed_for_a_round() -> None:
    where = scene("Acme raised money from friends.", Acme="Company", friends="Person")
    proposed = sure(where, "raised", type_="RAISED", voice="RAISED:verb", object=None)
    assert reasons(where, *proposed) == ["no sum", "no sum"]


def test_every_rule_that_speaks_was_measured_and_every_type_has_its_weights() -> None:
    from extract import ontology

    assert set(weigh.coefficients()["bias"]) == set(weigh.coefficients()["threshold"]) == set(ontology.RELATIONS)
    assert len(weigh.precisions()) > 50


def test_a_convinced_reader_overrules_a_rule_on_how_it_is_told(story: Scene) -> None:
    rule, reader = sure(story, "founded")
    for share, status in ((0.9, "failed"), (0.6, "asserted")):
        doubted = replace(reader, hints={"failed": share, "asserted": 1 - share})
        (claim,), _ = judge.judge(story, [rule, doubted])
        assert claim.status == status


def test_doubt_about_who_is_meant_counts_against_a_pair(story: Scene) -> None:
    doubted = [
        replace(one, subject=one.subject.model_copy(update={"score": 0.4}))
        for one in sure(story, "founded")
        if one.subject is not None
    ]
    assert weigh.weigh("FOUNDED", doubted) < weigh.weigh("FOUNDED", sure(story, "founded"))


def test_one_sentence_tells_one_gift_of_one_sum() -> None:
    where = scene("Ann Lee gave Acme $5 million in 2015.", Ann_Lee="Person", Acme="Company")
    spoken = [candidate(where, "gave", "FUNDED", "FUNDED:gift-give")]
    spoken += [candidate(where, "gave", "FUNDED", READER, score=0.99, hints={"denied": 0.6, "asserted": 0.4})]
    claims, rejections = judge.judge(where, spoken)
    assert [claim.status for claim in claims] == ["asserted"]
    assert [rejection.reason for rejection in rejections] == ["told already"]
