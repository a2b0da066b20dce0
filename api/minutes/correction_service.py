"""Writes of corrections: proposed by champions until the deadline, taken or declined by the co-chairs."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.minutes import correction_queries, mails, queries, rules, text_service
from api.minutes.marks import unmasked
from api.minutes.models import CorrectionStatus, MinutesCorrection, VersionOrigin
from api.minutes.schemas import CorrectionAcceptance, CorrectionBody, CorrectionCreate
from api.platform import clock
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition


@dataclass(frozen=True, slots=True)
class Subject:
    """A correction with the text that it wants to change, both held."""

    of: text_service.Subject
    correction: MinutesCorrection


async def load_for_change(
    session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID, correction_id: UUID, expected_revision: int
) -> Subject:
    """The correction, held until the transaction ends; 404 where it is not for the caller, 412 where it is stale."""
    of = await text_service.load_for_change(session, caller, meeting_id, item_id, ANY_REVISION)
    found = select(MinutesCorrection).where(
        col(MinutesCorrection.id) == correction_id, col(MinutesCorrection.agenda_item_id) == item_id
    )
    correction = (await session.exec(found.with_for_update())).first()
    if correction is None or not caller.is_member:
        raise NotFound("There is no such correction to the minutes of this item.")
    check_revision(correction, expected_revision)
    return Subject(of, correction)


async def propose(
    session: AsyncSession, caller: Caller, of: text_service.Subject, body: CorrectionCreate
) -> CorrectionBody:
    """Propose the text that the minutes should have on an item, for a champion, before the deadline."""
    await _require_open(session, caller, of)
    champion_id = await champion_to_act_for(session, caller, body.champion)
    base = of.text.version if body.based_on is None else body.based_on
    read = (await text_service.version_of(session, of.item.id, base)).text if base else ""
    wanted = body.text if queries.reads_marks(caller) else unmasked(body.text, read, of.text.named)
    if wanted == read:
        raise InvalidInput.at("/text", "This is what the minutes say. Change what should read otherwise.", code="same")
    correction = MinutesCorrection(
        meeting_id=of.meeting.id,
        agenda_item_id=of.item.id,
        champion_id=champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
        base_version=base,
        text=wanted,
        why=body.why,
    )
    session.add(correction)
    await _record(session, caller, "proposed", Subject(of, correction))
    return await correction_queries.get_correction(session, caller, correction.id)


async def take(session: AsyncSession, caller: Caller, subject: Subject, body: CorrectionAcceptance) -> CorrectionBody:
    """Take a correction: its text, or the one that the co-chairs make of it, becomes the item's next version."""
    _require(caller, subject, rules.TAKE)
    if body.text is None and subject.correction.base_version != subject.of.text.version:
        raise Conflict("The text was changed since this was proposed. Send the text as it shall read with both.")
    words = subject.correction.text if body.text is None else body.text
    await text_service.save(session, caller, subject.of, words, VersionOrigin.CORRECTION)
    _decide(caller, subject.correction, CorrectionStatus.TAKEN, "")
    await _record(session, caller, rules.TAKE.verb, subject)
    await mails.tell_decided(session, subject.correction, subject.of.item.title)
    return await correction_queries.get_correction(session, caller, subject.correction.id)


async def take_step(
    session: AsyncSession, caller: Caller, subject: Subject, step: Transition[Any], body: ReasonBody
) -> CorrectionBody:
    """Decline a correction with the reason, or withdraw one's own."""
    _require(caller, subject, step)
    if step.asks_reason_in(subject.correction.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Tell the champion why.", code="missing")
    _decide(caller, subject.correction, step.target, body.reason or "")
    await _record(session, caller, step.verb, subject, reason=body.reason or "")
    await mails.tell_decided(session, subject.correction, subject.of.item.title)
    return await correction_queries.get_correction(session, caller, subject.correction.id)


async def _require_open(session: AsyncSession, caller: Caller, of: text_service.Subject) -> None:
    minutes = await queries.get_minutes(session, caller, of.meeting.id)
    if minutes.takes_corrections:
        return
    if minutes.corrections_until and not minutes.is_locked:
        raise Conflict("The time for corrections has passed. Raise it with the co-chairs.")
    raise Conflict("Corrections are taken from when the minutes are circulated until they are adopted.")


def _require(caller: Caller, subject: Subject, step: Transition[Any]) -> None:
    parties = caller.parties_to(subject.correction.champion_id)
    if step.by.isdisjoint(parties):
        raise Forbidden("Corrections are decided by the co-chairs, and withdrawn by the champion that proposed them.")
    if step.verb not in rules.correction_actions(subject.correction.status, parties, subject.of.meeting.status):
        raise Conflict(f"This correction is {subject.correction.status}, or the minutes take none now.")


def _decide(caller: Caller, correction: MinutesCorrection, status: CorrectionStatus, reason: str) -> None:
    correction.status, correction.decision_reason = status, reason
    correction.decided_at, correction.decided_by = clock.now(), caller.name


async def _record(session: AsyncSession, caller: Caller, what: str, subject: Subject, *, reason: str = "") -> None:
    correction = subject.correction
    behalf = None if caller.owns(correction.champion_id) else correction.champion_id
    await audit.record(
        session,
        caller,
        f"minutes-correction.{what}",
        correction,
        title=subject.of.item.title,
        on_behalf_of=behalf,
        reason=reason,
    )
