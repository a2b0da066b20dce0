"""Reads of agenda items, with what they are linked to as far as the caller may see it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Row, case, func, true
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.activities.models import Activity
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings import rules
from api.meetings.agenda_schemas import AgendaItemBody, LinkedRecord
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.platform.database import columns
from api.platform.problems import InvalidInput
from api.practices import queries as practices
from api.practices.models import Practice
from api.processes.models import Process
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "meeting_id", "title", "description", "minutes", "position", "status",
    "decision_reason", "objectives",
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
    seen = true() if caller.is_member else col(AgendaItem.status) == AgendaItemStatus.ACCEPTED
    rows = await session.exec(
        _items(caller)
        .where(col(AgendaItem.meeting_id) == meeting.id, seen)
        .order_by(col(AgendaItem.position).nulls_last(), _PLACE_OF_STATUS, col(AgendaItem.id))
    )
    return [_body(caller, row) for row in rows]


async def get_item(session: AsyncSession, caller: Caller, item_id: UUID) -> AgendaItemBody:
    """One item that the caller is known to see."""
    return _body(caller, (await session.exec(_items(caller).where(col(AgendaItem.id) == item_id))).one())


def sees_agenda(caller: Caller, *, is_shared_with_observers: bool) -> bool:
    """Whether the caller sees more of a meeting than its public summary."""
    return caller.is_member or (caller.is_observer and is_shared_with_observers)


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
    }


def _items(caller: Caller) -> Any:
    lead = aliased(Champion)
    leads = (
        select(
            func.json_agg(
                aggregate_order_by(
                    func.json_build_array(lead.id, lead.iso3), func.array_position(AgendaItem.leads, lead.iso3)
                )
            )
        )
        .where(col(lead.iso3) == func.any(AgendaItem.leads))
        .scalar_subquery()
    )
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
            AgendaItem.proposed_by_id,
            Champion.iso3,
            leads.label("leads"),
            col(Meeting.status).label("meeting_status"),
            *links,
        )
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .outerjoin(Champion, col(Champion.id) == col(AgendaItem.proposed_by_id))
    )


def _body(caller: Caller, row: Row[Any]) -> AgendaItemBody:
    values = row._mapping
    return AgendaItemBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        proposed_by=ChampionRef.of(row.proposed_by_id, row.iso3) if row.proposed_by_id else None,
        leads=[ChampionRef.of(UUID(key), iso3) for key, iso3 in row.leads or []],
        workplan_item=_linked(values, "workplan_item"),
        activity=_linked(values, "activity"),
        practice=_linked(values, "practice"),
        process=_linked(values, "process"),
        actions=rules.item_actions(row.status, caller.parties_to(row.proposed_by_id), row.meeting_status),
    )


def _linked(values: Mapping[Any, Any], link: str) -> LinkedRecord | None:
    title = values[f"{link}_title"]
    return None if title is None else LinkedRecord.model_construct(id=values[f"{link}_id"], title=title)
