"""The OpenAPI document: who may call each operation, and the problems it may answer with."""

from collections.abc import Iterator
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts

from api.platform.problems import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidInput,
    NotAcceptable,
    NotFound,
    PayloadTooLarge,
    PreconditionRequired,
    Problem,
    ProblemBody,
    StaleRecord,
    TooManyRequests,
    Unauthenticated,
    Unavailable,
    described,
)
from api.platform.rates import AtMost

_DESCRIPTION = """The API of the Champion countries Initiative's working platform.

Errors are problems (RFC 9457) with a stable `type` and a pointer for each faulty field. Lists answer
`{"items": […], "next": …}`; send `next` as `cursor`. Records carry an `ETag`; send it in `If-Match` to change or delete one.
Send an `Idempotency-Key` with a POST to be able to repeat it. What is offered in several forms is chosen with `Accept` or `?format=`,
and comes under a file name in `Content-Disposition`. `x-access` states who may call an operation."""


class StatesAccess(Protocol):
    """A dependency that states who may call a route."""

    @property
    def x_access(self) -> dict[str, Any]:
        """The permission and the roles that hold it."""
        ...


def operations(app: FastAPI) -> Iterator[tuple[str, str, Any]]:
    """Each operation of the API as path, method and route."""
    for context in iter_route_contexts(app.routes):
        if isinstance(context.original_route, APIRoute) and context.include_in_schema:
            for method in sorted(context.methods or ()):
                yield str(context.path_format), method.lower(), context


def access_of(route: Any) -> dict[str, Any]:
    """What ``route`` states about who may call it; ``LookupError`` where it states nothing."""
    stated: list[dict[str, Any]] = [call.x_access for call in _calls(route.dependant) if hasattr(call, "x_access")]
    if len({access["permission"] for access in stated}) != 1:
        raise LookupError(f"{route.path} must state exactly one permission; it states {len(stated)}.")
    return stated[0]


def _calls(dependant: Dependant) -> Iterator[Any]:
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from _calls(dependency)


def install(app: FastAPI) -> None:
    """Let ``app.openapi`` make the complete document, once. Fails where a route does not say who may call it."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description=_DESCRIPTION,
        routes=app.routes,
        tags=app.openapi_tags,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        contact={"name": "Secretariat of the UN Network on Migration"},
        servers=[{"url": "/", "description": "This installation"}],
    )
    schemas = document["components"]["schemas"]
    schemas["Problem"] = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= schemas["Problem"].pop("$defs", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    shared = document["components"].setdefault("responses", {})
    for path, method, route in operations(app):
        operation = document["paths"][path][method]
        operation["x-access"] = access_of(route)
        operation["responses"].pop("422", None)
        for kind in _problems(path, method, operation, list(_calls(route.dependant))):
            shared[kind.__name__] = described(kind)
            operation["responses"][str(int(kind.status))] = {"$ref": f"#/components/responses/{kind.__name__}"}
        for status, answer in operation["responses"].items():
            if status >= "400" and "application/json" in answer.get("content", {}):  # a problem that says more
                answer["content"]["application/problem+json"] = answer["content"].pop("application/json")
    return document


def _problems(path: str, method: str, operation: dict[str, Any], calls: list[Any]) -> list[type[Problem]]:
    named = {parameter["name"] for parameter in operation.get("parameters", [])}
    possible: list[type[Problem]] = [BadRequest, Unauthenticated, Forbidden, Unavailable]
    if named or "requestBody" in operation:
        possible.append(InvalidInput)
    if "{" in path:
        possible.append(NotFound)
    if len(operation["responses"].get("200", {}).get("content", {})) > 1:
        possible.append(NotAcceptable)
    if method != "get":
        possible += [Conflict, PayloadTooLarge]
    if "If-Match" in named or "if-match" in named:
        possible += [StaleRecord, PreconditionRequired]
    if path.endswith("/auth/token") or any(isinstance(call, AtMost) for call in calls):
        possible.append(TooManyRequests)
    return possible
