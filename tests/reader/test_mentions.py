from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from extract.reader.mentions import content_words, describe
from extract.reader.model import TOKENS, WEIGHTS
from extract.reader.pairs import (
    LINK_SIZES,
    PAIR_SIZES,
    RELATION_TYPES,
    allowed,
    anaphors,
    link_pairs,
    relation_pairs,
)
from extract.reader.pieces import cut
from extract.reader.records import Span

TEXT = 'Mr. Lee founded Acme in Leeds. "I sold it," he said. Its rival Bolt sued him for $3 million.'


def span(words: str, type_: str | None, kind: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words), type_, kind)


SPANS = [
    span("Lee", "Person", "name"),
    span("Acme", "Company", "name"),
    span("Leeds", "Place", "name"),
    span("I", "Person", "pronoun", 30),
    span("it", "Company", "pronoun"),
    span("he", "Person", "pronoun", 40),
    span("Bolt", "Company", "name"),
    span("him", "Person", "pronoun"),
    span("$3 million", "Money", "money"),
]


@pytest.fixture(scope="module")
def pieces():
    tokenizer = Tokenizer.from_file(str(Path(WEIGHTS) / TOKENS))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return cut(TEXT, tokenizer)


def test_mentions_are_sorted_whatever_the_order_asked(pieces):
    forward, backward = describe(TEXT, pieces, SPANS), describe(TEXT, pieces, SPANS[::-1])
    assert forward.spans == backward.spans
    assert [SPANS[::-1][index] for index in backward.order] == list(backward.spans)


def test_quotations_titles_and_pronouns_are_told_apart(pieces):
    mentions = describe(TEXT, pieces, SPANS)
    by_words = {TEXT[s.start : s.end]: index for index, s in enumerate(mentions.spans)}
    assert mentions.quoted[by_words["I"]] == 1
    assert mentions.quoted[by_words["he"]] == 0
    assert mentions.word_class[by_words["Lee"]] != mentions.word_class[by_words["Acme"]]
    assert mentions.word_class[by_words["he"]] == mentions.word_class[by_words["him"]]


def test_candidates_stand_before_or_are_later_names(pieces):
    mentions = describe(TEXT, pieces, SPANS)
    pairs = link_pairs(mentions)
    assert set(pairs.left.tolist()) == set(anaphors(mentions).tolist())
    for i, j in zip(pairs.left, pairs.right, strict=True):
        assert mentions.spans[j].kind != "money"
        assert j < i or mentions.spans[j].kind == "name"
    assert (pairs.features < np.array(LINK_SIZES)).all()


def test_relations_obey_the_ontology(pieces):
    mentions = describe(TEXT, pieces, SPANS)
    pairs = relation_pairs(mentions, pieces)
    assert (pairs.features < np.array(PAIR_SIZES)).all()
    table = allowed(mentions, pairs)
    seen = set()
    for row, (i, j) in enumerate(zip(pairs.left, pairs.right, strict=True)):
        for column in np.flatnonzero(table[row]):
            seen.add((mentions.spans[i].type, RELATION_TYPES[column], mentions.spans[j].type))
    assert ("Person", "FOUNDED", "Company") in seen
    assert ("Company", "HEADQUARTERED_IN", "Place") in seen
    assert ("Company", "RAISED", "Money") in seen
    assert not {triple for triple in seen if triple[0] == "Place" or (triple[1] == "RAISED" and triple[2] != "Money")}
    assert all(triple[1] == "EMAILED" for triple in seen if triple[0] == triple[2] == "Person") is False


def test_content_words_leave_out_small_ones():
    assert content_words("The Acme Corp.'s") == ("acme", "corp")
