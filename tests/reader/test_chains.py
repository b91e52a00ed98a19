from types import SimpleNamespace

import numpy as np

from extract.reader import chains
from extract.reader.pairs import Pairs
from extract.reader.records import Span


def resolve(kinds, pairs, scores, nobody=(), plural=()):
    spans = tuple(Span(n, n + 1, None, kind) for n, kind in enumerate(kinds))
    mentions = SimpleNamespace(spans=spans, order=np.arange(len(spans)))
    left, right = (np.array([pair[end] for pair in pairs], dtype=np.int64) for end in (0, 1))
    empty = np.zeros((len(pairs), 0), dtype=np.int64)
    alone = np.full((len(spans), 2), -9.0, dtype=np.float32)
    alone[list(nobody), 0] = 9.0
    alone[list(plural), 1] = 9.0
    return chains.resolve(mentions, Pairs(left, right, empty, left), np.array(scores, dtype=np.float32), alone, 0.5)


def test_a_pronoun_passes_on_what_it_stands_for():
    # a name, "he" for the name, "his" for "he"
    found = resolve(["name", "pronoun", "pronoun"], [(1, 0), (2, 0), (2, 1)], [(5, 0), (0, 0), (9, 0)])
    assert found[1].candidates[0][0] == 0
    assert found[1].candidates[0][1] > 0.99


def test_scores_and_nobody_sum_to_one():
    (one,) = resolve(["name", "name", "pronoun"], [(2, 0), (2, 1)], [(1, 0), (0, 0)])
    assert abs(sum(score for _, score in one.candidates) + one.none_score - 1) < 1e-3
    (one,) = resolve(["name", "name", "pronoun"], [(2, 0), (2, 1)], [(1, 0), (0, 0)], nobody=[2])
    assert one.none_score > 0.99


def test_a_group_has_several_members_and_gives_nothing_to_one():
    spans = ["name", "name", "pronoun", "pronoun"]
    pairs = [(2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
    scores = [(0, 8), (0, 8), (0, 0), (0, 0), (9, 0)]
    group, single = resolve(spans, pairs, scores, plural=[2])
    assert group.plural
    assert {name for name, score in group.candidates if score > 0.9} == {0, 1}
    assert single.none_score > 0.9
