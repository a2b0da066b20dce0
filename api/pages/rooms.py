"""The public pages of champions, activities and statements, of their lists, and the front page."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities import queries as activities
from api.activities.schemas import ActivityBody, ActivityQuery
from api.champions import queries as champions
from api.champions.schemas import ChampionQuery
from api.pages.page import Link, Page, Section, shortened, told_day, words
from api.platform import language
from api.practices import queries as practices
from api.practices.schemas import PracticeQuery
from api.statements import queries as statements
from api.statements.schemas import StatementQuery
from api.vocabularies.catalogue import terms
from api.vocabularies.models import Format

_MOST = 100
_ATTENDANCE = {
    Format.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Format.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Format.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


async def front_page(session: AsyncSession, home: str) -> Page:
    """What the Initiative is, and its latest practices."""
    said = words(language.written())
    latest = await practices.list_practices(session, ANYBODY, PracticeQuery(limit=10))
    return Page(
        path="/",
        title=said["site"],
        description=said["about"],
        sections=[Section("", said["about"]), Section(said["latest"], links=_practice_links(latest.items))],
        structured={"@type": "Organization", "name": said["site"], "url": home, "description": said["about"]},
    )


async def practices_page(session: AsyncSession, home: str) -> Page:
    """The list of practices, newest first."""
    page = await practices.list_practices(session, ANYBODY, PracticeQuery(limit=_MOST))
    return _list_page("practices", _practice_links(page.items), home)


async def champions_page(session: AsyncSession, home: str) -> Page:
    """The list of champions."""
    page = await champions.list_champions(session, ANYBODY, ChampionQuery(limit=_MOST))
    links = [Link(f"/champions/{each.id}", each.name, each.region.name) for each in page.items]
    return _list_page("champions", links, home)


async def activities_page(session: AsyncSession, home: str) -> Page:
    """The list of activities."""
    page = await activities.list_activities(session, ANYBODY, ActivityQuery(limit=_MOST))
    links = [Link(f"/activities/{each.id}", each.title, _lead(each)) for each in page.items]
    return _list_page("activities", links, home)


async def statements_page(session: AsyncSession, home: str) -> Page:
    """The list of what was said together."""
    page = await statements.list_statements(session, ANYBODY, StatementQuery(limit=_MOST))
    return _list_page(
        "statements", [Link(f"/statements/{each.id}", each.title, each.event) for each in page.items], home
    )


async def champion_page(session: AsyncSession, champion_id: UUID, home: str) -> Page:
    """A champion with its practices."""
    said = words(language.written())
    champion = await champions.get_champion(session, ANYBODY, champion_id)
    shared = await practices.list_practices(session, ANYBODY, PracticeQuery(limit=_MOST, champion=champion.iso3))
    about = champion.about or f"{champion.name}: {said['about']}"
    return Page(
        path=f"/champions/{champion_id}",
        title=champion.name,
        description=shortened(about),
        sections=[
            Section("", champion.about),
            *([Section(said["title"]["practices"], links=_practice_links(shared.items))] if shared.items else []),
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
    said = words(language.written())
    activity = await activities.get_activity(session, ANYBODY, activity_id)
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
            *([(said["led_by"], activity.champion.name)] if activity.champion else []),
            *([(said["period"], " – ".join(days))] if days else []),
            *_objectives(activity.objectives),
        ],
        structured=_event(activity, home) if activity.starts_on else {"@type": "CreativeWork", "name": activity.title},
    )


async def statement_page(session: AsyncSession, statement_id: UUID, home: str) -> Page:
    """A statement that was adopted, with its text."""
    said = words(language.written())
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
        facts=[(said["delivered"], told_day(delivered))] if delivered else [],
        structured={
            "@type": "CreativeWork",
            "name": statement.title,
            "url": f"{home}/statements/{statement_id}",
            "text": text,
            "publisher": {"@type": "Organization", "name": said["site"], "url": home},
            **({"datePublished": delivered.isoformat()} if delivered else {}),
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
        **({"organizer": {"@type": "GovernmentOrganization", "name": _lead(activity)}} if activity.champion else {}),
    }


def _list_page(name: str, links: list[Link], home: str) -> Page:
    said = words(language.written())
    title, summary = said["title"][name], said["summary"][name]
    return Page(
        path=f"/{name}",
        title=title,
        description=summary,
        sections=[Section("", summary, links)],
        structured={
            "@type": "CollectionPage",
            "name": title,
            "description": summary,
            "url": f"{home}/{name}",
            "hasPart": [{"@type": "CreativeWork", "name": link.text, "url": f"{home}{link.address}"} for link in links],
        },
    )


def _practice_links(listed: Sequence[Any]) -> list[Link]:
    return [Link(f"/practices/{each.id}", each.title, each.champion.name) for each in listed]


def _lead(activity: Any) -> str:
    return activity.champion.name if activity.champion else ""


def _objectives(numbers: list[int]) -> list[tuple[str, str]]:
    tongue = language.written()
    titles = {term["number"]: term["title"] for term in terms("objectives", tongue)}
    told = "; ".join(f"{number}. {titles[number]}" for number in numbers)
    return [(words(tongue)["field"]["objectives"], told)] if told else []
