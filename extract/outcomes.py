"""The words after a plan, an attempt or an allegation → whether it came off, or was denied."""

import re

from spacy.tokens import Span, Token

from extract.scene import Scene

_OUTCOME = re.compile(
    r"\b(?:turned (?:it|him|her|them|that|this|the \w+|both|all) down|turned down|said no|fell through|fell apart|"
    r"called (?:it )?off|walked away|backed out|pulled out|came to nothing|came to naught|broke (?:down|off)|"
    r"(?:was|were|been|it|that|them|him|her) (?:rejected|refused|rebuffed|declined|spurned|abandoned|scrapped|blocked|"
    r"dropped|withdrawn|vetoed|thrown out|outbid|voted down|sent (?:back|home|packing))|"
    r"(?:rejected|refused|declined|rebuffed|spurned|withdrew|failed|collapsed|lapsed|"
    r"abandoned|withdrawn|foundered|stayed put|scuppered|scrapped|lost out|nothing came of it|"
    r"did(?: not|n['’]t) (?:go|come|take|accept|happen)|without success|in vain|to no avail|got no for an answer|"
    r"came second|lost (?:out|to)|preferred to stay|has since been withdrawn))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denial|untrue|false|falsehood|fiction|fictional|nonsense|rubbish|fabricat\w+|invention|"
    r"baseless|unfounded|no such (?:thing|letter|email|e-mail|message|payment|deal|offer|loan|talks|approach|plan)|"
    r"never (?:happened|did|sent|wrote|received|existed|owned|took|paid|met)|no truth|not true|it had ?n['’]t|"
    r"it was ?n['’]t|did no such)\b",
    re.IGNORECASE,
)


def _after(scene: Scene, sentence: Span, token: Token, sentences: int) -> str:
    """The rest of the sentence after the trigger, and so many sentences of the same paragraph."""
    end = sentence.end
    for _ in range(sentences):
        if end >= len(scene.doc):
            break
        following = scene.sentence_at(end)
        if "\n\n" in scene.article.text[sentence.end_char - 2 : following.start_char + 1]:
            break
        end = following.end
    return str(scene.doc[token.i + 1 : end].text) if token.i + 1 < end else ""


def falls(scene: Scene, sentence: Span, token: Token) -> bool:
    """Whether the words after a plan or an attempt say that it did not come off."""
    return bool(_OUTCOME.search(_after(scene, sentence, token, 1)))


def is_denied(scene: Scene, sentence: Span) -> bool:
    """Whether the next sentence answers an allegation with a denial."""
    return bool(_DENIAL.search(_after(scene, sentence, sentence[-1], 1)))
