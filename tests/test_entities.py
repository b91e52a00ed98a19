"""Typed names → entities of one article."""

import pytest

from extract import entities, mentions
from extract.mentions import Name


def named(text: str, **types: str) -> list[list[str]]:
    """The groups that the names given (underscores for blanks) are joined to."""
    found = []
    for key, kind in types.items():
        surface, at = key.replace("_", " "), -1
        while (at := text.find(surface, at + 1)) >= 0:
            found.append(Name(at, at + len(surface), {kind: 1.0}))
    return [[name.text for name in group] for group in entities.join(mentions.settle(text, found))]


def test_a_surname_joins_its_full_name() -> None:
    text = "Ann Lee founded Acme. Lee said Acme grew."
    assert named(text, Ann_Lee="Person", Acme="Company") == [["Ann Lee", "Lee"], ["Acme", "Acme"]]


def test_two_people_of_one_surname_stay_apart() -> None:
    text = "Ann Lee sued Bob Lee. Bob Lee denied it. Lee is a lawyer."
    assert named(text, Ann_Lee="Person", Bob_Lee="Person", Lee="Person") == [["Ann Lee"], ["Bob Lee", "Bob Lee", "Lee"]]


def test_a_company_named_after_its_founder_stays_apart() -> None:
    text = "Enzo Bellandi runs Bellandi Motors. Bellandi Motors is in Turin. Mr. Bellandi is 70."
    groups = named(text, Enzo_Bellandi="Person", Bellandi_Motors="Company")
    assert ["Bellandi Motors", "Bellandi Motors"] in groups
    assert ["Enzo Bellandi", "Bellandi"] in groups


def test_a_short_form_and_an_acronym_join_the_body() -> None:
    text = "The Maritime Transport Authority (MTA) fined Monvale Steel Corp. Monvale will appeal, the MTA said."
    groups = named(
        text,
        Maritime_Transport_Authority="Organization",
        MTA="Organization",
        Monvale_Steel_Corp="Company",
        Monvale="Company",
    )
    assert ["Maritime Transport Authority", "MTA", "MTA"] in groups
    assert ["Monvale Steel Corp", "Monvale"] in groups


def test_one_name_has_one_type_by_the_vote_of_all_its_mentions() -> None:
    text = "Okta said. Okta grew. Okta won."
    proposed = [Name(0, 4, {"Company": 0.9}), Name(11, 15, {"Person": 0.6}), Name(22, 26, {"Company": 0.8})]
    assert {name.type for name in mentions.settle(text, proposed)} == {"Company"}


def test_the_gazetteer_wins() -> None:
    text = "Okta said that Okta grew, and okta is a word."
    found = mentions.settle(text, [Name(0, 4, {"Person": 1.0})], {"okta": "Product"})
    assert [(name.start, name.type) for name in found] == [(0, "Product"), (15, "Product")]


def test_edges_are_cleaned() -> None:
    text = "“the Acme’s” plan"
    assert [name.text for name in mentions.settle(text, [Name(0, 12, {"Company": 1.0})])] == ["Acme"]


def test_an_entity_bears_its_fullest_name_and_the_others_as_aliases() -> None:
    text = "Chairman Ann Lee spoke. Lee left."
    group = entities.join(mentions.settle(text, [Name(0, 16, {"Person": 1.0})]))[0]
    entity = entities.entity(0, group)
    assert entity.name == "Ann Lee"
    assert set(entity.aliases) == {"Chairman Ann Lee", "Lee"}
    assert [text[m.start : m.end] for m in entity.mentions] == ["Chairman Ann Lee", "Lee"]


def test_a_name_cut_at_a_hyphen_or_an_apostrophe_is_put_together() -> None:
    text = "Gwen Price-Okoro met Tom O'Dea on the Riga-Oslo train."
    groups = named(text, Gwen_Price="Person", Okoro="Company", Tom_O="Person", Dea="Person", Riga="Place", Oslo="Place")
    assert groups == [["Gwen Price-Okoro"], ["Tom O'Dea"], ["Riga"], ["Oslo"]]


def test_a_handle_joins_the_person_whose_names_it_runs_together() -> None:
    text = 'Gwen Okoro left. "Bye," @GwenOkoro wrote.'
    assert named(text, Gwen_Okoro="Person", GwenOkoro="Company") == [["Gwen Okoro", "GwenOkoro"]]


def test_a_title_alone_is_nobodys_name() -> None:
    assert named("Yes, Sir, said Judge.", Sir="Person", Judge="Person") == [["Judge"]]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Acme, formerly known as Bolt, fell.", True),
        ("Acme (formerly Bolt) fell.", True),
        ("Acme has changed its name to Bolt.", True),
        ("Acme, formerly Bolt's rival, fell.", False),
        ("Acme bought Bolt.", False),
    ],
)
def test_an_old_and_a_new_name_are_one_where_the_text_says_so(text: str, one: bool) -> None:
    names = [Name(text.index(name), text.index(name) + 4, {"Company": 1.0}) for name in ("Acme", "Bolt")]
    groups = entities.also_known(text, entities.join(mentions.settle(text, names)))
    assert [[name.text for name in group] for group in groups] == ([["Acme", "Bolt"]] if one else [["Acme"], ["Bolt"]])
