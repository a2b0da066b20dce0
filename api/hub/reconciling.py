"""Compares what the Hub has with what it should have, page by page, and keeps what differs."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, func, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.hub import document
from api.hub.client import HubClient, has_more, resources
from api.hub.models import (
    AttemptOutcome,
    DeliveryKind,
    DeliveryState,
    FindingKind,
    HubDelivery,
    HubFinding,
    HubReconciliation,
)
from api.hub.models import ReconciliationState as State
from api.hub.rules import finding, words_kept
from api.platform import clock
from api.platform.database import Database, columns
from api.platform.jobs import transaction
from api.platform.records import Visibility
from api.practices.models import Practice, PracticeStatus, PracticeVersion
from api.settings import Settings

SILENT_FOR = timedelta(minutes=10)
"""A comparison that has shown no sign of life for so long was interrupted."""
_INTERRUPTED = "The comparison was interrupted. Start it again."
_SHOWN = frozenset({"draft", "published", "refused"})
"""States of a node in which the Hub has the practice; `archived` is a withdrawal."""
_LARGEST = 2**31 - 1
_Waiting = aliased(HubDelivery)


async def compare(database: Database, settings: Settings) -> None:
    """Carry out the comparison that was asked for, if one is; each page in a transaction of its own."""
    async with database.session() as session:
        running = (
            await session.exec(select(HubReconciliation.id).where(col(HubReconciliation.state) == State.RUNNING))
        ).first()
    if running is None or settings.hub_url is None:
        return
    seen: set[UUID] = set()
    offset = 0
    async with HubClient(settings) as hub:
        while True:
            answer = await hub.page(offset)
            if answer.outcome is not AttemptOutcome.TAKEN:
                await _end(database, running, State.FAILED, answer.words)
                return
            found = {key: each for each in resources(answer) if (key := _key(each)) is not None}
            async with transaction(database) as session:
                session.add_all(await _findings(session, settings, running, found, seen))
                await session.exec(
                    update(HubReconciliation)
                    .where(col(HubReconciliation.id) == running)
                    .values(found=HubReconciliation.found + len(found.keys() - seen), updated_at=clock.now())
                )
            is_the_same_again = found.keys() <= seen  # a Hub that does not count pages would never come to an end
            seen |= found.keys()
            offset += len(resources(answer))
            if not has_more(answer) or is_the_same_again:
                break
    async with transaction(database) as session:
        await _add_missing(session, running, seen)
    await _end(database, running, State.DONE)


async def give_up_interrupted(session: AsyncSession) -> None:
    """Close a comparison whose worker was killed."""
    now = clock.now()
    await session.exec(
        update(HubReconciliation)
        .where(col(HubReconciliation.state) == State.RUNNING, col(HubReconciliation.updated_at) < now - SILENT_FOR)
        .values(state=State.FAILED, finished_at=now, words=_INTERRUPTED)
    )


def should_be_there() -> Any:
    """The practices that the Hub should have."""
    return and_(col(Practice.status) == PracticeStatus.PUBLISHED, col(Practice.visibility) == Visibility.PUBLIC)


def on_their_way() -> Any:
    """What is on its way differs for now, and is no finding."""
    return exists().where(col(_Waiting.practice_id) == col(Practice.id), col(_Waiting.state) == DeliveryState.QUEUED)


async def _findings(
    session: AsyncSession,
    settings: Settings,
    reconciliation_id: UUID,
    found: Mapping[UUID, Mapping[str, Any]],
    seen: set[UUID],
) -> list[HubFinding]:
    rows = await session.exec(
        columns(
            Practice.id,
            Practice.title,
            Practice.version,
            PracticeVersion.content,
            Champion.iso3,
            should_be_there().label("is_shown"),
            on_their_way().label("is_on_its_way"),
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .join(
            PracticeVersion,
            and_(
                col(PracticeVersion.practice_id) == col(Practice.id),
                col(PracticeVersion.number) == col(Practice.version),
            ),
        )
        .where(col(Practice.id).in_(found.keys()))
    )
    ours = {row.id: row for row in rows}
    made = []
    for key, resource in found.items():
        row = ours.get(key)
        if key in seen or (row is not None and row.is_on_its_way):
            continue
        version = row.version if row is not None and row.is_shown else None
        fields = _differing(settings, row, resource) if row is not None and version else []
        kind = finding(version, _shown_version(resource), fields)
        if kind is not None:
            made.append(
                HubFinding(
                    reconciliation_id=reconciliation_id,
                    kind=kind,
                    practice_id=key,
                    is_ours=row is not None,
                    title=row.title if row is not None else _title(resource),
                    our_version=version,
                    hub_version=_shown_version(resource),
                    fields=", ".join(fields)[:1000],
                )
            )
    return made


def _differing(settings: Settings, row: Any, resource: Mapping[str, Any]) -> list[str]:
    sent = document.document(
        row.id,
        kind=DeliveryKind.PUBLICATION,
        champion=row.iso3,
        version=row.version,
        sequence=0,
        content=row.content,
        home=settings.public_url.rstrip("/"),
    )
    return document.differing(sent, resource)


async def _add_missing(session: AsyncSession, reconciliation_id: UUID, seen: set[UUID]) -> None:
    rows = await session.exec(
        columns(Practice.id, Practice.title, Practice.version).where(should_be_there(), ~on_their_way())
    )
    session.add_all(
        HubFinding(
            reconciliation_id=reconciliation_id,
            kind=FindingKind.MISSING,
            practice_id=row.id,
            title=row.title,
            our_version=row.version,
        )
        for row in rows
        if row.id not in seen
    )
    expected = select(func.count()).select_from(Practice).where(should_be_there()).scalar_subquery()
    await session.exec(
        update(HubReconciliation).where(col(HubReconciliation.id) == reconciliation_id).values(expected=expected)
    )


async def _end(database: Database, reconciliation_id: UUID, state: State, words: str = "") -> None:
    async with transaction(database) as session:
        await session.exec(
            update(HubReconciliation)
            .where(col(HubReconciliation.id) == reconciliation_id, col(HubReconciliation.state) == State.RUNNING)
            .values(state=state, finished_at=clock.now(), words=words)
        )


def _key(resource: Mapping[str, Any]) -> UUID | None:
    try:
        return UUID(str(resource.get("id")))
    except ValueError:
        return None


def _title(resource: Mapping[str, Any]) -> str:
    attributes = resource.get("attributes")
    title = attributes.get("title") if isinstance(attributes, Mapping) else None
    return words_kept(str(title or ""))[:200]


def _shown_version(resource: Mapping[str, Any]) -> int | None:
    attributes = resource.get("attributes")
    if not isinstance(attributes, Mapping) or str(attributes.get("moderation_state")) not in _SHOWN:
        return None
    version = attributes.get("field_version")
    return version if isinstance(version, int) and 0 <= version <= _LARGEST else 0
