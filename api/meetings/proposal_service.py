"""Writes of proposals for an agenda: proposing, deciding, merging, and saying that one matters."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for
from api.meetings import agenda_queries, agenda_rules, queries, rules
from api.meetings.agenda_schemas import (
    AgendaItemAcceptance,
    AgendaItemBody,
    AgendaItemCreate,
    AgendaItemMerging,
)
from api.meetings.agenda_service import (
    Subject,
    agenda_of,
    check_languages,
    check_references,
    number,
    record,
    require,
)
from api.meetings.models import AgendaItem, AgendaItemStatus, AgendaItemSupport, Meeting
from api.platform import clock, language
from api.platform.problems import Conflict, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition


async def propose(session: AsyncSession, caller: Caller, meeting: Meeting, body: AgendaItemCreate) -> AgendaItemBody:
    """Propose an item for a champion; the secretariat without a champion for the co-chairs."""
    takes_proposals = queries.takes_proposals(meeting.agenda_closes_at)
    if not rules.may_propose(
        meeting.status, takes_proposals=takes_proposals, is_chair=caller.is_chair, is_champion=True
    ):
        raise Conflict("The agenda of this meeting takes no more proposals. Ask the co-chairs.")
    values = body.model_dump(exclude={"champion"})
    values["language"] = body.language or language.current()
    await check_references(session, caller, values)
    check_languages(values["language"], body.translations)
    if body.champion or not caller.is_secretariat:
        values["proposed_by_id"] = await champion_to_act_for(session, caller, body.champion)
    item = AgendaItem(meeting_id=meeting.id, proposed_by_person_id=caller.person_id, **values)
    session.add(item)
    await record(session, caller, "proposed", item)
    return await agenda_queries.get_item(session, caller, item.id)


async def accept(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemAcceptance) -> AgendaItemBody:
    """Put a proposal on the agenda: at the place that is named, or where its kind belongs."""
    await require(session, caller, subject, agenda_rules.ACCEPT.verb)
    item, agenda = subject.item, await agenda_of(session, subject.meeting)
    if body.position is None:
        order = [key for key, _ in agenda_rules.with_placed(agenda, item.id, item.origin)]
    else:
        order = agenda_rules.with_inserted([key for key, _ in agenda], item.id, body.position)
    item.status, item.decision_reason, item.position = AgendaItemStatus.ACCEPTED, "", order.index(item.id) + 1
    item.minutes = body.minutes or item.minutes
    await record(session, caller, agenda_rules.ACCEPT.verb, item)
    await number(session, order)
    return await agenda_queries.get_item(session, caller, item.id)


async def take_step(
    session: AsyncSession, caller: Caller, subject: Subject, step: Transition[AgendaItemStatus], body: ReasonBody
) -> AgendaItemBody:
    """Decline, withdraw or reopen an item; the items behind one that leaves the agenda move up."""
    await require(session, caller, subject, step.verb)
    item = subject.item
    if step.asks_reason_in(item.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Tell the champion why.", code="missing")
    whole, item.merged_into_id = item.merged_into_id, None
    item.status, item.decision_reason, item.position = step.target, body.reason or "", None
    await record(session, caller, step.verb, item, reason=body.reason or "")
    if whole:
        await _name_co_proposers(session, caller, await session.get_one(AgendaItem, whole))
    if step is agenda_rules.WITHDRAW:
        await _release_parts(session, caller, item)
    await number(session, [key for key, _ in await agenda_of(session, subject.meeting)])
    return await agenda_queries.get_item(session, caller, item.id)


async def merge(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemMerging) -> AgendaItemBody:
    """Make a proposal a part of another, which names both proposers from now on. Returns the other."""
    item = subject.item
    await require(session, caller, subject, agenda_rules.MERGE.verb)
    whole = (
        await session.exec(
            select(AgendaItem)
            .where(col(AgendaItem.id) == body.into, col(AgendaItem.meeting_id) == item.meeting_id)
            .with_for_update()
        )
    ).first()
    if whole is None or whole.id == item.id or whole.status not in agenda_rules.ALIVE:
        raise InvalidInput.at(
            "/into", "Name another proposal, or an item on the agenda, of the same meeting.", code="not_to_merge_into"
        )
    for part in [item, *await _parts_of(session, item)]:
        part.status, part.merged_into_id = AgendaItemStatus.MERGED, whole.id
        await record(session, caller, agenda_rules.MERGE.verb, part)
    for link in ("workplan_item_id", "activity_id", "practice_id", "process_id", "statement_id"):
        setattr(whole, link, getattr(whole, link) or getattr(item, link))
    await _name_co_proposers(session, caller, whole)
    return await agenda_queries.get_item(session, caller, whole.id)


async def support(session: AsyncSession, caller: Caller, subject: Subject, iso3: str | None) -> AgendaItemBody:
    """Say for a champion that a proposal matters to it; saying it again changes nothing."""
    champion_id = await _supporting_champion(session, caller, subject, iso3)
    given = insert(AgendaItemSupport).values(
        item_id=subject.item.id,
        champion_id=champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
        given_at=clock.now(),
    )
    kept = await session.exec(given.on_conflict_do_nothing().returning(col(AgendaItemSupport.champion_id)))
    if kept.first() is not None:
        await _record_support(session, caller, "supported", subject.item, champion_id)
    return await agenda_queries.get_item(session, caller, subject.item.id)


async def withdraw_support(session: AsyncSession, caller: Caller, subject: Subject, iso3: str | None) -> AgendaItemBody:
    """Take back that a proposal matters to a champion, also where it was said of a proposal that became a part of it."""
    champion_id = await _supporting_champion(session, caller, subject, iso3)
    parts = [subject.item.id, *(part.id for part in await _parts_of(session, subject.item))]
    taken = await session.exec(
        delete(AgendaItemSupport)
        .where(col(AgendaItemSupport.item_id).in_(parts), col(AgendaItemSupport.champion_id) == champion_id)
        .returning(col(AgendaItemSupport.champion_id))
    )
    if taken.first() is None:
        raise NotFound("This champion has not said that the proposal matters to it.")
    await _record_support(session, caller, "support-withdrawn", subject.item, champion_id)
    return await agenda_queries.get_item(session, caller, subject.item.id)


async def _supporting_champion(session: AsyncSession, caller: Caller, subject: Subject, iso3: str | None) -> UUID:
    champion_id = await champion_to_act_for(session, caller, iso3)
    item = subject.item
    if subject.meeting.status not in rules.BEFORE_IT_IS_HELD or item.status not in agenda_rules.ALIVE:
        raise Conflict("Say this of a proposal that waits for its decision, or of an item to be discussed.")
    if champion_id == item.proposed_by_id:
        raise Conflict("It is this champion's own proposal: that it matters to it goes without saying.")
    return champion_id


async def _record_support(
    session: AsyncSession, caller: Caller, what: str, item: AgendaItem, champion_id: UUID
) -> None:
    behalf = None if caller.owns(champion_id) else champion_id
    await audit.record(session, caller, f"agenda-item.{what}", item, title=item.title, on_behalf_of=behalf)


async def _parts_of(session: AsyncSession, item: AgendaItem) -> list[AgendaItem]:
    """The proposals that were merged into ``item``, the oldest first."""
    rows = await session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.merged_into_id) == item.id)
        .order_by(col(AgendaItem.id))
        .with_for_update()
    )
    return list(rows.all())


async def _release_parts(session: AsyncSession, caller: Caller, item: AgendaItem) -> None:
    """A champion withdraws its own words only: what others had merged into them is proposed again."""
    parts = await _parts_of(session, item)
    for part in parts:
        part.status, part.merged_into_id = AgendaItemStatus.PROPOSED, None
        await record(session, caller, agenda_rules.REOPEN.verb, part)
    if parts:
        await _name_co_proposers(session, caller, item)


async def _name_co_proposers(session: AsyncSession, caller: Caller, whole: AgendaItem) -> None:
    """Name on ``whole`` the champions whose proposals are parts of it, there or on the agenda it was carried from."""
    parts = await session.exec(
        select(Champion.iso3)
        .join(AgendaItem, col(AgendaItem.proposed_by_id) == col(Champion.id))
        .where(col(AgendaItem.merged_into_id) == whole.id, col(Champion.id).is_distinct_from(whole.proposed_by_id))
        .order_by(col(AgendaItem.id))
    )
    before = await session.exec(select(AgendaItem.co_proposed_by).where(col(AgendaItem.id) == whole.carried_from_id))
    whole.co_proposed_by = list(dict.fromkeys([*(before.first() or []), *parts.all()]))
    await record(session, caller, "changed", whole)
