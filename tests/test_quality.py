"""Floors that only rise, over the gold files; and laws that hold on every extraction of real articles."""

import json

import pytest

from tests import quality

FLOORS = json.loads(quality.FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in sorted(FLOORS) for key in sorted(FLOORS[name])])
def test_no_figure_falls_below_its_floor(name: str, key: str) -> None:
    assert quality.figures(name).get(key, 0.0) >= FLOORS[name][key]


def test_every_figure_has_a_floor() -> None:
    assert {name: set(quality.figures(name)) for name in quality.SETS} == {n: set(f) for n, f in FLOORS.items()}


@pytest.mark.parametrize("name", sorted(quality.SETS))
def test_all_evidence_and_every_mention_slice_back_to_the_untouched_text(name: str) -> None:
    seen = 0
    for extraction in quality.extractions(name):
        text = extraction.article.text
        for said in (*extraction.claims, *extraction.rejections):
            assert text[said.evidence_start : said.evidence_end] == said.evidence
            assert said.evidence.strip() == said.evidence != ""
            seen += 1
        for mention in (m for entity in extraction.entities for m in entity.mentions):
            assert text[mention.start : mention.end] == mention.text
    assert seen > 50


@pytest.mark.parametrize("name", sorted(quality.SETS))
def test_a_second_extraction_is_the_same(name: str) -> None:
    first = quality.extractions(name)[0]
    assert quality.pipeline.extract(first.article) == first


@pytest.mark.parametrize("name", sorted(quality.SETS))
def test_every_claim_says_which_voices_found_it_and_every_rejection_why(name: str) -> None:
    for extraction in quality.extractions(name):
        assert all(claim.voices for claim in extraction.claims)
        assert all(rejection.reason and rejection.voices for rejection in extraction.rejections)


def test_the_published_page_is_current() -> None:
    """Up to its figures, which floating point may change a little; `python -m tests.quality` writes it."""
    held = quality.PAGE.read_text(encoding="utf-8").splitlines()
    fresh = quality.page().splitlines()
    assert [line.split("|")[1:2] for line in held] == [line.split("|")[1:2] for line in fresh]
