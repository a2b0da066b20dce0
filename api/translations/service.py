"""Writes of translations: begin, go on, check, delete."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.language import Language
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput, NotFound
from api.practices.queries import get_practice
from api.practices.schemas import PracticeBody
from api.translations import queries, rules
from api.translations.models import Maker, PracticeTranslation
from api.translations.schemas import TranslationBody, TranslationChange, TranslationCreate


@dataclass(frozen=True)
class Subject:
    """A translation, locked, with the practice that it renders."""

    practice: PracticeBody
    translation: PracticeTranslation


async def begin(session: AsyncSession, caller: Caller, practice_id: UUID, body: TranslationCreate) -> TranslationBody:
    """Begin to translate a practice into another language than its own.

    A revision is not translated: its practice is, once the revision is published.
    """
    practice = await _own_practice(session, caller, practice_id)
    if practice.revises_id is not None:
        raise Conflict("Translate the practice itself: what this revision changes shows there once it is published.")
    if body.language is practice.language:
        raise InvalidInput.at(
            "/language", "The practice is written in this language: choose another.", code="same_language"
        )
    translation = PracticeTranslation(practice_id=practice_id, rendered=queries.texts_of(practice), **body.model_dump())
    session.add(translation)
    return await _answer(session, caller, Subject(practice, translation), "begun")


async def load_for_change(
    session: AsyncSession, caller: Caller, practice_id: UUID, language: Language, expected_revision: int
) -> Subject:
    """The translation, locked until the transaction ends; 412 where it is stale."""
    practice = await _own_practice(session, caller, practice_id)
    translation = (
        await session.exec(
            select(PracticeTranslation)
            .where(col(PracticeTranslation.practice_id) == practice_id, col(PracticeTranslation.language) == language)
            .with_for_update()
        )
    ).first()
    if translation is None:
        raise NotFound("This practice is not translated into that language yet.")
    check_revision(translation, expected_revision)
    return Subject(practice, translation)


async def change(session: AsyncSession, caller: Caller, subject: Subject, body: TranslationChange) -> TranslationBody:
    """Go on with a translation. What a machine wrote anew has not been checked."""
    translation = subject.translation
    translation.sqlmodel_update(body.model_dump(exclude_unset=True))
    if body.made_by is Maker.MACHINE:
        translation.checked_at, translation.checked_by_name = None, ""
    return await _answer(session, caller, subject, "changed")


async def check(session: AsyncSession, caller: Caller, subject: Subject) -> TranslationBody:
    """Vouch for a translation: a person has read it beside the original as it is now."""
    original = queries.texts_of(subject.practice)
    if lacking := rules.untranslated(original, queries.texts_in(subject.translation)):
        raise Conflict(
            "The translation is not whole yet.",
            errors=[
                FieldProblem(pointer=f"/{name}", code="missing", detail="Translate this first: the original has it.")
                for name in lacking
            ],
        )
    subject.translation.rendered = original
    subject.translation.made_by = Maker.PERSON
    subject.translation.checked_at, subject.translation.checked_by_name = clock.now(), caller.name
    return await _answer(session, caller, subject, "checked")


async def delete(session: AsyncSession, caller: Caller, subject: Subject) -> None:
    """Delete a translation; the original stays."""
    await session.delete(subject.translation)
    await _record(session, caller, subject, "deleted")


async def _own_practice(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeBody:
    practice = await get_practice(session, caller, practice_id)
    if not queries.may_write(caller, practice):
        raise Forbidden("This practice belongs to another champion.")
    return practice


async def _record(session: AsyncSession, caller: Caller, subject: Subject, done: str) -> None:
    champion_id = subject.practice.champion.id
    await audit.record(
        session,
        caller,
        f"translation.{done}",
        subject.translation,
        title=subject.translation.title or subject.practice.title,
        on_behalf_of=None if caller.owns(champion_id) else champion_id,
    )


async def _answer(session: AsyncSession, caller: Caller, subject: Subject, done: str) -> TranslationBody:
    await _record(session, caller, subject, done)
    return queries.body_of(caller, subject.practice, subject.translation)
