"""The documentation site: every page is found from its navigation, and its reference leaves nothing out."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from api.settings import PREFIX, Settings
from docs.building.__main__ import MADE, write_site
from docs.building.pages import ROOT, linked, places
from graph import queries

TOOL = ROOT / ".build" / "documentation" / "tools" / "bin" / "zensical"
LINK = re.compile(r"\]\((?!\w+:|#)([^)\s#]+)")
LOADED = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=["']?(?:https?:)?//[^"'>\s]+""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the tool sets, the notebooks as they are kept."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, run_notebooks=False)
    return folder


def entries(site: Path) -> list[str]:
    """The pages that the navigation leads to."""
    sections = tomllib.loads((site / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    return [page for section in sections for pages in section.values() for entry in pages for page in entry.values()]


def page(site: Path, name: str) -> str:
    return (site / "pages" / name).read_text(encoding="utf-8")


def test_the_navigation_leads_to_every_page_once(site: Path) -> None:
    written = sorted(path.relative_to(site / "pages").as_posix() for path in (site / "pages").rglob("*.md"))
    assert sorted(entries(site)) == written
    assert set(places().values()) | set(MADE) == set(written)
    assert {"index.md", "tutorial.md", "recipes.md", "graph-model.md", "notebooks/02-cypher-tour.md"} <= set(written)


def test_links_between_pages_and_to_files_of_the_repository_lead_somewhere(site: Path) -> None:
    for path in (site / "pages").rglob("*.md"):
        prose = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in LINK.findall(prose):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_a_link_to_what_is_not_there_is_no_page_of_the_site(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        linked("[here](nowhere.md)", "docs/index.md", tmp_path)


def test_code_is_left_as_it_is(tmp_path: Path) -> None:
    code = "```md\n[here](nowhere.md)\n```\n"
    assert linked(code, "docs/index.md", tmp_path) == code


def test_the_reference_has_every_query_with_its_parameters_and_columns(site: Path) -> None:
    for name in queries.names():
        query = queries.query(name)
        text = page(site, "reference/queries.md" if query.mode == "read" else "reference/writing-queries.md")
        section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
        assert query.doc in section
        assert all(f"`${parameter.name}`" in section for parameter in query.params), name
        assert all(f"`{column}`" in section for column in query.columns), name


def test_the_reference_has_every_setting_and_every_command(site: Path) -> None:
    assert all(f"`{PREFIX}{name.upper()}`" in page(site, "reference/settings.md") for name in Settings.model_fields)
    commands = page(site, "reference/command-line.md")
    assert all(f"\n## {name}\n" in commands for name in ("demo", "load", "claims", "consensus", "verify", "copy"))
    assert "\n### keys create\n" in commands


def test_the_tool_builds_it_with_every_link_right_and_nothing_loaded_from_outside(site: Path) -> None:
    if not TOOL.exists():
        pytest.skip("needs the site's tool, which `make docs` installs")
    command = [TOOL, "build", "--strict", "--config-file", site / "zensical.toml"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = list((site / "site").rglob("*.html"))
    assert len(pages) > len(entries(site))
    assert not [found for path in pages for found in LOADED.findall(path.read_text(encoding="utf-8"))]
