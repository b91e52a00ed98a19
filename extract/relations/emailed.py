"""EMAILED: who sent an email, a memo, a letter or a text message to whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, fill, nouns, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair, Qualified, filled, tokens_at
from extract.records import Mention
from extract.relations.words import PEOPLE

_WRITTEN = frozenset(
    """email e-mail mail letter memo memorandum note message text missive telegram fax sms telex dm cable postcard
    whatsapp circular dispatch reply""".split()
)
_SURE = _WRITTEN - {"note", "text", "dispatch", "cable", "reply", "circular"}
_TELL = frozenset(
    "tell inform warn ask urge notify assure remind advise say write announce complain reply order".split()
)


def _kind(sight: View, token: Token, subject: Mention, target: Mention | None) -> Iterator[Qualified]:
    """What was sent, in the text's word: email, letter, memo, message."""
    word = token.lemma_.lower()
    yield {"kind": {"e-mail": "email", "mail": "email", "memorandum": "memo"}.get(word, word)}


def _by_post(sight: View, token: Token) -> bool:
    """ "told staff in a memo", "warned him by letter"."""
    return any(one.lemma_.lower() in _SURE for name in ("in", "by", "via") for one in tree.preposed(token, name))


def _writes(sight: View, token: Token) -> bool:
    """ "wrote to Lee"; "wrote for the Post" and "wrote a song" send nothing."""
    return not any(
        child.dep_ == "dobj" and child.lemma_ in ("song", "code", "book", "cheque", "check") for child in token.children
    )


_READ = frozenset("see read review obtain print publish show quote leak reproduce get receive keep open".split())


def _not_only_read(sight: View, token: Token) -> bool:
    """Who has seen, printed or got a letter did not write it."""
    verb = nouns.carrier(token)
    return verb is None or verb.lemma_ not in _READ


def _to_staff(sight: View, token: Token) -> Iterator[Pair]:
    """ "told staff in a memo", "wrote to shareholders": those of the body just spoken of."""
    noun = token.pos_ in NOUN
    places = ("v.iobj", "v.to", "to", "v.obj") if noun else ("iobj", "to", "obj")
    receivers = [one for place in places for one in tokens_at(token, place) if one.lemma_.lower() in PEOPLE]
    if not receivers or any(fill.whole(sight, one) for one in receivers):
        return
    senders = (
        next((found for p in ("v.subj", "from", "poss") if (found := filled(sight, token, p))), []) if noun else []
    )
    for sender in senders or filled(sight, token, "subj"):
        body = beside.spoken_of(sight, token.i)
        if body is not None:
            yield sender, body


RULES = (
    Rule(
        "EMAILED",
        "verb",
        frozenset({"email", "e-mail", "text", "texte", "fax", "cable", "telegraph", "telex", "dm", "message", "mail"}),
        "subj",
        "iobj*|to*|obj*",
        example="[Ann Lee|Person|s] emailed [Ray Hill|Person|o] in May.",
        negatives=("[Ann Lee|Person] met [Ray Hill|Person] in May.",),
    ),
    Rule(
        "EMAILED",
        "write-to",
        frozenset({"write", "write back", "reply"}),
        "subj",
        "to*|iobj*",
        check=_writes,
        example="[Ann Lee|Person|s] wrote to [Acme|Company|o].",
        negatives=("[Ann Lee|Person] wrote about [Acme|Company].",),
    ),
    Rule(
        "EMAILED",
        "noun",
        _WRITTEN,
        "from*|by*|v.subj|poss|up.subj",
        "to*|v.iobj*|v.to*|v.obj*",
        part=NOUN,
        read=_kind,
        check=_not_only_read,
        example="[Ann Lee|Person|s] sent a letter to [Acme|Company|o].",
        negatives=("[Ann Lee|Person] read a letter about [Acme|Company].",),
    ),
    Rule(
        "EMAILED",
        "told-in",
        _TELL,
        "subj",
        "iobj*|obj*|to*",
        check=_by_post,
        example="[Ann Lee|Person|s] told [Acme|Company|o] in a letter that it was over.",
        negatives=("[Ann Lee|Person] told [Acme|Company] in a bar that it was over.",),
    ),
    Rule(
        "EMAILED",
        "told-staff",
        _TELL,
        check=_by_post,
        shape=_to_staff,
        example="[Ann Lee|Person|s], head of [Acme|Company|o], told staff in a memo that it was over.",
        negatives=("[Ann Lee|Person], head of [Acme|Company], told staff in a bar that it was over.",),
    ),
    Rule(
        "EMAILED",
        "wrote-staff",
        frozenset({"email", "e-mail", "mail"}),
        shape=_to_staff,
        example="[Ann Lee|Person|s], head of [Acme|Company|o], emailed staff on Monday.",
        negatives=("[Ann Lee|Person], head of [Acme|Company], met staff on Monday.",),
    ),
    Rule(
        "EMAILED",
        "noun-staff",
        _SURE,
        part=NOUN,
        shape=_to_staff,
        example="[Ann Lee|Person|s], head of [Acme|Company|o], sent a memo to staff on Monday.",
        negatives=("[Ann Lee|Person], head of [Acme|Company], sent a car to staff on Monday.",),
    ),
    Rule(
        "EMAILED",
        "forward",
        frozenset({"forward", "send on", "fire off", "dash off"}),
        "subj",
        "to*|iobj*",
        example="[Ann Lee|Person|s] forwarded it to [Ray Hill|Person|o].",
        negatives=("[Ann Lee|Person] looked forward to [Ray Hill|Person].",),
    ),
)
