"""Words that say how a fact is told, as data: plan, attempt, failure, denial, report, talk."""

PLAN = frozenset(
    """plan intend propose want hope wish aim agree promise pledge vow threaten decide expect schedule prepare mean
    commit undertake contract need slate set due look poise head target ready announce arrange consent elect opt choose
    swear forecast earmark project await invite ask order instruct urge recommend advise tell mutter sign like
    line""".split()
)
"""Governing verbs and adjectives of an infinitive that make it a plan: "plans to buy", "is due to start"."""

PLAN_NOUNS = frozenset(
    """plan intention proposal promise pledge threat agreement decision accord pact commitment option right letter
    memorandum undertaking contract deal vow scheme wish desire hope term""".split()
)
ATTEMPT = frozenset(
    """try attempt seek strive endeavour endeavor fight struggle bid offer court woo approach angle push pursue vie
    apply chase""".split()
)
ATTEMPT_NOUNS = frozenset("attempt effort bid offer try campaign approach quest battle push tender overture".split())
FAIL = frozenset(
    """fail refuse decline balk hesitate neglect forget abandon cancel scrap reject rebuff spurn dismiss drop block veto
    collapse lapse withdraw thwart foil frustrate""".split()
)
"""Verbs that say of what they govern, or of their subject, that it did not come off."""

TALK = frozenset(
    """consider weigh mull explore discuss contemplate debate study ponder negotiate think speculate wonder imagine
    suggest dream fancy tempt""".split()
)
TALK_NOUNS = frozenset("talk discussion negotiation possibility chance prospect idea thought speculation".split())

SAY = frozenset(
    """say tell announce report confirm disclose state write add note reveal declare explain recall testify show inform
    reply answer remember concede admit acknowledge post tweet remark learn understand find suggest believe think put
    hear insist swear repeat warn observe joke quip""".split()
)
ALLEGE = frozenset(
    """allege claim accuse contend charge assert argue maintain plead complain purport suspect rumour rumor whisper
    depose""".split()
)
DENY = frozenset("deny dispute refute rebut disavow disclaim contradict".split())
DOUBT_NOUNS = frozenset(
    "claim allegation accusation charge rumour rumor report story suggestion speculation assertion gossip".split()
)
PARTY = frozenset(
    """complaint suit lawsuit filing petition writ affidavit indictment plaintiff prosecution prosecutor claimant
    counsel lawsuit pleading charge counterclaim dossier claim particulars deposition source insider people person
    rumour rumor gossip whistleblower document detractor critic""".split()
)
"""Speakers who tell one side of a dispute, or who are not named: what they say is alleged."""

PASSIVE_REPORT = frozenset(
    "say report believe rumour rumor think allege understand claim suspect learn learnt repute accuse suppose hear".split()
)
"""Participles that make a report of an infinitive: "is said to own", "is believed to have lent"."""

HEARSAY = frozenset("reportedly allegedly supposedly purportedly reputedly apparently".split())
THROUGH = frozenset(
    """begin start continue help manage go come get proceed use keep happen have be succeed let make see do finish stop
    cease serve act remain stay become own able let""".split()
)
"""Verbs that leave what they govern as true as they are themselves."""

WOULD_BE = {
    "planned": "planned", "proposed": "planned", "pending": "planned", "intended": "planned", "agreed": "planned",
    "forthcoming": "planned", "upcoming": "planned", "future": "planned", "promised": "planned",
    "threatened": "planned", "incoming": "planned", "designate": "planned", "expected": "planned",
    "attempted": "attempted", "hostile": "attempted", "failed": "failed", "unsuccessful": "failed",
    "rejected": "failed", "aborted": "failed", "abandoned": "failed", "abortive": "failed", "thwarted": "failed",
    "cancelled": "failed", "canceled": "failed", "scrapped": "failed", "doomed": "failed", "blocked": "failed",
    "losing": "failed", "collapsed": "failed", "withdrawn": "failed", "ill-fated": "failed", "alleged": "alleged",
    "reported": "alleged", "rumoured": "alleged", "rumored": "alleged", "supposed": "alleged",
    "possible": "talks", "potential": "talks", "would-be": "attempted", "hypothetical": "talks",
}  # fmt: skip
"""Adjectives before a noun of action: "a failed bid", "its planned purchase"."""
