"""The data sets that travel with the repository, and what training makes of them (torch is not needed)."""

from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from extract.errors import GoldError
from extract.reader import tags
from extract.reader.model import TOKENS, WEIGHTS
from extract.reader.pairs import RELATION_TYPES, STATUSES
from extract.training import corpora, evaluate, examples, public, tagged

ARTICLE = """published: 2019-03-12
style: brief
1 Company Orbital Pumps
2 Person Len Whitcomb
3 Person Ida Rowe
4 Company Bolt Valves
===
{2:Len Whitcomb} and {3:Ida Rowe} founded {1:Orbital Pumps}. It rained. {2+3:They} denied that {2:{3:Rowe}'s partner} sued {4:Bolt Valves}.
===
FOUNDED 2 > 1 | date=1985 | "Len Whitcomb and Ida Rowe founded Orbital Pumps"
FOUNDED 3 > 1 | date=1985 | "Len Whitcomb and Ida Rowe founded Orbital Pumps"
SUED 2 > 4 | status=denied | "They denied that Rowe's partner sued Bolt Valves"
"""  # noqa: E501


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(Path(WEIGHTS) / TOKENS))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.fixture(scope="module")
def markings():
    return tagged.read_all()


def test_all_articles_are_read_and_offsets_hold(markings):
    assert len(markings) == 1578
    assert sum(len(marking.facts) for marking in markings) == 21125
    for marking in markings:
        for mention in marking.mentions:
            surface = marking.text[mention.start : mention.end]
            assert surface == surface.strip() != ""


def test_documents_taken_over_from_public_corpora_are_left_out_of_what_is_unseen(markings):
    taken = sorted(marking.source for marking in markings if marking.source)
    assert len(taken) == 170
    assert [record["id"] for record in public.unseen([{"id": taken[0]}, {"id": "kn-0"}])] == ["kn-0"]


def test_held_back_articles_are_never_trained_on(markings):
    training = {marking.id for marking in tagged.training_part(markings)}
    held, tuning = tagged.part(markings, tagged.HELD_BACK), tagged.part(markings, tagged.TUNING)
    assert len(training) + len(held) + len(tuning) == len(markings)
    assert not training & {marking.id for marking in held + tuning}
    whole = {marking.id for marking in tagged.training_part(markings, tagged.HELD_BACK)}
    assert not whole & {marking.id for marking in held}


def test_a_marked_article_becomes_mentions_and_facts():
    marking = tagged.read("x1", ARTICLE)
    kinds = {marking.text[m.start : m.end]: (m.kind, m.entities) for m in marking.mentions}
    assert kinds["Ida Rowe"] == ("name", (3,))
    assert kinds["They"] == ("pronoun", (2, 3))
    assert kinds["Rowe's partner"] == ("nominal", (2,))
    assert [fact.status for fact in marking.facts] == ["asserted", "asserted", "denied"]


def test_an_unreadable_article_is_refused():
    with pytest.raises(GoldError, match="parts"):
        tagged.read("x1", "no parts")
    with pytest.raises(GoldError, match="not closed"):
        tagged.read("x1", "1 Person Ann\n===\n{1:Ann\n===\n")


def test_pairs_are_positive_in_the_words_of_the_fact_alone(tokenizer):
    relations = examples.marked(tagged.read("x1", ARTICLE), tokenizer).relations
    assert relations is not None
    found = {
        (RELATION_TYPES[column], relations.entities[i], relations.entities[j], STATUSES[status])
        for row, (i, j, status) in enumerate(
            zip(relations.pairs.left, relations.pairs.right, relations.status, strict=True)
        )
        for column in np.flatnonzero(relations.gold[row])
    }
    assert ("FOUNDED", (2,), (1,), "asserted") in found
    assert ("FOUNDED", (3,), (1,), "asserted") in found
    assert ("SUED", (2,), (4,), "denied") in found
    assert not [one for one in found if one[0] == "FOUNDED" and (2, 3) in one]


def surfaces(marking, mentions):
    return [marking.text[span.start : span.end] for span in mentions.spans]


def marked_pairs(marking, table, gold):
    said = surfaces(marking, table.mentions)
    return {(said[i], said[j]) for i, j, right in zip(table.pairs.left, table.pairs.right, gold, strict=True) if right}


GIFTS = """published: 2019-03-12
style: brief
1 Company Orbital Pumps
2 Person Len Whitcomb
3 Person Ida Rowe
===
Pump maker gets $3m. {2:Len Whitcomb} put $1 million and {3:Ida Rowe} $2 million into {1:Orbital Pumps}, worth $9m.
===
FUNDED 2 > 1 | amount=1000000 USD | "Len Whitcomb put $1 million and Ida Rowe $2 million into Orbital Pumps"
FUNDED 3 > 1 | amount=2000000 USD | "Len Whitcomb put $1 million and Ida Rowe $2 million into Orbital Pumps"
"""


def test_a_sum_is_tied_to_its_giver_and_its_receiver(tokenizer):
    marking = tagged.read("x1", GIFTS)
    relations = examples.marked(marking, tokenizer).relations
    assert relations is not None
    assert marked_pairs(marking, relations, relations.gold[:, RELATION_TYPES.index("FUNDED")]) == {
        ("Len Whitcomb", "Orbital Pumps"),
        ("Ida Rowe", "Orbital Pumps"),
        ("Len Whitcomb", "$1 million"),
        ("Ida Rowe", "$2 million"),
        ("$1 million", "Orbital Pumps"),
        ("$2 million", "Orbital Pumps"),
    }


def test_anaphors_know_their_antecedents_and_expletives_have_none(tokenizer):
    marking = tagged.read("x1", ARTICLE)
    links = examples.marked(marking, tokenizer).links
    assert links is not None
    right = marked_pairs(marking, links, links.gold)
    assert {("They", "Len Whitcomb"), ("They", "Ida Rowe"), ("Rowe's partner", "Len Whitcomb")} <= right
    assert "It" in surfaces(marking, links.mentions)
    assert not [pair for pair in right if "It" in pair]
    assert links.plural[surfaces(marking, links.mentions).index("They")]


def test_coarser_labels_let_several_types_through(tokenizer):
    document = corpora.Labelled(
        "crossner", "Acme hired Ann for Faust.", ((0, 4, "ORG"), (11, 14, "PERSON"), (19, 24, "MISC"))
    )
    example = examples.labelled(document, tokenizer)
    target = example.target[example.pieces.first]
    company, body = (1 + 2 * tags.NAMES.kinds.index(kind) for kind in ("Company", "Organization"))
    assert np.flatnonzero(target[0, : tags.NAMES.high]).tolist() == [company, body]
    assert np.flatnonzero(target[2, : tags.NAMES.high]).tolist() == [1]
    assert target[4, 0]
    assert target[:, tags.NAMES.high :].all()


def test_facts_have_one_key():
    assert evaluate.fact_key("COMPETES_WITH", 5, 2) == evaluate.fact_key("COMPETES_WITH", 2, 5)
    assert evaluate.fact_key("OWNS", 5, 2) != evaluate.fact_key("OWNS", 2, 5)
    assert evaluate.fact_key("RAISED", 5, -9) == ("RAISED", 5, None)


def test_the_open_corpora_are_read_with_outermost_names_only():
    documents = corpora.read_all(tagged.DATA)
    assert {document.corpus for document in documents} == set(corpora.CORPORA)
    for document in documents:
        for (_, end, _), (start, _, _) in zip(document.names, document.names[1:], strict=False):
            assert end <= start
