"""The letters of saved searches: once a day or a week, what was published since the last and is found by them."""

from itertools import groupby
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import Letter, Listed, Listing, Reader
from api.platform import sweeps
from api.platform.wording import words
from api.practices import addresses
from api.savedsearches import links
from api.savedsearches.telling import Due, News, due_searches, mark_told, news_for
from api.vocabularies.catalogue import country_name

MOST_PEOPLE_AT_ONCE = 500
"""In one transaction; the others are told a minute later."""


@sweeps.every("savedsearches.tell")
async def tell(session: AsyncSession) -> None:
    """Write one letter to each person who is to be told now and for whom there is news."""
    due = _of_some_people(await due_searches(session))
    news_of = {person_id: list(news) for person_id, news in groupby(await news_for(session, due), _person_of)}

    def written(reader: Reader) -> Letter:
        assert reader.person_id is not None
        return _letter(reader, news_of[reader.person_id])

    await letters.send(session, kind=LetterKind.SAVED_SEARCHES_FOUND, to=news_of, words=written)
    await mark_told(session, due)


def _of_some_people(due: list[Due]) -> list[Due]:
    some = set(list(dict.fromkeys(one.person_id for one in due))[:MOST_PEOPLE_AT_ONCE])
    return [one for one in due if one.person_id in some]


def _person_of(news: News) -> UUID:
    return news.due.person_id


def _letter(reader: Reader, news: list[News]) -> Letter:
    said = words("savedsearches", reader.language)
    subject = said["subject"].format(name=news[0].due.name) if len(news) == 1 else said["subject_several"]
    return Letter(
        subject,
        [said["told"]],
        action=(said["action"], "/practices/saved-searches"),
        listings=[_listing(one, said) for one in news],
        stop=links.stop_path(news[0].due.person_id),
    )


def _listing(news: News, said: dict[str, Any]) -> Listing:
    left_out = news.total - len(news.practices)
    return Listing(
        title=news.due.name,
        path=links.practices_path(news.due.asked.filters),
        records=[Listed(row.title, addresses.of_practice("", row.id), _context(row, said)) for row in news.practices],
        more=said["more"].format(count=left_out) if left_out else "",
    )


def _context(row: Any, said: dict[str, Any]) -> str:
    return " · ".join([country_name(row.iso3), *([said["new_version"]] if row.version > 1 else [])])
