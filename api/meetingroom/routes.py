"""The room of a meeting while it is held: what it is at, the clock, the speakers' list, told live to all who watch."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, Request, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.audit.announcing import topic_of_meeting
from api.meetingroom import queries, rules, service, speaker_service
from api.meetingroom.schemas import FloorRequest, MeetingEvent, Presence, RoomBody, RoomMove, SpeakerMove
from api.meetingroom.watching import Watcher
from api.meetings.routes import MeetingId, MeetingToMove, MeetingWrite
from api.platform.database import SessionDep
from api.platform.live.streaming import EventStream, LastEventId, Stream, stream
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router

RoomWatch = Annotated[Caller, requires(Permission.ROOM_WATCH)]
FloorAsk = Annotated[Caller, requires(Permission.FLOOR_REQUEST)]

SpeakerId = Annotated[UUID, Path(description="Key of the request for the floor.")]

router = room_router("/meetings/{meeting_id}", tag="Room")


async def speaker_to_move(
    meeting_id: MeetingId, speaker_id: SpeakerId, caller: CurrentCaller, session: SessionDep
) -> speaker_service.Subject:
    """The request with its room, locked."""
    return await speaker_service.load_for_change(session, caller, meeting_id, speaker_id)


SpeakerToMove = Annotated[speaker_service.Subject, Depends(speaker_to_move)]


@router.get("/room", operation_id="getMeetingRoom", summary="Read the room of a meeting")
async def get_meeting_room(caller: RoomWatch, session: SessionDep, meeting_id: MeetingId) -> RoomBody:
    """Where the meeting is now. For members, and for observers where the meeting is shared with them."""
    return await queries.get_room(session, caller, meeting_id)


@router.get(
    "/events",
    operation_id="followMeeting",
    summary="Follow a meeting live",
    response_class=EventStream,
    response_model=None,
    responses={
        status.HTTP_200_OK: {
            "model": MeetingEvent,
            "description": "Server-sent events: `room` with the room as it now stands, `changed` for another record "
            "of the meeting, `writing` in passing for who takes notes, `caught-up` once all that was missed has been sent. Comments keep the line open.",
        }
    },
)
async def follow_meeting(
    request: Request,
    caller: RoomWatch,
    session: SessionDep,
    meeting_id: MeetingId,
    *,
    last_event_id: LastEventId = None,
    follow: Annotated[
        bool, Query(description="False: send what was missed since `Last-Event-ID`, and end.", examples=[True])
    ] = True,
) -> EventStream:
    """An endless stream of server-sent events, for those who may read the room. It ends when that right ends, or the
    access token; come back with a new one and the last `id`, and nothing is lost and nothing comes twice.
    """
    await queries.check_watches(session, caller, meeting_id)
    asked = Stream(topic_of_meeting(meeting_id), last_event_id, follow)
    return stream(request, Watcher(request, caller, meeting_id), asked)


@router.post(
    f"/room/{rules.OPENING.verb}",
    operation_id=rules.OPENING.operation_id("MeetingRoom"),
    summary=rules.OPENING.summary,
    description=rules.OPENING.story,
)
async def open_meeting_room(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: RoomMove | None = None
) -> RoomBody:
    """With the first item of the agenda, or the one that the body names."""
    return await service.open_room(session, caller, meeting, body or RoomMove())


@router.post(f"/room/{rules.MOVE}", operation_id="moveMeetingRoom", summary="Turn to another agenda item")
async def move_meeting_room(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: RoomMove | None = None
) -> RoomBody:
    """The next item, or the one that the body names. Who speaks hands the floor back."""
    return await service.move(session, caller, meeting, body or RoomMove())


@router.put(
    "/presence",
    operation_id="tellPresence",
    summary="Tell that one is writing",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def tell_presence(caller: MeetingWrite, session: SessionDep, meeting_id: MeetingId, body: Presence) -> None:
    """Told to the others who take notes, and kept nowhere: repeat it every few seconds while it holds."""
    await service.tell_presence(session, caller, meeting_id, body)


@router.post(
    "/speakers",
    operation_id="requestFloor",
    summary="Request the floor",
    status_code=status.HTTP_201_CREATED,
)
async def request_floor(
    caller: FloorAsk, session: SessionDep, meeting: MeetingToMove, body: FloorRequest | None = None
) -> RoomBody:
    """For one's own champion, at the end of the list; one open request a champion. A chair may add any champion."""
    return await speaker_service.request_floor(session, caller, meeting, body or FloorRequest())


@router.post(
    f"/speakers/{{speaker_id}}/{rules.REORDER}", operation_id="reorderSpeaker", summary="Move who waits for the floor"
)
async def reorder_speaker(
    caller: MeetingWrite, session: SessionDep, speaker: SpeakerToMove, body: SpeakerMove
) -> RoomBody:
    """To another place on the list; the others keep their order."""
    return await speaker_service.reorder(session, caller, speaker, body)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/room/{step.verb}",
        operation_id=step.operation_id("MeetingRoom"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove) -> RoomBody:
        return await service.take_step(session, caller, meeting, step)


def _add_speaker_step(step: Transition[Any]) -> None:
    permission = Permission.FLOOR_REQUEST if Party.OWNER in step.by else Permission.MEETINGS_WRITE
    operation_id = "giveFloor" if step is rules.GIVE_FLOOR else step.operation_id("Speaker")

    @router.post(
        f"/speakers/{{speaker_id}}/{step.verb}",
        operation_id=operation_id,
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(caller: CurrentCaller, session: SessionDep, speaker: SpeakerToMove) -> RoomBody:
        return await speaker_service.take_step(session, caller, speaker, step)


for _step in rules.STEPS:
    _add_step(_step)
for _speaker_step in rules.SPEAKER_STEPS:
    _add_speaker_step(_speaker_step)
