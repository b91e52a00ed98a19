"""Our loader against others, on one real Neo4j, in one run: `python -m tests.bench.load` (or `make bench-load`).

10,000 nodes and 20,000 links of the ontology; seconds and ratios; then memory of our side at 100,000 and 200,000.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from cypher import schema, upsert
from graph import folder
from graph.records import Graph
from graph.stores import stamps
from graph.stores.neo4j import BATCH, open_neo4j
from tests.conftest import PASSWORD, Server
from tests.exports.graphs import large
from tests.neo4j import server as jars
from tests.neo4j.clean import clean


def sized(nodes: int, links: int) -> Graph:
    """A graph of about so many nodes and links; every entity is mentioned once, which is a link too."""
    return large(nodes - 500, links - (nodes - 500))


def batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    held = list(rows)
    for start in range(0, len(held), BATCH):
        yield held[start : start + BATCH]


def ours(driver: Driver, server: Server, graph: Graph) -> None:
    store = open_neo4j(server.uri, server.user, server.password)
    store.load(graph)
    store.close()


def bare(driver: Driver, server: Server, graph: Graph) -> None:
    """The limit: UNWIND CREATE of the same rows, one transaction a batch, the constraint in place."""
    with driver.session(database="neo4j") as session:
        for text in schema.statements():
            session.run(text).consume()
        nodes = sorted(stamps.nodes(graph), key=lambda node: node.labels)
        for labels, rows in groupby(nodes, key=lambda node: node.labels):
            for batch in batches({"properties": row.properties} for row in rows):
                text = f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row.properties"
                session.execute_write(lambda tx, text=text, batch=batch: tx.run(text, rows=batch).consume())
        links = sorted(stamps.links(graph), key=lambda link: link.type)
        for kind, found in groupby(links, key=lambda link: link.type):
            for batch in batches({"a": x.start, "b": x.end, "properties": x.properties} for x in found):
                text = (
                    "UNWIND $rows AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) "
                    f"CREATE (a)-[r:{kind}]->(b) SET r = row.properties"
                )
                session.execute_write(lambda tx, text=text, batch=batch: tx.run(text, rows=batch).consume())


def one_by_one(driver: Driver, server: Server, graph: Graph) -> None:
    """MERGE, one row a statement, as many programs do."""
    with driver.session(database="neo4j") as session:
        for text in schema.statements():
            session.run(text).consume()
        for node in stamps.nodes(graph):
            row = {"id": node.id, "properties": node.properties}
            session.run(upsert.merge_nodes(node.labels), rows=[row]).consume()
        for link in stamps.links(graph):
            row = {"id": link.id, "start": link.start, "end": link.end, "properties": link.properties}
            session.run(upsert.merge_links(link.type), rows=[row]).consume()


def graphrag(driver: Driver, server: Server, graph: Graph) -> None:
    """neo4j-graphrag's Neo4jWriter."""
    from neo4j_graphrag.experimental.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.experimental.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    whole = Neo4jGraph(
        nodes=[Neo4jNode(id=n.id, label=n.labels[-1], properties=n.properties) for n in stamps.nodes(graph)],
        relationships=[
            Neo4jRelationship(start_node_id=x.start, end_node_id=x.end, type=x.type, properties=x.properties)
            for x in stamps.links(graph)
        ],
    )
    result = asyncio.run(Neo4jWriter(driver, neo4j_database="neo4j").run(whole))
    if result.status != "SUCCESS":
        raise RuntimeError(str(result.metadata))


def memory(server: Server) -> None:
    """Peak memory of `newsgraph load` at 100,000 nodes and 200,000 links."""
    with tempfile.TemporaryDirectory() as place:
        graph = sized(100_000, 200_000)
        folder.save_graph(Path(place), graph)
        del graph
        clean(server)
        read = "from pathlib import Path; from graph import folder; g = folder.GraphFile(Path(sys.argv[1]))"
        load = "from graph.stores.neo4j import open_neo4j; s = open_neo4j(*sys.argv[2:5]); print(s.load(g)); s.close()"
        # not getrusage: it hands on the peak of the process that started this one
        peak = "print('peak', int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) // 1024)"
        code = f"import sys; {read}; {load}; {peak}"
        begin = time.perf_counter()
        command = [sys.executable, "-c", code, place, *server[:3]]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"\n100,000 nodes, 200,000 links: {out.split('peak ')[0].strip()}")
        print(f"{time.perf_counter() - begin:.0f} s, peak memory of our side {out.split('peak ')[1].strip()} MB")


def main() -> None:
    graph = sized(10_000, 20_000)
    ways: dict[str, Callable[[Driver, Server, Graph], None]] = {
        "bare UNWIND CREATE (the limit)": bare,
        "newsgraph load": ours,
        "row by row MERGE": one_by_one,
        "neo4j-graphrag Neo4jWriter": graphrag,
    }
    with tempfile.TemporaryDirectory() as home, jars.server(Path(home) / "n", password=PASSWORD, heap="2g") as running:
        server = Server(running.bolt_uri, "neo4j", PASSWORD)
        with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
            print(f"{sum(1 for _ in stamps.nodes(graph))} nodes, {sum(1 for _ in stamps.links(graph))} links")
            for way in (bare, ours):  # the server's first run of each is slower
                clean(server)
                way(driver, server, graph)
            taken: dict[str, list[float]] = {}
            # in turn, so that what else the machine does falls on the limit and on us alike
            for name in [*list(ways)[:2] * 3, *list(ways)[2:]]:
                clean(server)
                begin = time.perf_counter()
                try:
                    ways[name](driver, server, graph)
                except Exception as problem:
                    words = " ".join(str(problem).split())
                    reason = "it needs the plug-in APOC" if "apoc." in words else words[:200]
                    print(f"{name:32} does not run on a plain server: {reason}")
                    continue
                taken.setdefault(name, []).append(time.perf_counter() - begin)
            seconds = {name: min(values) for name, values in taken.items()}
            limit = seconds["bare UNWIND CREATE (the limit)"]
            for name, value in seconds.items():
                print(f"{name:32} {value:7.2f} s   {value / limit:6.2f} x the limit")
            begin = time.perf_counter()
            clean(server)
            ours(driver, server, graph)
            begin = time.perf_counter()
            ours(driver, server, graph)
            print(f"{'newsgraph load, nothing changed':32} {time.perf_counter() - begin:7.2f} s")
        memory(server)


if __name__ == "__main__":
    main()
