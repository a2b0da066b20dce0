"""Reads of people, for those who administer accounts."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.identity import rules
from api.identity.models import LinkPurpose, OneTimeLink, Person
from api.identity.people_schemas import PeopleQuery, PersonBody
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound

_SORT = Sort(col(Person.id), {"name": col(Person.name), "created_at": col(Person.created_at)})

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "email", "name", "standing", "is_lead", "duty_station", "job_title",
    "phone", "language", "time_zone", "last_seen_at", "ended_at", "is_demonstration",
)  # fmt: skip


def visible(caller: Caller) -> ColumnElement[bool]:
    """Everybody for the secretariat; a lead focal point's own champion's people for them."""
    return true() if caller.is_secretariat else owns(caller, Person.champion_id)


def _people() -> Any:
    invitation_expires_at = (
        select(func.max(OneTimeLink.expires_at))
        .where(
            col(OneTimeLink.person_id) == col(Person.id),
            col(OneTimeLink.purpose) == LinkPurpose.INVITATION,
            col(OneTimeLink.used_at).is_(None),
            col(OneTimeLink.expires_at) > clock.now(),
        )
        .scalar_subquery()
    )
    return columns(
        *(getattr(Person, name) for name in _FIELDS),
        Person.champion_id,
        Champion.iso3,
        col(Person.password_hash).is_not(None).label("has_password"),
        invitation_expires_at.label("invitation_expires_at"),
    ).outerjoin(Champion, col(Champion.id) == col(Person.champion_id))


async def list_people(session: AsyncSession, caller: Caller, query: PeopleQuery) -> Page[PersonBody]:
    """One page of the people whose accounts the caller looks after."""
    statement = _people().where(visible(caller), *_filters(query))
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=lambda row: _body(caller, row))


def _filters(query: PeopleQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.standing:
        filters.append(col(Person.standing).in_(query.standing))
    if query.champion:
        filters.append(col(Champion.iso3) == query.champion)
    if query.has_ended is not None:
        ended = col(Person.ended_at).is_not(None)
        filters.append(ended if query.has_ended else ~ended)
    if query.q:
        filters.append(
            or_(
                col(Person.name).icontains(query.q, autoescape=True),
                col(Person.email).icontains(query.q, autoescape=True),
            )
        )
    return filters


async def get_person(session: AsyncSession, caller: Caller, person_id: UUID) -> PersonBody:
    """One person; ``NotFound`` where their account is not the caller's to look after."""
    row = (await session.exec(_people().where(col(Person.id) == person_id, visible(caller)))).first()
    if row is None:
        raise NotFound("There is no such person, or their account is not yours to look after.")
    return _body(caller, row)


def state_of(ended_at: Any) -> rules.AccountState:
    """Whether an account that ended at ``ended_at`` (``None``: never) is in use."""
    return rules.AccountState.ENDED if ended_at else rules.AccountState.ACTIVE


def _body(caller: Caller, row: Row[Any]) -> PersonBody:
    return PersonBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        has_signed_in=row.has_password or row.last_seen_at is not None,
        invitation_expires_at=row.invitation_expires_at,
        actions=rules.actions(
            state_of(row.ended_at),
            caller.parties_to(row.champion_id),
            has_password=row.has_password,
            is_self=row.id == caller.person_id,
        ),
    )
