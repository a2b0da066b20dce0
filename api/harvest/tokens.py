"""Resumption tokens: where a list goes on, signed, so that nothing of it is kept here and any process can go on with it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from api.harvest.rules import BadResumptionToken, Selection, Verb
from api.platform import clock

GOOD_FOR = timedelta(days=2)
"""How long a harvester may pause between two pages."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list of ``size`` records goes on: after ``delivered`` of them, behind the one with this datestamp and key."""

    verb: Verb
    selection: Selection
    datestamp: datetime
    key: UUID
    delivered: int
    size: int


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is sent."""

    text: str
    expires_at: datetime


def issue(place: Place, secret: str) -> Token:
    """The token of ``place``."""
    expires_at = clock.now() + GOOD_FOR
    chosen = place.selection
    told = [
        place.verb.value,
        chosen.prefix,
        _seconds(chosen.since),
        _seconds(chosen.until),
        chosen.set_spec,
        _seconds(place.datestamp),
        place.key.hex,
        place.delivered,
        place.size,
        _seconds(expires_at),
    ]
    return Token(_signer(secret).dumps(told), expires_at)


def read(text: str, verb: Verb, secret: str) -> Place:
    """The place that a token of ``verb`` stands for; ``BadResumptionToken`` where it is none of ours, or too old."""
    try:
        given_for, prefix, since, until, set_spec, datestamp, key, delivered, size, expires = _signer(secret).loads(
            text
        )
        place = Place(
            Verb(given_for),
            Selection(prefix, _instant(since), _instant(until), set_spec),
            datetime.fromtimestamp(datestamp, UTC),
            UUID(key),
            delivered,
            size,
        )
    except (BadSignature, ValueError, TypeError) as error:
        raise BadResumptionToken("This token was not given here.") from error
    if place.verb is not verb:
        raise BadResumptionToken(f"This token goes on with {place.verb}.")
    if expires < clock.now().timestamp():
        raise BadResumptionToken("This token has expired: begin the list again.")
    return place


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="resumption token")


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
