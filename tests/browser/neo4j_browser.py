"""Neo4j Browser as its user sees it: an editor, frames with drawings and guides, saved queries."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from neo4j_server import Neo4jServer
from playwright.sync_api import Locator, Page, expect

_AT_REST = """() => {
    const now = [...document.querySelectorAll('g.node')].map(node => node.getAttribute('transform')).join();
    const before = window.drawnBefore;
    window.drawnBefore = now;
    return now !== '' && now === before;
}"""
_DROP = """([element, name, content]) => {
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    element.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer}));
}"""


@dataclass(frozen=True, slots=True)
class Neo4jBrowser:
    """A page on which somebody is logged in."""

    page: Page

    @classmethod
    def opened(cls, page: Page, server: Neo4jServer) -> Neo4jBrowser:
        """Log in by hand."""
        page.goto(f"{server.http}/browser/")
        page.get_by_test_id("bolt-scheme-select").select_option("bolt://")
        page.get_by_test_id("boltaddress").fill(server.uri.removeprefix("bolt://"))
        page.get_by_test_id("username").fill(server.user)
        page.get_by_test_id("password").fill(server.password)
        page.get_by_test_id("connect").click()
        opened = cls(page)
        expect(opened.command).to_contain_text(":play start")  # Browser runs this by itself, in the end
        return opened

    @property
    def frame(self) -> Locator:
        """The newest result."""
        return self.page.get_by_test_id("frame").first

    @property
    def command(self) -> Locator:
        """What the newest result is the result of."""
        return self.frame.get_by_test_id("frameCommand")

    @property
    def editor(self) -> Locator:
        """What is typed in, without its prompt."""
        return self.page.locator("#monaco-main-editor .view-lines")

    def run(self, command: str) -> Locator:
        """Type a command and run it; its frame is there when this returns."""
        self.page.locator("#monaco-main-editor").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(command)
        return self.run_typed(command.split()[-1])

    def run_typed(self, ending: str) -> Locator:
        """Run what is in the editor, once it ends like this."""
        expect(self.editor).to_contain_text(ending)
        self.page.get_by_test_id("editor-Run").click()
        expect(self.command).to_contain_text(ending)
        return self.frame

    def drawn(self, colour: str) -> set[str]:
        """The captions of the nodes that are filled with a colour, once the drawing has come to rest."""
        self.page.wait_for_function(_AT_REST, polling=500)
        captions = self.frame.locator(f'g.node:has(circle[fill="{colour}"])')
        return {" ".join(node.locator("text.caption").all_text_contents()).strip() for node in captions.all()}

    def drop(self, name: str, content: bytes) -> None:
        """Drag a file onto the window."""
        target = self.page.locator(".filedrop").element_handle()
        self.page.evaluate(_DROP, [target, name, base64.b64encode(content).decode()])

    def save(self, picture: Path) -> None:
        """Save a picture of the newest result, as large as the page."""
        self.frame.get_by_role("button", name="Fullscreen").click()
        self.frame.get_by_label("zoom-to-fit").click()
        self.page.wait_for_function(_AT_REST, polling=500)
        self.page.screenshot(path=picture)
