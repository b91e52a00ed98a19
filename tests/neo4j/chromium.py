"""Neo4j Browser in headless Chromium: connect, drop a file on the page, run what stands in the editor."""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from graph import browser
from tests.conftest import Server

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_DROP = """([name, data, type]) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, {type}));
    const target = document.querySelector('#mount > div') || document.body;
    for (const kind of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: transfer}));
}"""


def chromium() -> str:
    """The installed browser; a clear skip where there is none, a failure in CI."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        say = "no Chromium here: apt-get install chromium"
        pytest.fail(say) if os.environ.get("CI") else pytest.skip(say)
    return path


@contextmanager
def opened(server: Server, width: int = 1500, height: int = 1000) -> Iterator[Any]:
    """A page of Neo4j Browser, opened by the link that `newsgraph browser` prints, and connected."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = running.new_context(viewport={"width": width, "height": height}).new_page()
        page.goto(browser.link(server.http or "", server.uri, server.user))
        page.fill("[data-testid=password]", server.password, timeout=60_000)
        page.click("[data-testid=connect]")
        page.wait_for_selector("[data-testid=editor-Run]", timeout=60_000)
        page.wait_for_selector("[data-testid=password]", state="detached", timeout=60_000)
        yield page
        running.close()


def drop(page: Any, name: str, data: bytes, kind: str) -> None:
    """Drop a file on the page."""
    page.evaluate(_DROP, [name, base64.b64encode(data).decode("ascii"), kind])


def dress(page: Any) -> None:
    """Drop the style sheet."""
    drop(page, browser.STYLE, browser.style().encode("utf-8"), "")
    page.get_by_text("node.Person").first.wait_for(timeout=30_000)
