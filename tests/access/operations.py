"""Every operation of the API, with a valid request for it, and what comes of asking."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from api.platform.openapi import operations
from tests.access.requests import BODIES, FILES, FORMS, HEADERS, IN_THE_PATH, QUERIES, SPECIAL
from tests.access.walk import Records
from tests.hub.signing import signed


@dataclass(frozen=True)
class Operation:
    """An operation of the API as its document describes it."""

    id: str
    method: str
    path: str
    takes_reason: bool

    @property
    def is_write(self) -> bool:
        return self.method != "GET"

    def request(self, records: Records) -> dict[str, Any]:
        """The arguments of ``client.request`` for a valid request."""
        request: dict[str, Any] = {"method": self.method, "url": self._url(records), "headers": {"If-Match": "*"}}
        request["headers"] |= {"Tus-Resumable": "1.0.0"} | HEADERS.get(self.id, {})
        if self.id in FILES:
            return request | {"files": FILES[self.id]}
        if self.id in FORMS:
            return request | {"data": FORMS[self.id]}
        if self.id in BODIES:
            return request | {"json": {name: records.key_of(value) for name, value in BODIES[self.id].items()}}
        return request | ({"json": {"reason": "Agreed at the meeting."}} if self.takes_reason else {})

    def _url(self, records: Records) -> str:
        url = self.path.removeprefix("/api/v1")
        for name in [part[1:-1] for part in self.path.split("/") if part.startswith("{")]:
            called = SPECIAL.get(self.id, {}).get(name) or self._of_minutes(name)
            called = called or IN_THE_PATH.get(name) or self._item()
            url = url.replace(f"{{{name}}}", called[1:] if called.startswith("=") else records.keys[called])
        return url + QUERIES.get(self.id, "")

    def _of_minutes(self, name: str) -> str | None:
        """Minutes and decisions are of a meeting that circulated them."""
        of_circulated = {"meeting_id": "circulated meeting", "item_id": "item with minutes"}
        return of_circulated.get(name) if {"minutes", "decisions"} & set(self.path.split("/")) else None

    def _item(self) -> str:
        return "proposal" if "/agenda-" in self.path else "workplan item"


def all_operations(app: FastAPI) -> Iterator[Operation]:
    """Every operation that the app really serves, from its routes rather than from its document."""
    document = app.openapi()
    for path, method, route in operations(app):
        described = document["paths"][path][method]
        yield Operation(route.operation_id, method.upper(), path, _takes_reason(document, described))


def _takes_reason(document: dict[str, Any], described: dict[str, Any]) -> bool:
    schema = described.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    names = [part["$ref"].rsplit("/", 1)[1] for part in [schema, *schema.get("anyOf", [])] if "$ref" in part]
    return any("reason" in document["components"]["schemas"][name]["properties"] for name in names)


@asynccontextmanager
async def undone(connection: AsyncConnection) -> AsyncIterator[None]:
    """What happens inside is rolled back, so that each request meets the same world."""
    savepoint = await connection.begin_nested()
    yield
    await savepoint.rollback()


async def audit_entries(connection: AsyncConnection) -> int:
    """How many entries the audit trail has."""
    return int((await connection.execute(text("SELECT count(*) FROM audit_entries"))).scalar_one())


async def asked(client: httpx.AsyncClient, operation: Operation, records: Records, who: str) -> httpx.Response:
    """The answer that ``who`` gets."""
    request = operation.request(records)
    request["headers"] |= records.world.headers(who)
    client.cookies.clear()
    if operation.id == "hearFromHub":
        request |= signed(request.pop("json"), headers=request["headers"])
    if operation.id == "refreshSession":
        request["headers"]["Cookie"] = f"champions_refresh={records.keys['refresh token']}"
    return await client.request(**request)
