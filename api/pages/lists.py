"""The front page, the lists of what is public, and what there is for each objective."""

from collections.abc import Sequence
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities.queries import list_activities
from api.activities.schemas import ActivityQuery
from api.champions.queries import list_champions
from api.champions.schemas import ChampionQuery
from api.pages.page import Link, Page, Section
from api.platform import language
from api.platform.problems import NotFound
from api.platform.wording import words
from api.pledges.queries import list_pledges
from api.pledges.schemas import PledgeQuery
from api.practices.queries import list_practices
from api.practices.schemas import PracticeQuery
from api.statements.queries import list_statements
from api.statements.schemas import StatementQuery
from api.vocabularies.catalogue import terms

_MOST = 100


async def front_page(session: AsyncSession, home: str) -> Page:
    """What the Initiative is, and its latest practices."""
    said = words("pages", language.current())
    latest = await list_practices(session, ANYBODY, PracticeQuery(limit=10))
    return Page(
        path="/",
        title=said["site"],
        description=said["about"],
        sections=[Section("", said["about"]), Section(said["latest"], links=practice_links(latest.items))],
        structured={"@type": "Organization", "name": said["site"], "url": home, "description": said["about"]},
    )


async def practices_page(session: AsyncSession, home: str) -> Page:
    """The list of practices, newest first."""
    page = await list_practices(session, ANYBODY, PracticeQuery(limit=_MOST))
    return _list_page("practices", practice_links(page.items), home)


async def champions_page(session: AsyncSession, home: str) -> Page:
    """The list of champions."""
    page = await list_champions(session, ANYBODY, ChampionQuery(limit=_MOST))
    return _list_page("champions", _champion_links(page.items), home)


async def activities_page(session: AsyncSession, home: str) -> Page:
    """The list of activities."""
    page = await list_activities(session, ANYBODY, ActivityQuery(limit=_MOST))
    return _list_page("activities", _titled("activities", page.items), home)


async def statements_page(session: AsyncSession, home: str) -> Page:
    """The list of what was said together."""
    page = await list_statements(session, ANYBODY, StatementQuery(limit=_MOST))
    return _list_page(
        "statements", [Link(f"/statements/{each.id}", each.title, each.event) for each in page.items], home
    )


async def pledges_page(session: AsyncSession, home: str) -> Page:
    """The list of pledges."""
    page = await list_pledges(session, ANYBODY, PledgeQuery(limit=_MOST))
    return _list_page("pledges", _titled("pledges", page.items), home)


async def objectives_page(_: AsyncSession, home: str) -> Page:
    """The 23 objectives."""
    listed = terms("objectives", language.current())
    return _list_page(
        "objectives",
        [Link(f"/objectives/{each['number']}", f"{each['number']}. {each['title']}") for each in listed],
        home,
    )


async def objective_page(session: AsyncSession, number: int, home: str) -> Page:
    """Who champions an objective, and what there is for it."""
    said, listed = words("pages", language.current()), terms("objectives", language.current())
    title = next((f"{each['number']}. {each['title']}" for each in listed if each["number"] == number), None)
    if title is None:
        raise NotFound("The Compact has no such objective.")
    championing = await list_champions(session, ANYBODY, ChampionQuery(limit=_MOST, objective=[number]))
    shared = await list_practices(session, ANYBODY, PracticeQuery(limit=_MOST, objective=[number]))
    done = await list_activities(session, ANYBODY, ActivityQuery(limit=_MOST, objective=[number]))
    there_is = {
        "champions": _champion_links(championing.items),
        "practices": practice_links(shared.items),
        "activities": _titled("activities", done.items),
    }
    return Page(
        path=f"/objectives/{number}",
        title=title,
        description=said["summary"]["objectives"],
        sections=[Section(said["title"][name], links=links) for name, links in there_is.items() if links],
        structured={"@type": "DefinedTerm", "name": title, "url": f"{home}/objectives/{number}"},
    )


def _list_page(name: str, links: list[Link], home: str) -> Page:
    said = words("pages", language.current())
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


def practice_links(listed: Sequence[Any]) -> list[Link]:
    """Practices, each with its champion."""
    return [Link(f"/practices/{each.id}", each.title, each.champion.name) for each in listed]


def _champion_links(listed: Sequence[Any]) -> list[Link]:
    return [Link(f"/champions/{each.id}", each.name, each.region.name) for each in listed]


def _titled(room: str, listed: Sequence[Any]) -> list[Link]:
    return [Link(f"/{room}/{each.id}", each.title, each.champion.name if each.champion else "") for each in listed]
