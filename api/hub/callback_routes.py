"""Messages of the Hub: what it made of a practice. Signed as Standard Webhooks say, and taken once."""

from typing import Annotated

from fastapi import Depends, Header, Request
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.hub import service
from api.hub.schemas import HubMessage, HubMessageTaken
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.problems import Forbidden, Unauthenticated
from api.platform.unit_of_work import room_router

HubSpeak = Annotated[Caller, requires(Permission.HUB_SPEAK)]

router = room_router("/hub/callbacks", tag="Migration Network Hub")


async def signed(
    request: Request,
    settings: SettingsDep,
    webhook_id: Annotated[str, Header(description="Names the message.", examples=["msg_1"], max_length=200)] = "",
    webhook_timestamp: Annotated[
        str, Header(description="When it was sent, in seconds since 1970.", examples=["1795512600"], max_length=20)
    ] = "",
    webhook_signature: Annotated[
        str,
        Header(
            description="`v1,` and the HMAC-SHA256 of id, timestamp and body.",
            examples=["v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="],
            max_length=2000,
        ),
    ] = "",
) -> str:
    """The identifier of a message that the Hub has really sent, in the last five minutes."""
    if settings.hub_callback_secret is None:
        raise Forbidden("This installation takes no messages of a Hub: CHAMPIONS_HUB_CALLBACK_SECRET is not set.")
    headers = {
        "webhook-id": webhook_id,
        "webhook-timestamp": webhook_timestamp,
        "webhook-signature": webhook_signature,
    }
    try:
        secret = Webhook(settings.hub_callback_secret.get_secret_value())
        secret.verify(await request.body(), headers, json_parse=False)
    except (WebhookVerificationError, ValueError) as error:
        raise Unauthenticated(
            "This message is not signed by the Hub, or was signed more than five minutes ago."
        ) from error
    return webhook_id


Signed = Annotated[str, Depends(signed)]


@router.post("", operation_id="hearFromHub", summary="Take a message of the Hub")
async def hear_from_hub(_: HubSpeak, session: SessionDep, webhook_id: Signed, body: HubMessage) -> HubMessageTaken:
    """Accepted, published, refused or withdrawn. A message that came before, or too late, changes nothing."""
    return await service.take_message(session, webhook_id, body)
