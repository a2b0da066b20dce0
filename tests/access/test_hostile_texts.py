"""Every operation that takes text meets text that was made to deceive or to break: none answers with a 5xx or keeps it as it came."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.access.expected import EXPECTED, WHO
from tests.access.operations import Operation, all_operations, undone
from tests.access.walk import Records
from tests.conftest import RolledBackDatabase
from tests.factories.world import World
from tests.hub.signing import signed

pytestmark = pytest.mark.anyio

DECEIVING = "\u202eAn invoice\u2066 \u200bfdp.exe\ufeff\u2069\u202c"
UNWRITABLE = "nul\u0000l and a lone \ud83d surrogate"
_LEFT = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]")


def texts_of(document: dict[str, Any], operation: Operation) -> Iterator[str]:
    """The names of the fields of a body that take any text."""
    content = document["paths"][operation.path][operation.method.lower()].get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    for part in (schema, *schema.get("anyOf", [])):
        if "$ref" in part:
            properties = document["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]["properties"]
            yield from (name for name, described in properties.items() if _is_text(described))


def _is_text(described: dict[str, Any]) -> bool:
    choices = described.get("anyOf", [described])
    return any(
        choice.get("type") == "string" and not {"enum", "const", "format", "pattern"} & choice.keys()
        for choice in choices
    )


def sent_with(operation: Operation, records: Records, names: list[str], text: str) -> dict[str, Any]:
    """A valid request but for ``text`` in the fields ``names``, by somebody who may make it."""
    request = operation.request(records)
    body = request.pop("json", {}) | dict.fromkeys(names, text)
    who = next(who for column, who in reversed(WHO.items()) if EXPECTED[operation.id][column] == "ok")
    headers = request["headers"] | records.world.headers(who) | {"Content-Type": "application/json"}
    if operation.id == "hearFromHub":
        return request | signed(body, headers=headers)
    return request | {"headers": headers, "content": json.dumps(body)}


@pytest.fixture
async def records(session: AsyncSession, world: World, app: FastAPI) -> Records:
    return await Records.make(session, world, app.state.storage)


async def test_no_text_deceives_and_none_breaks_the_service(
    app: FastAPI, client: httpx.AsyncClient, database: RolledBackDatabase, records: Records
) -> None:
    document, kept, wrong = app.openapi(), 0, []
    for operation in all_operations(app):
        names = list(texts_of(document, operation))
        if not names or "ok" not in EXPECTED[operation.id].values():
            continue
        for text in (DECEIVING, UNWRITABLE):
            async with undone(database.connection):
                answer = await client.request(**sent_with(operation, records, names, text))
            said = (
                f"{operation.id} ({', '.join(names)}) answers {text!a} with {answer.status_code}: {answer.text[:200]}"
            )
            is_refused = answer.is_client_error
            if text == UNWRITABLE and not is_refused:
                wrong.append(said)
            if text == DECEIVING and (not (answer.is_success or is_refused) or _LEFT.search(answer.text)):
                wrong.append(said)
            kept += answer.is_success
    assert wrong == []
    assert kept > 60, "Most of what deceives is taken, neutralised: else this test proves little."
