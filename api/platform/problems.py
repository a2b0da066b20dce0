"""Errors as RFC 9457 problems: a stable ``type``, a sentence that says how to mend it, a pointer for each field."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class FieldProblem(BaseModel):
    """What is wrong with one field of the request."""

    pointer: str | None = Field(default=None, description="JSON pointer (RFC 6901) into the body.", examples=["/title"])
    parameter: str | None = Field(
        default=None, description="Name of the query, path or header parameter.", examples=["sort"]
    )
    code: str = Field(description="Stable word for the kind of fault.", examples=["string_too_long"])
    detail: str = Field(description="What is wrong and how to mend it.", examples=["Use at most 200 characters."])


class ProblemBody(BaseModel):
    """An RFC 9457 problem, sent as ``application/problem+json``."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(
        description="Stable identifier of the kind of problem.", examples=["urn:champions:problem:invalid-input"]
    )
    title: str = Field(description="The kind of problem in a few words.", examples=["The request has mistakes"])
    status: int = Field(description="The HTTP status.", examples=[422])
    detail: str = Field(description="This occurrence, and the way out.", examples=["Mend the fields named in errors."])
    errors: list[FieldProblem] = Field(default_factory=list, description="One entry a faulty field.")
    request_id: str | None = Field(default=None, description="Quote it when asking for help.", examples=["0197f5c2"])


class Problem(Exception):
    """The base of all errors that a caller is told of. ``keeps_writes`` commits what was written before it was raised."""

    status: ClassVar[int] = HTTPStatus.BAD_REQUEST
    slug: ClassVar[str] = "bad-request"
    title: ClassVar[str] = "The request cannot be understood"
    keeps_writes: ClassVar[bool] = False

    def __init__(
        self, detail: str, *, errors: Sequence[FieldProblem] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = list(errors)
        self.headers = dict(headers or {})

    def body(self, request_id: str | None = None) -> dict[str, Any]:
        """The problem as a JSON object."""
        return ProblemBody(
            type=f"urn:champions:problem:{self.slug}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            errors=self.errors,
            request_id=request_id,
        ).model_dump(exclude_none=True)


class BadRequest(Problem):
    """400: malformed beyond naming a field."""


class Unauthenticated(Problem):
    """401: nobody is signed in, or the token is not good."""

    status = HTTPStatus.UNAUTHORIZED
    slug = "unauthenticated"
    title = "Sign in first"

    def __init__(self, detail: str, *, errors: Sequence[FieldProblem] = ()) -> None:
        super().__init__(detail, errors=errors, headers={"WWW-Authenticate": "Bearer"})


class Forbidden(Problem):
    """403: visible to the caller, but not theirs to do."""

    status = HTTPStatus.FORBIDDEN
    slug = "forbidden"
    title = "Not yours to do"


class NotFound(Problem):
    """404: not there, or not for the caller to see."""

    status = HTTPStatus.NOT_FOUND
    slug = "not-found"
    title = "Not found"


class NotAcceptable(Problem):
    """406: not to be had in the form that ``Accept`` asks for."""

    status = HTTPStatus.NOT_ACCEPTABLE
    slug = "not-acceptable"
    title = "Not to be had in this form"


class Conflict(Problem):
    """409: well-formed, but the record's state or another record forbids it."""

    status = HTTPStatus.CONFLICT
    slug = "conflict"
    title = "The record does not allow this now"


class Gone(Problem):
    """410: it was taken away; ``members`` of the problem (RFC 9457, 3.2) say what may still be told of it."""

    status = HTTPStatus.GONE
    slug = "gone"
    title = "This was taken away"

    def __init__(self, detail: str, *, members: Mapping[str, Any]) -> None:
        super().__init__(detail)
        self._members = dict(members)

    def body(self, request_id: str | None = None) -> dict[str, Any]:
        """The problem with its members."""
        return super().body(request_id) | self._members


class StaleRecord(Problem):
    """412: somebody changed the record since the caller read it."""

    status = HTTPStatus.PRECONDITION_FAILED
    slug = "stale-record"
    title = "Somebody changed this in the meantime"


class PayloadTooLarge(Problem):
    """413: the body is larger than the service reads."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    slug = "payload-too-large"
    title = "The request is too large"


class InvalidInput(Problem):
    """422: a field is malformed."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    slug = "invalid-input"
    title = "The request has mistakes"

    @classmethod
    def at(cls, pointer: str, detail: str, *, code: str = "invalid") -> "InvalidInput":
        """One faulty field of the body."""
        return cls(detail, errors=[FieldProblem(pointer=pointer, code=code, detail=detail)])

    @classmethod
    def parameter(cls, name: str, detail: str, *, code: str = "invalid") -> "InvalidInput":
        """One faulty query, path or header parameter."""
        return cls(detail, errors=[FieldProblem(parameter=name, code=code, detail=detail)])


class PreconditionRequired(Problem):
    """428: a change without ``If-Match`` could overwrite somebody else's."""

    status = HTTPStatus.PRECONDITION_REQUIRED
    slug = "precondition-required"
    title = "Say which version you are changing"


class TooManyRequests(Problem):
    """429: wait before trying again."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    slug = "too-many-requests"
    title = "Too many attempts"

    def __init__(self, detail: str, *, retry_after_seconds: int) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_seconds)})


class Unavailable(Problem):
    """503: the service cannot answer right now."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    slug = "unavailable"
    title = "Not available right now"


class ConstraintExplanations:
    """What to tell the caller when the database refuses a write: constraint name → sentence and field.

    The constraints carry the truth; a room registers its own words for them beside its models.
    """

    def __init__(self) -> None:
        self._explained: dict[str, tuple[str, str | None]] = {}

    def add(self, constraint: str, detail: str, *, pointer: str | None = None) -> None:
        """Explain ``constraint``; ``pointer`` names the field to mend."""
        self._explained[constraint] = (detail, pointer)

    def problem_for(self, constraint: str | None) -> Conflict:
        """The conflict to answer with when ``constraint`` was violated."""
        detail, pointer = self._explained.get(
            constraint or "",
            ("Another record stands against this change. Read the record again and check what it refers to.", None),
        )
        errors = [FieldProblem(pointer=pointer, code="conflict", detail=detail)] if pointer else []
        return Conflict(detail, errors=errors)


constraint_explanations = ConstraintExplanations()


def described(kind: type[Problem]) -> dict[str, Any]:
    """The OpenAPI response object of an answer with a problem of ``kind``."""
    return {
        "description": f"{kind.title}.",
        "content": {
            "application/problem+json": {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "example": {
                    "type": f"urn:champions:problem:{kind.slug}",
                    "title": kind.title,
                    "status": int(kind.status),
                    "detail": f"{kind.title}.",
                },
            }
        },
    }
