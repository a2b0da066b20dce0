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
from api.platform.language import Language
from api.pledges.filters import last_reported_on, report_is_due
from api.pledges.models import Pledge
from api.vocabularies.catalogue import country_name

_WORDS = {
    LetterKind.PLEDGE_CONFIRMATION_ASKED: {
        Language.ENGLISH: (
            "Do you confirm this pledge? “{title}”",
            "{champion} names your State in this pledge, as it stands now.",
            "Read it, then confirm or decline it: nobody does so for you.",
            "Read the pledge",
        ),
        Language.FRENCH: (
            "Confirmez-vous cet engagement ? « {title} »",
            "Pays qui l’enregistre : {champion}. Il nomme votre État dans cet engagement, tel qu’il est maintenant.",
            "Lisez-le, puis confirmez ou déclinez : personne ne le fait à votre place.",
            "Lire l’engagement",
        ),
        Language.ARABIC: (
            "هل تؤكدون هذا التعهد؟ «{title}»",
            "البلد الذي سجله: {champion}. ويذكر دولتكم في هذا التعهد بصيغته الحالية.",
            "اقرؤوه ثم أكدوه أو امتنعوا: لا أحد يفعل ذلك نيابة عنكم.",
            "قراءة التعهد",
        ),
    },
    LetterKind.PLEDGE_REPORT_ASKED: {
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
    },
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
    def words(reader: Reader) -> Letter:
        subject, why, how, label = _WORDS[kind][reader.language]
        champion = country_name(named_by, reader.language) if named_by else ""
        return Letter(
            subject.format(title=title), [why.format(champion=champion), how], action=(label, f"/pledges/{pledge_id}")
        )

    await letters.send(
        session, kind=kind, to=to, words=words, about=About("pledge", pledge_id), key=f"{kind}:{pledge_id}:{once}"
    )
