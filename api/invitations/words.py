"""What the letters about meetings say, in the languages that letters are written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.attendance.models import Answer
from api.invitations.rules import UntoldChange
from api.notifications.letters import Reader
from api.notifications.moments import day_told, moment_told
from api.platform.language import Language

_ENGLISH: dict[str, Any] = {
    "invitation": "Invitation: {title}, {day}",
    "update": "Changed: {title}, {day}",
    "cancelled": "Cancelled: {title}",
    "postponed": "Postponed: {title}",
    "reminder": "Reminder: {title}, {day}",
    "invited": "You are invited to a meeting of the Champion countries Initiative: {title}.",
    "changed": "{title}: {changes}.",
    "will_not": "{title} does not take place on {day}.",
    "comes_up": "{title} is on {day}.",
    "new_date_follows": "A new date will follow; your calendar entry is removed until then.",
    "reason": "Reason: {reason}",
    "when": "When: {moment}, {minutes} minutes",
    "where": "Where: {place}",
    "join": "Join online: {link}",
    "agenda_follows": "Agenda:",
    "item": "{place}. {title} ({minutes} min)",
    "ask": "Does {champion} come? One answer counts for all who act for {champion}; the last one is in force.",
    "ask_again": "The time is a new one, so please answer again: does {champion} come?",
    "not_answered": "{champion} has not answered yet. Does it come?",
    "open": "Open the meeting",
    Answer.ACCEPTED: "Yes, we come",
    Answer.TENTATIVE: "Perhaps",
    Answer.DECLINED: "No, we do not come",
    UntoldChange.REINSTATED: "it takes place after all",
    UntoldChange.TIME: "there is a new time",
    UntoldChange.PLACE: "the place is another",
    UntoldChange.LINK: "the link to join is another",
    UntoldChange.TITLE: "the title is another",
    UntoldChange.AGENDA: "the agenda was circulated",
    "comma": ", ",
}
_FRENCH: dict[str, Any] = {
    "invitation": "Invitation : {title}, {day}",
    "update": "Modification : {title}, {day}",
    "cancelled": "Annulation : {title}",
    "postponed": "Report : {title}",
    "reminder": "Rappel : {title}, {day}",
    "invited": "Vous êtes invité(e) à une réunion de l’Initiative des pays champions : {title}.",
    "changed": "{title} : {changes}.",
    "will_not": "{title} n’aura pas lieu le {day}.",
    "comes_up": "{title} se tiendra le {day}.",
    "new_date_follows": "Une nouvelle date suivra ; d’ici là, la réunion est retirée de votre agenda.",
    "reason": "Motif : {reason}",
    "when": "Quand : {moment}, {minutes} minutes",
    "where": "Lieu : {place}",
    "join": "Rejoindre en ligne : {link}",
    "agenda_follows": "Ordre du jour :",
    "item": "{place}. {title} ({minutes} min)",
    "ask": "Présence de {champion} : une seule réponse vaut pour toutes les personnes qui agissent en son nom ; la dernière fait foi.",
    "ask_again": "L’horaire a changé : veuillez répondre à nouveau pour {champion}.",
    "not_answered": "{champion} n’a pas encore répondu. Sera-t-elle ou sera-t-il des nôtres ?",
    "open": "Ouvrir la réunion",
    Answer.ACCEPTED: "Oui, nous venons",
    Answer.TENTATIVE: "Peut-être",
    Answer.DECLINED: "Non, nous ne venons pas",
    UntoldChange.REINSTATED: "elle a bien lieu",
    UntoldChange.TIME: "l’horaire a changé",
    UntoldChange.PLACE: "le lieu a changé",
    UntoldChange.LINK: "le lien de connexion a changé",
    UntoldChange.TITLE: "l’intitulé a changé",
    UntoldChange.AGENDA: "l’ordre du jour a été diffusé",
    "comma": ", ",
}
_ARABIC: dict[str, Any] = {
    "invitation": "دعوة: {title}، {day}",
    "update": "تعديل: {title}، {day}",
    "cancelled": "إلغاء: {title}",
    "postponed": "تأجيل: {title}",
    "reminder": "تذكير: {title}، {day}",
    "invited": "أنتم مدعوون إلى اجتماع لمبادرة البلدان الرائدة: {title}.",
    "changed": "{title}: {changes}.",
    "will_not": "لن يُعقد {title} يوم {day}.",
    "comes_up": "يُعقد {title} يوم {day}.",
    "new_date_follows": "سيُحدَّد موعد جديد لاحقاً، ويُزال الاجتماع من تقويمكم حتى ذلك الحين.",
    "reason": "السبب: {reason}",
    "when": "الموعد: {moment}، {minutes} دقيقة",
    "where": "المكان: {place}",
    "join": "للانضمام عبر الإنترنت: {link}",
    "agenda_follows": "جدول الأعمال:",
    "item": "{place}. {title} ({minutes} دقيقة)",
    "ask": "هل تحضر {champion}؟ يكفي رد واحد عن جميع من يمثلونها، والعبرة بآخر رد.",
    "ask_again": "تغيّر الموعد، فيُرجى الرد من جديد: هل تحضر {champion}؟",
    "not_answered": "لم ترد {champion} بعد. هل تحضر؟",
    "open": "فتح صفحة الاجتماع",
    Answer.ACCEPTED: "نعم، سنحضر",
    Answer.TENTATIVE: "ربما",
    Answer.DECLINED: "لا، لن نحضر",
    UntoldChange.REINSTATED: "سيُعقد الاجتماع",
    UntoldChange.TIME: "تغيّر الموعد",
    UntoldChange.PLACE: "تغيّر المكان",
    UntoldChange.LINK: "تغيّر رابط الانضمام",
    UntoldChange.TITLE: "تغيّر العنوان",
    UntoldChange.AGENDA: "عُمِّم جدول الأعمال",
    "comma": "، ",
}
_WORDS = {Language.ENGLISH: _ENGLISH, Language.FRENCH: _FRENCH, Language.ARABIC: _ARABIC}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words about one meeting for one reader."""

    reader: Reader
    told: Mapping[str, Any]

    def say(self, phrase: str, **more: Any) -> str:
        """A phrase with the meeting's title and day in it."""
        words: str = _WORDS[self.reader.language][phrase]
        return words.format(title=self.told["title"], day=self._day, **more)

    def facts(self) -> list[str]:
        """When and where, how to join, and the agenda once it is known."""
        lines = [
            self.say("when", moment=moment_told(self._starts_at, self.reader), minutes=self.told["duration_minutes"])
        ]
        if self.told["place"]:
            lines.append(self.say("where", place=self.told["place"]))
        if self.told["link"]:
            lines.append(self.say("join", link=self.told["link"]))
        return ["\n".join(lines), *([self._agenda(self.told["agenda"])] if self.told["agenda"] else [])]

    def changes(self, found: Sequence[UntoldChange]) -> str:
        """What is different from what the reader knew, in one sentence."""
        words = _WORDS[self.reader.language]
        return self.say("changed", changes=words["comma"].join(words[change] for change in found))

    def _agenda(self, items: Sequence[Sequence[Any]]) -> str:
        lines = [
            _WORDS[self.reader.language]["item"].format(place=place, title=title, minutes=minutes)
            for place, (title, minutes) in enumerate(items, start=1)
        ]
        return "\n".join([self.say("agenda_follows"), *lines])

    @property
    def _starts_at(self) -> datetime:
        return datetime.fromisoformat(self.told["starts_at"])

    @property
    def _day(self) -> str:
        return day_told(self._starts_at.astimezone(self.reader.zone).date(), self.reader)
