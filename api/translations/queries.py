"""Reads of translations."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY, Caller
from api.platform.database import columns
from api.platform.language import Language
from api.platform.problems import NotFound
from api.practices.models import Practice
from api.practices.queries import get_practice
from api.practices.rules import WRITERS
from api.practices.schemas import PracticeBody
from api.translations import rules
from api.translations.models import Maker, PracticeTranslation, TranslationState
from api.translations.schemas import RenderedText, TranslationBody, TranslationList, TranslationSummary


async def list_translations(session: AsyncSession, caller: Caller, practice_id: UUID) -> TranslationList:
    """How a practice stands in the five languages other than its own; drafts show as missing to outsiders."""
    practice = await get_practice(session, caller, practice_id)
    found = await session.exec(select(PracticeTranslation).where(col(PracticeTranslation.practice_id) == practice_id))
    by_language = {translation.language: translation for translation in found}
    return TranslationList(
        items=[
            _summary(caller, practice, language, by_language.get(language))
            for language in sorted(Language)
            if language is not practice.language
        ]
    )


async def list_readable(session: AsyncSession, practice: PracticeBody) -> dict[Language, TranslationBody]:
    """What the world may read of a published ``practice`` in other languages than its own."""
    found = await session.exec(select(PracticeTranslation).where(col(PracticeTranslation.practice_id) == practice.id))
    told = {
        translation.language: (translation, _summary(ANYBODY, practice, translation.language, translation))
        for translation in found
    }
    return {
        tongue: body_of(ANYBODY, practice, translation)
        for tongue, (translation, summary) in told.items()
        if summary.state in rules.SHOWN
    }


async def headings_in(
    session: AsyncSession, language: Language, practice_ids: Sequence[UUID]
) -> dict[UUID, tuple[str, str]]:
    """Title and summary in ``language`` of those of the practices that the public reads in it."""
    rows = await session.exec(
        columns(PracticeTranslation.practice_id, PracticeTranslation.title, PracticeTranslation.summary)
        .join(Practice, is_shown_beside(Practice))
        .where(col(Practice.id).in_(practice_ids), col(PracticeTranslation.language) == language)
    )
    return {practice_id: (title, summary) for practice_id, title, summary in rows}


def is_shown_beside(practice: type[Practice]) -> ColumnElement[bool]:
    """Whether a translation of the practice in the row is in a state that the public reads, as ``rules.state_of`` says."""
    is_whole = and_(
        *(
            or_(col(getattr(practice, name)) == "", col(getattr(PracticeTranslation, name)) != "")
            for name in rules.TEXTS
        )
    )
    is_by_machine = col(PracticeTranslation.made_by) == Maker.MACHINE
    return and_(
        col(PracticeTranslation.practice_id) == col(practice.id),
        or_(col(PracticeTranslation.checked_at).is_not(None), and_(is_by_machine, is_whole)),
    )


async def get_translation(
    session: AsyncSession, caller: Caller, practice_id: UUID, language: Language
) -> TranslationBody:
    """A practice in ``language``; ``NotFound`` where there is none that the caller may read."""
    practice = await get_practice(session, caller, practice_id)
    translation = (
        await session.exec(
            select(PracticeTranslation).where(
                col(PracticeTranslation.practice_id) == practice_id, col(PracticeTranslation.language) == language
            )
        )
    ).first()
    if translation is None:
        raise NotFound("This practice is not translated into that language, or it is not for you to see.")
    return body_of(caller, practice, translation)


def may_write(caller: Caller, practice: PracticeBody) -> bool:
    """Whether the practice is the caller's to translate: its champion's people, and the secretariat."""
    return not caller.parties_to(practice.champion.id).isdisjoint(WRITERS)


def body_of(caller: Caller, practice: PracticeBody, translation: PracticeTranslation) -> TranslationBody:
    """The answer for ``translation`` as ``caller`` may see it; ``NotFound`` where it is still being written by others."""
    summary = _summary(caller, practice, translation.language, translation)
    if summary.state is TranslationState.MISSING:
        raise NotFound("This practice is not translated into that language, or it is not for you to see.")
    texts = translation.model_dump(exclude={"search"})
    return TranslationBody.model_validate(
        texts
        | summary.model_dump()
        | {"rendered": [RenderedText(name=name, before=translation.rendered[name]) for name in summary.changed]}
    )


def texts_of(practice: PracticeBody) -> dict[str, str]:
    """The words of the original."""
    return practice.model_dump(include=set(rules.TEXTS))


def texts_in(translation: PracticeTranslation) -> dict[str, str]:
    """The words of a translation."""
    return translation.model_dump(include=set(rules.TEXTS))


def _summary(
    caller: Caller, practice: PracticeBody, language: Language, translation: PracticeTranslation | None
) -> TranslationSummary:
    is_writer = may_write(caller, practice)
    is_translatable = is_writer and practice.revises_id is None
    missing = TranslationSummary(
        language=language,
        state=TranslationState.MISSING,
        title="",
        changed=[],
        untranslated=[],
        checked_at=None,
        checked_by_name=None,
        actions=["translate"] if is_translatable else [],
    )
    if translation is None:
        return missing
    original, texts = texts_of(practice), texts_in(translation)
    untranslated = rules.untranslated(original, texts)
    changed = rules.changed_since(original, translation.rendered)
    state = rules.state_of(
        made_by=translation.made_by,
        is_checked=translation.checked_at is not None,
        untranslated=untranslated,
        changed=changed,
    )
    if state not in rules.SHOWN and not is_writer:
        return missing
    return TranslationSummary(
        language=language,
        state=state,
        title=translation.title,
        changed=changed,
        untranslated=untranslated,
        checked_at=translation.checked_at,
        checked_by_name=translation.checked_by_name if is_writer else None,
        actions=_actions(state, untranslated) if is_writer else [],
    )


def _actions(state: TranslationState, untranslated: list[str]) -> list[Any]:
    may_be_checked = state is not TranslationState.CHECKED and not untranslated
    return ["change", *(["check"] if may_be_checked else []), "delete"]
