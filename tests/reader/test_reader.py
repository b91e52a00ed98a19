import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import reader
from extract.errors import ModelError
from extract.reader import Span
from extract.reader.model import WEIGHTS
from extract.reader.pairs import RELATION_TYPES, STATUSES

STORY = (
    "Leeds-based Quillon Pumps has bought Tarn Valves for $40 million, the company said on Monday.\n\n"
    "Marta Oyelaran founded Tarn Valves in 2009. She will stay on as its chief executive, she said. "
    "Ms. Oyelaran sued Brightwater Bank last year, but the two sides settled."
)


@pytest.fixture(scope="module")
def reading():
    return reader.load().read(STORY)


def spans_of(reading):
    return [found.span for found in (*reading.names, *reading.descriptions)]


def surface(span):
    return STORY[span.start : span.end]


def test_names_with_types(reading):
    found = {surface(name): name.type for name in reading.names}
    assert found["Marta Oyelaran"] == "Person"
    assert found["Quillon Pumps"] == "Company"
    assert found["Tarn Valves"] == "Company"
    assert found["Leeds"] == "Place"
    assert list(reading.names) == sorted(reading.names, key=lambda name: name.start)
    for name in reading.names:
        assert 0 < name.score <= 1
        assert name.type == max(name.type_scores, key=lambda kind: name.type_scores[kind]) or len(surface(name).split())


def test_pronouns_and_whom_they_stand_for(reading):
    spans = spans_of(reading)
    answers = {surface(spans[answer.index]): answer for answer in reading.antecedents(spans)}
    best = answers["She"].candidates[0][0]
    assert "Oyelaran" in surface(spans[best])


def test_relations_between_the_right_ends(reading):
    spans = spans_of(reading)
    told = {
        (pair.type, surface(spans[pair.subject]), surface(spans[pair.object]))
        for pair in reading.relations(spans, floor=0.3)
        if pair.object is not None
    }
    assert ("FOUNDED", "Marta Oyelaran", "Tarn Valves") in told
    assert ("ACQUIRED", "Quillon Pumps", "Tarn Valves") in told
    assert ("ACQUIRED", "Tarn Valves", "Quillon Pumps") not in told
    assert ("HEADQUARTERED_IN", "Quillon Pumps", "Leeds") in told


def test_answers_are_well_formed_and_obey_the_floor(reading):
    spans = [*spans_of(reading), Span(STORY.index("$40"), STORY.index("$40") + 11, "Money", "money")]
    for pair in reading.relations(spans, floor=0.2):
        assert pair.type in RELATION_TYPES
        assert 0.2 <= pair.score <= 1
        assert tuple(pair.status) == STATUSES
        assert sum(pair.status.values()) == pytest.approx(1, abs=1e-3)
        assert spans[pair.subject].type != "Place"
    for answer in reading.antecedents(spans):
        assert spans[answer.index].kind in ("nominal", "pronoun")
        assert all(spans[index].kind == "name" for index, _ in answer.candidates)
        scores = [score for _, score in answer.candidates]
        assert scores == sorted(scores, reverse=True)


def test_the_order_of_the_question_does_not_matter(reading):
    spans = spans_of(reading)
    turned = spans[::-1]
    one = {(spans[a.index], spans[a.candidates[0][0]]) for a in reading.antecedents(spans) if a.candidates}
    other = {(turned[a.index], turned[a.candidates[0][0]]) for a in reading.antecedents(turned) if a.candidates}
    assert one == other


def test_same_text_same_answers(reading):
    again = reader.Reader(WEIGHTS).read(STORY)
    assert again.names == reading.names
    assert again.descriptions == reading.descriptions
    spans = spans_of(reading)
    assert again.relations(spans) == reading.relations(spans)
    assert again.antecedents(spans) == reading.antecedents(spans)


@pytest.mark.parametrize("text", ["", "   \n", "🙂", "\u200b\u200b", "。。。", "no capitals and no end " * 40])
def test_texts_without_names_are_read(text):
    reading = reader.load().read(text)
    spans = [found.span for found in (*reading.names, *reading.descriptions)]
    assert reading.antecedents(spans) is not None
    assert reading.relations(spans) is not None


def test_a_span_may_be_asked_about_in_an_unreadable_text():
    reading = reader.load().read("\u200b\u200b")
    (answer,) = reading.antecedents([Span(0, 1, None, "pronoun")])
    assert answer.none_score == 1
    assert reading.relations([Span(0, 1, "Person", "name")]) == ()


def test_offsets_hold_around_odd_letters():
    text = "🙂 “Zoë Ångström” — founder of Łódź Pumps 🏳️‍🌈 — left. She sued Ünal & Söhne."
    reading = reader.load().read(text)
    assert any("Ångström" in text[name.start : name.end] for name in reading.names)
    for found in (*reading.names, *reading.descriptions):
        assert text[found.start : found.end].strip() == text[found.start : found.end] != ""


def test_a_very_long_text_is_read_to_its_end():
    filler = "The committee met again on the question of the harbour and its walls, and no vote was taken. " * 1150
    text = filler + "Marta Oyelaran founded Tarn Valves."
    assert len(text.split()) > 20_000
    reading = reader.load().read(text)
    assert text[reading.names[-1].start : reading.names[-1].end] == "Tarn Valves"
    assert all(np.isfinite(part).all() for part in reading.hidden)


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError, match="weights are missing"):
        reader.Reader(tmp_path)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(alphabet="Aa .\n\"“”'’é🙂", max_size=200))
def test_any_text_gives_spans_that_re_slice(one, other):
    text = one + " Marta Oyelaran joined Tarn Valves; she left. " + other
    reading = reader.load().read(text)
    spans = [found.span for found in (*reading.names, *reading.descriptions)]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    reading.antecedents(spans)
    reading.relations(spans)
