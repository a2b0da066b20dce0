"""The letters of consultations: to every focal point when one opens, has more time and has its result, and to the silent
on the last day."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points, had_a_voice
from api.consultations import queries, rules
from api.consultations.models import Consultation, ConsultationAnswer, ConsultationStatus
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told, moment_told
from api.platform import clock, sweeps
from api.platform.wording import words


async def tell_opened(session: AsyncSession, consultation: Consultation) -> None:
    """Ask every focal point of every champion."""
    await _tell_all(session, consultation, LetterKind.CONSULTATION_OPENED, "opened", quoted=consultation.text)


async def tell_extended(session: AsyncSession, consultation: Consultation) -> None:
    """Tell every focal point that there is more time, until when, and why: once for each deadline."""
    await _tell_all(
        session,
        consultation,
        LetterKind.CONSULTATION_EXTENDED,
        "extended",
        quoted=consultation.extension_reason,
        time=_time(consultation),
    )


async def tell_concluded(session: AsyncSession, consultation: Consultation) -> None:
    """Tell every focal point the result: once, and again where a correction changes the outcome."""
    assert consultation.outcome is not None
    await _tell_all(
        session,
        consultation,
        LetterKind.CONSULTATION_CONCLUDED,
        "concluded",
        quoted=consultation.result,
        time=consultation.outcome.value,
    )


async def _tell_all(
    session: AsyncSession,
    consultation: Consultation,
    kind: LetterKind,
    name: str,
    *,
    quoted: str,
    time: str = "",
) -> None:
    """``time`` tells one letter of a kind from the next."""

    def written(reader: Reader) -> Letter:
        return _letter(name, consultation, reader, quoted=quoted)

    await letters.send(
        session,
        kind=kind,
        to=await focal_points(session, had_a_voice(clock.now())),
        words=written,
        about=_about(consultation),
        key=":".join(filter(None, (kind.value.replace("_", "-"), str(consultation.id), time))),
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

    def written(reader: Reader) -> Letter:
        return _letter("reminder", consultation, reader, quoted=consultation.title)

    await letters.send(
        session,
        kind=LetterKind.CONSULTATION_REMINDER,
        to=await focal_points(session, had_a_voice(now), ~has_answered),
        words=written,
        about=_about(consultation),
        key=f"consultation-reminder:{consultation.id}:{_time(consultation)}",
    )


def _letter(name: str, consultation: Consultation, reader: Reader, *, quoted: str) -> Letter:
    said, deadline = words("consultations", reader.language), consultation.deadline_at
    return Letter.worded(
        said["letters"][name],
        f"/consultations/{consultation.id}",
        title=consultation.title,
        quoted=quoted,
        outcome=said["outcomes"][consultation.outcome] if consultation.outcome else "",
        day=day_told(deadline.astimezone(reader.zone).date(), reader),
        deadline=moment_told(deadline, reader),
    )


def _about(consultation: Consultation) -> About:
    return About("consultation", consultation.id)


def _time(consultation: Consultation) -> str:
    return f"{consultation.deadline_at:%Y%m%d%H%M%S}"
