"""A graph folder → the viewer's pictures in `docs/pictures/`: python docs/pictures.py [GRAPH].

Needs Chromium and playwright. The window and the layout are the same each time, so the pictures change only
when the graph or the viewer does.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from graph.exports.catalog import export
from graph.folder import load_folder

PICTURES = Path(__file__).parent / "pictures"
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update".split()


def take(page: Any, target: Path) -> None:
    """The viewer with all facts, with one fact open, and in the dark with one entity open."""
    page.goto(target.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.screenshot(path=PICTURES / "viewer.png")
    page.evaluate(
        """() => {
            const all = newsgraph.data.facts.map((fact, at) => [fact, at]);
            const told = all.filter(([fact]) => fact.status !== "asserted");
            told.sort((a, b) => b[0].known.length - a[0].known.length || a[1] - b[1]);
            newsgraph.tellFact((told[0] || [null, 0])[1]);
        }"""
    )
    page.wait_for_timeout(600)
    page.screenshot(path=PICTURES / "viewer-fact.png")
    page.keyboard.press("Escape")
    page.click("#theme")
    page.fill("#search", "openai")
    page.keyboard.press("Enter")
    page.fill("#search", "")
    page.wait_for_timeout(600)
    page.screenshot(path=PICTURES / "viewer-dark.png")


def main() -> None:
    """Write the page of the graph to a temporary folder and take its pictures."""
    graph = load_folder(Path(sys.argv[1] if len(sys.argv) > 1 else "newsgraph-data"))
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "view.html"
        export(graph, "html", target)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
        take(context.new_page(), target)
        browser.close()


if __name__ == "__main__":
    main()
