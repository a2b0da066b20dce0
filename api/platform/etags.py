"""Entity tags (RFC 9110): nobody overwrites a change they have not seen, nobody downloads what they have.

A record's body begins with its ``id`` and ``revision``; the tag is the revision, followed on reads by a digest of the
body, since what the caller may see and do is part of it. ``If-Match`` compares revisions only.
"""

import hashlib
import re
from typing import Annotated

from fastapi import Depends, Header, Response

from api.platform.problems import BadRequest, PreconditionRequired, StaleRecord
from api.platform.records import Record

_REVISION_IN_BODY = re.compile(rb'\{"id":"[0-9a-f-]{36}","revision":(\d+)')
_TAG = re.compile(r'(?:W/)?"(\d+)(?:-[0-9a-f]+)?"')
ANY_REVISION = -1


def tag_for(body: bytes, *, with_digest: bool) -> str | None:
    """The entity tag of a JSON body; ``None`` where it has no revision and no digest is wanted."""
    found = _REVISION_IN_BODY.match(body)
    revision = found[1].decode() if found else ""
    if not with_digest:
        return f'"{revision}"' if revision else None
    digest = hashlib.blake2b(body, digest_size=8).hexdigest()
    return f'"{revision}-{digest}"' if revision else f'"{digest}"'


def not_modified(response: Response, tag: str, if_none_match: str | None) -> Response:
    """``response``, or 304 where the caller already holds it."""
    held = {part.strip().removeprefix("W/") for part in (if_none_match or "").split(",")}
    if tag not in held and "*" not in held:
        return response
    kept = {
        name: value for name, value in response.headers.items() if name in {"etag", "cache-control", "vary", "link"}
    }
    return Response(status_code=304, headers=kept)


async def expected_revision(
    if_match: Annotated[
        str | None,
        Header(description='The `ETag` of the record as you read it, e.g. `"7"`.', examples=['"7"'], max_length=200),
    ] = None,
) -> int:
    """The revision that the caller believes to be current; 428 without one, for what overwrites."""
    if if_match is None:
        raise PreconditionRequired("Send the record's ETag in If-Match, so that nobody's change is overwritten unseen.")
    return _parse(if_match)


async def expected_revision_if_said(
    if_match: Annotated[
        str | None,
        Header(
            description='Optional: the `ETag` of the record as you read it, e.g. `"7"`.',
            examples=['"7"'],
            max_length=200,
        ),
    ] = None,
) -> int:
    """As ``expected_revision``, for transitions: they name what they expect by their verb already."""
    return ANY_REVISION if if_match is None else _parse(if_match)


ExpectedRevision = Annotated[int, Depends(expected_revision)]
ExpectedRevisionIfSaid = Annotated[int, Depends(expected_revision_if_said)]


def check_revision(record: Record, expected: int) -> None:
    """Raise ``StaleRecord`` unless ``record`` is what the caller read."""
    if expected not in (ANY_REVISION, record.revision):
        raise StaleRecord(
            f"You changed version {expected}; version {record.revision} is current. Read it again and put your change on top."
        )


def _parse(if_match: str) -> int:
    if if_match.strip() == "*":
        return ANY_REVISION
    found = _TAG.fullmatch(if_match.strip())
    if not found or len(found[1]) > 9:
        raise BadRequest('If-Match takes one ETag as the service gave it, for example "7".')
    return int(found[1])
