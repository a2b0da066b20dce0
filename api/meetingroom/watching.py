"""Who watches a meeting's room, and what they see of what happens."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import Request
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.dependencies import bearer, current_caller
from api.access.permissions import Permission
from api.audit.announcing import CHANGED
from api.meetingroom import queries
from api.meetingroom.schemas import RoomBody
from api.meetingroom.service import WRITING

_SEEN_BY_ALL_MEMBERS = frozenset({"meetings", "agenda_items", "minutes", "minutes_texts", "decisions", "action_items"})


@dataclass(frozen=True, slots=True)
class Watcher:
    """A caller in the room of a meeting."""

    request: Request
    caller: Caller
    meeting_id: UUID

    def sees(self, kind: str, body: dict[str, Any]) -> dict[str, Any] | None:
        """The room with what this watcher may do in it, named in their language; changes as they were told.

        Who writes the minutes is told to the others who may. Of a record that not everybody sees one learns only that the meeting is to be read again.
        """
        if kind == CHANGED:
            is_seen = self.caller.is_member and body["record"] in _SEEN_BY_ALL_MEMBERS
            return body if is_seen else self._something_changed
        if kind == WRITING:
            is_note_taker = self.caller.may(Permission.MEETINGS_WRITE)
            return body if is_note_taker and body["person_id"] != str(self.caller.person_id) else None
        return queries.seen_by(self.caller, RoomBody.model_validate(body)).model_dump(mode="json")

    @property
    def _something_changed(self) -> dict[str, Any]:
        return {"id": str(self.meeting_id), "revision": 0, "record": "meetings", "action": "meeting.changed"}

    async def renewed(self, session: AsyncSession) -> "Watcher":
        """The watcher with the rights of this moment; a problem once the token, the account or the right has ended."""
        caller = await current_caller(self.request, session, await bearer(self.request))
        await queries.check_watches(session, caller, self.meeting_id)
        return Watcher(self.request, caller, self.meeting_id)
