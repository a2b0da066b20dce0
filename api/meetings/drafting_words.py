"""What a drafted item is called, in the six languages; and an item's figures in a line below it."""

from api.meetings.models import AgendaItemOrigin as Origin
from api.platform.language import Language
from api.platform.wording import words


def titles(origin: Origin) -> dict[Language, str]:
    """What an item of this origin is called, by language; nothing where it is called as what it is about."""
    drafted = ((language, words("meetings", language)["drafted"]) for language in Language)
    return {language: said[origin] for language, said in drafted if origin in said}


def wordings(origin: Origin, *, count: int, late_count: int) -> dict[Language, dict[str, str]]:
    """Title and description of a drafted item by language; the description names how many are due, where some are."""
    return {
        language: {
            "title": title,
            "description": words("meetings", language)["figures"].format(count=count, late_count=late_count)
            if count
            else "",
        }
        for language, title in titles(origin).items()
    }
