"""Each store, loaded with each graph that questions are asked of."""

from collections.abc import Iterator

import pytest

from graph.records import Graph
from graph.stores import Store
from tests.cypher.crowd import crowd
from tests.cypher.world import world
from tests.samples import seeds
from tests.stores.kinds import KINDS, open_kind


@pytest.fixture(scope="module")
def world_graph() -> Graph:
    return world()


@pytest.fixture(scope="module", params=["world", "crowd", "seeds"])
def asked_graph(request: pytest.FixtureRequest) -> Graph:
    if request.param == "world":
        return world()
    if request.param == "crowd":
        return crowd()
    from graph.build import build

    return build(seeds(), ())


@pytest.fixture(scope="module", params=KINDS)
def asked_store(
    request: pytest.FixtureRequest, asked_graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    yield from _loaded(request, asked_graph, tmp_path_factory)


@pytest.fixture(scope="module", params=KINDS)
def world_store(
    request: pytest.FixtureRequest, world_graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    yield from _loaded(request, world_graph, tmp_path_factory)


def _loaded(request: pytest.FixtureRequest, graph: Graph, folders: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_kind(request.param, request, folders.mktemp("store"))
    try:
        store.load(graph)
        yield store
    finally:
        store.close()
