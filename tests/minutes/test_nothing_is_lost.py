"""Whatever is done to minutes, in whatever order: no version is lost, and a locked text never changes."""

from datetime import UTC, datetime

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(["First.", "Second.", "Third.\n\nLonger."])),
        st.tuples(st.just("restore"), st.integers(1, 4)),
        st.tuples(st.just("propose"), st.sampled_from(["Corrected.", "Mended."])),
        st.tuples(st.sampled_from(["take", "circulate", "adopt"]), st.none()),
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_no_version_is_lost_and_a_locked_text_never_changes(
    client: httpx.AsyncClient, session: AsyncSession, world: World, steps: list[tuple[str, str | int | None]]
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=datetime(2026, 11, 10, tzinfo=UTC))
    item, *_ = await make_agenda(session, held, "Missing migrants")
    play = Play(client, world, f"/meetings/{held.id}", str(item.id))
    known: list[str] = []

    for verb, what in steps:
        locked = (await play.minutes())["is_locked"]
        await getattr(play, verb)(what)
        versions = await play.versions()

        assert versions[: len(known)] == known, "A version was changed or lost."
        assert not locked or versions == known, "A locked text changed."
        assert (await play.minutes())["items"][0]["text"] == (versions[-1] if versions else "")
        known = versions


class Play:
    """Somebody who works on the minutes of one item; what is refused is refused."""

    def __init__(self, client: httpx.AsyncClient, world: World, meeting: str, item: str) -> None:
        self._client, self._meeting, self._text = client, meeting, f"{meeting}/minutes/{item}"
        self._chair, self._champion = world.headers("mar"), world.headers("ken")

    async def minutes(self) -> dict[str, list[dict[str, str]]]:
        return dict((await self._client.get(f"{self._meeting}/minutes", headers=self._chair)).json())

    async def versions(self) -> list[str]:
        answer = await self._client.get(f"{self._text}/versions?limit=100", headers=self._chair)
        return [str(version["text"]) for version in reversed(answer.json()["items"])]

    async def write(self, text: str) -> None:
        headers = self._chair | {"If-Match": "*"}
        await self._client.patch(self._text, json={"text": text}, headers=headers)

    async def restore(self, number: int) -> None:
        await self._client.post(f"{self._text}/versions/{number}/restore", headers=self._chair)

    async def propose(self, text: str) -> None:
        body = {"text": text, "why": "It was so."}
        await self._client.post(f"{self._text}/corrections", json=body, headers=self._champion)

    async def take(self, _nothing: None) -> None:
        found = (await self._client.get(f"{self._text}/corrections", headers=self._chair)).json()["items"]
        for correction in found[:1]:
            address = f"{self._text}/corrections/{correction['id']}/take"
            await self._client.post(address, json={"text": correction["text"]}, headers=self._chair)

    async def circulate(self, _nothing: None) -> None:
        await self._client.post(f"{self._meeting}/circulate-minutes", headers=self._chair)

    async def adopt(self, _nothing: None) -> None:
        body = {"reason": "Agreed at the meeting."}
        await self._client.post(f"{self._meeting}/minutes/adopt", json=body, headers=self._chair)
