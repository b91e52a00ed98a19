"""DEVELOPED: who built, released or published which product."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.patterns import Rule, beside, fill, tree
from extract.patterns.fill import View
from extract.patterns.rule import NOUN, Pair

_MAKE = frozenset(
    """develop build release launch create publish unveil introduce design invent produce co-develop write announce
    manufacture ship debut record devise direct author brew offer mint code program engineer craft pioneer
    compose distil distill bottle print stage reveal conceive formulate discover train prototype preview open-source""".split()
) | {
    "roll out", "bring out", "put out", "come up with", "turn out", "dream up", "let loose", "put on", "cook up",
    "bring to market", "set loose", "roll", "show", "run", "issue", "coin", "cut",
}  # fmt: skip
_MAKERS = frozenset(
    """maker developer creator inventor author designer producer publisher manufacturer co-creator builder
    co-developer brewer bottler distiller label studio house""".split()
)
_WORKS = frozenset(
    """model product app game chatbot car service software album song film book novel device phone platform tool robot
    drug brand programme program system bike satellite machine assistant engine chip toy console podcast series show
    wallet browser beer treatment vaccine candidate label line range bot smartphone tablet handset watch speaker camera
    headset truck van lorry scooter plane aircraft jet drone rocket ship boat train network website site magazine
    newspaper weekly column newsletter record single opera play musical whisky whiskey gin rum vodka wine lager ale
    stout soda drink snack crisp cereal sauce chocolate bar pill tablet jab injection shot therapy test kit implant
    card loan token coin fund index database library language framework kernel compiler version successor release title
    shooter collection perfume cream shampoo lipstick shoe boot sneaker bag cigarette pipe stove cooker dryer vacuum
    hoover mixer kettle toaster variety seed hybrid strain gadget feature search flagship blockbuster bestseller
    creation invention masterpiece memoir painting sculpture recipe report study bill budget offering rival brandname
    smartwatch tractor combine harvester baler loader turbine reactor battery panel sensor display lens telescope
    prosthetic hand limb valve pump motor""".split()
)


def _of_maker(sight: View, token: Token) -> Iterator[Pair]:
    """ "Acme's Zip", "Zip, by Acme", "Zip from Acme"."""
    product = sight.ending.get(token.i)
    if product is None or product.kind == "pronoun":
        return
    span = sight.span(product)
    if span is None:
        return
    head = span.root
    for child in [*head.children, *(head.head.children if head.dep_ in ("compound", "nmod", "amod") else ())]:
        if child.dep_ == "poss" and child.i < token.i:
            for maker in fill.mentions(sight, child):
                yield maker, product
        elif child.dep_ == "prep" and child.lower_ in ("by", "from"):
            for one in tree.governed(child):
                for maker in fill.mentions(sight, one):
                    if beside.is_body(sight, maker):
                        yield maker, product


def _from_its_shelf(sight: View, token: Token) -> bool:
    """ "sells Zip" is the maker's or the shop's own; "sold Zip to Beta" gives it away."""
    return not tree.is_passive(token) and not any(child.lower_ == "to" for child in token.children)


def _named_after_its_maker(sight: View, token: Token) -> Iterator[Pair]:
    """ "the Acme Zip": a product that bears the name of a company in the story."""
    product = sight.ending.get(token.i)
    if product is None or product.kind != "name":
        return
    name = sight.scene.entities[product.entities[0]].name.lower().split()
    for mention in sight.scene.mentions:
        if mention.kind == "name" and len(mention.entities) == 1 and sight.type_of(mention) == "Company":
            body = mention.text.lower().split()
            if len(name) > len(body) and name[: len(body)] == body and len(mention.text) > 3:
                yield mention, product
                return


def _implied(sight: View, token: Token) -> Iterator[Pair]:
    """ "Zip was launched in May", "Zip came out" in a story of Acme."""
    passive = tree.is_passive(token)
    if (passive and tree.agents(token)) or any(child.dep_ == "dobj" for child in token.children):
        return
    for one in tree.objects(token) if passive else tree.surface_subjects(token):
        for product in fill.mentions(sight, one):
            body = beside.spoken_of(sight, token.i)
            if body is not None and sight.type_of(product) == "Product":
                yield body, product


def _behind(sight: View, token: Token) -> Iterator[Pair]:
    """ "the programmer behind Zip", "the studio behind Zip"."""
    for one in tree.governed(token):
        for product in fill.mentions(sight, one):
            for maker in fill.mentions(sight, token.head):
                if sight.type_of(product) == "Product":
                    yield maker, product


RULES = (
    Rule(
        "DEVELOPED",
        "verb",
        _MAKE,
        "subj",
        "obj",
        only="Product",
        example="[Acme|Company|s] released [Zip|Product|o] in May.",
        negatives=("[Acme|Company] released the hostages near [Zip|Product].",),
    ),
    Rule(
        "DEVELOPED",
        "sell",
        frozenset({"sell", "make", "market"}),
        "subj",
        "obj",
        only="Product",
        check=_from_its_shelf,
        example="[Acme|Company|s] sells [Zip|Product|o], a sweet drink.",
        negatives=("[Acme|Company] sold [Zip|Product] to a rival.",),
    ),
    Rule(
        "DEVELOPED",
        "maker",
        _MAKERS,
        "self|described",
        "of|poss|comp",
        part=NOUN,
        only="Product",
        example="[Acme|Company|s], the maker of [Zip|Product|o], closed.",
        negatives=("[Acme|Company], a fan of [Zip|Product], closed.",),
    ),
    Rule(
        "DEVELOPED",
        "its-product",
        _WORKS,
        "poss|comp|by|from",
        "described|self",
        part=NOUN,
        only="Product",
        example="[Acme|Company|s]'s new app, [Zip|Product|o], sells.",
        negatives=("[Acme|Company] likes the new app, [Zip|Product].",),
    ),
    Rule(
        "DEVELOPED",
        "behind",
        frozenset({"behind"}),
        part=frozenset({"ADP"}),
        shape=_behind,
        example="He met [Acme|Company|s], the studio behind [Zip|Product|o].",
        negatives=("He met [Acme|Company] in the shop beside [Zip|Product].",),
    ),
    Rule(
        "DEVELOPED",
        "named",
        frozenset(),
        at="Product",
        shape=_named_after_its_maker,
        example="[Acme|Company|s] has grown. The [Acme Zip|Product|o] sells well.",
        negatives=("[Acme|Company] has grown. The [Beta Zip|Product] sells well.",),
    ),
    Rule(
        "DEVELOPED",
        "implied",
        frozenset({"launch", "debut", "release", "unveil", "come out", "introduce", "publish", "develop"}),
        part=frozenset({"VERB"}),
        shape=_implied,
        example="[Acme|Company|s] has grown. [Zip|Product|o] was launched in May.",
        negatives=("[Acme|Company] has grown. [Zip|Product] was praised in May.",),
    ),
    Rule(
        "DEVELOPED",
        "of-maker",
        frozenset(),
        at="Product",
        shape=_of_maker,
        example="It runs on [Acme|Company|s]'s [Zip|Product|o].",
        negatives=("[Acme|Company] runs on [Zip|Product].",),
    ),
)
