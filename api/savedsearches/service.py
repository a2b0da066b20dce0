"""Writes of saved searches: each person's own, whether signed in or by the link in a letter."""

from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.identity.models import Person
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput
from api.practices.models import PracticeStatus
from api.savedsearches import queries, rules
from api.savedsearches.models import LetterFrequency, SavedSearch
from api.savedsearches.schemas import SavedSearchBody, SavedSearchChange, SavedSearchCreate, SavedSearchLetters

Subject = SavedSearch
"""What a write works on, for the routes, which know no tables."""


async def load_for_change(session: AsyncSession, caller: Caller, search_id: UUID, expected_revision: int) -> Subject:
    """One of the caller's searches, locked and as they read it."""
    own = select(SavedSearch).where(col(SavedSearch.id) == search_id, col(SavedSearch.person_id) == caller.person_id)
    search = (await session.exec(own.with_for_update())).first()
    if search is None:
        raise queries.unknown_search()
    check_revision(search, expected_revision)
    return search


async def save(session: AsyncSession, caller: Caller, body: SavedSearchCreate) -> SavedSearchBody:
    """Keep a search; ``Conflict`` where it is kept already, or where there are too many."""
    assert caller.person_id is not None
    if set(body.filters.status) - {PracticeStatus.PUBLISHED}:
        told = "A saved search looks among what is published: leave the status out."
        raise InvalidInput.at("/filters/status", told, code="not_allowed")
    await _keep_room(session, caller.person_id)
    filters = rules.canonical(body.filters.model_dump(mode="json", exclude={"status"}))
    search = SavedSearch(person_id=caller.person_id, name=body.name, filters=filters, frequency=body.frequency)
    session.add(search)
    await _record(session, caller, "saved", search)
    return await _body(session, caller, search)


async def change(session: AsyncSession, caller: Caller, search: Subject, body: SavedSearchChange) -> SavedSearchBody:
    """Call it otherwise, or be told more or less often. Letters that begin again tell of what comes from now on."""
    was_told = search.frequency is not LetterFrequency.NEVER
    search.sqlmodel_update(body.model_dump(exclude_unset=True))
    if not was_told and search.frequency is not LetterFrequency.NEVER:
        search.told_until = clock.now()
    await _record(session, caller, "changed", search)
    return await _body(session, caller, search)


async def delete(session: AsyncSession, caller: Caller, search: Subject) -> None:
    """Keep it no longer."""
    await session.delete(search)
    await _record(session, caller, "deleted", search)


async def mark_seen(session: AsyncSession, caller: Caller, search_id: UUID) -> None:
    """Note that the person has looked at what it finds. Not a change of a record, so neither audited nor a revision."""
    seen = await session.exec(
        update(SavedSearch)
        .where(col(SavedSearch.id) == search_id, col(SavedSearch.person_id) == caller.person_id)
        .values(looked_at=clock.now(), updated_at=SavedSearch.updated_at)
    )
    if seen.rowcount == 0:
        raise queries.unknown_search()


async def stop_letters(session: AsyncSession, person_id: UUID) -> SavedSearchLetters:
    """No more letters about any search of the person; the searches stay."""
    person = (await session.exec(select(Person).where(col(Person.id) == person_id))).first()
    if person is None:
        raise queries.unknown_link()
    holder = Caller(roles=frozenset(), person_id=person.id, name=person.name, champion_id=person.champion_id)
    told = select(SavedSearch).where(
        col(SavedSearch.person_id) == person.id, col(SavedSearch.frequency) != LetterFrequency.NEVER
    )
    for search in (await session.exec(told.with_for_update())).all():
        search.frequency = LetterFrequency.NEVER
        await _record(session, holder, "changed", search)
    return await queries.get_letters(session, person.id)


async def _keep_room(session: AsyncSession, person_id: UUID) -> None:
    """Two that are saved at once are counted one after the other."""
    await session.exec(select(Person.id).where(col(Person.id) == person_id).with_for_update(key_share=True))
    kept = await session.exec(select(func.count()).where(col(SavedSearch.person_id) == person_id))
    if kept.one() >= rules.MOST_A_PERSON:
        raise Conflict(f"You keep {rules.MOST_A_PERSON} searches already. Delete one that you no longer need.")


async def _record(session: AsyncSession, caller: Caller, verb: str, search: SavedSearch) -> None:
    await audit.record(session, caller, f"saved_search.{verb}", search, title=search.name)


async def _body(session: AsyncSession, caller: Caller, search: SavedSearch) -> SavedSearchBody:
    (body,) = await queries.bodies_of(session, caller, [search])
    return body
