"""The letters of consultations: to every focal point when it opens, and to the silent on the last day."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.consultations import queries, rules
from api.consultations.models import Consultation, ConsultationAnswer, ConsultationStatus
from api.identity.models import Person
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import moment_told
from api.platform import clock, sweeps
from api.platform.language import Language

_OPENED = {
    Language.ENGLISH: (
        "Your answer is asked for by {day}: {title}",
        "The co-chairs put this proposal to all champions:",
        "Answers are taken until {deadline}. Agree, comment or object; one answer counts for your State, the last one given.",
        "Answer",
    ),
    Language.FRENCH: (
        "Votre réponse est attendue avant le {day} : {title}",
        "La coprésidence soumet cette proposition à tous les pays champions :",
        "Les réponses sont reçues jusqu’au {deadline}. Approuvez, commentez ou objectez ; une seule réponse compte pour votre État, la dernière donnée.",
        "Répondre",
    ),
    Language.ARABIC: (
        "ردّكم مطلوب قبل {day}: {title}",
        "يعرض الرئيسان المشاركان هذا المقترح على جميع البلدان الرائدة:",
        "تُقبل الردود حتى {deadline}. يمكنكم الموافقة أو التعليق أو الاعتراض؛ ويُحتسب لدولتكم ردّ واحد هو الأخير.",
        "الردّ",
    ),
}
_REMINDER = {
    Language.ENGLISH: (
        "One day left to answer: {title}",
        "Your State has not answered this consultation yet.",
        "It closes on {deadline}. Without an answer your State is shown as silent.",
        "Answer",
    ),
    Language.FRENCH: (
        "Plus qu’un jour pour répondre : {title}",
        "Votre État n’a pas encore répondu à cette consultation.",
        "Elle se clôt le {deadline}. Sans réponse, votre État apparaîtra comme n’ayant pas répondu.",
        "Répondre",
    ),
    Language.ARABIC: (
        "بقي يوم واحد للردّ: {title}",
        "لم تردّ دولتكم بعد على هذا التشاور.",
        "يُغلق التشاور يوم {deadline}. وإن لم يصل ردّ ظهرت دولتكم ضمن من لم يردّ.",
        "الردّ",
    ),
}


async def tell_opened(session: AsyncSession, consultation: Consultation) -> None:
    """Ask every focal point of every champion."""

    def words(reader: Reader) -> Letter:
        return _letter(_OPENED, consultation, reader, quoted=consultation.text)

    await letters.send(
        session,
        kind=LetterKind.CONSULTATION_OPENED,
        to=await _focal_points(session, queries.was_asked(clock.now())),
        words=words,
        about=_about(consultation),
        key=f"consultation-opened:{consultation.id}",
    )


@sweeps.every("consultations.remind-the-silent")
async def remind_the_silent(session: AsyncSession) -> None:
    """Remind, on the last day, the people of champions that have not answered: once for each deadline."""
    now = clock.now()
    last_day = select(Consultation).where(
        queries.stands(ConsultationStatus.OPEN), col(Consultation.deadline_at) <= now + rules.REMINDED_BEFORE
    )
    for consultation in (await session.exec(last_day)).all():
        assert consultation.opened_at is not None
        if rules.reminds(consultation.opened_at, consultation.deadline_at, now):
            await _remind(session, consultation, now)


async def _remind(session: AsyncSession, consultation: Consultation, now: datetime) -> None:
    has_answered = (
        select(ConsultationAnswer.id)
        .where(
            col(ConsultationAnswer.consultation_id) == consultation.id,
            col(ConsultationAnswer.champion_id) == col(Champion.id),
        )
        .exists()
    )

    def words(reader: Reader) -> Letter:
        return _letter(_REMINDER, consultation, reader, quoted=consultation.title)

    await letters.send(
        session,
        kind=LetterKind.CONSULTATION_REMINDER,
        to=await _focal_points(session, queries.was_asked(now), ~has_answered),
        words=words,
        about=_about(consultation),
        key=f"consultation-reminder:{consultation.id}:{consultation.deadline_at:%Y%m%d%H%M%S}",
    )


async def _focal_points(session: AsyncSession, *which: ColumnElement[bool]) -> Sequence[UUID]:
    """Focal points of the champions of ``which``."""
    rows = await session.exec(
        select(Person.id)
        .join(Champion, col(Champion.id) == col(Person.champion_id))
        .where(*which, or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now()))
    )
    return rows.all()


def _letter(
    words: dict[Language, tuple[str, str, str, str]], consultation: Consultation, reader: Reader, *, quoted: str
) -> Letter:
    subject, why, until, label = words[reader.language]
    deadline = moment_told(consultation.deadline_at, reader)
    day = deadline.partition("،" if reader.language is Language.ARABIC else ",")[0]
    return Letter(
        subject.format(day=day, title=consultation.title),
        [why, *([quoted] if quoted else []), until.format(deadline=deadline)],
        action=(label, f"/consultations/{consultation.id}"),
    )


def _about(consultation: Consultation) -> About:
    return About("consultation", consultation.id)
