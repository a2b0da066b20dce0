"""The public pages of champions, activities, statements and pledges."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities.queries import get_activity
from api.activities.schemas import ActivityBody
from api.champions.queries import get_champion
from api.pages.lists import practice_links
from api.pages.page import Page, Section, objectives_told, shortened, told_day
from api.platform import language
from api.platform.wording import words
from api.pledges.queries import get_pledge
from api.practices.queries import list_practices
from api.practices.schemas import PracticeQuery
from api.statements import queries as statements
from api.vocabularies.models import Format

_MOST = 100
_ATTENDANCE = {
    Format.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Format.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Format.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


async def champion_page(session: AsyncSession, champion_id: UUID, home: str) -> Page:
    """A champion with its practices."""
    said = words("pages", language.current())
    champion = await get_champion(session, ANYBODY, champion_id)
    shared = await list_practices(session, ANYBODY, PracticeQuery(limit=_MOST, champion=champion.iso3))
    about = champion.about or f"{champion.name}: {said['about']}"
    return Page(
        path=f"/champions/{champion_id}",
        title=champion.name,
        description=shortened(about),
        sections=[
            Section("", champion.about),
            *([Section(said["title"]["practices"], links=practice_links(shared.items))] if shared.items else []),
        ],
        facts=_objectives(champion.objectives),
        structured={
            "@type": "GovernmentOrganization",
            "name": champion.name,
            "url": f"{home}/champions/{champion_id}",
            "areaServed": {"@type": "Country", "name": champion.name, "identifier": champion.iso3},
        },
    )


async def activity_page(session: AsyncSession, activity_id: UUID, home: str) -> Page:
    """An activity; as an event where it has a day."""
    said = words("pages", language.current())
    activity = await get_activity(session, ANYBODY, activity_id)
    days = [told_day(day) for day in (activity.starts_on, activity.ends_on) if day]
    return Page(
        path=f"/activities/{activity_id}",
        title=activity.title,
        description=shortened(activity.description or said["summary"]["activities"]),
        sections=[
            Section("", activity.description),
            *([Section(said["outcome"], activity.outcome)] if activity.outcome else []),
            *([Section(said["lessons_learned"], activity.lessons_learned)] if activity.lessons_learned else []),
        ],
        facts=[
            *([(said["led_by"], [activity.champion.name])] if activity.champion else []),
            *([(said["period"], [" – ".join(days)])] if days else []),
            *_objectives(activity.objectives),
        ],
        structured=_event(activity, home) if activity.starts_on else {"@type": "CreativeWork", "name": activity.title},
    )


async def statement_page(session: AsyncSession, statement_id: UUID, home: str) -> Page:
    """A statement that was adopted, with its text."""
    said = words("pages", language.current())
    statement = await statements.get_statement(session, ANYBODY, statement_id)
    number = statement.adopted_version
    version = await statements.get_version(session, ANYBODY, statement_id, number) if number else None
    text = version.text if version else statement.purpose
    delivered = statement.delivered_on
    return Page(
        path=f"/statements/{statement_id}",
        title=statement.title,
        description=shortened(statement.purpose or text),
        spoken=version.language.value if version else "",
        sections=[Section("", text)],
        facts=[(said["delivered"], [told_day(delivered)])] if delivered else [],
        structured={
            "@type": "CreativeWork",
            "name": statement.title,
            "url": f"{home}/statements/{statement_id}",
            "text": text,
            "publisher": {"@type": "Organization", "name": said["site"], "url": home},
            **({"datePublished": delivered.isoformat()} if delivered else {}),
        },
    )


async def pledge_page(session: AsyncSession, pledge_id: UUID, home: str) -> Page:
    """A pledge that was made."""
    said = words("pages", language.current())
    pledge = await get_pledge(session, ANYBODY, pledge_id)
    days = [told_day(day) for day in (pledge.made_on, pledge.due_on) if day]
    return Page(
        path=f"/pledges/{pledge_id}",
        title=pledge.title,
        description=shortened(pledge.description or said["summary"]["pledges"]),
        spoken=pledge.language.value,
        sections=[Section("", pledge.description)],
        facts=[
            (said["led_by"], [pledge.champion.name]),
            *([(said["period"], [" – ".join(days)])] if days else []),
            *_objectives(pledge.objectives),
        ],
        structured={
            "@type": "CreativeWork",
            "name": pledge.title,
            "text": pledge.description,
            "url": f"{home}/pledges/{pledge_id}",
            "author": {"@type": "GovernmentOrganization", "name": pledge.champion.name},
        },
    )


def _event(activity: ActivityBody, home: str) -> dict[str, Any]:
    assert activity.starts_on is not None
    return {
        "@type": "Event",
        "name": activity.title,
        "description": activity.description,
        "url": f"{home}/activities/{activity.id}",
        "startDate": activity.starts_on.isoformat(),
        "endDate": (activity.ends_on or activity.starts_on).isoformat(),
        **({"eventAttendanceMode": _ATTENDANCE[activity.format]} if activity.format else {}),
        **({"location": {"@type": "Place", "name": activity.place}} if activity.place else {}),
        **(
            {"organizer": {"@type": "GovernmentOrganization", "name": activity.champion.name}}
            if activity.champion
            else {}
        ),
    }


def _objectives(numbers: list[int]) -> list[tuple[str, list[str]]]:
    told = objectives_told(numbers)
    return [(words("pages", language.current())["field"]["objectives"], told)] if told else []
