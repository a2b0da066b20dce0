"""The letters about pledges: to States that another names in one, and to champions that were silent on theirs for a year."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.platform import sweeps
from api.platform.wording import words
from api.pledges.filters import last_reported_on, report_is_due
from api.pledges.models import Pledge
from api.vocabularies.catalogue import country_name

_NAMES = {
    LetterKind.PLEDGE_CONFIRMATION_ASKED: "confirmation_asked",
    LetterKind.PLEDGE_REPORT_ASKED: "report_asked",
}


async def ask_to_confirm(session: AsyncSession, pledge: Pledge, champion_ids: Collection[UUID]) -> None:
    """Ask the people of champions that the pledge names, once for each of its wordings."""
    if not champion_ids:
        return
    named_by = (await session.exec(select(Champion.iso3).where(col(Champion.id) == pledge.champion_id))).one()
    await _send(
        session,
        LetterKind.PLEDGE_CONFIRMATION_ASKED,
        pledge.id,
        pledge.title,
        to=await focal_points(session, col(Champion.id).in_(champion_ids)),
        once=str(pledge.revision),
        named_by=named_by,
    )


@sweeps.every("pledges.ask-for-reports")
async def ask_for_reports(session: AsyncSession) -> None:
    """Ask the people of each champion whose open pledge was not reported on for a year, once for each silence."""
    heard_of = func.greatest(last_reported_on, col(Pledge.made_on))
    waiting = await session.exec(select(Pledge.id, Pledge.title, Pledge.champion_id, heard_of).where(report_is_due()))
    for pledge_id, title, champion_id, since in waiting.all():
        to = await focal_points(session, col(Champion.id) == champion_id)
        await _send(session, LetterKind.PLEDGE_REPORT_ASKED, pledge_id, title, to=to, once=str(since))


async def _send(
    session: AsyncSession,
    kind: LetterKind,
    pledge_id: UUID,
    title: str,
    *,
    to: Collection[UUID],
    once: str,
    named_by: str | None = None,
) -> None:
    def written(reader: Reader) -> Letter:
        said = words("pledges", reader.language)["letters"][_NAMES[kind]]
        champion = country_name(named_by, reader.language) if named_by else ""
        return Letter.worded(said, f"/pledges/{pledge_id}", title=title, champion=champion)

    await letters.send(
        session, kind=kind, to=to, words=written, about=About("pledge", pledge_id), key=f"{kind}:{pledge_id}:{once}"
    )
