"""What surrounds every request: an id, a log line, a measurement, safe headers. Pure ASGI, so it costs microseconds."""

import re
import time
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.platform import metrics

_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log = structlog.get_logger("http")

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
_BEFORE_A_SECRET = re.compile(
    r"(/(?:one-time-links|answer-links|registration-links|registrations|calendars|invitation|reset-password|answer)/)[^/]+"
)


class RequestContext:
    """Gives each request an id (the caller's ``X-Request-ID`` where it is one), logs and measures it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one ASGI connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _GIVEN_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started = time.perf_counter()
        status = 500
        is_measured = False

        def measure() -> None:
            nonlocal is_measured
            if is_measured:
                return
            is_measured = True
            seconds = time.perf_counter() - started
            route = _route_template(scope)
            metrics.requests_total.labels(scope["method"], route, str(status)).inc()
            metrics.request_seconds.labels(scope["method"], route).observe(seconds)
            path = _without_secrets(scope["path"])
            _log.info("request", method=scope["method"], path=path, status=status, ms=round(seconds * 1000, 1))

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in SAFE_HEADERS.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                    headers.setdefault("Cache-Control", "no-cache")
                if scope["scheme"] == "https":
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
                if headers.get("content-type", "").startswith("text/event-stream"):
                    measure()  # a stream of two hours is no answer that took two hours
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        finally:
            measure()


def _route_template(scope: Scope) -> str:
    """The route's path with its parameters' names, so that ids do not multiply the series."""
    route = scope.get("route")
    return getattr(route, "path_format", None) or getattr(route, "path", None) or "other"


def _without_secrets(path: str) -> str:
    """The path as it may stand in the log: what lets its holder in is left out."""
    return _BEFORE_A_SECRET.sub(r"\1…", path)
