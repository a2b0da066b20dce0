"""Kept files as answers: never shown inside a page of this service, always as attachments, whole or in part."""

import re
from typing import Annotated, Any

from fastapi import Depends, Header, status
from fastapi.responses import Response, StreamingResponse

from api.platform.documents.answers import disposition
from api.platform.problems import Problem, described
from api.platform.storage import KeptFile, Storage, StorageDep


class NoSuchRange(Problem):
    """416: the part that is asked for is beyond the file's end."""

    status = status.HTTP_416_RANGE_NOT_SATISFIABLE
    slug = "no-such-range"
    title = "The file ends before that"


DOWNLOAD: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file, always as an attachment.", "content": {"application/octet-stream": {}}},
    206: {"description": "The part that `Range` asks for."},
    304: {"description": "The caller has it."},
    416: described(NoSuchRange),
}
"""``responses`` of a route that answers with a kept file."""


class Download:
    """What the caller asks of a kept file: a part of it, or nothing where they have it."""

    def __init__(self, storage: Storage, byte_range: str | None, if_none_match: str) -> None:
        self._storage = storage
        self._byte_range = byte_range
        self._if_none_match = if_none_match

    def of(self, file: KeptFile) -> Response:
        """``file`` with its name, not to be taken for another type; ``NoSuchRange`` beyond its end."""
        tag = f'"{file.sha256[:32]}"'
        headers = {
            "ETag": tag,
            "Accept-Ranges": "bytes",
            "Cache-Control": "private, no-cache",
            "Content-Disposition": disposition(file.file_name),
            "Content-Security-Policy": "sandbox; default-src 'none'",
            # said, so that nobody compresses it on the way: ranges and the tag are those of the file itself
            "Content-Encoding": "identity",
        }
        if tag in self._if_none_match:
            return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
        try:
            part = byte_range(self._byte_range, file.size)
        except ValueError as error:
            raise NoSuchRange(
                f"The file has {file.size:,} bytes.", headers={"Content-Range": f"bytes */{file.size}"}
            ) from error
        start, end = part or (0, file.size)
        if part:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{file.size}"
        return StreamingResponse(
            self._storage.read(file.storage_key, start=start, end=end),
            status_code=status.HTTP_206_PARTIAL_CONTENT if part else status.HTTP_200_OK,
            media_type=file.media_type,
            headers=headers | {"Content-Length": str(end - start)},
        )


async def download_asked(
    storage: StorageDep,
    byte_range: Annotated[
        str | None,
        Header(alias="Range", max_length=200, description="One range of bytes.", examples=["bytes=0-1023"]),
    ] = None,
    if_none_match: Annotated[str | None, Header(max_length=1000, description="The `ETag` that one has.")] = None,
) -> Download:
    """What the request's headers ask of a kept file."""
    return Download(storage, byte_range, if_none_match or "")


DownloadDep = Annotated[Download, Depends(download_asked)]


def byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """The first byte and the byte after the last that a ``Range`` header (RFC 9110, 14.2) asks for.

    ``None``: the whole file, also where the header is none that we serve. ``ValueError``: beyond the file's end.
    """
    found = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", (header or "").strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, end = max(0, size - int(found[2])), size
    else:
        start, end = int(found[1]), min(size, int(found[2]) + 1 if found[2] else size)
    if start >= size or (found[2] and found[1] and int(found[2]) < start) or (not found[1] and int(found[2]) == 0):
        raise ValueError(header)
    return start, end
