"""Signs, codes and words of the world's currencies → ISO 4217, as data.

A word that several countries share ("crowns", "dollars") is settled by the country's adjective before it, else by
the countries that the article names most, else by the first of its row.
"""

import re
from collections.abc import Mapping
from functools import cache

SIGNS = {
    "$": "USD", "US$": "USD", "USD$": "USD", "$US": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD",
    "Can$": "CAD", "Cdn$": "CAD", "A$": "AUD", "AU$": "AUD", "Aus$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "J$": "JMD", "TT$": "TTD", "B$": "BND", "Z$": "ZWL",
    "N$": "NAD", "EC$": "XCD", "FJ$": "FJD", "Bds$": "BBD", "€": "EUR", "£": "GBP", "IR£": "IEP", "I£": "IEP",
    "LE": "EGP", "E£": "EGP", "¥": "JPY", "￥": "JPY", "₩": "KRW", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₦": "NGN",
    "N": "NGN", "₽": "RUB", "₺": "TRY", "TL": "TRY", "₴": "UAH", "₱": "PHP", "₫": "VND", "฿": "THB", "₪": "ILS",
    "NIS": "ILS", "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "₸": "KZT", "₮": "MNT", "₡": "CRC", "R": "ZAR", "KSh": "KES",
    "KSh.": "KES", "Ksh": "KES", "Kshs": "KES", "Kshs.": "KES", "Sh": "KES", "Shs": "KES", "USh": "UGX", "Ush": "UGX",
    "UShs": "UGX", "TSh": "TZS", "Tsh": "TZS", "TShs": "TZS", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "SFr": "CHF",
    "SFr.": "CHF", "Sfr": "CHF", "Fr.": "CHF", "DM": "DEM", "FFr": "FRF", "FF": "FRF", "BFr": "BEF", "Fl": "NLG",
    "Fl.": "NLG", "Dfl": "NLG", "Dfl.": "NLG", "Lit": "ITL", "Ptas": "ESP", "Pta": "ESP", "Esc": "PTE", "Tk": "BDT",
    "Tk.": "BDT", "kr": "SEK", "Kr": "SEK", "SKr": "SEK", "Skr": "SEK", "DKr": "DKK", "Dkr": "DKK", "NKr": "NOK",
    "Nkr": "NOK", "Kč": "CZK", "zł": "PLN", "Ft": "HUF", "Zl": "PLN", "CFA": "XOF", "FCFA": "XOF", "Dh": "AED",
    "Dhs": "AED", "SR": "SAR", "RMB": "CNY", "Rmb": "CNY", "K": "ZMW", "Afs": "AFN", "₲": "PYG",
}  # fmt: skip

CODES = frozenset(
    """AED AFN ALL AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
    CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS GIP GMD
    GNF GRD GTQ GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
    KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD
    OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL
    THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""".split()
)

# Unit words (regular expression) → the currencies that bear them, each with the adjective that tells them apart.
WORDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "dollars?|dlrs?|bucks": (
        ("USD", "us"), ("CAD", "canadian"), ("AUD", "australian"), ("NZD", "new zealand"), ("HKD", "hong kong"),
        ("SGD", "singapore"), ("TWD", "taiwan"), ("JMD", "jamaican"), ("TTD", "trinidad"), ("BBD", "barbados"),
        ("ZWL", "zimbabwean"), ("NAD", "namibian"), ("FJD", "fijian"), ("LRD", "liberian"), ("XCD", "east caribbean"),
    ),
    "euros?": (("EUR", "european"),),
    "pounds?(?: sterling)?|quid|stg|sterling": (
        ("GBP", "british"), ("IEP", "irish"), ("EGP", "egyptian"), ("LBP", "lebanese"), ("SYP", "syrian"),
        ("SDG", "sudanese"),
    ),
    "yen": (("JPY", "japanese"),),
    "yuan|renminbi": (("CNY", "chinese"),),
    "won": (("KRW", "south korean"), ("KPW", "north korean")),
    "rupees?": (("INR", "indian"), ("PKR", "pakistani"), ("LKR", "sri lankan"), ("NPR", "nepalese"), ("MUR", "mauritian")),
    "roubles?|rubles?": (("RUB", "russian"), ("BYN", "belarusian")),
    "francs?": (
        ("CHF", "swiss"), ("FRF", "french"), ("BEF", "belgian"), ("XOF", "cfa"), ("XAF", "central african"),
        ("RWF", "rwandan"), ("LUF", "luxembourg"), ("CDF", "congolese"), ("GNF", "guinean"), ("DJF", "djibouti"),
    ),
    "crowns?|kron(?:or|er|a|e|ur)|koruna|korun": (
        ("SEK", "swedish"), ("DKK", "danish"), ("NOK", "norwegian"), ("CZK", "czech"), ("ISK", "icelandic"),
    ),
    "marks?|deutschmarks?|d-marks?": (("DEM", "german"), ("FIM", "finnish")),
    "markka": (("FIM", "finnish"),),
    "guilders?": (("NLG", "dutch"), ("ANG", "antillean")),
    "lir[ae]": (("ITL", "italian"), ("TRY", "turkish")),
    "pesetas?": (("ESP", "spanish"),),
    "escudos?": (("PTE", "portuguese"), ("CVE", "cape verdean")),
    "drachmas?": (("GRD", "greek"),),
    "schillings?": (("ATS", "austrian"),),
    "punts?": (("IEP", "irish"),),
    "zlot(?:ys?|ies|ych)|złot(?:y|e|ych)|zloty": (("PLN", "polish"),),
    "forints?": (("HUF", "hungarian"),),
    "lei|leu": (("RON", "romanian"), ("MDL", "moldovan")),
    "leva|lev|levs": (("BGN", "bulgarian"),),
    "hryvnias?|hryvnya": (("UAH", "ukrainian"),),
    "kunas?": (("HRK", "croatian"),),
    "tenge": (("KZT", "kazakh"),),
    "reais|real|reals": (("BRL", "brazilian"),),
    "pesos?": (
        ("MXN", "mexican"), ("ARS", "argentine"), ("CLP", "chilean"), ("COP", "colombian"), ("PHP", "philippine"),
        ("UYU", "uruguayan"), ("DOP", "dominican"), ("CUP", "cuban"),
    ),
    "soles|nuevos soles": (("PEN", "peruvian"),),
    "bolivianos?": (("BOB", "bolivian"),),
    "bol[ií]vars?|bol[ií]vares": (("VES", "venezuelan"),),
    "guaran[ií]s?|guaran[ií]es": (("PYG", "paraguayan"),),
    "quetzal(?:s|es)?": (("GTQ", "guatemalan"),),
    "col[oó]n(?:es)?": (("CRC", "costa rican"),),
    "rands?": (("ZAR", "south african"),),
    "nairas?": (("NGN", "nigerian"),),
    "cedis?": (("GHS", "ghanaian"),),
    "shillings?|bob": (("KES", "kenyan"), ("UGX", "ugandan"), ("TZS", "tanzanian"), ("SOS", "somali")),
    "birr": (("ETB", "ethiopian"),),
    "kwachas?": (("ZMW", "zambian"), ("MWK", "malawian")),
    "kwanzas?": (("AOA", "angolan"),),
    "pulas?": (("BWP", "botswanan"),),
    "meticais|metical": (("MZN", "mozambican"),),
    "dirhams?": (("AED", "emirati"), ("MAD", "moroccan")),
    "dinars?": (
        ("KWD", "kuwaiti"), ("IQD", "iraqi"), ("JOD", "jordanian"), ("DZD", "algerian"), ("TND", "tunisian"),
        ("RSD", "serbian"), ("BHD", "bahraini"), ("LYD", "libyan"),
    ),
    "riyals?|rials?": (("SAR", "saudi"), ("QAR", "qatari"), ("IRR", "iranian"), ("OMR", "omani"), ("YER", "yemeni")),
    "shekels?|shekalim": (("ILS", "israeli"),),
    "bahts?": (("THB", "thai"),),
    "ringgits?": (("MYR", "malaysian"),),
    "rupiahs?": (("IDR", "indonesian"),),
    "dong": (("VND", "vietnamese"),),
    "takas?": (("BDT", "bangladeshi"),),
    "kyats?": (("MMK", "burmese"),),
    "riels?": (("KHR", "cambodian"),),
    "tugriks?|tögrög": (("MNT", "mongolian"),),
    "laris?": (("GEL", "georgian"),),
    "drams?": (("AMD", "armenian"),),
    "manats?": (("AZN", "azerbaijani"), ("TMT", "turkmen")),
    "soms?|sums?": (("UZS", "uzbek"), ("KGS", "kyrgyz")),
    "afghanis?": (("AFN", "afghan"),),
}  # fmt: skip

# Countries, in case the text names them without their adjective, and big cities, for units that several countries share.
PLACES = {
    "CAD": "Canada|Toronto|Ontario|Ottawa|Calgary|Vancouver|Montreal|Alberta|Quebec",
    "AUD": "Australia|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Queensland",
    "NZD": "New Zealand|Auckland|Wellington",
    "SGD": "Singapore",
    "HKD": "Hong Kong",
    "IEP": "Ireland|Dublin|Cork",
    "EGP": "Egypt|Cairo",
    "LBP": "Lebanon|Beirut",
    "PKR": "Pakistan|Karachi|Lahore",
    "INR": "India|Mumbai|Bombay|Delhi|Bangalore|Bengaluru|Calcutta|Madras|Chennai",
    "LKR": "Sri Lanka|Colombo",
    "NPR": "Nepal|Kathmandu",
    "CHF": "Switzerland|Zurich|Geneva|Basel|Zug|Bern",
    "FRF": "France|Paris|Lyon|Marseille",
    "BEF": "Belgium|Brussels|Antwerp",
    "XOF": "Senegal|Dakar|Ivory Coast|Abidjan|Mali|Burkina Faso|Benin|Togo|Niger",
    "XAF": "Cameroon|Gabon|Chad",
    "SEK": "Sweden|Stockholm|Gothenburg|Malmö|Uppsala",
    "DKK": "Denmark|Copenhagen|Aarhus",
    "NOK": "Norway|Oslo|Bergen|Stavanger",
    "CZK": "Czech Republic|Prague|Brno|Ostrava",
    "ISK": "Iceland|Reykjavik",
    "DEM": "Germany|Frankfurt|Bonn|Munich",
    "FIM": "Finland|Helsinki",
    "ITL": "Italy|Milan|Rome|Turin",
    "TRY": "Turkey|Istanbul|Ankara|Izmir",
    "MXN": "Mexico",
    "ARS": "Argentina|Buenos Aires",
    "CLP": "Chile|Santiago",
    "COP": "Colombia|Bogot[aá]|Medell[ií]n",
    "PHP": "Philippines|Manila|Cebu",
    "UYU": "Uruguay|Montevideo",
    "KES": "Kenya|Nairobi|Mombasa",
    "UGX": "Uganda|Kampala",
    "TZS": "Tanzania|Dar es Salaam",
    "AED": "Emirates|Dubai|Abu Dhabi",
    "MAD": "Morocco|Casablanca|Rabat",
    "KRW": "South Korea|Seoul|Busan",
    "CNY": "China|Beijing|Shanghai|Shenzhen",
    "JPY": "Japan|Tokyo|Osaka",
}

UNIT_WORDS = "|".join(WORDS)
ADJECTIVES = "|".join(sorted({adjective for row in WORDS.values() for _, adjective in row} | {"u\\.s\\.", "american"}))

# Signs that several countries write alike → the row of WORDS that settles them.
_SHARED_SIGNS = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "¥": ("JPY", "CNY"),
    "Rs": ("INR", "PKR", "LKR", "NPR"),
    "Rs.": ("INR", "PKR", "LKR", "NPR"),
    "kr": ("SEK", "DKK", "NOK", "ISK"),
    "Kr": ("SEK", "DKK", "NOK", "ISK"),
    "Sh": ("KES", "TZS", "UGX"),
    "Shs": ("KES", "TZS", "UGX"),
    "£": ("GBP", "IEP", "EGP"),
}


@cache
def _rows() -> tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]:
    return tuple((re.compile(words, re.IGNORECASE), row) for words, row in WORDS.items())


@cache
def _places(code: str) -> re.Pattern[str]:
    adjective = next((a for row in WORDS.values() for c, a in row if c == code), "")
    return re.compile(rf"\b(?:{PLACES.get(code, adjective)}|{adjective.title()})\b")


def home(candidates: tuple[str, ...], text: str) -> str:
    """The currency whose country the text names most, the first of the row where it names none."""
    votes = {code: len(_places(code).findall(text)) for code in candidates if code != "USD"}
    best = max(votes.values(), default=0)
    return next((code for code in candidates if votes.get(code, 0) == best and best), candidates[0])


def of_sign(sign: str, text: str) -> str | None:
    """`of_sign("C$", ...)` → CAD; a bare "$" is the American one unless only another one is told of."""
    if sign in CODES:
        return sign
    if sign in ("$", "£"):
        return SIGNS[sign]
    if sign in _SHARED_SIGNS:
        return home(_SHARED_SIGNS[sign], text)
    return SIGNS.get(sign)


def of_word(word: str, adjective: str | None, text: str) -> str | None:
    """`of_word("crowns", "Danish", ...)` → DKK."""
    row = next((row for pattern, row in _rows() if pattern.fullmatch(word)), None)
    if row is None:
        return None
    if adjective:
        wanted = adjective.lower()
        if wanted in ("u.s.", "american"):
            wanted = "us"
        return next((code for code, name in row if name == wanted), None)
    codes = tuple(code for code, _ in row)
    return codes[0] if codes[0] in ("USD", "GBP") else home(codes, text)
