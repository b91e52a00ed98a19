import numpy as np

from extract.reader.tags import NAMES, OUTER, WIDTH, best_path, softmax


def test_layers_share_the_columns_without_gaps():
    assert NAMES.low == 0
    assert NAMES.high == OUTER.low
    assert WIDTH == 20


def test_nothing_goes_on_that_did_not_begin():
    scores = np.full((3, 11), -5.0, dtype=np.float32)
    scores[0, 2] = 4.0  # the best single label goes on with a person
    scores[0, 1] = 3.0
    scores[1, 2] = 4.0
    scores[2, 0] = 4.0
    assert best_path(scores) == [1, 2, 0]


def test_a_name_keeps_one_type():
    scores = np.full((2, 11), -5.0, dtype=np.float32)
    scores[0, 1] = 1.0
    scores[0, 3] = 0.9
    scores[1, 4] = 2.0
    assert best_path(scores) == [3, 4]


def test_softmax_sums_to_one():
    assert np.allclose(softmax(np.array([[1.0, 2.0], [1000.0, 0.0]], dtype=np.float32)).sum(axis=1), 1)
