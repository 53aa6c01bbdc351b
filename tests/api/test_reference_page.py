"""The OpenAPI document and the pages drawn from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from local_client import TestClient

from api.pages.markdown import markdown


def operations(client: TestClient) -> Iterator[tuple[str, str, dict]]:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def test_the_addresses_are_those_that_were_promised(client: TestClient) -> None:
    assert {(method, path) for method, path, _ in operations(client)} == {
        ("post", "/v1/documents"),
        ("get", "/v1/documents"),
        ("get", "/v1/resolution/candidates"),
        ("get", "/v1/doctor"),
        ("get", "/v1/resolution/judgements"),
        ("post", "/v1/resolution/judgements"),
        ("delete", "/v1/resolution/judgements/{judgement_id}"),
        ("get", "/v1/documents/{document_id}"),
        ("delete", "/v1/documents/{document_id}"),
        ("get", "/v1/documents/{document_id}/annotations"),
        ("get", "/v1/jobs"),
        ("get", "/v1/jobs/{job_id}"),
        ("get", "/v1/jobs/{job_id}/events"),
        ("get", "/v1/entities/{reference}"),
        ("get", "/v1/entities/{reference}/neighbors"),
        ("get", "/v1/claims"),
        ("get", "/v1/claims/{claim_id}"),
        ("get", "/v1/pairs"),
        ("get", "/v1/paths"),
        ("get", "/v1/subgraph"),
        ("get", "/v1/entities/{reference}/peers"),
        ("get", "/v1/entities/{reference}/views"),
        ("get", "/v1/entities/{reference}/timeline"),
        ("get", "/v1/entities/{reference}/consensus"),
        ("get", "/v1/search"),
        ("get", "/v1/suggest"),
        ("post", "/v1/resolve"),
        ("post", "/v1/cypher"),
        ("get", "/health/live"),
        ("get", "/health/ready"),
        ("get", "/v1/stats"),
    }


def test_every_address_parameter_and_answer_is_described(client: TestClient) -> None:
    for method, path, operation in operations(client):
        where = f"{method} {path}"
        assert operation["description"].endswith("."), where
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", operation["operationId"]), where
        assert all(given.get("description") for given in operation.get("parameters", [])), where
        assert all(answer["description"] for answer in operation["responses"].values()), where
        assert "default" in operation["responses"], where
        assert "HTTPValidationError" not in str(operation), where


def test_every_field_of_every_model_is_described(client: TestClient) -> None:
    for name, schema in client.get("/openapi.json").json()["components"]["schemas"].items():
        assert schema.get("description") or "enum" in schema or "data" in schema["properties"], name
        for field, about in schema.get("properties", {}).items():
            assert about.get("description") or "$ref" in about or field == "data", f"{name}.{field}"


def test_every_reference_in_the_document_leads_somewhere(client: TestClient) -> None:
    document = client.get("/openapi.json")
    known = document.json()["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", document.text)) <= set(known)


def test_failures_are_documented_as_problems(client: TestClient) -> None:
    for _, path, operation in operations(client):
        for status, answer in operation["responses"].items():
            if not status.startswith("2"):
                assert list(answer["content"]) == ["application/problem+json"], path


def test_the_reference_shows_every_address_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs")
    for _, path, operation in operations(client):
        assert path in page.text
        assert f'id="{operation["operationId"]}"' in page.text
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page.text)
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_links_within_the_reference_lead_somewhere(client: TestClient) -> None:
    page = client.get("/docs").text
    targets = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= targets
    for path in set(re.findall(r'href="(/[^"]+)"', page)):
        assert client.get(path).status_code == 200, path


def test_the_front_door_leads_to_the_reference(client: TestClient) -> None:
    assert client.get("/").url.path == "/docs"


def test_the_reference_in_the_docs_is_that_of_the_api(client: TestClient) -> None:
    kept = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    assert kept == markdown(client.app.openapi()), "make docs"
