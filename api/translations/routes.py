"""Practices in the other official languages: how each stands, its texts, and who vouches for them."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.language import Language
from api.platform.unit_of_work import room_router
from api.translations import queries, service
from api.translations.schemas import TranslationBody, TranslationChange, TranslationCreate, TranslationList

PracticeRead = Annotated[Caller, requires(Permission.PRACTICES_READ)]
PracticeWrite = Annotated[Caller, requires(Permission.PRACTICES_WRITE)]

PracticeId = Annotated[UUID, Path(description="Key of the practice.")]
TranslationLanguage = Annotated[Language, Path(description="The language of the translation.", examples=["fr"])]

router = room_router("/practices/{practice_id}/translations", tag="Translations")


async def translation_to_change(
    practice_id: PracticeId,
    language: TranslationLanguage,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> service.Subject:
    """The translation, locked and as the caller read it."""
    return await service.load_for_change(session, caller, practice_id, language, expected_revision)


async def translation_to_check(
    practice_id: PracticeId,
    language: TranslationLanguage,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> service.Subject:
    """The translation, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, practice_id, language, expected_revision)


TranslationToChange = Annotated[service.Subject, Depends(translation_to_change)]
TranslationToCheck = Annotated[service.Subject, Depends(translation_to_check)]


@router.get("", operation_id="listPracticeTranslations", summary="List a practice's translations")
async def list_translations(caller: PracticeRead, session: SessionDep, practice_id: PracticeId) -> TranslationList:
    """How the practice stands in each of the other five languages."""
    return await queries.list_translations(session, caller, practice_id)


@router.post(
    "",
    operation_id="beginPracticeTranslation",
    summary="Begin to translate a practice",
    status_code=status.HTTP_201_CREATED,
)
async def begin_translation(
    caller: PracticeWrite, session: SessionDep, practice_id: PracticeId, body: TranslationCreate
) -> TranslationBody:
    """The language is enough. It is shown to others once it is checked, or whole and marked as a machine's."""
    return await service.begin(session, caller, practice_id, body)


@router.get("/{language}", operation_id="getPracticeTranslation", summary="Read a practice in another language")
async def get_translation(
    caller: PracticeRead, session: SessionDep, practice_id: PracticeId, language: TranslationLanguage
) -> TranslationBody:
    """Its words in that language; what is no word (dates, objectives, countries) is as in the practice itself."""
    return await queries.get_translation(session, caller, practice_id, language)


@router.patch("/{language}", operation_id="changePracticeTranslation", summary="Go on with a translation")
async def change_translation(
    caller: PracticeWrite, session: SessionDep, translation: TranslationToChange, body: TranslationChange
) -> TranslationBody:
    """Change what is given and leave the rest."""
    return await service.change(session, caller, translation, body)


@router.post("/{language}/check", operation_id="checkPracticeTranslation", summary="Vouch for a translation")
async def check_translation(
    caller: PracticeWrite, session: SessionDep, translation: TranslationToCheck
) -> TranslationBody:
    """Say that a person has read the whole of it beside the original as it is now."""
    return await service.check(session, caller, translation)


@router.delete(
    "/{language}",
    operation_id="deletePracticeTranslation",
    summary="Delete a translation",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_translation(caller: PracticeWrite, session: SessionDep, translation: TranslationToChange) -> None:
    """Delete a translation; the practice stays as it is."""
    await service.delete(session, caller, translation)
