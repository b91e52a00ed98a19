"""HTML → title, text and what the page says of itself; the main text is trafilatura's.

The text that trafilatura finds is the article's text, and offsets count in it. Dates are read here, from the
page's own metadata, since guessing tools fill in days that no page states.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement, fromstring  # type: ignore[import-untyped]
from trafilatura import bare_extraction, html2txt

from extract import published
from extract.articles.decode import Decoded, decode
from extract.errors import ArticleError

LARGEST = 30_000_000
"""Characters of a page; lxml and trafilatura need several times that in memory."""

_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_ALIASES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
"""What pages declare → what browsers take it for."""
_NEVER = re.compile(r"utf-?(?:16|32|7)|escape|idna|punycode|undefined|mbcs|oem|charmap|utf-8")
"""Python's codecs that no page is in; a page that says UTF-16 in ASCII letters is not."""

_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_META = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date_published",
    "publication_date", "publish_date", "publishdate", "publish-date", "pubdate", "published", "publisheddate",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
    "article.published", "originalpublicationdate", "displaydate", "ptime", "release_date",
)  # fmt: skip
"""Names under which pages state when they appeared, the surest first."""
_MARK = re.compile(r"publi|posted|pubdate|entry-date|dateline|byline|timestamp", re.IGNORECASE)
"""Class names of a <time> that tells when the page appeared."""
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-])")


class Page(NamedTuple):
    """What a page holds; `metadata` has author, description, tags where the page states them."""

    text: str
    title: str | None
    published: str | None
    url: str | None
    source: str | None
    metadata: dict[str, str]


def decode_page(data: bytes, place: str) -> Decoded:
    """The page's characters, by its own declaration where it has one that holds."""
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii", errors="replace").lower() if declared else None
    return decode(data, place, None if name is None or _NEVER.search(name) else _ALIASES.get(name, name))


def read_page(html: str, place: str) -> Page:
    """The article of a page; ArticleError where it has none."""
    if len(html) > LARGEST:
        raise ArticleError(place, f"the page is longer than {LARGEST:,} characters")
    try:
        tree = fromstring(_XML.sub("", html))
    except Exception as problem:
        raise ArticleError(place, f"it is no HTML: {problem}") from problem
    try:
        found = bare_extraction(_XML.sub("", html), with_metadata=True, include_comments=False)
        text = (getattr(found, "text", None) or html2txt(tree, clean=True) or "").strip("\n")
    except Exception as problem:
        raise ArticleError(place, f"its text can't be found: {problem}") from problem
    if not text.strip():
        raise ArticleError(place, "the page holds no article text")
    known = {key: getattr(found, key, None) or None for key in ("title", "url", "sitename", "author", "description")}
    extra = {key: str(known[key]) for key in ("author", "description") if known[key]}
    url = known["url"]
    return Page(text, known["title"], _published(tree, text, url), url, known["sitename"], extra)


def _published(tree: HtmlElement, text: str, url: str | None) -> str | None:
    """When the page appeared: by its metadata, by the text's first lines, by its address."""
    for value in _stated(tree):
        found = published.normal(value)
        if found:
            return found
    first = published.in_first_lines(text)
    if first:
        return first
    address = _IN_URL.search(url or "")
    return "-".join(part for part in address.groups() if part) if address else None


def _stated(tree: HtmlElement) -> Iterator[str]:
    """Dates of publication that the page's metadata states, the surest first."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _JSON_DATE.findall(script.text or "")[:1]
    stated: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(key.lower(), meta.get("content") or "")
    yield from (stated[key] for key in _META if stated.get(key))
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or element.text_content()
    times = [element for element in tree.iterfind(".//time") if element.get("datetime")]
    marked = [element for element in times if _MARK.search(f"{element.get('class')} {element.get('pubdate')}")]
    for element in marked or (times if len(times) == 1 else []):
        yield element.get("datetime")
