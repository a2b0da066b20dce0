"""Reads of a meeting's room: three statements, whatever has been said in it."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetingroom import rules
from api.meetingroom.models import MeetingRoom, RoomItem, RoomStatus, Speaker, SpeakerStatus
from api.meetingroom.schemas import ItemClock, RoomBody, SpeakerBody, TimeSpoken
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.meetings.rules import MAY_BE_OPENED
from api.platform import clock
from api.platform.database import columns

_ON_THE_LIST = (SpeakerStatus.SPEAKING, SpeakerStatus.WAITING)


async def get_room(session: AsyncSession, caller: Caller, meeting_id: UUID) -> RoomBody:
    """The room as the caller sees it; ``NotFound`` where the caller does not see the meeting's agenda."""
    meeting_status = await check_watches(session, caller, meeting_id)
    room = await read_room(session, meeting_id)
    return seen_by(caller, room, may_open=meeting_status in MAY_BE_OPENED)


async def check_watches(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Any:
    """The meeting's status; ``NotFound`` unless the caller may be in its room: members, observers where it is shared."""
    found = await session.exec(
        columns(Meeting.status, Meeting.is_shared_with_observers).where(
            col(Meeting.id) == meeting_id, meetings.visible(caller)
        )
    )
    row = found.first()
    if row is None or not agenda_queries.sees_agenda(caller, is_shared_with_observers=row.is_shared_with_observers):
        raise meetings.not_found()
    return row.status


async def read_room(session: AsyncSession, meeting_id: UUID) -> RoomBody:
    """The room as it stands, with nobody's actions and names in the language of the request."""
    room = (await session.exec(_room(meeting_id))).first()
    agenda = (await session.exec(_agenda(meeting_id))).all()
    speakers = (await session.exec(_speakers(meeting_id))).all() if room else []
    accepted = [row.id for row in agenda if row.status is AgendaItemStatus.ACCEPTED]
    return RoomBody.model_construct(
        id=meeting_id,
        revision=room.revision if room else 0,
        now=clock.now(),
        status=room.status if room else RoomStatus.NOT_OPEN,
        opened_at=room.opened_at if room else None,
        ended_at=room.ended_at if room else None,
        item_id=room.item_id if room else None,
        next_item_id=rules.following(accepted, room.item_id if room else None),
        items=[_clock(row, room) for row in agenda if row.reached_at],
        speakers=[_speaker(row) for row in speakers if row.status in _ON_THE_LIST],
        spoken=_spoken(row for row in speakers if row.status is SpeakerStatus.SPOKE),
        actions=[],
    )


def seen_by(caller: Caller, room: RoomBody, *, may_open: bool = False) -> RoomBody:
    """``room`` with what ``caller`` may do in it, and names in the caller's language."""
    speakers = [
        speaker.model_copy(
            update={
                "champion": ChampionRef.of(speaker.champion.id, speaker.champion.iso3),
                "actions": rules.speaker_actions(speaker.status, caller.parties_to(speaker.champion.id), room.status),
            }
        )
        for speaker in room.speakers
    ]
    spoken = [
        spoke.model_copy(update={"champion": ChampionRef.of(spoke.champion.id, spoke.champion.iso3)})
        for spoke in room.spoken
    ]
    actions = rules.room_actions(room.status, caller.parties_to(None), may_open=may_open)
    if rules.may_request(
        room.status,
        is_champion=caller.champion_id is not None,
        is_chair=caller.is_chair,
        has_open_request=any(caller.owns(speaker.champion.id) for speaker in room.speakers),
    ):
        actions = [*actions, rules.REQUEST]
    return room.model_copy(update={"speakers": speakers, "spoken": spoken, "actions": actions})


def _room(meeting_id: UUID) -> Any:
    fields = (MeetingRoom.revision, MeetingRoom.status, MeetingRoom.opened_at, MeetingRoom.ended_at)
    return columns(*fields, MeetingRoom.item_id, MeetingRoom.runs_since).where(col(MeetingRoom.id) == meeting_id)


def _agenda(meeting_id: UUID) -> Any:
    """What is on the agenda, and what was reached, in order."""
    return (
        columns(AgendaItem.id, AgendaItem.status, RoomItem.reached_at, RoomItem.left_at, RoomItem.spent)
        .outerjoin(RoomItem, and_(col(RoomItem.item_id) == col(AgendaItem.id), col(RoomItem.room_id) == meeting_id))
        .where(
            col(AgendaItem.meeting_id) == meeting_id,
            or_(col(AgendaItem.status) == AgendaItemStatus.ACCEPTED, col(RoomItem.reached_at).is_not(None)),
        )
        .order_by(col(AgendaItem.position).nulls_last(), col(AgendaItem.id))
    )


def _speakers(meeting_id: UUID) -> Any:
    fields = (Speaker.id, Speaker.champion_id, Speaker.status, Speaker.position, Speaker.item_id, Speaker.created_at)
    return (
        columns(*fields, Speaker.spoke, Speaker.runs_since, Champion.iso3)
        .join(Champion, col(Champion.id) == col(Speaker.champion_id))
        .where(col(Speaker.room_id) == meeting_id)
        .order_by(col(Speaker.position).nulls_first(), col(Speaker.id))
    )


def _clock(row: Row[Any], room: Any) -> ItemClock:
    is_current = row.id == room.item_id
    return ItemClock.model_construct(
        item_id=row.id,
        reached_at=row.reached_at,
        left_at=row.left_at,
        spent_seconds=row.spent.total_seconds(),
        runs_since=room.runs_since if is_current else None,
    )


def _speaker(row: Row[Any]) -> SpeakerBody:
    return SpeakerBody.model_construct(
        id=row.id,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        status=row.status,
        position=row.position,
        item_id=row.item_id,
        asked_at=row.created_at,
        spoke_seconds=row.spoke.total_seconds(),
        runs_since=row.runs_since,
        actions=[],
    )


def _spoken(rows: Iterable[Row[Any]]) -> list[TimeSpoken]:
    """By champion, who has spoken longest first."""
    totals = []
    for iso3, of_champion in groupby(sorted(rows, key=lambda row: row.iso3), key=lambda row: row.iso3):
        speeches = list(of_champion)
        champion = ChampionRef.of(speeches[0].champion_id, iso3)
        seconds = sum(row.spoke.total_seconds() for row in speeches)
        totals.append(TimeSpoken.model_construct(champion=champion, times=len(speeches), seconds=seconds))
    return sorted(totals, key=lambda total: -total.seconds)
