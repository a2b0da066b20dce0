"""Reads of the corrections that champions propose to minutes; for members."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, func
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings.models import Meeting
from api.minutes import rules
from api.minutes.marks import masked
from api.minutes.models import MinutesCorrection, MinutesText, MinutesVersion
from api.minutes.schemas import CorrectionBody, CorrectionQuery
from api.minutes.telling import language_of, told
from api.platform.database import columns
from api.platform.paging import Page, Sort

_SORT = Sort(col(MinutesCorrection.id), {"created_at": col(MinutesCorrection.created_at)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "agenda_item_id", "person_name", "base_version", "why", "status",
    "decision_reason", "decided_at", "decided_by",
)  # fmt: skip


async def of_meetings(
    session: AsyncSession, caller: Caller, meeting_ids: list[UUID]
) -> dict[UUID, list[CorrectionBody]]:
    """The corrections to the minutes of these meetings by agenda item, the oldest first, in one statement."""
    rows = await session.exec(
        _corrections()
        .where(col(MinutesCorrection.meeting_id).in_(meeting_ids))
        .order_by(col(MinutesCorrection.created_at), col(MinutesCorrection.id))
    )
    of_item = defaultdict(list)
    for row in rows:
        of_item[row.agenda_item_id].append(_body(caller, row))
    return of_item


async def list_corrections(
    session: AsyncSession, caller: Caller, item_id: UUID, query: CorrectionQuery
) -> Page[CorrectionBody]:
    """One page of the corrections to an item, the oldest first."""
    return await _SORT.fetch(
        session,
        _corrections().where(col(MinutesCorrection.agenda_item_id) == item_id),
        sort="created_at",
        query=query,
        build=lambda row: _body(caller, row),
    )


async def get_correction(session: AsyncSession, caller: Caller, correction_id: UUID) -> CorrectionBody:
    """One correction, as the answer to a write."""
    return _body(caller, (await session.exec(_corrections().where(col(MinutesCorrection.id) == correction_id))).one())


def _corrections() -> Any:
    return (
        columns(
            *(getattr(MinutesCorrection, field) for field in _FIELDS),
            MinutesCorrection.text,
            MinutesCorrection.champion_id,
            Champion.iso3,
            func.coalesce(MinutesVersion.text, "").label("base_text"),
            MinutesText.named,
            func.coalesce(MinutesText.version, 0).label("version"),
            col(Meeting.status).label("meeting_status"),
            Meeting.languages,
        )
        .join(Meeting, col(Meeting.id) == col(MinutesCorrection.meeting_id))
        .outerjoin(Champion, col(Champion.id) == col(MinutesCorrection.champion_id))
        .outerjoin(MinutesText, col(MinutesText.id) == col(MinutesCorrection.agenda_item_id))
        .outerjoin(
            MinutesVersion,
            and_(
                col(MinutesVersion.agenda_item_id) == col(MinutesCorrection.agenda_item_id),
                col(MinutesVersion.number) == col(MinutesCorrection.base_version),
            ),
        )
    )


def _body(caller: Caller, row: Row[Any]) -> CorrectionBody:
    named = row.named or []
    tongue = language_of(row.languages)
    tells_all = caller.may(Permission.MEETINGS_PREPARE)
    return CorrectionBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        base_words=told(row.base_text, named, tongue),
        words=told(row.text, named, tongue, beside=row.base_text),
        base_text=row.base_text if tells_all else masked(row.base_text, named),
        text=row.text if tells_all else masked(row.text, named, beside=row.base_text),
        is_outdated=row.base_version < row.version,
        actions=rules.correction_actions(row.status, caller.parties_to(row.champion_id), row.meeting_status),
    )
