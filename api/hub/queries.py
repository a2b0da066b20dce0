"""Reads of deliveries: columns, not objects; one statement for a list."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.hub import rules
from api.hub.models import DeliveryKind, DeliveryState, HubAttempt, HubCircuit, HubDelivery, HubStatus
from api.hub.schemas import (
    AttemptBody,
    CircuitBody,
    CircuitState,
    DeliveryBody,
    DeliveryCounts,
    DeliveryQuery,
    DeliverySummary,
    HubBody,
    PracticeAtHub,
)
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.schemas import trusted
from api.practices.models import Practice
from api.settings import Settings

_ATTEMPTS_SHOWN = 100
_SORT = Sort(col(HubDelivery.id), {"created_at": col(HubDelivery.created_at)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "practice_id", "title", "kind", "version", "sequence", "state", "due_at", "leased_until",
    "attempts", "delivered_at", "hub_status", "hub_said_at", "hub_words", "hub_link", "skip_reason",
)  # fmt: skip
_Later = aliased(HubDelivery)


async def list_deliveries(session: AsyncSession, query: DeliveryQuery) -> Page[DeliverySummary]:
    """One page of deliveries, newest first."""
    statement = _deliveries().where(*_filters(query))
    return await _SORT.fetch(session, statement, sort="-created_at", query=query, build=_summary)


async def get_delivery(session: AsyncSession, delivery_id: UUID) -> DeliveryBody:
    """A delivery with its attempts."""
    row = (await session.exec(_deliveries().where(col(HubDelivery.id) == delivery_id))).first()
    if row is None:
        raise NotFound("There is no such delivery.")
    attempts = await session.exec(
        select(HubAttempt)
        .where(col(HubAttempt.delivery_id) == delivery_id)
        .order_by(col(HubAttempt.number).desc())
        .limit(_ATTEMPTS_SHOWN)
    )
    made = [AttemptBody.model_construct(**attempt.model_dump(exclude={"delivery_id"})) for attempt in attempts]
    return trusted(DeliveryBody, _values(row) | {"attempts_made": made})


async def get_hub(session: AsyncSession, settings: Settings) -> HubBody:
    """How the Hub is connected, and how things stand."""
    circuit = (await session.exec(select(HubCircuit))).one()
    counted = (await session.exec(_counts())).one()
    return HubBody(
        is_configured=settings.hub_url is not None,
        address=settings.hub_url,
        client_id=settings.hub_client_id,
        hears_messages=settings.hub_callback_secret is not None,
        at_once=settings.hub_concurrency,
        most_attempts=settings.hub_attempts,
        circuit=CircuitBody(
            state=circuit_state(circuit),
            failures=circuit.failures,
            paused_until=circuit.paused_until,
            words=circuit.words,
        ),
        counts=DeliveryCounts(**{name: getattr(counted, name) for name in DeliveryCounts.model_fields}),
        waiting_since=counted.waiting_since,
        retryable=counted.retryable,
    )


def circuit_state(circuit: HubCircuit) -> CircuitState:
    """Whether anything is sent now."""
    most = rules.Circuit(circuit.failures, circuit.trips, circuit.paused_until).may_carry(clock.now(), 2)
    return (CircuitState.OPEN, CircuitState.HALF_OPEN, CircuitState.CLOSED)[most]


async def practice_at_hub(
    session: AsyncSession, caller: Caller, practice_id: UUID, settings: Settings
) -> PracticeAtHub:
    """Where a practice stands with the Hub; ``NotFound`` for all but its champion and the secretariat."""
    champion_id = (await session.exec(select(Practice.champion_id).where(col(Practice.id) == practice_id))).first()
    if champion_id is None or not (caller.is_secretariat or caller.owns(champion_id)):
        raise NotFound("There is no such practice, or it is not for you to see.")
    rows = (
        await session.exec(
            select(HubDelivery)
            .where(
                col(HubDelivery.practice_id) == practice_id,
                or_(
                    col(HubDelivery.hub_status) == HubStatus.PUBLISHED,
                    ~_later().exists(),
                ),
            )
            .order_by(col(HubDelivery.sequence).desc())
            .limit(2)
        )
    ).all()
    return _at_hub(caller, rows, settings)


def _at_hub(caller: Caller, rows: Sequence[HubDelivery], settings: Settings) -> PracticeAtHub:
    last = rows[0] if rows else None
    standing = rules.standing(last.state if last else None, last.hub_status if last else None)
    shown = None if standing is rules.HubStanding.WITHDRAWN else next(filter(_is_published, rows), None)
    return PracticeAtHub(
        standing=standing,
        is_configured=settings.hub_url is not None,
        version=last.version if last else None,
        since=(last.hub_said_at or last.delivered_at or last.created_at) if last else None,
        words=(last.skip_reason or last.hub_words) if last else "",
        shown_version=shown.version if shown else None,
        link=shown.hub_link if shown else "",
        delivery_id=last.id if last and caller.is_secretariat else None,
    )


def _is_published(delivery: HubDelivery) -> bool:
    return delivery.hub_status is HubStatus.PUBLISHED and delivery.kind is DeliveryKind.PUBLICATION


def is_live_dead_letter() -> ColumnElement[bool]:
    """Given up, and still the last word on its practice."""
    return and_(col(HubDelivery.state) == DeliveryState.GIVEN_UP, ~_later().exists())


def _deliveries() -> Any:
    last_words = (
        select(HubAttempt.words)
        .where(col(HubAttempt.delivery_id) == col(HubDelivery.id))
        .order_by(col(HubAttempt.number).desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        columns(
            *(getattr(HubDelivery, name) for name in _FIELDS),
            Practice.champion_id,
            Champion.iso3,
            func.coalesce(last_words, "").label("last_words"),
            (~_later().exists()).label("is_last"),
        )
        .join(Practice, col(Practice.id) == col(HubDelivery.practice_id))
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
    )


def _later() -> Any:
    """The deliveries about the same practice that came after."""
    return select(_Later.id).where(
        col(_Later.practice_id) == col(HubDelivery.practice_id), col(_Later.sequence) > col(HubDelivery.sequence)
    )


def _filters(query: DeliveryQuery) -> list[ColumnElement[bool]]:
    return [
        col(HubDelivery.state).in_(query.state) if query.state else true(),
        col(HubDelivery.hub_status).in_(query.hub_status) if query.hub_status else true(),
        col(HubDelivery.practice_id) == query.practice_id if query.practice_id else true(),
        col(HubDelivery.title).icontains(query.q, autoescape=True) if query.q else true(),
    ]


def _summary(row: Row[Any]) -> DeliverySummary:
    return trusted(DeliverySummary, _values(row))


def _values(row: Row[Any]) -> dict[str, Any]:
    is_on_its_way = row.leased_until is not None and row.leased_until > clock.now()
    return row._asdict() | {
        "champion": ChampionRef.of(row.champion_id, row.iso3),
        "is_on_its_way": is_on_its_way,
        "actions": rules.actions(row.state, is_on_its_way=is_on_its_way, is_last=row.is_last),
    }


def _counts() -> Any:
    state, said = col(HubDelivery.state), col(HubDelivery.hub_status)
    is_delivered = state == DeliveryState.DELIVERED
    taken_down = _later().where(col(_Later.hub_status) == HubStatus.WITHDRAWN).exists()
    shows = (said == HubStatus.PUBLISHED) & (col(HubDelivery.kind) == DeliveryKind.PUBLICATION) & ~taken_down
    return columns(
        func.count().filter(state == DeliveryState.QUEUED).label("queued"),
        func.count().filter(state == DeliveryState.GIVEN_UP).label("given_up"),
        func.count()
        .filter(is_delivered & (said.is_(None) | (said == HubStatus.ACCEPTED)) & col(HubDelivery.due_at).is_not(None))
        .label("unanswered"),
        func.count(func.distinct(HubDelivery.practice_id)).filter(shows).label("published"),
        func.count().filter(is_delivered & (said == HubStatus.REFUSED)).label("refused"),
        func.min(HubDelivery.created_at).filter(state == DeliveryState.QUEUED).label("waiting_since"),
        func.count().filter(is_live_dead_letter()).label("retryable"),
    ).select_from(HubDelivery)
