"""Writes of the speakers' list: asking for the floor, giving it, the order, in the chair's hands."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_ids, champion_to_act_for
from api.meetingroom import rules
from api.meetingroom.models import MeetingRoom, RoomStatus, Speaker, SpeakerStatus
from api.meetingroom.rules import Stopwatch
from api.meetingroom.schemas import FloorRequest, RoomBody, SpeakerMove
from api.meetingroom.service import finish_speech, load, show, told
from api.meetings import service as meetings
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.etags import ANY_REVISION
from api.platform.problems import Conflict, Forbidden, NotFound
from api.platform.transitions import Transition


@dataclass(frozen=True, slots=True)
class Subject:
    """A request for the floor with its room and its meeting, which is locked."""

    meeting: Meeting
    room: MeetingRoom
    speaker: Speaker


async def load_for_change(session: AsyncSession, caller: Caller, meeting_id: UUID, speaker_id: UUID) -> Subject:
    """The request; 404 where the meeting is not for the caller or has no such request."""
    meeting = await meetings.load_for_change(session, caller, meeting_id, ANY_REVISION)
    speaker = await session.get(Speaker, speaker_id)
    if speaker is None or speaker.room_id != meeting_id:
        raise NotFound("Nobody has asked for the floor under this key.")
    return Subject(meeting, await load(session, meeting), speaker)


async def request_floor(session: AsyncSession, caller: Caller, meeting: Meeting, body: FloorRequest) -> RoomBody:
    """Put a champion at the end of the list: one's own, or any for a chair."""
    room = await load(session, meeting)
    if room.status not in rules.OPEN:
        raise Conflict("The room is not open: nobody can be given the floor.")
    champion_id = await _who_asks(session, caller, body.champion)
    waiting = await _waiting(session, room)
    speaker = Speaker(
        room_id=room.id,
        champion_id=champion_id,
        person_id=caller.person_id,
        item_id=room.item_id,
        position=len(waiting) + 1,
    )
    session.add(speaker)
    await _record(session, caller, meeting, speaker, rules.REQUEST)
    return await told(session, caller, meeting, room, "speakers-changed")


async def take_step(
    session: AsyncSession, caller: Caller, subject: Subject, step: Transition[SpeakerStatus]
) -> RoomBody:
    """Give the floor, hand it back, withdraw, remove. Who is given the floor takes it from who has it."""
    room, speaker = subject.room, subject.speaker
    _require(caller, subject, step.verb)
    now = clock.now()
    if step.target is SpeakerStatus.SPEAKING:
        await finish_speech(session, room)
        speaker.began_at = now
        speaker.runs_since = now if room.status is RoomStatus.RUNNING else None
    else:
        show(speaker, Stopwatch(speaker.spoke, speaker.runs_since).stopped(now))
        speaker.ended_at = now
    speaker.status, speaker.position = step.target, None
    await _record(session, caller, subject.meeting, speaker, step.verb)
    _number(await _waiting(session, room))
    return await told(session, caller, subject.meeting, room, "speakers-changed")


async def reorder(session: AsyncSession, caller: Caller, subject: Subject, body: SpeakerMove) -> RoomBody:
    """Move who waits to another place; the others keep their order."""
    _require(caller, subject, rules.REORDER)
    waiting = await _waiting(session, subject.room)
    by_key = {speaker.id: speaker for speaker in waiting}
    order = rules.with_moved(list(by_key), subject.speaker.id, body.position)
    _number([by_key[key] for key in order])
    await _record(session, caller, subject.meeting, subject.speaker, rules.REORDER)
    return await told(session, caller, subject.meeting, subject.room, "speakers-changed")


async def _who_asks(session: AsyncSession, caller: Caller, iso3: str | None) -> UUID:
    if iso3 is not None and caller.is_chair:
        return (await champion_ids(session, [iso3], pointer="/champion"))[iso3]
    return await champion_to_act_for(session, caller, iso3)


async def _waiting(session: AsyncSession, room: MeetingRoom) -> Sequence[Speaker]:
    rows = await session.exec(
        select(Speaker)
        .where(col(Speaker.room_id) == room.id, col(Speaker.status) == SpeakerStatus.WAITING)
        .order_by(col(Speaker.position), col(Speaker.id))
    )
    return rows.all()


def _number(waiting: Sequence[Speaker]) -> None:
    for position, speaker in enumerate(waiting, start=1):
        if speaker.position != position:
            speaker.position = position


def _require(caller: Caller, subject: Subject, verb: str) -> None:
    room, speaker = subject.room, subject.speaker
    parties = caller.parties_to(speaker.champion_id)
    if not parties:
        raise Forbidden("This request is another champion's.")
    if verb in rules.speaker_actions(speaker.status, parties, room.status):
        return
    if room.status not in rules.OPEN:
        raise Conflict("The room is not open.")
    if any(step.verb == verb and step.by.isdisjoint(parties) for step in rules.SPEAKER_STEPS):
        raise Forbidden("This is for the champion that asked, or for the chair.")
    raise Conflict(f"This request is {speaker.status}: {verb} is not open to you now.")


async def _record(session: AsyncSession, caller: Caller, meeting: Meeting, speaker: Speaker, what: str) -> None:
    behalf = None if caller.owns(speaker.champion_id) else speaker.champion_id
    await audit.record(session, caller, f"speaker.{what}", speaker, title=meeting.title, on_behalf_of=behalf)
