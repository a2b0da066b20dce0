"""The letters that carry one-time links, in the reader's language."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import LinkPurpose, Person
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import Letter, Reader
from api.platform.wording import words

_PATHS = {LinkPurpose.INVITATION: "invitation", LinkPurpose.PASSWORD_RESET: "reset-password"}
_KINDS = {
    LinkPurpose.INVITATION: LetterKind.ACCOUNT_INVITATION,
    LinkPurpose.PASSWORD_RESET: LetterKind.PASSWORD_RESET,
}


def link_address(public_url: str, purpose: LinkPurpose, value: str) -> str:
    """Where in the app the holder of a one-time link chooses a password."""
    return f"{public_url.rstrip('/')}{_path(purpose, value)}"


async def send_link(session: AsyncSession, person: Person, purpose: LinkPurpose, value: str) -> None:
    """Write the letter in the transaction of the write that made the link; the link is forgotten once it has left."""

    def written(reader: Reader) -> Letter:
        said = words("identity", reader.language)["letters"][purpose]
        return replace(Letter.worded(said, _path(purpose, value)), is_secret=True)

    await letters.send(session, kind=_KINDS[purpose], to=[person.id], words=written)


def _path(purpose: LinkPurpose, value: str) -> str:
    return f"/{_PATHS[purpose]}/{value}"
