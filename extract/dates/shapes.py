"""The shapes that English gives to dates, as regular expressions with named parts."""

import re

from extract import numerals
from extract.dates.calendar import MONTHS

_NAMES = "|".join(sorted((name.capitalize() for name in MONTHS), key=lambda name: (-len(name), name)))
MONTH = (
    rf"(?:{_NAMES})(?![a-z])(?:(?<!May)(?<!March)(?<!April)(?<!June)(?<!July)(?<!uary)(?<!gust)(?<!mber)(?<!ober)\.)?"
)
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|\s?%)"
WEEKDAY = r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?(?=,? (?:\d|[A-Z][a-z]{2}))"
SEASON = r"spring|summer|autumn|fall|winter"
COUNT = rf"(?i:{numerals.WORDS}|\d{{1,3}}|an?|a couple of|a few|several|some|many|half a)"
UNIT = r"(?:days?|weeks?|fortnights?|months?|years?|decades?)"
PART = r"(?:early|earlier|late|later|mid|middle|end|beginning|start)"
_REL_YEAR = (
    r"(?P<ry>(?:(?:that|this|last|next) (?:same )?year)|(?:the (?:same|following|next|previous|preceding) year)"
    r"|(?:the year before)|(?:a year (?:ago|earlier|later)))"
)

_SHAPES: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<y>{YEAR})[-/](?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    ("figures", rf"(?<![\d./])(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<y>{YEAR})"),
    ("span", rf"(?P<y>{YEAR})\s?(?:[-–—/])\s?(?P<y2>{YEAR}|\d\d)(?![\d-])"),
    ("dmy", rf"(?:(?:{WEEKDAY}),? (?:the )?)?(?<!\d)(?P<d>{DAY})(?: of)?[ -](?P<mon>{MONTH}),?[ -](?P<y>{YEAR})"),
    ("dmy", rf"(?:(?:{WEEKDAY}),? )?(?P<mon>{MONTH}) (?P<d>{DAY}),? (?:of )?(?P<y>{YEAR})"),
    ("dm-rel", rf"(?:(?:{WEEKDAY}),? (?:the )?)?(?<!\d)(?P<d>{DAY})(?: of)? (?P<mon>{MONTH}),? (?:of )?{_REL_YEAR}"),
    ("dm-rel", rf"(?P<mon>{MONTH}) (?P<d>{DAY}),? (?:of )?{_REL_YEAR}"),
    ("my", rf"(?P<mon>{MONTH}|(?:january|february|april|june|july|august|september|october|november|december))"
           rf",?(?: of)?[ -](?P<y>{YEAR})"),
    ("m-rel", rf"(?P<mon>{MONTH}),? (?:of )?{_REL_YEAR}"),
    ("rel-m", rf"(?P<rel>(?:[Tt]hat(?: same| very)?|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:same|following|previous))) "
              rf"(?P<mon>{MONTH})(?: (?P<d>{DAY}))?"),
    ("dm", rf"(?:(?P<wd>{WEEKDAY}),? (?:the )?)?(?<![\d.])(?P<d>{DAY})(?: of)? (?P<mon>{MONTH})"),
    ("dm", rf"(?:(?P<wd>{WEEKDAY}),? )?(?P<mon>{MONTH}) (?:the )?(?P<d>{DAY})"),
    ("quarter", rf"(?:Q(?P<q>[1-4])|(?:[Tt]he )?(?P<qw>first|second|third|fourth|last|final)[- ]quarter)"
                rf"(?:,?(?: of)? (?:(?P<y>{YEAR})|{_REL_YEAR}))?(?! of\b(?! the))"),
    ("half", rf"(?:H(?P<h>[12])|(?:[Tt]he )?(?P<hw>first|second)[- ]half)(?: of)? (?:(?P<y>{YEAR})|{_REL_YEAR})"),
    ("season", rf"(?P<s>{SEASON}),?(?: of)? (?P<y>{YEAR})"),
    ("season-rel", rf"(?P<rel>(?:[Tt]hat(?: same)?|[Tt]his(?: past| coming)?|[Ll]ast|[Nn]ext"
                   rf"|[Tt]he (?:same|following|next|previous|coming))) (?P<s>{SEASON})\b(?! of)"),
    ("season-rel", rf"(?P<s>{SEASON}),? (?:of )?{_REL_YEAR}"),
    ("season-the", r"(?<=\b[Ii]n )(?:the )?(?:early |late )?(?P<s>spring|summer|autumn|winter)\b"
                   r"|(?<=\b[Ii]n the )(?P<s2>fall)\b(?! of)"),
    ("decade", r"(?:the )?(?:early |mid-|mid |late )?(?P<dec>(?:1[5-9]|20)\d0)['’]?s\b"),
    ("decade", r"(?<=the )(?:early |mid-|mid |late )?(?:['’](?P<dd>[1-9]0)s"
               r"|(?P<dw>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b"),
    ("holiday", rf"(?P<hol>Christmas(?: Day| Eve)?|Easter|Thanksgiving|New Year['’]s (?:Eve|Day)|New Year\b|Halloween"
                rf"|Boxing Day|Valentine['’]s Day|Epiphany|Independence Day|Labou?r Day)"
                rf"(?:,?(?: of| in)? (?:(?P<y>{YEAR})|{_REL_YEAR}))?"),
    ("ago", rf"(?P<n>{COUNT}) (?P<u>{UNIT})(?: and a half)? (?:ago|back)\b(?! (?:to|in|on|up|from)\b)"),
    ("later", rf"(?P<n>{COUNT}) (?P<u>{UNIT}) (?P<dir>later|afterwards?|after(?! the (?:merger|deal))|earlier|before|on\b)"
              rf"(?!-)"),
    ("past-n", rf"(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin) the (?:past|last) (?P<n>{COUNT} )?(?P<u>{UNIT})\b"),
    ("within", rf"[Ww]ithin (?:the |a )?(?P<n>{COUNT} )?(?P<u>weeks?|months?|year)\b"),
    ("rel-year", r"(?P<rel>[Tt]he (?P<u>year) before last)\b"),
    ("rel-unit", r"(?P<rel>[Tt]hat(?: same| very)?|[Tt]his|[Ll]ast|[Nn]ext"
                 r"|[Tt]he (?:same|very same|following|next|previous|preceding|prior|very next))[ -]"
                 r"(?P<u>year|month|week|weekend|day|quarter|night|evening|morning|afternoon|decade)\b(?!-|end)"),
    ("rel-unit2", r"(?P<u>[Tt]he (?:year|month|week|day|night)) (?P<rel>before|after)\b(?! (?:the|a|an|he|she|it|they|his|her|its|their|last|that)\b)"),
    ("day-word", r"(?P<w>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
                 r"|[Ee]arlier today)\b"),
    ("weekday", rf"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Tt]he following|[Tt]he previous|a week) )?(?P<wd>{WEEKDAY})"
                rf"(?:s\b)?(?P<w> last week| next week| week)?"),
    ("m", rf"(?P<mon>{MONTH})"),
    ("fiscal", rf"(?:fiscal|financial)(?: year)? (?P<y>{YEAR})|FY\s?(?P<y2>{YEAR})"),
    ("y-short", r"(?<=[ (])['’](?P<yy>\d\d)(?![\d\w])"),
    ("y", rf"(?<![\w.,$€£¥#/+-])(?P<y>{YEAR})(?![\w%$€£]|[.,:]\d|-\d)"),
)  # fmt: skip

SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![A-Za-z]){shape}")) for name, shape in _SHAPES
)
"""Kind and pattern, in order of precedence where two begin at one place and are equally long."""

HEDGE = re.compile(
    r"(?:\b(?:around|about|circa|roughly|approximately|perhaps|probably|sometime in|in or about)|\bca?\.) (?:the )?$"
)
SINCE = re.compile(
    r"\b(?:since|ever since|beginning(?: in| on)?|starting(?: in| on| from)?|effective|from)"
    r"(?: about| around| at least| early| late| mid| the (?:end|start|beginning) of| the)*[ -]$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:until|till|til|up to|through|to)(?: about| around| at least| early| late| mid| the (?:end|start|beginning) of| the)*[ -]$",
    re.IGNORECASE,
)
