"""The laws of the graph, over invented articles."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from extract import ontology
from extract.records import Extraction
from graph import changes, facts, folder, names, rows
from graph.build import build
from graph.check import check
from graph.judgements import Judgement, Member, different, same, withdraw
from graph.network import network
from graph.records import Graph
from graph.report import ONE_END, report
from graph.resolve import resolve
from tests.graph.invented import BODIES, PEOPLE, folders
from tests.samples import seeds

ORDER = st.randoms(use_true_random=False)


def written(graph: Graph) -> bytes:
    with TemporaryDirectory() as place:
        folder.save_graph(Path(place), graph)
        return (Path(place) / folder.GRAPH).read_bytes()


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Judgements that hold apart, which never contradict each other, and at most one that joins."""
    found = []
    for verdict in draw(st.lists(st.sampled_from([same, different, different]), max_size=3)):
        family, choice = draw(st.sampled_from([("Person", PEOPLE), ("Organization", BODIES)]))
        one, other = draw(st.lists(st.sampled_from(choice), min_size=2, max_size=2, unique=True))
        if verdict is same and any(j.verdict == "same" for j in found):
            continue
        article = draw(st.sampled_from([None, "story-0"])) if verdict is different else None
        found.append(verdict(Member(family=family, name=one), Member(family=family, name=other, article=article)))
    joined = {m for j in found if j.verdict == "same" for m in j.members}
    return [
        j
        for j in found
        if j.verdict == "same" or not joined & {m.model_copy(update={"article": None}) for m in j.members}
    ]


@given(folders(), judgements(), ORDER)
def test_any_order_of_articles_and_judgements_gives_the_same_bytes(
    told: list[Extraction], decided: list[Judgement], order: Random
) -> None:
    before = written(build(told, decided))
    order.shuffle(told)
    order.shuffle(decided)
    assert written(build(told, decided)) == before


def test_any_order_of_the_seeds_gives_the_same_bytes() -> None:
    first, *rest = seeds()
    assert written(build(seeds())) == written(build([*rest, first])) == written(build(reversed(seeds())))


@given(folders())
def test_a_second_build_changes_nothing(told: list[Extraction]) -> None:
    assert changes.diff(build(told), build(told)) == changes.Changes()
    assert written(build(told)) == written(build([*told, *told]))


@given(folders(), judgements())
def test_withdrawing_an_article_leaves_the_graph_that_never_had_it(
    told: list[Extraction], decided: list[Judgement]
) -> None:
    gone = withdraw(told[0].article.id)
    assert written(build(told, [*decided, gone])) == written(build(told[1:], decided))


@given(folders(), judgements())
def test_every_graph_is_sound(told: list[Extraction], decided: list[Judgement]) -> None:
    assert check(build(told, decided), told) == []


@given(folders(), judgements())
def test_every_claim_is_in_the_graph_or_counted_as_lost(told: list[Extraction], decided: list[Judgement]) -> None:
    graph = build(told, decided)
    whole = report(told, graph, resolve(told, decided))
    kept = {(one.article, one.start) for edge in graph.edges for one in edge.evidence}
    claims = [(one.article.id, claim.evidence_start) for one in told for claim in one.claims]
    assert len(claims) - len(kept) == sum(whole.rejections.get(ONE_END, {}).values())
    assert kept <= set(claims)


@given(folders())
def test_what_did_not_happen_is_never_told_as_done(told: list[Extraction]) -> None:
    graph = build(told)
    for edge in graph.edges:
        assert {facts.class_of(one.status) for one in edge.evidence} == {facts.class_of(edge.status)}
    status = {entity.id: entity.properties.get("status") for entity in graph.entities}
    for edge in graph.edges:
        if edge.event is not None:
            assert facts.class_of(str(status[edge.event])) == facts.class_of(edge.status)


@given(folders())
def test_what_one_article_tells_as_two_facts_stays_two(told: list[Extraction]) -> None:
    first = told[0]
    told_facts = {
        (claim.type, claim.subject, claim.object, facts.class_of(claim.status), claim.qualifiers)
        for claim in first.claims
        if not ontology.relation(claim.type).symmetric
    }
    edges = [edge for edge in build([first]).edges if not ontology.relation(edge.type).symmetric]
    assert len(edges) == len(told_facts)


@given(folders())
def test_a_copy_of_an_article_adds_sentences_and_no_facts(told: list[Extraction]) -> None:
    told = [one for one in told if all(e.type != "Person" or not names.single(e.name) for e in one.entities)]
    copies = [
        one.model_copy(update={"article": one.article.model_copy(update={"id": f"copy-{one.article.id}"})})
        for one in told
    ]
    once, twice = build(told), build([*told, *copies])
    assert [edge.id for edge in once.edges] == [edge.id for edge in twice.edges]
    assert [2 * len(edge.evidence) for edge in once.edges] == [len(edge.evidence) for edge in twice.edges]


@given(folders())
def test_dates_and_sums_of_a_fact_are_those_of_a_sentence(told: list[Extraction]) -> None:
    for edge in build(told).edges:
        for key, value in edge.qualifiers.given().items():
            assert value in [one.qualifiers.given().get(key) for one in edge.evidence]


@given(folders())
def test_names_of_two_families_never_join(told: list[Extraction]) -> None:
    for members in resolve(told).clusters:
        by_id = {one.article.id: one for one in told}
        families = {ontology.family(by_id[local.article].entities[local.number].type) for local in members}
        assert len(families) == 1


@given(folders())
def test_people_never_join_on_a_single_name_across_articles(told: list[Extraction]) -> None:
    by_id = {one.article.id: one for one in told}
    for members in resolve(told).clusters:
        people = [by_id[local.article].entities[local.number] for local in members]
        if people[0].type == "Person" and any(names.single(one.name) for one in people):
            assert len({local.article for local in members}) == 1


@given(folders(), folders())
@settings(max_examples=50)
def test_the_difference_turns_the_old_rows_into_the_new(old: list[Extraction], new: list[Extraction]) -> None:
    before, after = build(old), build(new)
    nodes, links = changes.apply(rows.nodes(before), rows.links(before), changes.diff(before, after))
    assert {n.id: n for n in nodes} == {n.id: n for n in rows.nodes(after)}
    assert {x.id: x for x in links} == {x.id: x for x in rows.links(after)}


@given(folders(), judgements())
@settings(max_examples=50)
def test_a_folder_gives_back_what_was_saved_and_undoing_restores_it(
    told: list[Extraction], decided: list[Judgement]
) -> None:
    with TemporaryDirectory() as place:
        path = Path(place)
        folder.save_extractions(path, told[1:])
        folder.save_extractions(path, told[:1])
        graph = folder.rebuild(path)
        assert folder.load_folder(path) == graph == build(told)
        assert folder.load_extractions(path) == tuple(sorted(told, key=lambda one: one.article.id))
        before = (path / folder.GRAPH).read_bytes()
        folder.save_judgements(path, decided)
        assert folder.rebuild(path) == build(told, decided)
        assert folder.load_judgements(path) == tuple(decided)
        folder.save_judgements(path, ())
        folder.rebuild(path)
        assert (path / folder.GRAPH).read_bytes() == before


@given(folders())
@settings(max_examples=30)
def test_the_network_holds_every_row(told: list[Extraction]) -> None:
    graph = build(told)
    whole = network(graph)
    assert set(whole.nodes) == {node.id for node in rows.nodes(graph)}
    assert {key for _, _, key in whole.edges(keys=True)} == {link.id for link in rows.links(graph)}
