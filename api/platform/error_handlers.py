"""Turns every error into an RFC 9457 problem."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from psycopg.errors import QueryCanceled
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from api.platform.database import violated_constraint
from api.platform.problems import (
    BadRequest,
    FieldProblem,
    Forbidden,
    InvalidInput,
    NotFound,
    PayloadTooLarge,
    Problem,
    StaleRecord,
    Unavailable,
    constraint_explanations,
)
from api.platform.storage import StorageFailed

_log = structlog.get_logger("problems")

_WAYS_OUT = {
    "extra_forbidden": "This field is not known here. Check its spelling, or leave it out.",
    "missing": "This is needed.",
    "string_too_long": "Use at most {max_length} characters.",
    "string_too_short": "Use at least {min_length} characters.",
    "too_long": "Name at most {max_length}.",
    "too_short": "Name at least {min_length}.",
    "uuid_parsing": "Give a UUID as the service gave it.",
    "json_invalid": "The body is not valid JSON: {error}.",
}


class MethodNotAllowed(Problem):
    """405: the path exists, with other methods."""

    status = HTTPStatus.METHOD_NOT_ALLOWED
    slug = "method-not-allowed"
    title = "This path does not take that method"


class Broken(Problem):
    """500: our fault."""

    status = HTTPStatus.INTERNAL_SERVER_ERROR
    slug = "broken"
    title = "Something broke on our side"


_FOR_STATUS: dict[int, type[Problem]] = {
    400: BadRequest,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    413: PayloadTooLarge,
}


def install(app: FastAPI) -> None:
    """Register the handlers on ``app``."""
    app.add_exception_handler(Problem, lambda request, error: answer(request, _as(Problem, error)))
    app.add_exception_handler(
        RequestValidationError, lambda request, error: answer(request, _invalid(_as(RequestValidationError, error)))
    )
    app.add_exception_handler(
        HTTPException, lambda request, error: answer(request, _from_http(_as(HTTPException, error)))
    )
    app.add_exception_handler(
        IntegrityError,
        lambda request, error: answer(request, constraint_explanations.problem_for(violated_constraint(error))),
    )
    app.add_exception_handler(
        StaleDataError,
        lambda request, _: answer(request, StaleRecord("Read the record again and put your change on top.")),
    )
    app.add_exception_handler(
        ClientDisconnect,
        lambda request, _: answer(request, BadRequest("The line broke before the request was complete.")),
    )
    app.add_exception_handler(PoolTimeout, lambda request, _: answer(request, _busy()))
    app.add_exception_handler(
        StorageFailed,
        lambda request, error: answer(request, _storage_failed(error)),
    )
    app.add_exception_handler(OperationalError, _database_failed)
    app.add_exception_handler(DBAPIError, _database_failed)
    app.add_exception_handler(Exception, _broken)


def answer(request: Request, problem: Problem) -> Response:
    """``problem`` as ``application/problem+json``."""
    return JSONResponse(
        problem.body(getattr(request.state, "request_id", None)),
        status_code=int(problem.status),
        headers={"Cache-Control": "no-store", **problem.headers},
        media_type="application/problem+json",
    )


def _as(kind: type[Any], error: Exception) -> Any:
    assert isinstance(error, kind)
    return error


def _busy() -> Unavailable:
    return Unavailable("The service is busy. Try again in a few seconds.", headers={"Retry-After": "5"})


def _storage_failed(error: Exception) -> Unavailable:
    _log.error("storage failed", error=str(error))
    return Unavailable("The files cannot be reached. Nothing was saved; try again.", headers={"Retry-After": "5"})


async def _database_failed(request: Request, error: Exception) -> Response:
    if isinstance(getattr(error, "orig", None), QueryCanceled):
        return answer(request, Unavailable("That took too long. Narrow the filters and try again."))
    if isinstance(error, OperationalError) or getattr(error, "connection_invalidated", False):
        _log.warning("database unreachable", error=str(error))
        return answer(
            request,
            Unavailable("The database cannot be reached. Nothing was saved; try again.", headers={"Retry-After": "5"}),
        )
    return await _broken(request, error)


async def _broken(request: Request, error: Exception) -> Response:
    _log.error("unexpected", exc_info=error, path=request.url.path)
    return answer(
        request, Broken("Nothing was saved. Try again, and tell the secretariat the request_id if it goes on.")
    )


def _from_http(error: HTTPException) -> Problem:
    kind = _FOR_STATUS.get(error.status_code, BadRequest)
    detail = {
        404: "There is nothing at this address.",
        405: "See the API's description for the methods of this path.",
        413: "The body is larger than this service reads. Send less at once.",
    }.get(error.status_code, str(error.detail))
    return kind(detail, headers=dict(error.headers or {}))


def _invalid(error: RequestValidationError) -> Problem:
    faults = [_field(fault) for fault in error.errors()]
    if any(fault["type"] == "json_invalid" for fault in error.errors()):
        return BadRequest(faults[0].detail)
    return InvalidInput(f"{_counted(len(faults))}: see errors.", errors=faults)


def _counted(faults: int) -> str:
    return "One field needs mending" if faults == 1 else f"{faults} fields need mending"


def _field(fault: dict[str, Any]) -> FieldProblem:
    place: Sequence[str | int] = fault["loc"]
    code = fault["type"]
    context = fault.get("ctx", {})
    detail = _WAYS_OUT[code].format(**context) if code in _WAYS_OUT else fault["msg"]
    if place[0] == "body":
        pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in place[1:])
        return FieldProblem(pointer=pointer, code=code, detail=detail)
    return FieldProblem(parameter=str(place[1] if len(place) > 1 else place[0]), code=code, detail=detail)
