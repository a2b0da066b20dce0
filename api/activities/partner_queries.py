"""Reads of who asks to join an activity."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.activities import partner_rules, queries, rules
from api.activities.models import Activity, ActivityChampion, PartnerRequest, PartnerStatus
from api.activities.partner_schemas import PartnerBody, PartnerList
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import NotFound
from api.platform.transitions import Party

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "part", "message", "status", "answer", "person_name", "asked_at",
    "answered_at", "answered_by_name",
)  # fmt: skip


async def list_partners(session: AsyncSession, caller: Caller, activity_id: UUID) -> PartnerList:
    """Who asked to join: all of it for those who lead, one's own for others."""
    activity = await queries.get_visible(session, caller, activity_id)
    parties = await queries.parties_to(session, caller, activity)
    asked_first = (col(PartnerRequest.status) != PartnerStatus.ASKED, col(PartnerRequest.asked_at).desc())
    rows = await session.exec(_requests(caller, activity, parties).order_by(*asked_first))
    items = [_body(caller, row, parties) for row in rows]
    return PartnerList(items=items, actions=["ask"] if await may_ask(session, caller, activity) else [])


async def get_partner(session: AsyncSession, caller: Caller, activity: Activity, request_id: UUID) -> PartnerBody:
    """One request to join; ``NotFound`` where it is not for the caller."""
    parties = await queries.parties_to(session, caller, activity)
    found = await session.exec(_requests(caller, activity, parties).where(col(PartnerRequest.id) == request_id))
    row = found.first()
    if row is None:
        raise not_found()
    return _body(caller, row, parties)


async def may_ask(session: AsyncSession, caller: Caller, activity: Activity) -> bool:
    """Whether the caller's champion may ask to join: it is invited, and has no part yet."""
    if caller.champion_id is None or caller.owns(activity.champion_id) or not is_open(activity):
        return False
    return not await has_part(session, activity.id, caller.champion_id)


async def has_part(session: AsyncSession, activity_id: UUID, champion_id: UUID) -> bool:
    """Whether the champion has a part in the activity beside its lead."""
    part = select(ActivityChampion.part).where(
        col(ActivityChampion.activity_id) == activity_id, col(ActivityChampion.champion_id) == champion_id
    )
    return (await session.exec(part)).first() is not None


def is_open(activity: Activity) -> bool:
    """Whether others may ask to join now."""
    is_over = rules.is_over(activity.status, activity.starts_on, activity.ends_on, today=clock.today())
    return partner_rules.takes_partners(
        activity.status, is_open_for_partners=activity.is_open_for_partners, is_over=is_over
    )


def not_found() -> NotFound:
    """What is told of a request that is not there, or not for the caller."""
    return NotFound("There is no such request to join, or it is not for you to see.")


def _requests(caller: Caller, activity: Activity, parties: frozenset[Party]) -> Any:
    statement = (
        columns(*(getattr(PartnerRequest, field) for field in _FIELDS), PartnerRequest.champion_id, Champion.iso3)
        .join(Champion, col(Champion.id) == col(PartnerRequest.champion_id))
        .where(col(PartnerRequest.activity_id) == activity.id)
    )
    return statement if parties & rules.WRITERS else statement.where(owns(caller, PartnerRequest.champion_id))


def _body(caller: Caller, row: Row[Any], parties: frozenset[Party]) -> PartnerBody:
    return PartnerBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3),
        actions=partner_rules.actions(row.status, to_activity=parties, to_request=caller.parties_to(row.champion_id)),
    )
