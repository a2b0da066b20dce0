"""What the letters about meetings say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.invitations.rules import UntoldChange
from api.notifications.letters import Reader
from api.notifications.moments import day_told, moment_told
from api.platform.wording import words


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words about one meeting for one reader."""

    reader: Reader
    told: Mapping[str, Any]

    def say(self, phrase: str, **more: Any) -> str:
        """A phrase with the meeting's title and day in it."""
        said: str = self._words[phrase]
        return said.format(title=self.told["title"], day=self._day, **more)

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
        return self.say("changed", changes=self._words["comma"].join(self._words[change] for change in found))

    def _agenda(self, items: Sequence[Sequence[Any]]) -> str:
        lines = [
            self._words["item"].format(place=place, title=title, minutes=minutes)
            for place, (title, minutes) in enumerate(items, start=1)
        ]
        return "\n".join([self.say("agenda_follows"), *lines])

    @property
    def _words(self) -> dict[str, Any]:
        return words("invitations", self.reader.language)

    @property
    def _starts_at(self) -> datetime:
        return datetime.fromisoformat(self.told["starts_at"])

    @property
    def _day(self) -> str:
        return day_told(self._starts_at.astimezone(self.reader.zone).date(), self.reader)
