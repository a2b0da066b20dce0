"""Writes of the library of standard phrases."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.minutes import queries
from api.minutes.models import MinutesPhrase
from api.minutes.schemas import PhraseBody, PhraseChange, PhraseCreate
from api.platform.etags import check_revision
from api.platform.problems import NotFound

Subject = MinutesPhrase
"""What a write works on, for the routes, which know no tables."""


async def load_for_change(session: AsyncSession, phrase_id: UUID, expected_revision: int) -> MinutesPhrase:
    """The phrase, locked until the transaction ends; 412 where it is stale."""
    found = select(MinutesPhrase).where(col(MinutesPhrase.id) == phrase_id).with_for_update()
    phrase = (await session.exec(found)).first()
    if phrase is None:
        raise NotFound("There is no such phrase.")
    check_revision(phrase, expected_revision)
    return phrase


async def create(session: AsyncSession, caller: Caller, body: PhraseCreate) -> PhraseBody:
    """Add a phrase to the library."""
    phrase = MinutesPhrase(**body.model_dump())
    session.add(phrase)
    await audit.record(session, caller, "minutes-phrase.created", phrase, title=phrase.text)
    return await queries.get_phrase(session, phrase.id)


async def change(session: AsyncSession, caller: Caller, phrase: MinutesPhrase, body: PhraseChange) -> PhraseBody:
    """Mend the words of a phrase. What was written with it stays."""
    phrase.sqlmodel_update(body.model_dump(exclude_unset=True))
    await audit.record(session, caller, "minutes-phrase.changed", phrase, title=phrase.text)
    return await queries.get_phrase(session, phrase.id)


async def delete(session: AsyncSession, caller: Caller, phrase: MinutesPhrase) -> None:
    """Take a phrase out of the library. What was written with it stays."""
    await session.delete(phrase)
    await audit.record(session, caller, "minutes-phrase.deleted", phrase, title=phrase.text)
