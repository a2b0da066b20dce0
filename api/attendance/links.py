"""Signed links that answer an invitation without signing in: for one person, one meeting, and the time that it had."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from api.attendance.models import Answer
from api.platform.secret_key import secret_key
from api.settings import get_settings


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """What a link stands for. It says no answer: the page that it opens asks for one, so that no scanner of mails gives it."""

    meeting_id: UUID
    person_id: UUID
    starts_at: datetime


def path(link: AnswerLink, answer: Answer) -> str:
    """The page of the app that gives ``answer`` once its reader says so."""
    told = [link.meeting_id.hex, link.person_id.hex, int(link.starts_at.timestamp())]
    return f"/answer/{_signer().dumps(told)}?answer={answer.value}"


def read(token: str) -> AnswerLink | None:
    """What ``token`` stands for; nothing where it was not signed here."""
    try:
        meeting, person, starts_at = _signer().loads(token)
        return AnswerLink(UUID(meeting), UUID(person), datetime.fromtimestamp(starts_at, UTC))
    except (BadSignature, ValueError, TypeError):
        return None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(secret_key(get_settings()), salt="answer to an invitation")
