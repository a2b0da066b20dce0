"""Consultations and the answers to them."""

from datetime import timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.consultations.models import AnswerKind, Consultation, ConsultationAnswer
from tests.conftest import NOW

OPENED = {"opened_at": NOW - timedelta(days=3)}
CLOSED = {"opened_at": NOW - timedelta(days=9), "deadline_at": NOW - timedelta(days=2)}


async def make_consultation(session: AsyncSession, **fields: Any) -> Consultation:
    """A draft, to be answered within a week; open with ``**OPENED``, over with ``**CLOSED``."""
    values = {"title": "Move the meeting to 17 December", "deadline_at": NOW + timedelta(days=7)} | fields
    consultation = Consultation(**values)
    session.add(consultation)
    await session.commit()
    return consultation


async def make_answer(
    session: AsyncSession,
    consultation: Consultation,
    champion: Champion,
    answer: AnswerKind = AnswerKind.AGREE,
    **fields: Any,
) -> ConsultationAnswer:
    """What somebody answered for ``champion``."""
    words = "" if answer is AnswerKind.AGREE else "If it begins at 14:00."
    values = {"text": words, "person_name": "Amina Diallo"} | fields
    given = ConsultationAnswer(consultation_id=consultation.id, champion_id=champion.id, answer=answer, **values)
    session.add(given)
    await session.commit()
    return given
