"""Draws docs/pictures/neo4j-browser.png: `python -m docs.neo4j_picture`; needs Java, Maven and Chromium.

A real Neo4j is started from published jars, loaded with the graph of the seeds, and Neo4j Browser is driven.
"""

import tempfile
from pathlib import Path

from graph import folder
from graph.stores.neo4j import open_neo4j
from tests.conftest import PASSWORD, Server
from tests.neo4j import server as jars
from tests.neo4j.chromium import dress, opened

PICTURE = Path(__file__).parent / "pictures" / "neo4j-browser.png"


def main() -> None:
    """Load `newsgraph-data` (see `newsgraph build seeds`), run the first query, take the picture."""
    with tempfile.TemporaryDirectory() as home, jars.server(Path(home) / "neo4j", password=PASSWORD) as running:
        server = Server(running.bolt_uri, "neo4j", PASSWORD, running.http_uri)
        store = open_neo4j(*server[:3])
        store.load(folder.load_folder(Path("newsgraph-data")))
        store.close()
        with opened(server, 1400, 760) as page:
            dress(page)
            page.click("[data-testid=editor-Run]")
            page.wait_for_selector("svg circle.b-outline", timeout=60_000)
            page.wait_for_timeout(4000)
            page.screenshot(path=str(PICTURE))


if __name__ == "__main__":
    main()
