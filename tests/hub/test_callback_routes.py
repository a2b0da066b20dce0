"""What the Hub tells us: only what it signed, once, and in the right order whatever the order it comes in."""

from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.models import DeliveryState, HubDelivery, HubStatus
from api.notifications.models import Mail
from api.practices.models import Practice, PracticeStatus
from tests.factories.hub import make_delivery
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.hub.signing import signed

pytestmark = pytest.mark.anyio

OTHER_SECRET = "whsec_c29tZWJvZHkgZWxzZQ=="
LINK = "https://migrationnetwork.un.org/practice/7"


@pytest.fixture
async def practice(session: AsyncSession, world: World) -> Practice:
    return await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)


def said(kind: str, delivery: HubDelivery, *, minute: int = 0, **more: Any) -> dict[str, Any]:
    about = {"id": str(delivery.practice_id), "sequence": delivery.sequence, **more}
    return {"type": f"practice.{kind}", "timestamp": f"2026-11-24T09:{minute:02}:00Z", "data": about}


async def test_the_author_hears_that_it_is_published(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)

    answer = await client.post("/hub/callbacks", **signed(said("published", delivery, url=LINK)))
    at_hub = (await client.get(f"/hub/practices/{practice.id}", headers=world.headers("mar"))).json()

    mails = (await session.exec(select(Mail).where(col(Mail.kind) == "hub_published"))).all()
    assert answer.json() == {"is_news": True}
    assert (at_hub["standing"], at_hub["link"], at_hub["shown_version"]) == ("published", LINK, 1)
    assert {mail.person_name for mail in mails} == {"Focal point of MAR", "Colleague of MAR"}


async def test_a_refusal_is_told_in_the_hubs_own_words(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)

    await client.post("/hub/callbacks", **signed(said("refused", delivery, words="Spell out {acronyms}.")))
    at_hub = (await client.get(f"/hub/practices/{practice.id}", headers=world.headers("mar"))).json()

    mail = (await session.exec(select(Mail).where(col(Mail.kind) == "hub_refused"))).first()
    assert (at_hub["standing"], at_hub["words"]) == ("refused", "Spell out {acronyms}.")
    assert mail is not None
    assert "In the Hub’s own words: Spell out {acronyms}." in mail.letter["paragraphs"]


async def test_a_message_is_taken_once_and_a_late_one_changes_nothing(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)
    published = signed(said("published", delivery, minute=2), name="msg_2")

    first = await client.post("/hub/callbacks", **published)
    again = await client.post("/hub/callbacks", **published)
    late = await client.post("/hub/callbacks", **signed(said("accepted", delivery, minute=1), name="msg_1"))

    await session.refresh(delivery)
    assert [answer.json()["is_news"] for answer in (first, again, late)] == [True, False, False]
    assert delivery.hub_status is HubStatus.PUBLISHED


async def test_word_of_the_hub_proves_a_delivery_whose_answer_was_lost(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice
) -> None:
    delivery = await make_delivery(session, practice)

    await client.post("/hub/callbacks", **signed(said("accepted", delivery)))

    await session.refresh(delivery)
    assert (delivery.state, delivery.hub_status) == (DeliveryState.DELIVERED, HubStatus.ACCEPTED)


@pytest.mark.parametrize(
    "forged",
    [
        {"secret": OTHER_SECRET},
        {"ago": 301},
        {"ago": -400},
    ],
)
async def test_a_forged_or_old_message_is_refused(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, forged: dict[str, Any]
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)

    answer = await client.post("/hub/callbacks", **signed(said("published", delivery), **forged))

    await session.refresh(delivery)
    assert answer.status_code == httpx.codes.UNAUTHORIZED
    assert delivery.hub_status is None


@pytest.mark.parametrize("signature", ["", "v1", "v1,", "v1,%%%", "v2,YQ==", "v1,YQ== nonsense"])
async def test_a_mangled_signature_is_refused(client: httpx.AsyncClient, signature: str) -> None:
    request = signed({})
    request["headers"]["webhook-signature"] = signature

    answer = await client.post("/hub/callbacks", **request)

    assert answer.status_code == httpx.codes.UNAUTHORIZED


async def test_a_changed_body_is_refused(client: httpx.AsyncClient, session: AsyncSession, practice: Practice) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)
    request = signed(said("refused", delivery))
    request["content"] = request["content"].replace("refused", "published")

    assert (await client.post("/hub/callbacks", **request)).status_code == httpx.codes.UNAUTHORIZED


async def test_a_message_under_a_name_that_was_taken_is_not_heard_whatever_it_says(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)
    await client.post("/hub/callbacks", **signed(said("accepted", delivery), name="msg_1"))

    replayed = await client.post("/hub/callbacks", **signed(said("refused", delivery, minute=5), name="msg_1"))

    await session.refresh(delivery)
    assert replayed.json() == {"is_news": False}
    assert delivery.hub_status is HubStatus.ACCEPTED


async def test_an_overlong_message_is_not_read_and_another_kind_is_not_taken(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)
    large = signed(said("refused", delivery, words="x" * 1_100_000))
    plain = signed(said("refused", delivery), name="msg_2")
    plain["headers"]["Content-Type"] = "text/plain"

    answers = [await client.post("/hub/callbacks", **request) for request in (large, plain)]

    assert [answer.status_code for answer in answers] == [413, 422]
    await session.refresh(delivery)
    assert delivery.hub_status is None


async def test_words_of_the_hub_are_kept_as_far_as_they_can_be_read(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.DELIVERED)

    answer = await client.post(
        "/hub/callbacks", **signed(said("refused", delivery, words="Spell\u0000 out\u202e MRC."))
    )

    await session.refresh(delivery)
    assert answer.json() == {"is_news": True}
    assert delivery.hub_words == "Spell  out  MRC."


async def test_what_is_about_nothing_of_ours_changes_nothing(client: httpx.AsyncClient) -> None:
    about = {"id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01", "sequence": 1}
    body = {"type": "practice.published", "timestamp": "2026-11-24T09:00:00Z", "data": about}

    answer = await client.post("/hub/callbacks", **signed(body))

    assert answer.json() == {"is_news": False}
