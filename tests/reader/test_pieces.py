from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from extract.reader.model import TOKENS, WEIGHTS
from extract.reader.pieces import LIMIT, Pieces, cut, sentences, shape


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(Path(WEIGHTS) / TOKENS))
    found.no_padding()
    found.no_truncation()
    return found


def check(text: str, pieces: Pieces) -> None:
    assert (pieces.starts <= pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert (np.diff(pieces.sentences) >= 0).all()
    if len(pieces.ids):
        assert pieces.ends[-1] <= len(text)
        assert pieces.windows[0][0] == 0
        assert pieces.windows[-1][1] == len(pieces.ids)
    for low, high in pieces.windows:
        assert 0 < high - low <= LIMIT
    for (low, high), (after, end) in zip(pieces.windows, pieces.windows[1:], strict=False):
        assert low < after <= high < end


def test_sentences_end_at_stops_and_lines_but_not_after_titles():
    assert sentences("He left. Acme fell.") == [(0, 8), (9, 19)]
    assert len(sentences("Mr. Lee met Dr. Ng. They talked.")) == 2
    assert len(sentences("Acme buys Bolt\n\nThe firm paid cash.")) == 2


def test_hard_wrapped_lines_go_on():
    line = "The company said on Monday that its founder, who had left the board in\n"
    text = line + "Leeds last year, would return. The shares rose by a tenth on the news of\nit, she said."
    assert [text[start:end].split()[0] for start, end in sentences(text)] == ["The", "The"]


def test_shapes_tell_what_an_uncased_encoder_cannot_see():
    assert shape("Acme", False) != shape("acme", False) != shape("ACME", False)
    assert shape("Acme", True) != shape("Acme", False)


def test_pieces_re_slice_and_windows_overlap_by_whole_sentences(tokenizer):
    text = "Ann Lee founded Acme in Leeds. " * 60
    pieces = cut(text, tokenizer)
    check(text, pieces)
    assert text[pieces.starts[0] : pieces.ends[0]] == "Ann"
    assert len(pieces.windows) > 1
    for low, _ in pieces.windows:
        assert low == 0 or pieces.sentences[low] != pieces.sentences[low - 1]
    low, high = pieces.locate(text.index("Acme"), text.index("Acme") + 4)
    assert text[pieces.starts[low] : pieces.ends[high]] == "Acme"


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b", "🙂🙂 Ålesund’s “Ørsted” — 日本 🏳️‍🌈", "x" * 5000, "no end " * 3000]
)
def test_odd_texts(tokenizer, text):
    check(text, cut(text, tokenizer))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_covered_in_order(text):
    tokenizer = Tokenizer.from_file(str(Path(WEIGHTS) / TOKENS))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    check(text, cut(text, tokenizer))
