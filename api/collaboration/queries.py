"""Reads of suggestions, dismissals, needs and contacts."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.collaboration import rules
from api.collaboration.kinds import ContactOutcome
from api.collaboration.landscape_queries import Landscape, get_landscape
from api.collaboration.models import CollaborationContact, CollaborationDismissal, CollaborationNeed
from api.collaboration.schemas import (
    CollaborationReason,
    ContactBody,
    ContactQuery,
    ContactRef,
    DismissedSuggestion,
    NeedBody,
    NeedQuery,
    Suggestion,
    SuggestionList,
    WorkRef,
)
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import InvalidInput, NotFound

_NEEDS = Sort(col(CollaborationNeed.id), {"created_at": col(CollaborationNeed.created_at)})
_CONTACTS = Sort(col(CollaborationContact.id), {"written_at": col(CollaborationContact.written_at)})
_NEED_FIELDS = ("id", "revision", "created_at", "updated_at", "kind", "objective", "sentence", "is_demonstration")
_CONTACT_FIELDS = (
    "id", "revision", "created_at", "updated_at", "subject", "text", "written_at", "outcome", "outcome_note",
    "activity_id", "activity_title", "answered_at", "is_demonstration",
)  # fmt: skip
_Other = aliased(Champion)


async def list_suggestions(session: AsyncSession, caller: Caller, iso3: str | None) -> SuggestionList:
    """Whom a champion could work with; what it set aside and whom it wrote to is for itself and the secretariat."""
    own = iso3 or caller.iso3
    if own is None:
        raise InvalidInput.parameter("champion", "Name the champion for whom you ask.", code="missing")
    landscape = await get_landscape(session, caller)
    if own not in landscape.champions:
        raise InvalidInput.parameter(
            "champion", f"{own} is no champion of the Initiative today.", code="not_a_champion"
        )
    champion_id = landscape.champions[own].id
    is_insider = caller.is_secretariat or caller.owns(champion_id)
    dismissed = await _dismissals(session, champion_id) if is_insider else {}
    contacts = await _last_contacts(session, champion_id) if is_insider else {}
    suggested = rules.suggest(landscape.profiles[own], landscape.profiles.values())
    set_aside = {
        found.iso3: dismissal
        for found in suggested
        if (dismissal := dismissed.get(landscape.champions[found.iso3].id)) and not found.news(dismissal.known)
    }
    return SuggestionList(
        champion=landscape.champions[own],
        items=[
            _suggestion(found, landscape, dismissed, contacts, is_insider=is_insider)
            for found in suggested
            if found.iso3 not in set_aside
        ],
        dismissed=[_dismissed(landscape.champions[other], row) for other, row in set_aside.items()],
    )


def _suggestion(
    found: rules.Suggestion,
    landscape: Landscape,
    dismissed: dict[UUID, Row[Any]],
    contacts: dict[UUID, ContactRef],
    *,
    is_insider: bool,
) -> Suggestion:
    champion = landscape.champions[found.iso3]
    dismissal, contact = dismissed.get(champion.id), contacts.get(champion.id)
    news = found.news(dismissal.known) if dismissal else ()
    is_in_touch = contact is not None and contact.outcome in {None, ContactOutcome.TALKING}
    return Suggestion(
        champion=champion,
        score=found.score,
        reasons=[_reason(reason, is_new=reason.key in news) for reason in found.reasons],
        contact=contact,
        actions=(["dismiss"] if is_in_touch else ["contact", "dismiss"]) if is_insider else [],
    )


def _reason(reason: rules.Reason, *, is_new: bool) -> CollaborationReason:
    return CollaborationReason(
        kind=reason.kind,
        basis=reason.basis,
        objective=reason.objective,
        own=_work(reason.own),
        theirs=_work(reason.theirs),
        weight=reason.weight,
        is_new=is_new,
    )


def _work(work: rules.Work | None) -> WorkRef | None:
    return WorkRef(kind=work.kind, id=work.id, title=work.title) if work else None


def _dismissed(champion: ChampionRef, row: Row[Any]) -> DismissedSuggestion:
    return DismissedSuggestion(
        id=row.id,
        champion=champion,
        reason=row.reason,
        dismissed_by=row.person_name,
        dismissed_at=row.updated_at,
    )


async def _dismissals(session: AsyncSession, champion_id: UUID) -> dict[UUID, Row[Any]]:
    names = ("other_id", "id", "known", "reason", "person_name", "updated_at")
    rows = await session.exec(
        columns(*(getattr(CollaborationDismissal, name) for name in names)).where(
            col(CollaborationDismissal.champion_id) == champion_id
        )
    )
    return {row.other_id: row for row in rows}


async def _last_contacts(session: AsyncSession, champion_id: UUID) -> dict[UUID, ContactRef]:
    rows = await session.exec(
        columns(*(getattr(CollaborationContact, name) for name in ("other_id", "id", "written_at", "outcome")))
        .where(col(CollaborationContact.champion_id) == champion_id)
        .order_by(col(CollaborationContact.written_at), col(CollaborationContact.id))
    )
    return {row.other_id: ContactRef(id=row.id, written_at=row.written_at, outcome=row.outcome) for row in rows}


async def list_needs(session: AsyncSession, caller: Caller, query: NeedQuery) -> Page[NeedBody]:
    """One page of what champions seek and offer."""
    narrowed = {
        col(Champion.iso3): query.champion,
        col(CollaborationNeed.objective): query.objective,
        col(CollaborationNeed.kind): query.kind,
    }
    return await _NEEDS.fetch(
        session,
        _needs().where(*(column == value for column, value in narrowed.items() if value is not None)),
        sort=query.sort,
        query=query,
        build=lambda row: _need(caller, row),
    )


async def get_need(session: AsyncSession, caller: Caller, need_id: UUID) -> NeedBody:
    """One need."""
    return _need(caller, (await session.exec(_needs().where(col(CollaborationNeed.id) == need_id))).one())


def _needs() -> Any:
    return columns(
        *(getattr(CollaborationNeed, name) for name in _NEED_FIELDS), CollaborationNeed.champion_id, Champion.iso3
    ).join(Champion, col(Champion.id) == col(CollaborationNeed.champion_id))


def _need(caller: Caller, row: Row[Any]) -> NeedBody:
    is_own = caller.is_secretariat or caller.owns(row.champion_id)
    return NeedBody(
        **dict(zip(_NEED_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3),
        actions=["delete"] if is_own else [],
    )


def own_contacts(caller: Caller) -> ColumnElement[bool]:
    """Letters that the caller's champion wrote, or got; all of them for the secretariat."""
    if caller.is_secretariat:
        return true()
    return or_(owns(caller, CollaborationContact.champion_id), owns(caller, CollaborationContact.other_id))


def is_to_follow_up() -> ColumnElement[bool]:
    """Letters of which nobody has told what came, and that are old enough to ask."""
    return and_(
        col(CollaborationContact.outcome).is_(None),
        col(CollaborationContact.written_at) <= clock.now() - rules.FOLLOWED_UP_AFTER,
    )


async def list_contacts(session: AsyncSession, caller: Caller, query: ContactQuery) -> Page[ContactBody]:
    """One page of the letters that the caller's champion wrote or got."""
    filters = [own_contacts(caller)]
    if query.champion:
        filters.append(col(Champion.iso3) == query.champion)
    if query.is_open is not None:
        is_open = or_(
            col(CollaborationContact.outcome).is_(None), col(CollaborationContact.outcome) == ContactOutcome.TALKING
        )
        filters.append(is_open if query.is_open else ~is_open)
    return await _CONTACTS.fetch(
        session,
        _contacts().where(*filters),
        sort=query.sort,
        query=query,
        build=lambda row: _contact(caller, row),
    )


async def get_contact(session: AsyncSession, caller: Caller, contact_id: UUID) -> ContactBody:
    """One letter; ``NotFound`` where it is not the caller's champion's."""
    row = (
        await session.exec(_contacts().where(col(CollaborationContact.id) == contact_id, own_contacts(caller)))
    ).first()
    if row is None:
        raise NotFound("There is no such letter, or it is not for you to see.")
    return _contact(caller, row)


def _contacts() -> Any:
    return (
        columns(
            *(getattr(CollaborationContact, name) for name in _CONTACT_FIELDS),
            CollaborationContact.champion_id,
            CollaborationContact.person_name,
            Champion.iso3,
            CollaborationContact.other_id,
            _Other.iso3.label("other_iso3"),  # type: ignore[attr-defined]
        )
        .join(Champion, col(Champion.id) == col(CollaborationContact.champion_id))
        .join(_Other, col(_Other.id) == col(CollaborationContact.other_id))
    )


def _contact(caller: Caller, row: Row[Any]) -> ContactBody:
    may_tell = caller.is_secretariat or caller.owns(row.champion_id)
    is_open = row.outcome in {None, ContactOutcome.TALKING}
    return ContactBody(
        **dict(zip(_CONTACT_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3),
        other=ChampionRef.of(row.other_id, row.other_iso3),
        written_by=row.person_name,
        is_to_follow_up=row.outcome is None and row.written_at <= clock.now() - rules.FOLLOWED_UP_AFTER,
        actions=["follow-up"] if may_tell and is_open else [],
    )
