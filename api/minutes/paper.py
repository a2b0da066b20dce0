"""Minutes as a working paper. A paper is passed on: champions that did not ask to be named are named to nobody in it."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from babel.dates import format_date

from api.minutes.outcome_queries import Agreed, Outcomes, Place
from api.minutes.schemas import MinutesBody, MinutesItemBody, TermMinutesBody
from api.platform.documents.paper import Block, Entry, Heading, Paper, Paragraph, Points
from api.platform.language import Language
from api.platform.wording import words
from api.vocabularies.catalogue import country_name


def of_meeting(minutes: MinutesBody, outcomes: Mapping[Place, Outcomes], language: Language) -> Paper:
    """The minutes of one meeting."""
    setting = _Setting(outcomes, language)
    return Paper(
        title=setting.words["title"].format(meeting=minutes.title),
        subtitle=setting.standing(minutes),
        footer=setting.words["footer"],
        language=language,
        blocks=setting.items(minutes, level=1),
    )


def of_term(term: TermMinutesBody, outcomes: Mapping[Place, Outcomes], language: Language) -> Paper:
    """The minutes of a term's meetings, each under a heading of its own."""
    setting = _Setting(outcomes, language)
    blocks: list[Block] = []
    for minutes in term.meetings:
        blocks += [Heading(minutes.title), Paragraph(setting.standing(minutes), is_quiet=True)]
        blocks += setting.items(minutes, level=2)
    return Paper(
        title=setting.words["term_title"],
        subtitle=setting.words["term_subtitle"].format(
            pair=" · ".join(champion.name for champion in term.champions),
            starts_on=setting.day(term.starts_on),
            ends_on=setting.day(term.ends_on),
        ),
        footer=setting.words["footer"],
        language=language,
        blocks=blocks or [Paragraph(setting.words["no_meetings"], is_quiet=True)],
    )


def file_name(held_on: date, language: Language) -> str:
    """What the file of one meeting is called, without its suffix."""
    return str(words("minutes", language)["file_name"]).format(day=held_on)


def term_file_name(starts_on: date, language: Language) -> str:
    """What the file of a term is called, without its suffix."""
    return str(words("minutes", language)["term_file_name"]).format(day=starts_on)


class _Setting:
    """Minutes being set in one language."""

    def __init__(self, outcomes: Mapping[Place, Outcomes], language: Language) -> None:
        self.outcomes, self.language, self.words = outcomes, language, words("minutes", language)

    def standing(self, minutes: MinutesBody) -> str:
        """When the meeting was, and how far its minutes are."""
        zone = ZoneInfo(minutes.time_zone)
        held_on = minutes.starts_at.astimezone(zone).date()
        told = self.words["status"][minutes.status.value]
        adopted_on = self.day(minutes.adopted_at.astimezone(zone).date()) if minutes.adopted_at else ""
        until = self.day(minutes.corrections_until.astimezone(zone).date()) if minutes.corrections_until else ""
        return f"{self.day(held_on)} · {told.format(adopted_on=adopted_on, until=until)}"

    def items(self, minutes: MinutesBody, *, level: int) -> list[Block]:
        """Each agenda item with what is written, decided and agreed on it; last what belongs to none."""
        blocks: list[Block] = []
        for item in minutes.items:
            blocks += [Heading(self._heading(item), level), self._text(item)]
            blocks += self._outcomes((minutes.id, item.id))
        beside = self._outcomes((minutes.id, None))
        if beside:
            blocks += [Heading(self.words["beside"], level), *beside]
        return blocks or [Paragraph(self.words["no_items"], is_quiet=True)]

    def day(self, on: date) -> str:
        """A day in full."""
        return format_date(on, "d MMMM y", locale=self.language.value)

    def _heading(self, item: MinutesItemBody) -> str:
        return f"{item.position}. {item.title}" if item.position else item.title

    def _text(self, item: MinutesItemBody) -> Paragraph:
        if not item.words.strip():
            return Paragraph(self.words["nothing"], is_quiet=True)
        return Paragraph(item.words)

    def _outcomes(self, place: Place) -> list[Block]:
        found = self.outcomes.get(place)
        if found is None:
            return []
        entries = [
            *(Entry(self.words["decision"].format(number=number, text=text)) for number, text in found.decisions),
            *(self._agreed(action) for action in found.agreed),
        ]
        return [Points(entries)]

    def _agreed(self, action: Agreed) -> Entry:
        owner = country_name(action.owner, self.language) if action.owner else self.words["secretariat"]
        due = self.words["due"].format(day=self.day(action.due_on)) if action.due_on else ""
        return Entry(self.words["action"].format(owner=owner, title=action.title), due)
