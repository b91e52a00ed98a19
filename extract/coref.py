"""Pronouns and descriptions → whom they stand for, where it is safe.

"Lee sold **her** start-up. **The company** had ..." Precision before recall: what is not sure stays
unresolved, and a rule that needs it is rejected with that reason.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extract.mentions import Typed
from extract.records import Mention

_PERSONAL = frozenset("he him his himself she her hers herself".split())
_BODY = frozenset(
    "company firm startup start-up organization organisation nonprofit lab business group agency retailer maker".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def heuristic(doc: Doc, groups: Sequence[Sequence[Typed]]) -> list[Mention]:
    """Third-person pronouns and "the company" resolved to the last subject of their kind, one sentence back at most."""
    owner = {name.start: (index, name) for index, group in enumerate(groups) for name in group}
    resolved: list[Mention] = []
    subjects: dict[str, tuple[int, int]] = {}
    for number, sentence in enumerate(doc.sents):
        seen: dict[str, set[int]] = {"Person": set(), "Body": set()}
        for token in sentence:
            found = _named(token, owner)
            if found is not None:
                index, name, head = found
                kind = "Person" if name.type == "Person" else "Body"
                seen[kind].add(index)
                if head.dep_ in _SUBJECTS:
                    subjects[kind] = (number, index)
            kind, span = _anaphor(token)
            if kind is None:
                continue
            last = subjects.get(kind)
            if last is not None and number - last[0] <= 1 and not seen[kind] - {last[1]}:
                start, end = span
                text = doc.text[start:end]
                resolved.append(
                    Mention(
                        start=start,
                        end=end,
                        text=text,
                        type=groups[last[1]][0].type,
                        kind="nominal" if " " in text else "pronoun",
                        entities=(last[1],),
                    )
                )
    return resolved


def _named(token: Token, owner: dict[int, tuple[int, Typed]]) -> tuple[int, Typed, Token] | None:
    if token.idx not in owner:
        return None
    index, name = owner[token.idx]
    span = token.doc.char_span(name.start, name.end, alignment_mode="expand")
    return index, name, span.root if span is not None else token


def _anaphor(token: Token) -> tuple[str | None, tuple[int, int]]:
    if token.lower_ in _PERSONAL:
        return "Person", (token.idx, token.idx + len(token))
    if token.lower_ in _BODY and token.i and token.nbor(-1).lower_ == "the" and token.dep_ != "compound":
        return "Body", (token.nbor(-1).idx, token.idx + len(token))
    return None, (0, 0)
