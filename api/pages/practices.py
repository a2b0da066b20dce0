"""The public pages of practices: as they are, as they were published, and the tombstone of what was withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from babel.numbers import format_decimal
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.pages.page import Link, Page, Section, objectives_told, shortened, told_day
from api.platform import language
from api.platform.language import Language
from api.platform.problems import NotFound
from api.platform.unit_of_work import API
from api.platform.wording import words
from api.practices import addresses, tombstones
from api.practices.citations import FORMS, PUBLISHER
from api.practices.file_versions import files_of
from api.practices.licences import LICENCES
from api.practices.queries import get_practice, get_version
from api.practices.schemas import FileOfVersion, PracticeBody, PracticeContent
from api.translations.queries import list_readable
from api.translations.rules import TEXTS
from api.vocabularies.catalogue import country_name, region_name

_TEXTS = (
    "benefit_and_impact",
    "key_lessons",
    "recommendations",
    "innovation",
    "cross_cutting_themes",
    "partners",
    "organizations_involved",
)

Published = PracticeBody | PracticeContent
"""A practice as it is, or as a version keeps it: the same words."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page shows of a practice: its words in one language, and what stands beside them."""

    practice: PracticeBody
    content: Published
    files: Sequence[FileOfVersion]
    number: int
    published_at: datetime
    path: str
    home: str
    notice: str = ""


async def practice_page(session: AsyncSession, practice_id: UUID, home: str, wanted: Language) -> Page:
    """A published practice, in ``wanted`` where it is translated; the tombstone of a withdrawn one; ``NotFound`` for what
    the world may not read."""
    path = f"/practices/{practice_id}"
    try:
        practice = await get_practice(session, ANYBODY, practice_id)
    except NotFound:
        return await _tombstone(session, practice_id, path, home)
    assert practice.published_at is not None
    readable = await list_readable(session, practice)
    content, notice = practice, ""
    if translation := readable.get(wanted):
        texts = translation.model_dump(include=set(TEXTS)) | {"language": wanted}
        content = practice.model_copy(update=texts)
        notice = words("pages", language.current())["translation"].get(translation.state.value, "")
    return _page(
        Edition(
            practice,
            content,
            await files_of(session, (practice_id, practice.version)),
            practice.version,
            practice.published_at,
            path,
            home,
            notice,
        )
    )


async def version_page(session: AsyncSession, practice_id: UUID, number: int, home: str) -> Page:
    """A version as it was published, in the language in which it was."""
    path = f"/practices/{practice_id}/versions/{number}"
    try:
        practice = await get_practice(session, ANYBODY, practice_id)
    except NotFound:
        return await _tombstone(session, practice_id, path, home, number)
    if number > practice.version:
        raise NotFound("This practice has no such version yet.")
    version = await get_version(session, ANYBODY, practice_id, number)
    return _page(Edition(practice, version.content, version.content.files, number, version.published_at, path, home))


async def _tombstone(session: AsyncSession, practice_id: UUID, path: str, home: str, number: int = 0) -> Page:
    """What a reader of a citation needs, and no more; ``NotFound`` where there is none, or no version ``number``."""
    grave = await tombstones.find(session, ANYBODY, practice_id)
    if grave is None or number > grave.version:
        raise NotFound("There is no such practice, or it is not for everybody.")
    said = words("pages", language.current())
    withdrawn_on = told_day(grave.withdrawn_at.date())
    published_on = told_day(grave.published_at.date())
    citation = said["citation"].format(
        champion=grave.champion.name,
        title=grave.title,
        number=grave.version,
        date=published_on,
        address=addresses.of_version(home, practice_id, grave.version),
    )
    notice = said["tombstone"].format(date=withdrawn_on)
    return Page(
        path=path,
        title=grave.title,
        description=notice,
        notice=notice,
        spoken=grave.language.value,
        sections=[
            *([Section(said["withdrawal_reason"], grave.withdrawal_reason)] if grave.withdrawal_reason else []),
            Section(said["cited_as"], citation),
        ],
        facts=[
            (said["led_by"], [grave.champion.name]),
            (said["published_on"], [published_on, said["version"].format(number=grave.version)]),
            (said["withdrawn_on"], [withdrawn_on]),
        ],
        status=410,
    )


def _page(edition: Edition) -> Page:
    practice, content, home, number = edition.practice, edition.content, edition.home, edition.number
    said = words("pages", language.current())
    field, licence, day = said["field"], LICENCES[content.licence], edition.published_at.date()
    subjects = objectives_told([*content.objectives_primary, *content.objectives_secondary])
    cited = addresses.of_version(home, practice.id, number)
    places = [*(country_name(iso3) for iso3 in content.countries), *(region_name(m49) for m49 in content.regions)]
    citation = said["citation"].format(
        champion=practice.champion.name, title=content.title, number=number, date=told_day(day), address=cited
    )
    return Page(
        path=edition.path,
        title=content.title,
        description=shortened(content.summary),
        spoken=content.language.value,
        notice=edition.notice,
        sections=[
            Section("", content.summary),
            *(Section(field[name], text) for name in _TEXTS if (text := getattr(content, name))),
            *_links(
                field["additional_resources"], [Link(address, address) for address in content.additional_resources]
            ),
            *_links(field["files"], [_file_link(practice.id, file) for file in edition.files]),
            Section(said["cite"], citation),
        ],
        facts=[
            (said["led_by"], [practice.champion.name]),
            (field["organization"], [content.main_implementing_organization]),
            (said["published_on"], [told_day(day), said["version"].format(number=number)]),
            (field["objectives"], subjects),
            *([(field["where"], places)] if places else []),
            (said["licence"], [licence.name]),
        ],
        structured=_structured(edition, day, subjects=subjects, places=places),
        dublin_core=[
            ("title", content.title),
            ("creator", practice.champion.name),
            ("contributor", content.main_implementing_organization),
            *(("subject", subject) for subject in subjects),
            ("description", shortened(content.summary)),
            ("publisher", PUBLISHER),
            ("date", day.isoformat()),
            ("type", "Text"),
            ("format", "text/html"),
            ("identifier", cited),
            ("language", content.language.value),
            *(("coverage", place) for place in places),
            *(("relation", addresses.of_file(home, practice.id, file.id)) for file in edition.files),
            ("rights", licence.address),
        ],
        signposts=[
            ("cite-as", cited),
            ("license", licence.address),
            ("author", f"{home}/champions/{practice.champion.id}"),
            *(("item", addresses.of_file(home, practice.id, file.id)) for file in edition.files),
            *(
                ("describedby", f"{home}{API}/practices/{practice.id}/versions/{number}/citation?format={form}")
                for form in FORMS
            ),
        ],
    )


def _links(heading: str, links: list[Link]) -> list[Section]:
    return [Section(heading, links=links)] if links else []


def _file_link(practice_id: UUID, file: FileOfVersion) -> Link:
    kind = PurePosixPath(file.file_name).suffix[1:].upper()
    size = format_decimal(max(1, round(file.size / 1000)), locale=language.current().value)
    return Link(addresses.of_file("", practice_id, file.id), file.title, f"{kind}, {size} kB")


def _structured(edition: Edition, day: date, *, subjects: list[str], places: list[str]) -> dict[str, Any]:
    """The practice in the words of schema.org."""
    practice, content, home = edition.practice, edition.content, edition.home
    return {
        "@type": "Report",
        "@id": addresses.of_version(home, practice.id, edition.number),
        "url": addresses.of_practice(home, practice.id),
        "name": content.title,
        "headline": content.title,
        "abstract": content.summary,
        "inLanguage": content.language.value,
        **_translation_of(edition),
        "datePublished": day.isoformat(),
        "version": str(edition.number),
        "license": LICENCES[content.licence].address,
        "author": {
            "@type": "GovernmentOrganization",
            "name": practice.champion.name,
            "url": f"{home}/champions/{practice.champion.id}",
        },
        "publisher": {"@type": "Organization", "name": PUBLISHER, "url": home},
        "about": [{"@type": "DefinedTerm", "name": subject} for subject in subjects],
        "spatialCoverage": [{"@type": "Place", "name": place} for place in places],
        "associatedMedia": [
            {
                "@type": "MediaObject",
                "name": file.title,
                "contentUrl": addresses.of_file(home, practice.id, file.id),
                "encodingFormat": file.media_type,
                "contentSize": str(file.size),
            }
            for file in edition.files
        ],
        "isAccessibleForFree": True,
    }


def _translation_of(edition: Edition) -> dict[str, Any]:
    """Of which text in which language this is a translation, where it is one."""
    original = edition.practice
    if edition.content.language is original.language or edition.number != original.version:
        return {}
    told = {"@type": "Report", "name": original.title, "inLanguage": original.language.value}
    return {"translationOfWork": told | {"url": addresses.of_practice(edition.home, original.id)}}
