"""Putting what the co-chairs took of a draft on the agenda: all of it or nothing, and once."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.meetings import agenda_queries, agenda_rules, drafting_queries, queries
from api.meetings.agenda_service import agenda_of, number, record
from api.meetings.carrying_service import put_on
from api.meetings.drafting_rules import Suggestion
from api.meetings.drafting_schemas import AgendaTaking
from api.meetings.drafting_words import wordings
from api.meetings.models import AgendaItem, AgendaItemOrigin, AgendaItemStatus, Meeting
from api.meetings.schemas import MeetingBody
from api.platform import language
from api.platform.problems import Conflict, FieldProblem, InvalidInput


async def take(session: AsyncSession, caller: Caller, meeting: Meeting, body: AgendaTaking) -> MeetingBody:
    """Put the chosen suggestions on the agenda of ``meeting``, which is locked: who comes second finds them there."""
    items = await agenda_queries.list_items(session, caller, meeting)
    suggestions = await drafting_queries.suggest(session, meeting, items)
    _check_offered(suggestions, body.take)
    chosen = [suggestion for suggestion in suggestions if suggestion.key in body.take]
    existing = await _locked(session, [one.item_id for one in chosen if one.item_id])
    _check_unmoved(chosen, existing, body.take)
    agenda = await agenda_of(session, meeting)
    for suggestion in chosen:
        item = await _put(session, caller, meeting, suggestion, existing)
        agenda = agenda_rules.with_placed(agenda, item.id, suggestion.origin)
    await number(session, [key for key, _ in agenda])
    return await queries.get_meeting(session, caller, meeting.id)


async def _put(
    session: AsyncSession, caller: Caller, meeting: Meeting, suggestion: Suggestion, existing: dict[UUID, AgendaItem]
) -> AgendaItem:
    if suggestion.item_id is None:
        return await _put_new(session, caller, meeting, suggestion)
    item = existing[suggestion.item_id]
    if suggestion.origin is AgendaItemOrigin.CARRIED_OVER:
        return await put_on(session, caller, item, meeting)
    item.status, item.decision_reason, item.position = AgendaItemStatus.ACCEPTED, "", 1
    await record(session, caller, agenda_rules.ACCEPT.verb, item)
    return item


async def _put_new(session: AsyncSession, caller: Caller, meeting: Meeting, suggestion: Suggestion) -> AgendaItem:
    """An item of the co-chairs' own, in the language of the request and with the other languages beside it."""
    reason, tongue = suggestion.reason, language.current()
    words = wordings(suggestion.origin, count=reason.count, late_count=reason.late_count)
    item = AgendaItem(
        meeting_id=meeting.id,
        origin=suggestion.origin,
        status=AgendaItemStatus.ACCEPTED,
        position=1,
        minutes=suggestion.minutes,
        proposed_by_person_id=caller.person_id,
        language=tongue,
        translations={other.value: said for other, said in words.items() if other is not tongue},
        title=words[tongue]["title"],
        description=words[tongue]["description"],
    )
    session.add(item)
    await record(session, caller, "drafted", item)
    return item


async def _locked(session: AsyncSession, keys: Collection[UUID]) -> dict[UUID, AgendaItem]:
    """The items by key. Those that somebody else is moving at this moment are left out: to wait could be for ever."""
    if not keys:
        return {}
    wanted = select(AgendaItem).where(col(AgendaItem.id).in_(keys)).with_for_update(skip_locked=True)
    return {item.id: item for item in (await session.exec(wanted)).all()}


def _check_offered(suggestions: Sequence[Suggestion], taken: Sequence[str]) -> None:
    repeated = [place for place, key in enumerate(taken) if key in taken[:place]]
    if repeated:
        raise InvalidInput(
            "Name each suggestion once: see errors.",
            errors=[
                FieldProblem(pointer=f"/take/{place}", code="repeated", detail="This is named twice.")
                for place in repeated
            ],
        )
    offered = {suggestion.key for suggestion in suggestions}
    _raise_gone([place for place, key in enumerate(taken) if key not in offered])


def _check_unmoved(chosen: Sequence[Suggestion], existing: dict[UUID, AgendaItem], taken: Sequence[str]) -> None:
    gone = {one.key for one in chosen if one.item_id and one.item_id not in existing}
    _raise_gone([place for place, key in enumerate(taken) if key in gone])


def _raise_gone(places: Sequence[int]) -> None:
    if places:
        raise Conflict(
            "Some of this is on the agenda by now, or is no longer suggested: see errors, and draft the agenda again.",
            errors=[
                FieldProblem(pointer=f"/take/{place}", code="not_suggested", detail="This is not suggested now.")
                for place in places
            ],
        )
