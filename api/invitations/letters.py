"""The letters about a meeting: the invitation, what changed, that it is called off, the reminder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance import links
from api.attendance.models import Answer
from api.attendance.rules import in_force
from api.calendars.entries import Attendee, Method, calendar
from api.invitations import audience, told
from api.invitations.models import MeetingInvitation
from api.invitations.rules import UntoldChange
from api.invitations.words import Phrases
from api.meetings.models import Meeting, MeetingStatus
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, CalendarPart, Letter, Reader
from api.platform import clock
from api.vocabularies.catalogue import country_name

_PARTICIPATION = {
    Answer.ACCEPTED: "ACCEPTED",
    Answer.DECLINED: "DECLINED",
    Answer.TENTATIVE: "TENTATIVE",
    None: "NEEDS-ACTION",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting about which is written, as the invited are told of it now, and those who are told."""

    meeting: Meeting
    invitation: MeetingInvitation
    told: Mapping[str, Any]
    people: Mapping[UUID, Any]
    countries: Mapping[UUID, str]

    async def send(self, session: AsyncSession, kind: LetterKind, to: set[UUID], words: Any, key: str) -> int:
        """Write to ``to``, once for each ``key``."""
        return await letters.send(
            session, kind=kind, to=to, words=words, about=About(audience.ABOUT, self.meeting.id), key=key
        )

    async def invite(self, session: AsyncSession, to: set[UUID]) -> int:
        """The invitation itself, also to those who join later."""
        return await self.send(
            session, LetterKind.MEETING_INVITATION, to, self._invitation, f"meeting-invitation:{self.meeting.id}"
        )

    async def tell_changes(
        self, session: AsyncSession, to: set[UUID], found: Sequence[UntoldChange], *, again: bool
    ) -> int:
        """One mail with everything that changed."""

        def words(reader: Reader) -> Letter:
            said = Phrases(reader, self.told)
            ask = "ask_again" if again else None
            return self._letter(reader, said.say("update"), [said.changes(found), *said.facts()], ask=ask)

        return await self.send(session, LetterKind.MEETING_UPDATE, to, words, self._numbered("update"))

    async def call_off(self, session: AsyncSession, to: set[UUID]) -> int:
        """Take the entry out of the calendars of those who have it, and say why."""
        is_postponed = self.meeting.status is MeetingStatus.POSTPONED

        def words(reader: Reader) -> Letter:
            said = Phrases(reader, self.told)
            text = [said.say("will_not")]
            text += [said.say("reason", reason=self.meeting.status_reason)] if self.meeting.status_reason else []
            text += [said.say("new_date_follows")] if is_postponed else []
            subject = said.say("postponed" if is_postponed else "cancelled")
            return Letter(subject, text, self._action(said), calendar=self._calendar(reader, text))

        return await self.send(session, LetterKind.MEETING_CANCELLATION, to, words, self._numbered("cancellation"))

    async def remind(self, session: AsyncSession, days: int) -> int:
        """The reminder so many days before, to those who come, may come or have not answered."""
        to = {person_id for person_id in self.people if self.answer_of(person_id) is not Answer.DECLINED}

        def words(reader: Reader) -> Letter:
            said = Phrases(reader, self.told)
            ask = "not_answered" if self._answer(reader) is None else None
            return self._letter(
                reader, said.say("reminder"), [said.say("comes_up"), *said.facts()], ask=ask, entry=False
            )

        key = f"meeting-reminder:{self.meeting.id}:{days}:{self.told['starts_at']}"
        return await self.send(session, LetterKind.MEETING_REMINDER, to, words, key)

    def answer_of(self, person_id: UUID | None) -> Answer | None:
        """What the champion of one of the invited has answered to the time that the meeting has now."""
        person = self.people.get(person_id) if person_id else None
        return in_force(person.answer, person.for_starts_at, self.meeting.starts_at) if person else None

    def _invitation(self, reader: Reader) -> Letter:
        said = Phrases(reader, self.told)
        note = [self.invitation.note] if self.invitation.note else []
        ask = "ask" if self._answer(reader) is None else None
        return self._letter(reader, said.say("invitation"), [said.say("invited"), *note, *said.facts()], ask=ask)

    def _letter(self, reader: Reader, subject: str, text: list[str], *, ask: str | None, entry: bool = True) -> Letter:
        said = Phrases(reader, self.told)
        entry_part = self._calendar(reader, text) if entry else None
        asked = (
            [said.say(ask, champion=country_name(self.countries[reader.champion_id]))]
            if ask and reader.champion_id
            else []
        )
        choices = self._choices(reader, said) if asked else []
        return Letter(subject, [*text, *asked], self._action(said), choices, calendar=entry_part)

    def _answer(self, reader: Reader) -> Answer | None:
        return self.answer_of(reader.person_id)

    def _choices(self, reader: Reader, said: Phrases) -> list[tuple[str, str]]:
        assert reader.person_id is not None
        link = links.AnswerLink(self.meeting.id, reader.person_id, self.meeting.starts_at)
        offered = (Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED)
        return [(said.say(answer), links.path(link, answer)) for answer in offered]

    def _action(self, said: Phrases) -> tuple[str, str]:
        return said.say("open"), f"/meetings/{self.meeting.id}"

    def _calendar(self, reader: Reader, text: Sequence[str]) -> CalendarPart:
        asks = reader.champion_id is not None
        attendee = Attendee(reader.name, reader.email, _PARTICIPATION[self._answer(reader)], is_asked_to_answer=asks)
        made = told.entry(self.meeting, self.told, self.invitation.sequence, clock.now(), attendee, "\n\n".join(text))
        method = Method.REQUEST if self.told["takes_place"] else Method.CANCEL
        return CalendarPart(method.value, calendar([made], method=method))

    def _numbered(self, what: str) -> str:
        return f"meeting-{what}:{self.meeting.id}:{self.invitation.sequence}"


def told_since(invitation: MeetingInvitation) -> datetime:
    """When the invited heard of the meeting last."""
    assert invitation.told_at is not None
    return invitation.told_at
