"""Reads no more of a request's body than the service is willing to hold."""

import re
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """Refuses a body of more than ``max_bytes``: at once where its length is declared, else as it comes.

    ``elsewhere``: paths that take more, as ``(pattern of the whole path, bytes)``.

    FastAPI's own limit answers in plain text; raised from ``receive``, the refusal becomes a problem like any other.
    """

    def __init__(self, app: ASGIApp, *, max_bytes: int, elsewhere: Sequence[tuple[str, int]] = ()) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._elsewhere = [(re.compile(pattern), limit) for pattern, limit in elsewhere]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one ASGI connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        received, most = 0, self._most(scope["path"])

        async def receive_within_limit() -> Message:
            nonlocal received
            if declared.isdecimal() and int(declared) > most:
                raise HTTPException(413)
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_within_limit, send)

    def _most(self, path: str) -> int:
        return next((limit for pattern, limit in self._elsewhere if pattern.fullmatch(path)), self._max_bytes)
