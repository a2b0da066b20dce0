"""The demonstration's consultations, one open, one with its result, one in draft."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.consultations.models import AnswerKind, Consultation, ConsultationAbout, ConsultationAnswer, Outcome
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, moment
from api.seeding.files import read


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the consultations with their answers; the pair in office today asks."""
    for entry in read("demonstration", "consultations")["consultations"]:
        consultation = _consultation(entry, cast)
        session.add(consultation)
        await session.flush()
        for told in entry["answers"]:  # one by one, since the last of a champion is the one with the highest key
            session.add(_answer(told, consultation, cast))
            await session.flush()


def _consultation(entry: dict[str, Any], cast: Cast) -> Consultation:
    opened_at = None if entry["opened_in_days"] is None else moment(entry["opened_in_days"], hour=9)
    deadline_at = datetime.combine(day(entry["closes_in_days"]), time(entry["hour_utc"]), UTC)
    outcome = Outcome(entry["outcome"]) if "outcome" in entry else None
    chair = cast.focal_point(cast.seated_on(day(0))[0])
    made_at = opened_at or moment(-1)
    return Consultation(
        about=ConsultationAbout(entry["about"]),
        title=entry["title"],
        text=entry["text"],
        deadline_at=deadline_at,
        opened_at=opened_at,
        outcome=outcome,
        result=entry.get("result", ""),
        concluded_at=deadline_at + timedelta(days=1) if outcome else None,
        concluded_by_name=chair.name if outcome else "",
        created_at=made_at,
        updated_at=made_at,
        is_demonstration=True,
    )


def _answer(told: dict[str, Any], consultation: Consultation, cast: Cast) -> ConsultationAnswer:
    person = cast.focal_point(told["champion"])
    return ConsultationAnswer(
        consultation_id=consultation.id,
        champion_id=cast.champions[told["champion"]],
        answer=AnswerKind(told["answer"]),
        text=told["text"],
        person_id=person.id,
        person_name=person.name,
        given_at=moment(told["in_days"], hour=13),
    )
