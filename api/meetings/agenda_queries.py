"""Reads of agenda items, with what they are linked to as far as the caller may see it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, String, case, cast, func, or_, true
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.activities.models import Activity
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings import agenda_rules
from api.meetings.agenda_schemas import AgendaItemBody, CarriedItem, LinkedRecord, ProposalQuery, Supporter, Wording
from api.meetings.models import AgendaItem, AgendaItemStatus, AgendaItemSupport, Meeting
from api.platform.database import columns
from api.platform.language import Language
from api.platform.paging import Page, Sort
from api.platform.problems import InvalidInput
from api.practices import queries as practices
from api.practices.models import Practice
from api.processes.models import Process
from api.statements import queries as statements
from api.statements.models import Statement
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "meeting_id", "title", "description", "minutes", "position", "status",
    "decision_reason", "objectives", "language", "origin", "merged_into_id", "is_reached",
)  # fmt: skip
_PLACE_OF_STATUS = case(
    {status: place for place, status in enumerate(AgendaItemStatus)}, value=col(AgendaItem.status), else_=9
)


async def list_items(session: AsyncSession, caller: Caller, meeting: Any) -> list[AgendaItemBody]:
    """The items of ``meeting`` that the caller may see: the agenda in its order, then what is or was proposed.

    Members see all; observers what was accepted for a meeting that is shared with them; the public none.
    """
    if not sees_agenda(caller, is_shared_with_observers=meeting.is_shared_with_observers):
        return []
    rows = await session.exec(
        _items(caller)
        .where(col(AgendaItem.meeting_id) == meeting.id, _seen(caller))
        .order_by(col(AgendaItem.position).nulls_last(), _PLACE_OF_STATUS, col(AgendaItem.id))
    )
    return [_body(caller, row) for row in rows]


async def list_proposals(
    session: AsyncSession, caller: Caller, meeting: Any, query: ProposalQuery
) -> Page[AgendaItemBody]:
    """One page of what was proposed for ``meeting``; nothing for who does not see its agenda."""
    if not sees_agenda(caller, is_shared_with_observers=meeting.is_shared_with_observers):
        return Page[AgendaItemBody](items=[], next=None)
    wanted = col(AgendaItem.status).in_(query.status) if query.status else true()
    return await _SORT.fetch(
        session,
        _items(caller).where(col(AgendaItem.meeting_id) == meeting.id, _seen(caller), wanted),
        sort=query.sort,
        query=query,
        build=lambda row: _body(caller, row),
    )


async def get_item(session: AsyncSession, caller: Caller, item_id: UUID) -> AgendaItemBody:
    """One item that the caller is known to see."""
    return _body(caller, (await session.exec(_items(caller).where(col(AgendaItem.id) == item_id))).one())


def sees_agenda(caller: Caller, *, is_shared_with_observers: bool) -> bool:
    """Whether the caller sees more of a meeting than its public summary."""
    return caller.is_member or (caller.is_observer and is_shared_with_observers)


def _seen(caller: Caller) -> ColumnElement[bool]:
    return true() if caller.is_member else col(AgendaItem.status) == AgendaItemStatus.ACCEPTED


async def check_links(session: AsyncSession, caller: Caller, keys: dict[str, UUID | None]) -> None:
    """Raise ``InvalidInput`` where a key of ``keys`` (``practice_id``: …) names nothing that the caller may see."""
    for link, (key, titles) in linkable(caller).items():
        wanted = keys.get(f"{link}_id")
        if wanted and (await session.exec(titles.where(col(key) == wanted))).first() is None:
            raise InvalidInput.at(
                f"/{link}_id",
                f"There is no such {link.replace('_', ' ')}, or it is not for you to see.",
                code="unknown",
            )


def linkable(caller: Caller) -> dict[str, tuple[Any, Any]]:
    """For each link the key, and the titles that the caller may see."""
    sees_activity = sees(caller, visibility=Activity.visibility, champion_id=Activity.champion_id)
    return {
        "workplan_item": (
            WorkplanItem.id,
            select(WorkplanItem.title)
            .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
            .where(workplans.visible(caller)),
        ),
        "activity": (Activity.id, select(Activity.title).where(sees_activity)),
        "practice": (Practice.id, select(Practice.title).where(practices.visible(caller))),
        "process": (Process.id, select(Process.title)),
        "statement": (Statement.id, statements.titles(caller)),
    }


def _items(caller: Caller) -> Any:
    links = [
        column
        for link, (key, titles) in linkable(caller).items()
        for column in (
            getattr(AgendaItem, f"{link}_id"),
            titles.where(col(key) == getattr(AgendaItem, f"{link}_id")).scalar_subquery().label(f"{link}_title"),
        )
    ]
    return (
        columns(
            *(getattr(AgendaItem, name) for name in _FIELDS),
            AgendaItem.translations,
            AgendaItem.proposed_by_id,
            Champion.iso3,
            _champions_in(AgendaItem.leads).label("leads"),
            _champions_in(AgendaItem.co_proposed_by).label("co_proposers"),
            _supporters().label("supporters"),
            _same_item(lambda other: col(other.id) == col(AgendaItem.carried_from_id)).label("carried_from"),
            _same_item(lambda other: col(other.carried_from_id) == col(AgendaItem.id)).label("carried_to"),
            col(Meeting.status).label("meeting_status"),
            *links,
        )
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .outerjoin(Champion, col(Champion.id) == col(AgendaItem.proposed_by_id))
    )


def _champions_in(codes: Any) -> Any:
    """Keys and codes of the champions that a column of codes names, in its order."""
    champion = aliased(Champion)
    in_order = aggregate_order_by(
        func.json_build_array(champion.id, champion.iso3), func.array_position(codes, champion.iso3)
    )
    return select(func.json_agg(in_order)).where(col(champion.iso3) == func.any(codes)).scalar_subquery()


def _supports() -> Any:
    """Each champion to which an item, or a proposal merged into it, matters; with who said so."""
    part, champion = aliased(AgendaItem), aliased(Champion)
    return (
        select(champion.id, champion.iso3, func.min(AgendaItemSupport.person_name).label("person_name"))
        .join(part, col(part.id) == col(AgendaItemSupport.item_id))
        .join(champion, col(champion.id) == col(AgendaItemSupport.champion_id))
        .where(or_(col(part.id) == col(AgendaItem.id), col(part.merged_into_id) == col(AgendaItem.id)))
        .group_by(col(champion.id), col(champion.iso3))
        .correlate(AgendaItem)
        .subquery()
    )


def _supporters() -> Any:
    given = _supports().lateral()
    told = func.json_build_array(given.c.id, given.c.iso3, given.c.person_name)
    return select(func.json_agg(aggregate_order_by(told, given.c.iso3))).select_from(given).scalar_subquery()


def _support_count() -> Any:
    given = _supports().lateral()
    return select(func.count()).select_from(given).scalar_subquery()


def _same_item(is_other: Any) -> Any:
    other, meeting = aliased(AgendaItem), aliased(Meeting)
    told = func.json_build_array(other.id, meeting.id, meeting.title, cast(col(meeting.starts_at), String))
    return (
        select(told)
        .join_from(other, meeting, col(meeting.id) == col(other.meeting_id))
        .where(is_other(other))
        .scalar_subquery()
    )


def _body(caller: Caller, row: Row[Any]) -> AgendaItemBody:
    values = row._mapping
    supporters = row.supporters or []
    co_proposers = _refs(row.co_proposers)
    proposers = {row.proposed_by_id, *(champion.id for champion in co_proposers)}
    standing = agenda_rules.Standing(
        is_reached=row.is_reached,
        was_carried_over=row.carried_to is not None,
        may_support=caller.champion_id is not None and caller.champion_id not in proposers,
        does_support=str(caller.champion_id) in {key for key, _, _ in supporters},
    )
    return AgendaItemBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        proposed_by=ChampionRef.of(row.proposed_by_id, row.iso3) if row.proposed_by_id else None,
        translations={
            Language(language): Wording.model_construct(**words) for language, words in row.translations.items()
        },
        leads=_refs(row.leads),
        co_proposers=co_proposers,
        supporters=[
            Supporter.model_construct(champion=ChampionRef.of(UUID(key), iso3), person_name=name)
            for key, iso3, name in supporters
            if caller.is_member
        ],
        carried_from=_carried(row.carried_from),
        carried_to=_carried(row.carried_to),
        workplan_item=_linked(values, "workplan_item"),
        activity=_linked(values, "activity"),
        practice=_linked(values, "practice"),
        process=_linked(values, "process"),
        statement=_linked(values, "statement"),
        actions=agenda_rules.item_actions(
            row.status, caller.parties_to(row.proposed_by_id), row.meeting_status, standing
        ),
    )


def _refs(told: list[tuple[str, str]] | None) -> list[ChampionRef]:
    return [ChampionRef.of(UUID(key), iso3) for key, iso3 in told or []]


def _carried(told: tuple[str, str, str, str] | None) -> CarriedItem | None:
    if told is None:
        return None
    key, meeting_id, title, starts_at = told
    return CarriedItem.model_construct(
        id=UUID(key),
        meeting_id=UUID(meeting_id),
        meeting_title=title,
        meeting_starts_at=datetime.fromisoformat(starts_at),
    )


def _linked(values: Mapping[Any, Any], link: str) -> LinkedRecord | None:
    title = values[f"{link}_title"]
    return None if title is None else LinkedRecord.model_construct(id=values[f"{link}_id"], title=title)


_SORT = Sort(col(AgendaItem.id), {"support": _support_count(), "created_at": col(AgendaItem.created_at)})
