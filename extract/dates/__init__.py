"""Words of time → ISO 8601: "that June" → 2015-06, as exact as the text makes it.

A date without its year is read from the story's own thread ("In 2015 he left. In June ...") where there is one, else
from the article's date; where neither fixes it, it is left out.
"""

from bisect import bisect_right
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extract.dates import calendar
from extract.dates.calendar import Moment, Period
from extract.dates.here import Here, Match
from extract.dates.resolve import RULES
from extract.dates.shapes import HEDGE, SHAPES, SINCE, UNTIL
from extract.scene import Dated

_THREAD = frozenset(("later", "rel-unit", "rel-unit2", "within"))
_ABSOLUTE = frozenset(("iso", "figures", "span", "dmy", "my", "season", "decade", "fiscal", "y", "y-short"))
_BEFORE_YEAR = frozenset(
    """in since by until till during of from to before after around about circa early late mid between and or through
    the its their his her our my this a an back spring summer autumn fall winter for as ( , [ - – — ; : • · that's
    is was on 's’ into "
    """.split()
)
_BEFORE_MONTH = frozenset(
    """in since by until till of from to during early late mid through before after between and or the that this a an
    around about - – — ( , last next every its mid- throughout ; : •""".split()
)
_AHEAD = frozenset("plan expect schedule intend aim hope want due set propose promise target slate prepare".split())
_NEAR = 600
"""How many characters the story's own date carries."""


class _Hit(NamedTuple):
    start: int
    end: int
    kind: str
    match: Match


class _Told(NamedTuple):
    """A date as the story goes on from it: where it stood, and whether it was the article's own time."""

    when: Moment
    at: int
    main: bool
    news: bool


def _hits(text: str) -> list[_Hit]:
    """Shapes in the text that don't overlap: the first, and of those at one place the longest."""
    hits = [
        _Hit(match.start(), match.end(), kind, match) for kind, pattern in SHAPES for match in pattern.finditer(text)
    ]
    order = {kind: i for i, (kind, _) in reversed(list(enumerate(SHAPES)))}
    hits.sort(key=lambda hit: (hit.start, -hit.end, order[hit.kind]))
    chosen: list[_Hit] = []
    for hit in hits:
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
        elif hit.end - hit.start > chosen[-1].end - chosen[-1].start and hit.kind not in ("m", "y"):
            chosen[-1] = hit
    return chosen


def _verb(token: Token) -> Token:
    """The verb that the token hangs on, itself where there is none."""
    for one in (token, *token.ancestors):
        if one.pos_ in ("VERB", "AUX"):
            return one
    return token


def _ahead(token: Token) -> bool:
    """Whether the date lies in the future of its clause: "will", "is to", "plans to", "due in"."""
    verb = _verb(token)
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("aux", "auxpass") and child.lower_ in ("will", "shall", "'ll", "’ll", "wo", "would"):
                return child.lower_ != "would"
        if verb.lemma_ in _AHEAD and verb.pos_ in ("VERB", "ADJ", "AUX", "NOUN"):
            return True
        if verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            if verb.head.lemma_ in ("be", "agree", "decide", "need", "expect") and verb.head.tag_ != "VBD":
                return True
        elif verb.tag_ in ("VBD", "VBP", "VBZ"):
            break
        if verb.head == verb:
            break
        verb = verb.head
    return any(child.lemma_ in ("due", "set", "slated") for child in (token.head, token.head.head)) or (
        verb.tag_ in ("VBZ", "VBG") and verb.lemma_ in ("start", "begin", "join", "open", "take", "leave")
        and verb.pos_ == "VERB" and verb.tag_ == "VBZ"
    )  # fmt: skip


def _narrates(token: Token) -> bool:
    """Whether the clause tells a story in the simple past, the only tense that carries a date of its own on."""
    verb = _verb(token)
    tags = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" or "VBD" in tags:
        return True
    if verb.tag_ in ("VBZ", "VBP") or tags & {"VBZ", "VBP", "MD"}:
        return False
    return True


def _is_main(token: Token) -> bool:
    """Whether the date belongs to the main story, not to an aside ("Acme, founded in 1998, said ...")."""
    for one in (token, *token.ancestors):
        if one.dep_ in ("relcl", "acl", "appos", "parataxis"):
            return False
    return True


def _is_date(hit: _Hit, first: Token, last: Token, text: str) -> bool:
    """Whether a short shape ("May", "2015", "March") is a date and no verb, name or number of things."""
    doc = first.doc
    before = doc[first.i - 1] if first.i else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    starts = before is None or before.is_space or first.is_sent_start or before.text in ".\"'“”‘*•"
    if hit.kind == "y":
        if (
            after is not None
            and after.pos_ == "NOUN"
            and after.tag_ == "NNS"
            and (
                before is None or before.lower_ not in ("the", "its", "their", "his", "her", "'s", "’s", "our", "this")
            )
        ):
            return False
        if before is not None and before.lower_ == "of" and before.i and doc[before.i - 1].lower_ == "class":
            return False
        return starts or before is None or before.lower_ in _BEFORE_YEAR or before.tag_ == "POS"
    if hit.kind == "m":
        if first.tag_ == "MD":
            return False
        follows = after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()
        if before is not None and before.lower_ in _BEFORE_MONTH:
            return not (
                follows and before.lower_ in ("and", "or", "(", ",", "the", ";", ":", "of", "to", "from", "by", "-")
            )
        if starts:
            return after is not None and (after.text in ".:,-–—" or after.is_space)
        return (
            after is not None and after.lower_ in ("'s", "’s") and not (before is not None and before.pos_ == "PROPN")
        )
    if hit.kind == "season-the":
        return True
    return True


def _role(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 40) : start]
    if UNTIL.search(before):
        return "until"
    since = SINCE.search(before)
    if since and since.group().lower().startswith("from"):
        return "since" if text[end : end + 8].lstrip().startswith(("on", "onward")) else "on"
    return "since" if since else "on"


class _Read(NamedTuple):
    first: int
    last: int
    start: int
    end: int
    kind: str
    period: Period
    role: str


def _joined(one: _Read, two: _Read, text: str) -> _Read | None:
    """Two dates that are the ends of one stretch: "between 2015 and 2018", "May to July 2015", "1998-2003"."""
    link = text[one.end : two.start].strip().lower()
    before = text[max(0, one.start - 12) : one.start].lower()
    between = link == "and" and "betwe" in before
    if not between and link not in ("to", "-", "–", "—", "until", "till", "through", "to the"):
        return None
    if one.period.end is not None or two.period.end is not None:
        return None
    first, last = one.period.start, two.period.start
    if two.kind in _ABSOLUTE and one.kind in ("m", "dm", "season-the") and last.month and first.month:
        moved = calendar.moment(last.year - (1 if first.month > last.month else 0), first.month, first.day)
        first = moved or first
    if tuple(p or 0 for p in first) >= tuple(p or 0 for p in last):
        return None
    period = Period(first, last, one.period.sure and two.period.sure)
    return _Read(one.first, two.last, one.start, two.end, two.kind, period, "on")


def find(doc: Doc, published: str | None) -> tuple[Dated, ...]:
    """Every date of the text that the text or the article's date fixes, in the text's order."""
    text = doc.text
    starts = [token.idx for token in doc]
    now = calendar.parse(published)
    told: _Told | None = None
    read: list[_Read] = []
    for hit in _hits(text):
        first = doc[bisect_right(starts, hit.start) - 1]
        last = doc[bisect_right(starts, hit.end - 1) - 1]
        if not _is_date(hit, first, last, text):
            continue
        here = _here(hit, first, now, told, text)
        period = RULES[hit.kind](hit.match, here)
        if period is None:
            continue
        if HEDGE.search(text[max(0, hit.start - 24) : hit.start].lower()):
            period = period._replace(sure=False)
        role = "since" if hit.kind == "past-n" else _role(text, hit.start, hit.end)
        item = _Read(first.i, last.i + 1, hit.start, hit.end, hit.kind, period, role)
        both = _joined(read[-1], item, text) if read else None
        if both is not None:
            read[-1] = both
        else:
            read.append(item)
        if hit.kind != "past-n":
            told = _next(told, hit, first, period, here, now)
    return tuple(
        Dated(item.first, item.last, item.period.iso(), item.kind not in _ABSOLUTE, item.role) for item in read
    )


def _here(hit: _Hit, first: Token, now: Moment | None, told: _Told | None, text: str) -> Here:
    """What is fixed where a date stands."""
    ahead = _ahead(first)
    thread = None
    if told is not None:
        near = hit.start - told.at <= _NEAR
        same = "\n\n" not in text[told.at : hit.start]
        past = now is None or told.when.year < now.year
        if now is None or (past and near and not told.news and told.main and not ahead and _narrates(first) and same):
            thread = told.when
    return Here(now, told.when if told else None, thread, ahead)


def _next(told: _Told | None, hit: _Hit, first: Token, period: Period, here: Here, now: Moment | None) -> _Told:
    """The story's date after this one: a date in an aside is remembered, but carries nothing on."""
    news = hit.kind not in _ABSOLUTE and hit.kind not in _THREAD and here.thread is None
    news = news or (now is not None and period.start.year >= now.year)
    when = period.start
    return _Told(when, hit.start, _is_main(first) or first.is_sent_start is True, news)
