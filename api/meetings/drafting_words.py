"""What a drafted item is called, in the languages of the app; and an item's figures in a line below it."""

from api.meetings.models import AgendaItemOrigin as Origin
from api.platform.language import Language

TITLES: dict[Origin, dict[Language, str]] = {
    Origin.OPENING: {
        Language.ENGLISH: "Opening",
        Language.FRENCH: "Ouverture",
        Language.ARABIC: "الافتتاح",
    },
    Origin.ADOPTION_OF_THE_AGENDA: {
        Language.ENGLISH: "Adoption of the agenda",
        Language.FRENCH: "Adoption de l’ordre du jour",
        Language.ARABIC: "إقرار جدول الأعمال",
    },
    Origin.ACTION_ITEMS: {
        Language.ENGLISH: "Review of action items",
        Language.FRENCH: "Examen des actions à mener",
        Language.ARABIC: "استعراض الإجراءات المطلوبة",
    },
    Origin.WORKPLAN_ITEM: {
        Language.ENGLISH: "Review of the workplan",
        Language.FRENCH: "Examen du plan de travail",
        Language.ARABIC: "استعراض خطة العمل",
    },
    Origin.ANY_OTHER_BUSINESS: {
        Language.ENGLISH: "Any other business",
        Language.FRENCH: "Questions diverses",
        Language.ARABIC: "ما يستجد من أعمال",
    },
    Origin.NEXT_MEETING: {
        Language.ENGLISH: "Next meeting",
        Language.FRENCH: "Prochaine réunion",
        Language.ARABIC: "الاجتماع المقبل",
    },
}

_FIGURES = {
    Language.ENGLISH: "Due by the day of the meeting: {count}. Of these already late: {late_count}.",
    Language.FRENCH: "À échéance d’ici au jour de la réunion : {count}. Dont déjà en retard : {late_count}.",
    Language.ARABIC: "المستحق حتى يوم الاجتماع: {count}. ومنه ما تأخر بالفعل: {late_count}.",
}


def wordings(origin: Origin, *, count: int, late_count: int) -> dict[Language, dict[str, str]]:
    """Title and description of a drafted item by language; the description names how many are due, where some are."""
    return {
        language: {
            "title": title,
            "description": _FIGURES[language].format(count=count, late_count=late_count) if count else "",
        }
        for language, title in TITLES[origin].items()
    }


def spoken(language: Language) -> Language:
    """The language in which a drafted item is written for somebody who reads ``language``."""
    return language if language in _FIGURES else Language.ENGLISH
