"""Writes of the room: opening, turning to an item, the clock, the end. Whoever writes in a room waits for the others."""

from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.audit.announcing import topic_of_meeting
from api.meetingroom import queries, rules
from api.meetingroom.models import MeetingRoom, RoomItem, RoomStatus, Speaker, SpeakerStatus
from api.meetingroom.rules import Stopwatch
from api.meetingroom.schemas import Presence, RoomBody, RoomMove
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.meetings.rules import MAY_BE_OPENED
from api.platform import clock
from api.platform.live.publishing import publish, publish_in_passing
from api.platform.problems import Conflict, InvalidInput
from api.platform.transitions import Transition

WRITING = "writing"


async def open_room(session: AsyncSession, caller: Caller, meeting: Meeting, body: RoomMove) -> RoomBody:
    """Open the room with the first item of the agenda, or the one that is named."""
    if await session.get(MeetingRoom, meeting.id) is not None:
        raise Conflict("The room of this meeting is open already, or was.")
    if meeting.status not in MAY_BE_OPENED:
        raise Conflict(f"This meeting is {meeting.status.value.replace('_', ' ')}: its room stays closed.")
    now = clock.now()
    room = MeetingRoom(id=meeting.id, status=RoomStatus.RUNNING, opened_at=now, runs_since=now)
    session.add(room)
    await session.flush()
    room.item_id = await _item_to_turn_to(session, room, body.item_id)
    await _reach(session, room)
    return await told(session, caller, meeting, room, "opened")


async def move(session: AsyncSession, caller: Caller, meeting: Meeting, body: RoomMove) -> RoomBody:
    """Turn to the next item, or the one that is named: its clock goes on where it stood. Who speaks hands the floor back."""
    room = await load(session, meeting)
    if room.status not in rules.OPEN:
        raise Conflict("The room is not open.")
    item_id = await _item_to_turn_to(session, room, body.item_id)
    if item_id is None:
        raise Conflict("That was the last item of the agenda. End the meeting, or name an item to go back to.")
    if item_id == room.item_id:
        raise Conflict("The room is at this item already.")
    await finish_speech(session, room)
    await _stop_clock(session, room)
    room.item_id = item_id
    await _reach(session, room)
    if room.status is RoomStatus.RUNNING:
        room.runs_since = clock.now()
    return await told(session, caller, meeting, room, "moved")


async def take_step(session: AsyncSession, caller: Caller, meeting: Meeting, step: Transition[RoomStatus]) -> RoomBody:
    """Pause, resume or end: the clocks of the item and of who speaks stand or run with the room."""
    room = await load(session, meeting)
    if not step.starts_from(room.status):
        raise Conflict(f"A room that is {room.status.value.replace('_', ' ')} cannot take the step {step.verb}.")
    now = clock.now()
    if step.target is RoomStatus.ENDED:
        await finish_speech(session, room)
    elif speaker := await speaking(session, room):
        watch = Stopwatch(speaker.spoke, speaker.runs_since)
        show(speaker, watch.started(now) if step.target is RoomStatus.RUNNING else watch.stopped(now))
    await _stop_clock(session, room)
    room.status = step.target
    room.runs_since = now if step.target is RoomStatus.RUNNING else None
    room.ended_at = now if step.target is RoomStatus.ENDED else None
    return await told(session, caller, meeting, room, step.verb)


async def tell_presence(session: AsyncSession, caller: Caller, meeting_id: UUID, body: Presence) -> None:
    """Tell the others who take notes that somebody writes on an item; it is forgotten at once."""
    await queries.check_watches(session, caller, meeting_id)
    told = {"person_id": str(caller.person_id), "name": caller.name, "item_id": str(body.writes_on)}
    await publish_in_passing(session, topic_of_meeting(meeting_id), WRITING, told)


async def load(session: AsyncSession, meeting: Meeting) -> MeetingRoom:
    """The room of a meeting that the caller has locked."""
    room = await session.get(MeetingRoom, meeting.id)
    if room is None:
        raise Conflict("The room of this meeting is not open.")
    return room


async def speaking(session: AsyncSession, room: MeetingRoom) -> Speaker | None:
    """Who has the floor."""
    found = await session.exec(
        select(Speaker).where(col(Speaker.room_id) == room.id, col(Speaker.status) == SpeakerStatus.SPEAKING)
    )
    return found.first()


async def finish_speech(session: AsyncSession, room: MeetingRoom) -> None:
    """Whoever has the floor hands it back."""
    if speaker := await speaking(session, room):
        now = clock.now()
        show(speaker, Stopwatch(speaker.spoke, speaker.runs_since).stopped(now))
        speaker.status, speaker.ended_at = SpeakerStatus.SPOKE, now
        await session.flush()


def show(speaker: Speaker, watch: Stopwatch) -> None:
    """Let the speaker's clock show ``watch``."""
    speaker.spoke, speaker.runs_since = watch.spent, watch.runs_since


async def told(session: AsyncSession, caller: Caller, meeting: Meeting, room: MeetingRoom, what: str) -> RoomBody:
    """Note ``what`` was done, tell all who watch how the room stands now, and answer with it.

    The room's revision counts each change in it, so that of two states everybody knows the later one.
    """
    flag_modified(room, "updated_at")
    await audit.record(session, caller, f"meeting-room.{what}", room, title=meeting.title)
    stands = await queries.read_room(session, meeting.id)
    publish(session, topic_of_meeting(meeting.id), "room", stands.model_dump(mode="json"))
    return queries.seen_by(caller, stands)


async def _item_to_turn_to(session: AsyncSession, room: MeetingRoom, named: UUID | None) -> UUID | None:
    rows = await session.exec(
        select(AgendaItem.id)
        .where(col(AgendaItem.meeting_id) == room.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    )
    agenda = list(rows.all())
    if named is None:
        return rules.following(agenda, room.item_id)
    if named not in agenda:
        raise InvalidInput.at("/item_id", "This item is not on the agenda of this meeting.", code="not_on_the_agenda")
    return named


async def _reach(session: AsyncSession, room: MeetingRoom) -> None:
    if room.item_id is None:
        return
    item = await session.get(RoomItem, (room.id, room.item_id))
    if item is None:
        session.add(RoomItem(room_id=room.id, item_id=room.item_id, reached_at=clock.now()))
    else:
        item.left_at = None


async def _stop_clock(session: AsyncSession, room: MeetingRoom) -> None:
    """Note the time spent on the current item until now."""
    now = clock.now()
    item = await session.get(RoomItem, (room.id, room.item_id)) if room.item_id else None
    if item is not None:
        item.spent = Stopwatch(item.spent, room.runs_since).at(now)
        item.left_at = now
    room.runs_since = None
