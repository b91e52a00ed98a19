"""Descriptions and pronouns: who is chosen, and when nobody is."""

from extract import coref, entities, mentions, reader
from extract.reader import Antecedent, Span

TYPES = ("Person", "Company", "Person")
OWNER = {0: 0, 1: 1, 2: 2, 3: 0}


def choose(
    surface: str, *candidates: tuple[int, float], plural: bool = False, kind: str = "pronoun"
) -> tuple[int, ...]:
    antecedent = Antecedent(9, candidates, 0.1, plural)
    return coref.choose(antecedent, Span(0, len(surface), None, "pronoun"), OWNER, surface, TYPES)[0]


def test_scores_of_one_entitys_names_add_up() -> None:
    assert choose("she", (2, 0.4), (0, 0.3), (3, 0.3)) == (0,)


def test_below_the_threshold_nobody_is_chosen() -> None:
    assert choose("she", (0, 0.25), (2, 0.2)) == ()


def test_he_is_a_person_and_it_is_none() -> None:
    assert choose("he", (1, 0.9), (0, 0.08)) == ()
    assert choose("it", (0, 0.9)) == ()
    assert choose("it", (1, 0.9)) == (1,)


def test_a_plural_stands_for_each_that_is_sure() -> None:
    assert choose("they", (0, 0.9), (2, 0.8), (1, 0.2), plural=True) == (0, 2)


def test_pronouns_of_a_plain_story_are_resolved_with_their_offsets() -> None:
    text = "Adaeze Okafor founded Brightwell in 2015. She runs the company from Leeds. Her brother owns it."
    reading = reader.load().read(text)
    proposed = [mentions.Name(found.start, found.end, found.type_scores) for found in reading.names]
    groups = entities.join(mentions.settle(text, proposed))
    resolved, unresolved = coref.resolve(text, groups, reading)
    who = {m.text: [groups[i][0].text for i in m.entities] for m in resolved}
    assert who["She"] == ["Adaeze Okafor"]
    assert who["the company"] == ["Brightwell"]
    for mention in (*resolved, *unresolved):
        assert text[mention.start : mention.end] == mention.text
