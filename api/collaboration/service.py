"""Writes: say what one seeks or offers, set a suggestion aside, write to a champion, tell what came of it."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for, is_current
from api.champions.schemas import ChampionRef
from api.collaboration import mails, queries, rules
from api.collaboration.kinds import ContactOutcome
from api.collaboration.landscape_queries import get_landscape
from api.collaboration.models import CollaborationContact, CollaborationDismissal, CollaborationNeed
from api.collaboration.schemas import (
    ContactBody,
    ContactCreate,
    DismissalBody,
    DismissalCreate,
    FollowUp,
    NeedBody,
    NeedCreate,
)
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.platform.records import Record
from api.platform.schemas import RecordBody

NeedSubject = CollaborationNeed
DismissalSubject = CollaborationDismissal
ContactSubject = CollaborationContact
"""What a write works on, for the routes, which know no tables."""


async def say_need(session: AsyncSession, caller: Caller, body: NeedCreate) -> NeedBody:
    """Say what the caller's champion seeks or offers."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    need = CollaborationNeed(champion_id=champion_id, **body.model_dump(exclude={"champion"}))
    session.add(need)
    await _record(session, caller, "collaboration.need_said", need, need.sentence, champion_id)
    return await queries.get_need(session, caller, need.id)


async def load_need(session: AsyncSession, need_id: UUID, expected_revision: int) -> CollaborationNeed:
    """The need, locked until the transaction ends."""
    chosen = select(CollaborationNeed).where(col(CollaborationNeed.id) == need_id).with_for_update()
    need = (await session.exec(chosen)).first()
    if need is None:
        raise NotFound("There is no such need; perhaps it was taken back.")
    check_revision(need, expected_revision)
    return need


async def take_need_back(session: AsyncSession, caller: Caller, need: CollaborationNeed) -> None:
    """Take back what was said; the audit trail keeps it."""
    _require_own(
        caller, need.champion_id, "What a champion seeks or offers is taken back by itself, or by the secretariat."
    )
    await session.delete(need)
    await _record(session, caller, "collaboration.need_taken_back", need, need.sentence, need.champion_id)


async def dismiss(session: AsyncSession, caller: Caller, body: DismissalCreate) -> DismissalBody:
    """Set a suggestion aside as it stands now: it comes back when a reason is added to those that it has."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    landscape = await get_landscape(session, caller)
    own = next((iso3 for iso3, champion in landscape.champions.items() if champion.id == champion_id), None)
    suggested = rules.suggest(landscape.profiles[own], landscape.profiles.values()) if own else []
    found = next((suggestion for suggestion in suggested if suggestion.iso3 == body.other), None)
    if own is None or found is None:
        raise InvalidInput.at("/other", f"{body.other} is not suggested to your champion now.", code="not_suggested")
    other = landscape.champions[found.iso3]
    dismissal = await _dismissal_of(session, champion_id, other.id)
    dismissal.known = sorted(reason.key for reason in found.reasons)
    dismissal.reason, dismissal.person_name = body.reason or "", caller.name
    session.add(dismissal)
    await _record(
        session, caller, "collaboration.suggestion_dismissed", dismissal, found.iso3, champion_id, dismissal.reason
    )
    return DismissalBody(**_head(dismissal), champion=landscape.champions[own], other=other, reason=dismissal.reason)


async def load_dismissal(session: AsyncSession, caller: Caller, dismissal_id: UUID) -> CollaborationDismissal:
    """The dismissal, locked until the transaction ends; 404 where it is another champion's."""
    chosen = select(CollaborationDismissal).where(col(CollaborationDismissal.id) == dismissal_id).with_for_update()
    dismissal = (await session.exec(chosen)).first()
    if dismissal is None or not (caller.is_secretariat or caller.owns(dismissal.champion_id)):
        raise NotFound("There is no such suggestion set aside.")
    return dismissal


async def take_up_again(session: AsyncSession, caller: Caller, dismissal: CollaborationDismissal) -> None:
    """Let a suggestion come back."""
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == dismissal.other_id))).one()
    await session.delete(dismissal)
    await _record(session, caller, "collaboration.suggestion_taken_up_again", dismissal, iso3, dismissal.champion_id)


async def contact(session: AsyncSession, caller: Caller, body: ContactCreate) -> ContactBody:
    """Write to the focal points of another champion, with a copy to the secretariat."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    other = await _other(session, body.other)
    if other.id == champion_id:
        raise InvalidInput.at("/other", "Name another champion than your own.", code="own_champion")
    written = CollaborationContact(
        champion_id=champion_id,
        other_id=other.id,
        subject=body.subject,
        text=body.text,
        written_at=clock.now(),
        person_id=caller.person_id,
        person_name=caller.name,
    )
    session.add(written)
    await _record(session, caller, "collaboration.contacted", written, body.subject, champion_id)
    if not await mails.send_contact(session, written):
        raise InvalidInput.at(
            "/other",
            f"Nobody of {other.name} has an account to write to. Ask the secretariat, which knows the mission.",
            code="nobody_to_write_to",
        )
    return await queries.get_contact(session, caller, written.id)


async def load_contact(
    session: AsyncSession, caller: Caller, contact_id: UUID, expected_revision: int
) -> CollaborationContact:
    """The letter, locked until the transaction ends; 404 where the caller's champion neither wrote nor got it."""
    chosen = select(CollaborationContact).where(
        col(CollaborationContact.id) == contact_id, queries.own_contacts(caller)
    )
    written = (await session.exec(chosen.with_for_update())).first()
    if written is None:
        raise NotFound("There is no such letter, or it is not for you to see.")
    check_revision(written, expected_revision)
    return written


async def follow_up(
    session: AsyncSession, caller: Caller, written: CollaborationContact, body: FollowUp
) -> ContactBody:
    """Keep what came of a letter; who is still talking may tell the end later."""
    _require_own(caller, written.champion_id, "What came of a letter is told by the champion that wrote it.")
    if written.outcome not in {None, ContactOutcome.TALKING}:
        raise Conflict("What came of this letter was told already.")
    title = await _activity_title(session, caller, body)
    written.outcome, written.outcome_note, written.answered_at = body.outcome, body.note, clock.now()
    written.activity_id, written.activity_title = body.activity_id, title
    await _record(session, caller, "collaboration.followed_up", written, written.subject, written.champion_id)
    return await queries.get_contact(session, caller, written.id)


async def _activity_title(session: AsyncSession, caller: Caller, body: FollowUp) -> str:
    if (body.outcome is ContactOutcome.ACTIVITY) != (body.activity_id is not None):
        told = "Name the activity that it led to." if body.activity_id is None else "Only an outcome names an activity."
        raise InvalidInput.at("/activity_id", told, code="missing" if body.activity_id is None else "not_asked_for")
    if body.activity_id is None:
        return ""
    chosen = select(Activity.title).where(col(Activity.id) == body.activity_id, activities.visible(caller))
    title = (await session.exec(chosen)).first()
    if title is None:
        raise InvalidInput.at("/activity_id", "There is no such activity, or it is not for you to see.", code="unknown")
    return title


async def _dismissal_of(session: AsyncSession, champion_id: UUID, other_id: UUID) -> CollaborationDismissal:
    chosen = select(CollaborationDismissal).where(
        col(CollaborationDismissal.champion_id) == champion_id, col(CollaborationDismissal.other_id) == other_id
    )
    found = (await session.exec(chosen.with_for_update())).first()
    return found or CollaborationDismissal(champion_id=champion_id, other_id=other_id, known=[], person_name="")


async def _other(session: AsyncSession, iso3: str) -> ChampionRef:
    chosen = select(Champion.id).where(col(Champion.iso3) == iso3, is_current())
    champion_id = (await session.exec(chosen)).first()
    if champion_id is None:
        raise InvalidInput.at("/other", f"{iso3} is no champion of the Initiative today.", code="not_a_champion")
    return ChampionRef.of(champion_id, iso3)


def _require_own(caller: Caller, champion_id: UUID, told: str) -> None:
    if not (caller.is_secretariat or caller.owns(champion_id)):
        raise Forbidden(told)


def _head(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in RecordBody.model_fields}


async def _record(
    session: AsyncSession,
    caller: Caller,
    action: str,
    subject: Record,
    title: str,
    champion_id: UUID,
    reason: str = "",
) -> None:
    await audit.record(
        session,
        caller,
        action,
        subject,
        title=title,
        on_behalf_of=None if caller.owns(champion_id) else champion_id,
        reason=reason,
    )
