"""The letters of partners: to those who lead when somebody asks or leaves, and back to whoever asked."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityChampion, Part, PartnerRequest, PartnerStatus
from api.champions.models import Champion
from api.champions.voices import chairs, focal_points
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.platform.wording import words
from api.vocabularies.catalogue import country_name


async def tell_asked(session: AsyncSession, activity: Activity, request: PartnerRequest) -> None:
    """Tell those who lead who asks to join, as what, and what it would bring."""
    await _tell(session, activity, request, "asked", await leads(session, activity), said=request.message)


async def tell_answered(session: AsyncSession, activity: Activity, request: PartnerRequest) -> None:
    """Tell whoever asked what those who lead said."""
    name = "accepted" if request.status is PartnerStatus.ACCEPTED else "declined"
    to = await focal_points(session, col(Champion.id) == request.champion_id)
    await _tell(session, activity, request, name, to, said=request.answer)


async def tell_withdrawn(session: AsyncSession, activity: Activity, request: PartnerRequest, *, why: str) -> None:
    """Tell those who lead that a partner has left."""
    await _tell(session, activity, request, "left", await leads(session, activity), said=why)


async def leads(session: AsyncSession, activity: Activity) -> Sequence[UUID]:
    """The people of the champions that lead the activity; the chairs where the Initiative leads as a whole."""
    if activity.champion_id is None:
        return await chairs(session)
    return await focal_points(session, is_lead(activity))


def is_lead(activity: Activity) -> ColumnElement[bool]:
    """Champions that lead the activity, or lead it too."""
    co_leads = select(ActivityChampion.champion_id).where(
        col(ActivityChampion.activity_id) == activity.id, col(ActivityChampion.part) == Part.CO_LEAD
    )
    return or_(col(Champion.id) == activity.champion_id, col(Champion.id).in_(co_leads))


async def _tell(
    session: AsyncSession, activity: Activity, request: PartnerRequest, name: str, to: Sequence[UUID], *, said: str
) -> None:
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == request.champion_id))).one()

    def written(reader: Reader) -> Letter:
        told = words("activities", reader.language)
        return Letter.worded(
            told["partner"][name],
            f"/activities/{activity.id}",
            title=activity.title,
            champion=country_name(iso3, reader.language),
            part=told["part"][request.part],
            said=said,
        )

    await letters.send(
        session,
        kind=LetterKind.ACTIVITY_PARTNER_ASKED if name == "asked" else LetterKind.ACTIVITY_PARTNER_ANSWERED,
        to=to,
        words=written,
        about=About("activity", activity.id),
        key=f"activity-partner-{name}:{request.id}:{request.revision}",
    )
