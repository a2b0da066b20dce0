"""Tells of what a transaction has changed, when it commits and not before.

An event gets its number as the last thing before the commit: whoever else publishes on the topic waits until then, so
numbers are in the order of the commits, and a reader who has seen number 7 will never miss a 6 that came late.
"""

import json
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.orm import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock

CHANNEL = "live_events"
"""What the API processes listen to. The payload is a JSON object: ``topic``, and of a passing event ``kind`` and ``body``."""

_WAITING = "live events to tell"
_TELL = text("""
    WITH numbered AS (
        INSERT INTO live_topics AS held (topic, last_number) VALUES (:topic, 1)
        ON CONFLICT (topic) DO UPDATE SET last_number = held.last_number + 1
        RETURNING last_number
    ), kept AS (
        INSERT INTO live_events (topic, number, kind, body, at)
        SELECT :topic, last_number, :kind, CAST(:body AS jsonb), :at FROM numbered
        RETURNING number
    )
    SELECT pg_notify(:channel, :nudge) FROM kept
""")
_TELL_IN_PASSING = text("SELECT pg_notify(:channel, :nudge)")


def publish(session: AsyncSession, topic: str, kind: str, body: dict[str, Any]) -> None:
    """Tell those who follow ``topic`` of this when the transaction commits; a rollback takes it with it.

    The same said twice in one transaction is told once.
    """
    waiting = session.info.setdefault(_WAITING, [])
    if (topic, kind, body) not in waiting:
        waiting.append((topic, kind, body))


async def publish_in_passing(session: AsyncSession, topic: str, kind: str, body: dict[str, Any]) -> None:
    """As ``publish``, but kept nowhere: who is away misses it. For what is over in seconds; at most some 7 kB."""
    nudge = json.dumps({"topic": topic, "kind": kind, "body": body})
    connection = await session.connection()
    await connection.execute(_TELL_IN_PASSING, {"channel": CHANNEL, "nudge": nudge})


@event.listens_for(Session, "before_commit")
def _tell(session: Session) -> None:
    """Number and keep what waits, topic by topic, so that two transactions never wait for each other crosswise."""
    for topic, kind, body in sorted(session.info.pop(_WAITING, ()), key=lambda waiting: waiting[0]):
        told = {"topic": topic, "kind": kind, "body": json.dumps(body), "at": clock.now()}
        session.execute(_TELL, told | {"channel": CHANNEL, "nudge": json.dumps({"topic": topic})})


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(_WAITING, None)
