"""Reads of minutes: a meeting's, an item's, a term's, in a fixed number of statements whatever their size."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, false, func, or_, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.access.visibility import sees_where_shared
from api.cochairs import queries as cochairs
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.meetings.rules import AFTER_IT_WAS_HELD
from api.minutes import correction_queries, rules
from api.minutes.marks import masked
from api.minutes.models import CorrectionStatus, Minutes, MinutesPhrase, MinutesText, MinutesVersion
from api.minutes.schemas import (
    CorrectionBody,
    MinutesBody,
    MinutesItemBody,
    MinutesVersionBody,
    PhraseBody,
    PhraseQuery,
    TermMinutesBody,
    VersionQuery,
)
from api.minutes.telling import language_of, told
from api.platform import clock
from api.platform.database import columns
from api.platform.language import Language
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound

_MEETING_FIELDS = ("id", "title", "starts_at", "time_zone", "is_demonstration")
_VERSIONS = Sort(col(MinutesVersion.agenda_item_id), {"number": col(MinutesVersion.number)})
_PHRASES = Sort(col(MinutesPhrase.id), {"text": col(MinutesPhrase.text)})
_PHRASE_FIELDS = ("id", "revision", "created_at", "updated_at", "language", "text")


def sees_minutes(caller: Caller) -> ColumnElement[bool]:
    """Meetings whose minutes the caller sees: members all; observers adopted ones of meetings shared with them."""
    if caller.is_member:
        return true()
    shared = sees_where_shared(caller, is_shared_with_observers=Meeting.is_shared_with_observers)
    return and_(shared, col(Meeting.status) == MeetingStatus.CLOSED) if caller.is_observer else false()


def reads_marks(caller: Caller) -> bool:
    """Whether the caller prepares meetings, and so knows of every mark which champion it stands for."""
    return caller.may(Permission.MEETINGS_PREPARE)


def as_read_by(caller: Caller, text: str, named: Collection[str]) -> str:
    """``text`` with those champions told that asked for it, and all for those who write the minutes."""
    return text if reads_marks(caller) else masked(text, named)


async def get_minutes(session: AsyncSession, caller: Caller, meeting_id: UUID) -> MinutesBody:
    """The minutes of one meeting; ``NotFound`` where they are not for the caller."""
    found = await _minutes(session, caller, col(Meeting.id) == meeting_id)
    if not found:
        raise not_found()
    return found[0]


async def get_minutes_of_term(session: AsyncSession, caller: Caller, term_id: UUID) -> TermMinutesBody:
    """The minutes of the meetings that were held in a co-chair term, the earliest first."""
    term = await cochairs.get_term(session, caller, term_id)
    begins, ends = (datetime.combine(day, time.min, UTC) for day in (term.starts_on, term.ends_on))
    held = and_(
        col(Meeting.starts_at) >= begins,
        col(Meeting.starts_at) < ends,
        col(Meeting.status).in_(AFTER_IT_WAS_HELD),
    )
    return TermMinutesBody.model_construct(
        term_id=term.id,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        champions=term.champions,
        meetings=await _minutes(session, caller, held),
    )


async def get_item(session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID) -> MinutesItemBody:
    """What the minutes say on one item; ``NotFound`` where it is not for the caller."""
    minutes = await get_minutes(session, caller, meeting_id)
    item = next((item for item in minutes.items if item.id == item_id), None)
    if item is None:
        raise NotFound("This meeting has no such agenda item.")
    return item


async def check_member_reads(session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID) -> MinutesItemBody:
    """What the minutes say on an item, for how they came about: that is for members only."""
    item = await get_item(session, caller, meeting_id, item_id)
    if not caller.is_member:
        raise not_found()
    return item


async def list_versions(
    session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID, query: VersionQuery
) -> Page[MinutesVersionBody]:
    """One page of the versions of an item's text, the latest first; for members."""
    item = await check_member_reads(session, caller, meeting_id, item_id)
    return await _VERSIONS.fetch(
        session,
        columns(
            MinutesVersion.number,
            MinutesVersion.text,
            MinutesVersion.origin,
            MinutesVersion.saved_at,
            MinutesVersion.person_name,
        ).where(col(MinutesVersion.agenda_item_id) == item_id),
        sort="-number",
        query=query,
        build=lambda row: MinutesVersionBody.model_construct(
            number=row.number,
            text=as_read_by(caller, row.text, item.named),
            words=told(row.text, item.named, item.language),
            origin=row.origin,
            saved_at=row.saved_at,
            saved_by=row.person_name,
        ),
    )


async def list_phrases(session: AsyncSession, query: PhraseQuery) -> Page[PhraseBody]:
    """One page of the library of standard phrases, by their words."""
    statement = columns(*(getattr(MinutesPhrase, field) for field in _PHRASE_FIELDS))
    if query.language:
        statement = statement.where(col(MinutesPhrase.language) == query.language)
    return await _PHRASES.fetch(
        session, statement, sort="text", query=query, build=lambda row: PhraseBody.model_construct(**_phrase(row))
    )


async def get_phrase(session: AsyncSession, phrase_id: UUID) -> PhraseBody:
    """One phrase, as the answer to a write."""
    statement = columns(*(getattr(MinutesPhrase, field) for field in _PHRASE_FIELDS))
    row = (await session.exec(statement.where(col(MinutesPhrase.id) == phrase_id))).one()
    return PhraseBody.model_construct(**_phrase(row))


def not_found() -> NotFound:
    """The problem for minutes that are not there, or not for the caller."""
    return NotFound("There are no such minutes, or they are not for you to see.")


def _phrase(row: Row[Any]) -> dict[str, Any]:
    return dict(zip(_PHRASE_FIELDS, row, strict=False))


async def _minutes(session: AsyncSession, caller: Caller, which: ColumnElement[bool]) -> list[MinutesBody]:
    meetings = (
        await session.exec(
            columns(
                *(getattr(Meeting, field) for field in _MEETING_FIELDS),
                Meeting.languages,
                col(Meeting.status).label("meeting_status"),
                func.coalesce(Minutes.revision, 0).label("revision"),
                Minutes.circulated_at,
                Minutes.corrections_until,
                Minutes.adopted_at,
            )
            .outerjoin(Minutes, col(Minutes.id) == col(Meeting.id))
            .where(which, sees_minutes(caller))
            .order_by(col(Meeting.starts_at), col(Meeting.id))
        )
    ).all()
    if not meetings:
        return []
    keys = [row.id for row in meetings]
    items = await _items(session, keys)
    corrections = await correction_queries.of_meetings(session, caller, keys) if caller.is_member else {}
    return [_body(caller, row, items[row.id], corrections) for row in meetings]


async def _items(session: AsyncSession, meeting_ids: list[UUID]) -> dict[UUID, list[Row[Any]]]:
    """What is on the agendas, and what was taken off after something was written on it."""
    rows = await session.exec(
        columns(
            AgendaItem.id,
            AgendaItem.meeting_id,
            AgendaItem.title,
            AgendaItem.position,
            func.coalesce(MinutesText.revision, 0).label("revision"),
            func.coalesce(MinutesText.text, "").label("text"),
            MinutesText.named,
            func.coalesce(MinutesText.version, 0).label("version"),
            MinutesText.saved_at,
            MinutesText.saved_by,
        )
        .outerjoin(MinutesText, col(MinutesText.id) == col(AgendaItem.id))
        .where(
            col(AgendaItem.meeting_id).in_(meeting_ids),
            or_(col(AgendaItem.status) == AgendaItemStatus.ACCEPTED, col(MinutesText.text) != ""),
        )
        .order_by(col(AgendaItem.position).nulls_last(), col(AgendaItem.id))
    )
    of_meeting = defaultdict(list)
    for row in rows:
        of_meeting[row.meeting_id].append(row)
    return of_meeting


def _body(
    caller: Caller, row: Row[Any], items: list[Row[Any]], corrections: dict[UUID, list[CorrectionBody]]
) -> MinutesBody:
    takes_corrections = rules.takes_corrections(row.meeting_status, row.corrections_until, now=clock.now())
    actions = rules.minutes_actions(
        row.meeting_status,
        caller.parties_to(None),
        takes_corrections=takes_corrections,
        is_champion=caller.champion_id is not None,
    )
    proposed = [correction for item in items for correction in corrections.get(item.id, [])]
    tongue = language_of(row.languages)
    is_early = rules.is_early(row.meeting_status, row.corrections_until, now=clock.now())
    return MinutesBody.model_construct(
        **{field: getattr(row, field) for field in _MEETING_FIELDS},
        revision=row.revision,
        language=tongue,
        status=rules.status_of(row.meeting_status, row.adopted_at),
        is_locked=row.meeting_status not in rules.WRITABLE,
        circulated_at=row.circulated_at,
        corrections_until=row.corrections_until,
        takes_corrections=takes_corrections,
        corrections_count=len(proposed),
        undecided_count=sum(correction.status is CorrectionStatus.PROPOSED for correction in proposed),
        adopted_at=row.adopted_at,
        items=[_item(caller, item, actions, corrections.get(item.id, []), tongue) for item in items],
        actions=actions,
        asks_reason=["adopt"] if "adopt" in actions and is_early else [],
    )


_OF_ITEMS = frozenset({"write", "ask-attribution", "propose-correction", "add-decision"})


def _item(
    caller: Caller, row: Row[Any], actions: list[str], corrections: list[CorrectionBody], tongue: Language
) -> MinutesItemBody:
    named = row.named or []
    return MinutesItemBody.model_construct(
        id=row.id,
        revision=row.revision,
        title=row.title,
        language=tongue,
        position=row.position,
        text=as_read_by(caller, row.text, named),
        words=told(row.text, named, tongue),
        named=named,
        version=row.version,
        saved_at=row.saved_at,
        saved_by=(row.saved_by or "") if caller.is_member else "",
        corrections=corrections,
        actions=[verb for verb in actions if verb in _OF_ITEMS],
    )
