"""Asks, once for each silence of a year, how an open pledge is coming along."""

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.platform import sweeps
from api.platform.language import Language
from api.pledges.filters import last_reported_on, report_is_due
from api.pledges.models import Pledge

_WORDS = {
    Language.ENGLISH: (
        "How is your pledge coming along? “{title}”",
        "Nothing was reported on this pledge for twelve months.",
        "A sentence is enough: what was done, a figure if there is one, and whether it is fulfilled.",
        "Report on it",
    ),
    Language.FRENCH: (
        "Où en est votre engagement ? « {title} »",
        "Aucun rapport n’a été fait sur cet engagement depuis douze mois.",
        "Une phrase suffit : ce qui a été fait, un chiffre s’il y en a un, et si l’engagement est tenu.",
        "Faire rapport",
    ),
    Language.ARABIC: (
        "أين وصل تعهدكم؟ «{title}»",
        "لم يُقدَّم أي تقرير عن هذا التعهد منذ اثني عشر شهرًا.",
        "تكفي جملة واحدة: ما الذي أُنجز، ورقم إن وُجد، وهل أُوفي بالتعهد.",
        "تقديم تقرير",
    ),
}


@sweeps.every("pledges.ask-for-reports")
async def ask_for_reports(session: AsyncSession) -> None:
    """Write to the people of each champion whose open pledge was not reported on for a year."""
    heard_of = func.greatest(last_reported_on, col(Pledge.made_on))
    waiting = await session.exec(select(Pledge.id, Pledge.title, Pledge.champion_id, heard_of).where(report_is_due()))
    for pledge_id, title, champion_id, since in waiting.all():

        def words(reader: Reader, title: str = title, path: str = f"/pledges/{pledge_id}") -> Letter:
            subject, why, how, label = _WORDS[reader.language]
            return Letter(subject.format(title=title), [why, how], action=(label, path))

        await letters.send(
            session,
            kind=LetterKind.PLEDGE_REPORT_ASKED,
            to=await focal_points(session, col(Champion.id) == champion_id),
            words=words,
            about=About("pledge", pledge_id),
            key=f"{LetterKind.PLEDGE_REPORT_ASKED}:{pledge_id}:{since}",
        )
