"""The mails that carry one-time links, in the reader's language."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import LinkPurpose, Person
from api.platform.jobs import defer
from api.platform.language import Language
from api.platform.mail import send_mail

_WORDS = {
    LinkPurpose.INVITATION: {
        Language.ENGLISH: (
            "Your account on the Champion countries platform",
            "Dear {name},\n\nyou are invited to the working platform of the Champion countries Initiative. Choose a password here:\n\n{link}\n\nThe link works once, for 14 days.\n",
        ),
        Language.FRENCH: (
            "Votre compte sur la plateforme des pays champions",
            "Bonjour {name},\n\nvous êtes invité(e) à rejoindre la plateforme de travail de l’Initiative des pays champions. Choisissez un mot de passe ici :\n\n{link}\n\nCe lien ne sert qu’une fois, pendant 14 jours.\n",
        ),
        Language.ARABIC: (
            "حسابكم على منصة البلدان الرائدة",
            "تحية طيبة {name}،\n\nأنتم مدعوون إلى منصة عمل مبادرة البلدان الرائدة. اختاروا كلمة مرور هنا:\n\n{link}\n\nيعمل الرابط مرة واحدة خلال 14 يوماً.\n",
        ),
    },
    LinkPurpose.PASSWORD_RESET: {
        Language.ENGLISH: (
            "A new password for the Champion countries platform",
            "Dear {name},\n\nset a new password here:\n\n{link}\n\nThe link works once, for 4 hours. If you did not ask for it, do nothing: your password stays as it is.\n",
        ),
        Language.FRENCH: (
            "Un nouveau mot de passe pour la plateforme des pays champions",
            "Bonjour {name},\n\nchoisissez un nouveau mot de passe ici :\n\n{link}\n\nCe lien ne sert qu’une fois, pendant 4 heures. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.\n",
        ),
        Language.ARABIC: (
            "كلمة مرور جديدة لمنصة البلدان الرائدة",
            "تحية طيبة {name}،\n\nاختاروا كلمة مرور جديدة هنا:\n\n{link}\n\nيعمل الرابط مرة واحدة خلال 4 ساعات. إن لم تطلبوه فلا داعي لفعل شيء: كلمة مروركم باقية.\n",
        ),
    },
}
_PATHS = {LinkPurpose.INVITATION: "invitation", LinkPurpose.PASSWORD_RESET: "reset-password"}


def link_address(public_url: str, purpose: LinkPurpose, value: str) -> str:
    """Where in the app the holder of a one-time link chooses a password."""
    return f"{public_url.rstrip('/')}/{_PATHS[purpose]}/{value}"


async def send_link(session: AsyncSession, person: Person, purpose: LinkPurpose, link: str) -> None:
    """Queue the mail in the transaction of the write that made the link."""
    words = _WORDS[purpose]
    subject, body = words.get(person.language, words[Language.ENGLISH])
    await defer(session, send_mail, to=person.email, subject=subject, body=body.format(name=person.name, link=link))
