"""Tells live of every change of what belongs to a meeting: what is audited is announced, so no room can forget it."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.live.publishing import publish
from api.platform.records import Record

CHANGED = "changed"
_SHARE_THE_MEETINGS_KEY = frozenset({"meetings", "minutes"})


def topic_of_meeting(meeting_id: UUID) -> str:
    """The topic of what happens in a meeting."""
    return f"meeting:{meeting_id}"


def announce(session: AsyncSession, subject: Record, action: str) -> None:
    """Tell those who follow the meeting of ``subject``, if it has one, to read it again. It says which, never what."""
    table = str(subject.__tablename__)
    meeting_id = subject.id if table in _SHARE_THE_MEETINGS_KEY else getattr(subject, "meeting_id", None)
    if meeting_id is not None:
        body = {"record": table, "id": str(subject.id), "revision": subject.revision, "action": action}
        publish(session, topic_of_meeting(meeting_id), CHANGED, body)
