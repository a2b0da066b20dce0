"""Writes of agenda items: their words, their order, and whether the meeting came to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import case, update
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_ids
from api.meetings import agenda_queries, agenda_rules, queries, rules, service
from api.meetings.agenda_schemas import AgendaItemBody, AgendaItemChange, AgendaItemMark, AgendaOrder
from api.meetings.models import AgendaItem, AgendaItemOrigin, AgendaItemStatus, Meeting
from api.meetings.schemas import MeetingBody
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput, NotFound


@dataclass(frozen=True, slots=True)
class Subject:
    """An agenda item with its meeting, both locked: whoever reorders waits for whoever decides."""

    meeting: Meeting
    item: AgendaItem


async def load_for_change(
    session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID, expected_revision: int
) -> Subject:
    """The item, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    meeting = await service.load_for_change(session, caller, meeting_id, ANY_REVISION)
    statement = select(AgendaItem).where(col(AgendaItem.id) == item_id, col(AgendaItem.meeting_id) == meeting_id)
    item = (await session.exec(statement.with_for_update())).first()
    if item is None:
        raise NotFound("This meeting has no such agenda item.")
    check_revision(item, expected_revision)
    return Subject(meeting, item)


async def change(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemChange) -> AgendaItemBody:
    """Change an item; what the body leaves out stays."""
    item = subject.item
    await require(session, caller, subject, "change")
    values = body.model_dump(exclude_unset=True)
    await check_references(session, caller, values)
    check_languages(values.get("language", item.language), values.get("translations", item.translations))
    item.sqlmodel_update(values)
    await record(session, caller, "changed", item)
    return await agenda_queries.get_item(session, caller, item.id)


async def mark(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemMark) -> AgendaItemBody:
    """Note whether the meeting came to an item of its agenda."""
    await require(session, caller, subject, "mark")
    subject.item.is_reached = body.is_reached
    await record(session, caller, "marked", subject.item)
    return await agenda_queries.get_item(session, caller, subject.item.id)


async def order(session: AsyncSession, caller: Caller, meeting: Meeting, body: AgendaOrder) -> MeetingBody:
    """Put the accepted items into the order that ``body`` names, all of them and no others."""
    if meeting.status not in rules.BEFORE_IT_IS_HELD:
        raise Conflict("The agenda of a meeting that was held or cancelled keeps its order.")
    before = [key for key, _ in await agenda_of(session, meeting)]
    await _check_complete(session, before, body.items)
    await number(session, body.items)
    flag_modified(meeting, "updated_at")
    related = {"agenda": ([str(key) for key in before], [str(key) for key in body.items])}
    await audit.record(session, caller, "meeting.agenda-ordered", meeting, title=meeting.title, related=related)
    return await queries.get_meeting(session, caller, meeting.id)


async def _check_complete(session: AsyncSession, agenda: Sequence[UUID], named: Sequence[UUID]) -> None:
    """Raise where ``named`` are not exactly the items of ``agenda``, each once, and say which is too many or missing."""
    titles = await _titles(session, {*agenda, *named})
    repeated = {place: key for place, key in enumerate(named) if key in named[:place]}
    strange = {place: key for place, key in enumerate(named) if key not in agenda}
    missing = [key for key in agenda if key not in named]

    def called(key: UUID) -> str:
        return f"“{titles[key]}” ({key})" if key in titles else str(key)

    if repeated:
        raise InvalidInput(
            "Name each item once: see errors.",
            errors=[
                FieldProblem(pointer=f"/items/{place}", code="repeated", detail=f"{called(key)} is named twice.")
                for place, key in repeated.items()
            ],
        )
    errors = [
        FieldProblem(pointer="/items", code="missing", detail=f"{called(key)} is on the agenda too.") for key in missing
    ] + [
        FieldProblem(
            pointer=f"/items/{place}", code="not_on_the_agenda", detail=f"{called(key)} is not on this agenda."
        )
        for place, key in strange.items()
    ]
    if errors:
        raise Conflict("Name exactly the accepted items: see errors.", errors=errors)


async def _titles(session: AsyncSession, keys: Collection[UUID]) -> dict[UUID, str]:
    rows = await session.exec(select(AgendaItem.id, AgendaItem.title).where(col(AgendaItem.id).in_(keys)))
    return dict(rows.all())


async def agenda_of(session: AsyncSession, meeting: Meeting) -> list[tuple[UUID, AgendaItemOrigin]]:
    """Keys and origins of the accepted items in their order."""
    rows = await session.exec(
        select(AgendaItem.id, AgendaItem.origin)
        .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    )
    return [(key, AgendaItemOrigin(origin)) for key, origin in rows.all()]


async def number(session: AsyncSession, agenda: Sequence[UUID]) -> None:
    """Number the items from 1, without counting it as a change of each."""
    if agenda:
        places = case({key: place for place, key in enumerate(agenda, start=1)}, value=col(AgendaItem.id))
        statement = update(AgendaItem).where(col(AgendaItem.id).in_(agenda)).values(position=places)
        await session.exec(statement, execution_options={"synchronize_session": False})


async def check_references(session: AsyncSession, caller: Caller, values: dict[str, Any]) -> None:
    """Raise where ``values`` name a champion or a record that is not there or not for the caller."""
    await champion_ids(session, values.get("leads", []), pointer="/leads")
    await agenda_queries.check_links(session, caller, values)


def check_languages(language: str, translations: Collection[str]) -> None:
    """Raise where an item would be translated into the language that it is written in."""
    if language in translations:
        raise InvalidInput.at(
            f"/translations/{language}",
            "The item is written in this language: change its title and description, or its language.",
            code="original",
        )


async def require(session: AsyncSession, caller: Caller, subject: Subject, verb: str) -> AgendaItemBody:
    """The item as the caller sees it; raises unless the caller may say ``verb`` to it now."""
    item, meeting = subject.item, subject.meeting
    read = await agenda_queries.get_item(session, caller, item.id)
    if verb in read.actions:
        return read
    parties = caller.parties_to(item.proposed_by_id)
    step = next((step for step in agenda_rules.STEPS if step.verb == verb), None)
    if step and step.by.isdisjoint(parties):
        whose = "This proposal is another champion's." if not parties else "This step is not yours to take."
        raise Forbidden(f"{whose} Who proposed an item withdraws it; the co-chairs decide on it.")
    if verb in ("change", "mark", "carry-over") and not parties:
        raise Forbidden("This proposal is another champion's.")
    if read.carried_to:
        raise Conflict("This item was carried over: it goes on at another meeting.")
    if step and item.status is step.target:
        raise Conflict(f"Somebody was quicker: this item is {item.status} already. Read the meeting again.")
    if meeting.status not in rules.BEFORE_IT_IS_HELD:
        raise Conflict("The meeting is over or cancelled: its agenda stays as it is.")
    raise Conflict(f"This item is {item.status}: {verb} is not open to you now.")


async def record(session: AsyncSession, caller: Caller, what: str, item: AgendaItem, *, reason: str = "") -> None:
    """Note in the audit trail what happened to ``item``, and on whose behalf."""
    behalf = None if caller.owns(item.proposed_by_id) else item.proposed_by_id
    await audit.record(
        session, caller, f"agenda-item.{what}", item, title=item.title, on_behalf_of=behalf, reason=reason
    )
