"""The handover brief as a working paper."""

from collections.abc import Sequence
from datetime import date, datetime

from babel.dates import format_date, format_time

from api.champions.schemas import ChampionRef
from api.handover.schemas import BriefDate, Contact, HandoverBriefBody, HandoverTerm
from api.platform.documents.paper import Block, Entry, Heading, Paper, Paragraph, Points, Table
from api.platform.language import Language
from api.platform.wording import words


def of(brief: HandoverBriefBody, language: Language) -> Paper:
    """``brief`` set out as sections, each with its rows or the sentence that there is nothing."""
    return _Setting(brief, language).paper()


def file_name(brief: HandoverBriefBody, language: Language) -> str:
    """What the file is called, without its suffix."""
    return str(words("handover", language)["file_name"]).format(starts_on=brief.term.starts_on)


class _Setting:
    """A brief being set in one language."""

    def __init__(self, brief: HandoverBriefBody, language: Language) -> None:
        self.brief, self.language, self.words = brief, language, words("handover", language)

    def paper(self) -> Paper:
        return Paper(
            title=self.words["title"],
            subtitle=self._subtitle(),
            footer=self.words["footer"],
            language=self.language,
            blocks=[
                *self._section("note", [Paragraph(self.brief.note.text)] if self.brief.note.text else []),
                *self._open_work(),
                *self._waiting(),
                *self._table(
                    "dates", ("when", "what"), [(self._when(told), self._told(told)) for told in self.brief.next_dates],
                    widths=[2, 4],
                ),
                *self._term(),
                *self._table(
                    "contacts",
                    ("name", "from", "reach"),
                    [self._contact(person) for person in self.brief.contacts],
                    widths=[4, 3, 4],
                ),
            ],
        )  # fmt: skip

    def _open_work(self) -> list[Block]:
        actions = [
            (
                action.title,
                self._owner(action.owner, "secretariat"),
                self._due(action.due_on, is_late=action.is_overdue),
            )
            for action in self.brief.open_actions
        ]
        blocks = self._table("open_actions", ("what", "who", "when"), actions, widths=[5, 2, 2])
        for name, items in (("overdue_items", self.brief.overdue_items), ("items_ahead", self.brief.items_ahead)):
            rows = [
                (
                    item.title,
                    self._owner(item.lead, "co_chairs"),
                    self._day(item.due_on),
                    self.words["item_status"][item.status.value],
                )
                for item in items
            ]
            blocks += self._table(name, ("what", "who", "when", "status"), rows, widths=[5, 2, 2, 2])
        return blocks

    def _waiting(self) -> list[Block]:
        practices = [
            (one.title, one.champion.name, self.words["practice_status"][one.status.value])
            for one in self.brief.practices_in_review
        ]
        proposals = [
            (one.title, self._owner(one.proposed_by, "co_chairs"), one.meeting.title)
            for one in self.brief.undecided_proposals
        ]
        consultations = [
            (one.title, self._instant(one.deadline_at), self.words["tally"].format(**one.tally.model_dump()))
            for one in self.brief.open_consultations
        ]
        return [
            *self._table("practices", ("what", "from", "status"), practices, widths=[5, 2, 2]),
            *self._table("proposals", ("what", "from", "for_meeting"), proposals, widths=[5, 2, 3]),
            *self._table("consultations", ("what", "when", "answers"), consultations, widths=[4, 3, 3]),
        ]

    def _term(self) -> list[Block]:
        decisions = [
            Entry(one.text, f"{one.meeting.title} · {self._day(one.decided_on)}") for one in self.brief.decisions
        ]
        meetings: list[Block] = []
        for one in self.brief.meetings:
            meetings += [Heading(one.title, 2), Paragraph(self._day(one.starts_at.date()), is_quiet=True)]
            meetings += [Paragraph(one.summary)] if one.summary else []
        return [
            *self._section("decisions", [Points(decisions)] if decisions else []),
            *self._section("meetings", meetings),
        ]

    def _section(self, name: str, blocks: Sequence[Block]) -> list[Block]:
        nothing = Paragraph(self.words["empty"][name], is_quiet=True)
        return [Heading(self.words["section"][name]), *(blocks or [nothing])]

    def _table(
        self, name: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int]
    ) -> list[Block]:
        heads = [self.words["head"][column] for column in head]
        return self._section(name, [Table(heads, rows, widths)] if rows else [])

    def _subtitle(self) -> str:
        term, following = self.brief.term, self.brief.next_term
        told = self.words["subtitle" if following else "subtitle_alone"]
        return str(
            told.format(
                pair=self._pair(term),
                next_pair=self._pair(following) if following else "",
                starts_on=self._day(term.starts_on),
                ends_on=self._day(term.ends_on),
                today=self._day(self.brief.generated_at.date()),
            )
        )

    def _pair(self, term: HandoverTerm) -> str:
        names = [champion.name for champion in term.champions]
        return self.words["pair"].format(first=names[0], second=names[1]) if len(names) == 2 else " · ".join(names)

    def _owner(self, champion: ChampionRef | None, otherwise: str) -> str:
        return champion.name if champion else str(self.words[otherwise])

    def _due(self, on: date | None, *, is_late: bool) -> str:
        if on is None:
            return str(self.words["no_day"])
        return str(self.words["overdue" if is_late else "due"]).format(day=self._day(on))

    def _day(self, on: date) -> str:
        return format_date(on, "d MMMM y", locale=self.language.value)

    def _instant(self, at: datetime) -> str:
        return str(self.words["instant"]).format(day=self._day(at.date()), time=format_time(at, "HH:mm", locale="en"))

    def _when(self, told: BriefDate) -> str:
        return self._instant(told.at) if told.at else self._day(told.on)

    def _told(self, told: BriefDate) -> str:
        return str(self.words["date"][told.kind.value]).format(title=told.title)

    def _contact(self, person: Contact) -> tuple[str, str, str]:
        station = self.words["duty_station"][person.duty_station.value] if person.duty_station else ""
        whom = [self._owner(person.champion, "secretariat"), station]
        return (
            "\n".join(filter(None, [person.name, person.job_title])),
            "\n".join(filter(None, whom)),
            "\n".join(filter(None, [person.email, person.phone])),
        )
