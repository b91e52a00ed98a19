"""Which store to ask: the embedded copy of a graph's folder, or a Neo4j server."""

from pathlib import Path

from graph.progress import Progress
from graph.records import Graph
from graph.stores import Store


def open_store(
    folder: Path,
    uri: str | None = None,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    progress: Progress | None = None,
) -> Store:
    """The store to ask: the server at `uri` where one is given, else the embedded copy of the graph in `folder`.

    What is not given of a server comes from its own defaults. GraphError where the folder holds no graph,
    StoreError where neither engine nor server can be reached.
    """
    if uri is not None:
        from graph.stores.neo4j import open_neo4j

        return open_neo4j(uri, user=user, password=password, database=database)
    from graph.stores.embedded import open_embedded

    return open_embedded(folder, lambda: _held(folder), progress)


def _held(folder: Path) -> Graph:
    from graph.folder import load_folder

    return load_folder(folder)
