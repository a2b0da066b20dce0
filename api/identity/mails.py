"""The letters that carry one-time links, in the reader's language."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import LinkPurpose, Person
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import Letter, Reader
from api.platform.language import Language

_WORDS = {
    LinkPurpose.INVITATION: {
        Language.ENGLISH: (
            "Your account on the Champion countries platform",
            "You are invited to the working platform of the Champion countries Initiative.",
            "The link works once, for 14 days.",
            "Choose a password",
        ),
        Language.FRENCH: (
            "Votre compte sur la plateforme des pays champions",
            "Vous êtes invité(e) à rejoindre la plateforme de travail de l’Initiative des pays champions.",
            "Ce lien ne sert qu’une fois, pendant 14 jours.",
            "Choisir un mot de passe",
        ),
        Language.ARABIC: (
            "حسابكم على منصة البلدان الرائدة",
            "أنتم مدعوون إلى منصة عمل مبادرة البلدان الرائدة.",
            "يعمل الرابط مرة واحدة خلال 14 يوماً.",
            "اختيار كلمة مرور",
        ),
    },
    LinkPurpose.PASSWORD_RESET: {
        Language.ENGLISH: (
            "A new password for the Champion countries platform",
            "Somebody, most likely you, asked for a new password for your account.",
            "The link works once, for 4 hours. If you did not ask for it, do nothing: your password stays as it is.",
            "Set a new password",
        ),
        Language.FRENCH: (
            "Un nouveau mot de passe pour la plateforme des pays champions",
            "Un nouveau mot de passe a été demandé pour votre compte, sans doute par vous.",
            "Ce lien ne sert qu’une fois, pendant 4 heures. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
            "Choisir un nouveau mot de passe",
        ),
        Language.ARABIC: (
            "كلمة مرور جديدة لمنصة البلدان الرائدة",
            "طُلبت كلمة مرور جديدة لحسابكم، والأرجح أنكم من طلبها.",
            "يعمل الرابط مرة واحدة خلال 4 ساعات. إن لم تطلبوه فلا داعي لفعل شيء: كلمة مروركم باقية.",
            "تعيين كلمة مرور جديدة",
        ),
    },
}
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

    def words(reader: Reader) -> Letter:
        subject, why, how_long, label = _WORDS[purpose][reader.language]
        return Letter(subject, [why, how_long], action=(label, _path(purpose, value)), is_secret=True)

    await letters.send(session, kind=_KINDS[purpose], to=[person.id], words=words)


def _path(purpose: LinkPurpose, value: str) -> str:
    return f"/{_PATHS[purpose]}/{value}"
