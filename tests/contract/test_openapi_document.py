"""The committed OpenAPI document is the contract: complete, readable, and what the service really offers."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from api.access.permissions import Role
from api.main import create_app
from api.platform.documents.answers import Form
from api.platform.openapi import operations
from api.settings import Settings

COMMITTED = Path(__file__).parents[2] / "openapi" / "openapi.json"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(Settings(_env_file=None)).openapi()


def described(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_the_committed_document_is_what_the_service_offers(document: dict[str, Any]) -> None:
    committed = json.loads(COMMITTED.read_text(encoding="utf-8"))

    assert committed == json.loads(json.dumps(document)), "Run `make openapi` and look at the difference."


def test_no_route_is_missing_from_the_document(document: dict[str, Any]) -> None:
    routes = {(path, method) for path, method, _ in operations(create_app(Settings(_env_file=None)))}

    assert routes == {(path, method) for path, method, _ in described(document)}


def test_operation_ids_are_unique_and_readable(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in described(document)]

    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert [name for name in ids if not re.fullmatch(r"[a-z][A-Za-z]+", name)] == []


def test_no_two_schemas_have_one_name(document: dict[str, Any]) -> None:
    """FastAPI tells such twins apart by their modules; the SDK's generator does not, and leaves out what uses them."""
    schemas = document["components"]["schemas"]
    titles = [schema.get("title", name) for name, schema in schemas.items()]
    assert [name for name in schemas if "__" in name] == []
    assert [title for title in titles if titles.count(title) > 1] == []


def test_every_operation_states_who_may_call_it(document: dict[str, Any]) -> None:
    unstated = [
        operation["operationId"]
        for _, _, operation in described(document)
        if not operation.get("x-access", {}).get("roles")
    ]

    assert unstated == []


def test_what_is_made_anew_for_the_world_is_not_made_without_end(document: dict[str, Any]) -> None:
    made = {form.media_type for form in (Form.PDF, Form.DOCX, Form.XLSX, Form.PNG, Form.ZIP)}
    unbounded = [
        operation["operationId"]
        for _, _, operation in described(document)
        if Role.PUBLIC in operation["x-access"]["roles"]
        and made & operation["responses"].get("200", {}).get("content", {}).keys()
        and "429" not in operation["responses"]
    ]

    assert unbounded == []


def test_record_schemas_begin_with_id_and_revision(document: dict[str, Any]) -> None:
    """The entity tag is read from the head of the body."""
    records = {name: list(schema.get("properties", {})) for name, schema in document["components"]["schemas"].items()}
    heads = {name: fields[:2] for name, fields in records.items() if "revision" in fields}

    assert heads
    assert {name: head for name, head in heads.items() if head != ["id", "revision"]} == {}


def test_examples_fit_their_schemas(document: dict[str, Any]) -> None:
    contract = jsonschema_rs.Registry([("urn:contract", document)])
    schemas = json.loads(json.dumps(document["components"]["schemas"]).replace('"#/', '"urn:contract#/'))
    faults = []
    for name, schema in schemas.items():
        for place, part in [
            (name, schema),
            *((f"{name}.{field}", value) for field, value in schema.get("properties", {}).items()),
        ]:
            validator = jsonschema_rs.Draft202012Validator(part, registry=contract)
            faults += [
                f"{place}: {fault.message}"
                for example in part.get("examples", [])
                for fault in validator.iter_errors(example)
            ]

    assert faults == []
