"""Server-sent events (WHATWG HTML, 9.2) of a topic, for as long as the watcher's right lasts.

A stream holds no database connection: it takes one for an instant when it begins, and again at each heartbeat to ask
whether the watcher still may watch. It ends with the right, with the process, and with the line; a client that comes
back with ``Last-Event-ID`` is told what it missed.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

import structlog
from fastapi import Header, Request
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.responses import StreamingResponse

from api.platform import clock
from api.platform.database import Database
from api.platform.live.hub import Beat, CaughtUp, Told
from api.platform.problems import Problem

_COMES_BACK_AFTER_MS = 1000
_log = structlog.get_logger("live")

LastEventId = Annotated[
    int | None,
    Header(
        alias="Last-Event-ID",
        ge=0,
        le=2**53,
        description="The `id` of the last event that was received: what came after it is sent first.",
        examples=[41],
    ),
]


class EventStream(StreamingResponse):
    """An answer of server-sent events. FastAPI's own takes generators only, with two more tasks for each watcher."""

    media_type = "text/event-stream"


class Viewer(Protocol):
    """Who watches: what they see of an event, and whether they still may."""

    def sees(self, kind: str, body: dict[str, Any]) -> dict[str, Any] | None:
        """The event's body for this viewer; ``None`` where it is not for them."""
        ...

    async def renewed(self, session: AsyncSession) -> "Viewer":
        """The viewer with the rights of this moment; raises a ``Problem`` where the right to watch has ended."""
        ...


@dataclass(frozen=True, slots=True)
class Stream:
    """What is asked for: the events of ``topic`` after number ``after``; ``follow``: and those to come."""

    topic: str
    after: int | None
    follow: bool


def stream(request: Request, viewer: Viewer, asked: Stream) -> EventStream:
    """The answer that carries the events, never kept by a cache nor gathered by a proxy.

    Proxies close a line that is silent for a minute, so it gives signs of life; so long may a right that has ended linger.
    """
    state = request.app.state
    if asked.follow:
        beat_seconds = state.settings.live_heartbeat_seconds
        heard = state.live.follow(state.database, asked.topic, asked.after, beat_seconds=beat_seconds)
    else:
        heard = state.live.missed(state.database, asked.topic, asked.after)
    return EventStream(
        _lines(state.database, viewer, heard, asked.topic),
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _lines(
    database: Database, viewer: Viewer, heard: AsyncIterator[Told | CaughtUp | Beat], topic: str
) -> AsyncIterator[bytes]:
    yield format_sse_event(retry=_COMES_BACK_AFTER_MS)
    try:
        async for told in heard:
            match told:
                case CaughtUp():
                    yield _caught_up(told)
                case Told():
                    if (body := viewer.sees(told.kind, told.body)) is not None:
                        yield _event(told, body)
                case _:
                    async with database.read_session(stale_is_fine=False) as session:
                        viewer = await viewer.renewed(session)
                    yield KEEPALIVE_COMMENT
    except Problem as problem:
        _log.info("live stream ended", topic=topic, reason=problem.slug)
    except SQLAlchemyError as error:
        _log.warning("live stream broken off", topic=topic, error=str(error))


def _event(told: Told, body: dict[str, Any]) -> bytes:
    number = str(told.number) if told.number else None
    return format_sse_event(event=told.kind, id=number, data_str=json.dumps(body, ensure_ascii=False))


def _caught_up(told: CaughtUp) -> bytes:
    body = {"is_complete": told.is_complete, "now": clock.now().isoformat()}
    return format_sse_event(event="caught-up", id=str(told.number), data_str=json.dumps(body))
