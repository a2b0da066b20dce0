"""Writes of consultations: asking, answering, concluding."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for
from api.champions.voices import had_a_voice
from api.consultations import mails, queries, rules
from api.consultations.models import Consultation, ConsultationAnswer, ConsultationStatus
from api.consultations.schemas import (
    Conclusion,
    ConsultationAnswerCreate,
    ConsultationBody,
    ConsultationChange,
    ConsultationCreate,
    Extension,
)
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.vocabularies.catalogue import country_name
from api.workplan.models import WorkplanItem

Subject = Consultation
"""What a write works on, for the routes, which know no tables."""

_STANDS = {
    ConsultationStatus.DRAFT: "is a draft: champions have not been asked yet",
    ConsultationStatus.OPEN: "is open: champions are answering",
    ConsultationStatus.CLOSED: "is closed: its answers stay as they are",
    ConsultationStatus.CONCLUDED: "is concluded: its result is recorded",
    ConsultationStatus.WITHDRAWN: "was withdrawn",
}


async def create(session: AsyncSession, caller: Caller, body: ConsultationCreate) -> ConsultationBody:
    """Draft a consultation."""
    _check_time(body.deadline_at)
    values = body.model_dump()
    await _check_links(session, values)
    consultation = Consultation(**values)
    session.add(consultation)
    return await _answer(session, caller, consultation, "created")


async def load_for_change(
    session: AsyncSession, caller: Caller, consultation_id: UUID, expected_revision: int
) -> Consultation:
    """The consultation, locked until the transaction ends; 404 where it is not for the caller, 412 where it is stale."""
    found = await session.exec(
        select(Consultation).where(col(Consultation.id) == consultation_id, queries.visible(caller)).with_for_update()
    )
    consultation = found.first()
    if consultation is None:
        raise queries.not_found()
    check_revision(consultation, expected_revision)
    return consultation


async def change(
    session: AsyncSession, caller: Caller, consultation: Consultation, body: ConsultationChange
) -> ConsultationBody:
    """Change a draft; what the body leaves out stays. What champions were asked stays as they were asked."""
    _require_draft(consultation, "Withdraw it and ask anew, or extend its deadline.")
    values = body.model_dump(exclude_unset=True)
    if "deadline_at" in values:
        _check_time(values["deadline_at"])
    await _check_links(session, values)
    consultation.sqlmodel_update(values)
    return await _answer(session, caller, consultation, "changed")


async def delete(session: AsyncSession, caller: Caller, consultation: Consultation) -> None:
    """Delete a draft; what champions were asked is withdrawn instead."""
    _require_draft(consultation, "Withdraw it instead.")
    await session.delete(consultation)
    await audit.record(session, caller, "consultation.deleted", consultation, title=consultation.title)


async def take_step(
    session: AsyncSession,
    caller: Caller,
    consultation: Consultation,
    step: Transition[ConsultationStatus],
    body: ReasonBody,
) -> ConsultationBody:
    """Open, close early or withdraw; closing and withdrawing ask for a reason."""
    _check_step(consultation, step, body.reason)
    now = clock.now()
    if step.target is ConsultationStatus.OPEN:
        _check_time(consultation.deadline_at)
        consultation.opened_at = now
    elif step.target is ConsultationStatus.CLOSED:
        consultation.closed_at = now
    else:
        consultation.withdrawn_at = now
    consultation.ending_reason = body.reason or ""
    answer = await _answer(session, caller, consultation, step.verb, reason=body.reason or "")
    if step.target is ConsultationStatus.OPEN:
        await mails.tell_opened(session, consultation)
    return answer


async def extend(
    session: AsyncSession, caller: Caller, consultation: Consultation, body: Extension
) -> ConsultationBody:
    """Move the deadline to a later one, with the reason; the silent are reminded before that one."""
    _check_step(consultation, rules.EXTEND, body.reason)
    if body.deadline_at <= consultation.deadline_at:
        raise InvalidInput.at("/deadline_at", "An extension ends later than the deadline does now.", code="not_later")
    consultation.extended_from_at = consultation.deadline_at
    consultation.deadline_at, consultation.extension_reason = body.deadline_at, body.reason or ""
    answer = await _answer(session, caller, consultation, rules.EXTEND.verb, reason=body.reason or "")
    await mails.tell_extended(session, consultation)
    return answer


async def conclude(
    session: AsyncSession, caller: Caller, consultation: Consultation, body: Conclusion
) -> ConsultationBody:
    """Record what the co-chairs take from the answers, or correct it."""
    _check_step(consultation, rules.CONCLUDE, None)
    consultation.outcome, consultation.result = body.outcome, body.text
    consultation.concluded_at, consultation.concluded_by_name = clock.now(), caller.name
    answer = await _answer(session, caller, consultation, rules.CONCLUDE.verb)
    await mails.tell_concluded(session, consultation)
    return answer


async def answer(
    session: AsyncSession, caller: Caller, consultation: Consultation, body: ConsultationAnswerCreate
) -> ConsultationBody:
    """Give a champion's answer: from now on it is the one in force, and the earlier ones stay on record."""
    if _status(consultation) is not ConsultationStatus.OPEN:
        raise Conflict(f"This consultation {_STANDS[_status(consultation)]}. It takes no answers now.")
    champion_id = await champion_to_act_for(session, caller, body.champion)
    if rules.needs_words(body.answer) and not body.text:
        raise InvalidInput.at("/text", f"Say what the {_NOUN[body.answer.value]} is.", code="missing")
    iso3 = await _voice(session, champion_id)
    before = await _in_force(session, consultation, champion_id)
    given = ConsultationAnswer(
        consultation_id=consultation.id,
        champion_id=champion_id,
        answer=body.answer,
        text=body.text,
        person_id=caller.person_id,
        person_name=caller.name,
        is_on_behalf=not caller.owns(champion_id),
    )
    session.add(given)
    related = {iso3: (_told(before) if before else None, _told(given))}
    behalf = None if caller.owns(champion_id) else champion_id
    return await _answer(session, caller, consultation, "answered", related=related, on_behalf_of=behalf)


_NOUN = {"comment": "comment", "object": "objection"}


def _told(given: ConsultationAnswer) -> dict[str, str]:
    return {"answer": given.answer.value, "text": given.text}


async def _in_force(session: AsyncSession, consultation: Consultation, champion_id: UUID) -> ConsultationAnswer | None:
    found = await session.exec(
        select(ConsultationAnswer)
        .where(
            col(ConsultationAnswer.consultation_id) == consultation.id,
            col(ConsultationAnswer.champion_id) == champion_id,
        )
        .order_by(col(ConsultationAnswer.id).desc())
        .limit(1)
    )
    return found.first()


async def _voice(session: AsyncSession, champion_id: UUID) -> str:
    """The code of a champion that has a voice today."""
    asked = select(Champion.iso3).where(col(Champion.id) == champion_id, had_a_voice(clock.now()))
    iso3 = (await session.exec(asked)).first()
    if iso3 is None:
        left = (await session.exec(select(Champion.iso3).where(col(Champion.id) == champion_id))).one()
        raise Conflict(f"{country_name(left)} is not a champion today and is not asked.")
    return iso3


def _status(consultation: Consultation) -> ConsultationStatus:
    return rules.status_of(
        rules.Times(
            consultation.deadline_at,
            consultation.opened_at,
            consultation.closed_at,
            consultation.withdrawn_at,
            consultation.concluded_at,
        ),
        clock.now(),
    )


def _check_step(consultation: Consultation, step: Transition[ConsultationStatus], reason: str | None) -> None:
    status = _status(consultation)
    if not step.starts_from(status):
        raise Conflict(f"This consultation {_STANDS[status]}; from there the step {step.verb} cannot be taken.")
    if step.asks_reason_in(status) and reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")


def _require_draft(consultation: Consultation, way_out: str) -> None:
    status = _status(consultation)
    if status is not ConsultationStatus.DRAFT:
        raise Conflict(f"This consultation {_STANDS[status]}. {way_out}")


def _check_time(deadline_at: datetime) -> None:
    if not rules.leaves_time(deadline_at, clock.now()):
        raise InvalidInput.at("/deadline_at", "Give a deadline that is at least an hour from now.", code="too_soon")


async def _check_links(session: AsyncSession, values: dict[str, Any]) -> None:
    for name, table, told in (
        ("meeting_id", Meeting, "meeting"),
        ("workplan_item_id", WorkplanItem, "workplan item"),
    ):
        key = values.get(name)
        if key and (await session.exec(select(table.id).where(col(table.id) == key))).first() is None:
            raise InvalidInput.at(f"/{name}", f"There is no such {told}.", code="unknown")


async def _answer(
    session: AsyncSession, caller: Caller, consultation: Consultation, what: str, **more: Any
) -> ConsultationBody:
    if what == "answered":
        flag_modified(consultation, "updated_at")
    await audit.record(session, caller, f"consultation.{what}", consultation, title=consultation.title, **more)
    return await queries.get_consultation(session, caller, consultation.id)
