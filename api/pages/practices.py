"""The public pages of practices: as they are, as they were published, and the tombstone of what was withdrawn."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.pages.page import Link, Page, Section, objectives_told, shortened, told_day, words
from api.platform import language
from api.platform.problems import NotFound
from api.platform.unit_of_work import API
from api.practices import addresses
from api.practices.citations import FORMS, PUBLISHER
from api.practices.licences import LICENCES
from api.practices.models import PracticeStatus
from api.practices.queries import get_practice, get_version
from api.practices.schemas import PracticeBody, PracticeContent
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


async def practice_page(session: AsyncSession, practice_id: UUID, home: str) -> Page:
    """A published practice; the tombstone of a withdrawn one; ``NotFound`` for what the world may not read."""
    practice = await get_practice(session, ANYBODY, practice_id)
    if practice.status is PracticeStatus.WITHDRAWN:
        return _tombstone(practice, f"/practices/{practice_id}", practice.title)
    assert practice.published_at is not None
    path = f"/practices/{practice_id}"
    return _page(practice, practice, practice.version, practice.published_at, home=home, path=path)


async def version_page(session: AsyncSession, practice_id: UUID, number: int, home: str) -> Page:
    """A version as it was published."""
    practice = await get_practice(session, ANYBODY, practice_id)
    if number > practice.version:
        raise NotFound("This practice has no such version yet.")
    version = await get_version(session, ANYBODY, practice_id, number)
    path = f"/practices/{practice_id}/versions/{number}"
    if practice.status is PracticeStatus.WITHDRAWN:
        return _tombstone(practice, path, version.title)
    return _page(practice, version.content, number, version.published_at, home=home, path=path)


def _tombstone(practice: PracticeBody, path: str, title: str) -> Page:
    """Whose it was, when it was published and withdrawn: what a reader of a citation needs, and no more."""
    said = words(language.written())
    assert practice.withdrawn_at is not None
    assert practice.published_at is not None
    withdrawn_on = told_day(practice.withdrawn_at.date())
    notice = said["tombstone"].format(date=withdrawn_on)
    return Page(
        path=path,
        title=title,
        description=notice,
        notice=notice,
        spoken=practice.language.value,
        facts=[
            (said["led_by"], [practice.champion.name]),
            (said["published_on"], [told_day(practice.published_at.date())]),
            (said["withdrawn_on"], [withdrawn_on]),
        ],
        status=410,
    )


def _page(
    practice: PracticeBody, content: Published, number: int, published_at: datetime, *, home: str, path: str
) -> Page:
    said = words(language.written())
    field, licence, day = said["field"], LICENCES[content.licence], published_at.date()
    subjects = objectives_told([*content.objectives_primary, *content.objectives_secondary])
    cited = addresses.of_version(home, practice.id, number)
    places = [*(country_name(iso3) for iso3 in content.countries), *(region_name(m49) for m49 in content.regions)]
    citation = said["citation"].format(
        champion=practice.champion.name, title=content.title, number=number, date=told_day(day), address=cited
    )
    return Page(
        path=path,
        title=content.title,
        description=shortened(content.summary),
        spoken=content.language.value,
        sections=[
            Section("", content.summary),
            *(Section(field[name], text) for name in _TEXTS if (text := getattr(content, name))),
            *_further(field["additional_resources"], content.additional_resources),
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
        structured=_structured(practice, content, number, day, home=home, subjects=subjects, places=places),
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
            ("rights", licence.address),
        ],
        signposts=[
            ("cite-as", cited),
            ("license", licence.address),
            ("author", f"{home}/champions/{practice.champion.id}"),
            *(
                ("describedby", f"{home}{API}/practices/{practice.id}/versions/{number}/citation?format={form}")
                for form in FORMS
            ),
        ],
    )


def _further(heading: str, resources: list[str]) -> list[Section]:
    return [Section(heading, links=[Link(address, address) for address in resources])] if resources else []


def _structured(
    practice: PracticeBody,
    content: Published,
    number: int,
    day: date,
    *,
    home: str,
    subjects: list[str],
    places: list[str],
) -> dict[str, Any]:
    """The practice in the words of schema.org."""
    return {
        "@type": "Report",
        "@id": addresses.of_version(home, practice.id, number),
        "url": addresses.of_practice(home, practice.id),
        "name": content.title,
        "headline": content.title,
        "abstract": content.summary,
        "inLanguage": content.language.value,
        "datePublished": day.isoformat(),
        "version": str(number),
        "license": LICENCES[content.licence].address,
        "author": {
            "@type": "GovernmentOrganization",
            "name": practice.champion.name,
            "url": f"{home}/champions/{practice.champion.id}",
        },
        "publisher": {"@type": "Organization", "name": PUBLISHER, "url": home},
        "about": [{"@type": "DefinedTerm", "name": subject} for subject in subjects],
        "spatialCoverage": [{"@type": "Place", "name": place} for place in places],
        "isAccessibleForFree": True,
    }
