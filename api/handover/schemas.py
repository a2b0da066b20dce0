"""The handover brief as the API gives it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.cochairs.models import TermStatus
from api.consultations.models import ConsultationStatus
from api.consultations.schemas import Tally
from api.identity.models import DutyStation
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import MeetingStatus
from api.platform.schemas import Actions, RequestBody
from api.platform.texts import Paragraphs
from api.practices.models import PracticeStatus
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import WorkplanItemStatus

_Key = Annotated[UUID, Field(description="The record's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])]


class DateKind(StrEnum):
    """What happens on a date of the brief."""

    MEETING = "meeting"
    AGENDA_CLOSES = "agenda_closes"
    CONSULTATION_ENDS = "consultation_ends"
    PROCESS = "process"
    HANDOVER = "handover"


class HandoverNoteWrite(RequestBody):
    """The note of the outgoing pair."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "Ghana keeps the calls with the Hub until March."}]}
    )

    text: Annotated[Paragraphs, Field(max_length=20_000)] = Field(
        description="What the next pair should know; line breaks are kept.",
        examples=["Ghana keeps the calls with the Hub until March."],
    )


class HandoverNoteBody(BaseModel):
    """The note of the outgoing pair. Before anything was written its revision is 0: send that in `If-Match`."""

    id: UUID = Field(description="The term's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    revision: int = Field(description="Counts the changes; repeated in the ETag.", examples=[7])
    text: str = Field(description="What the next pair should know.")
    updated_at: datetime | None = Field(
        description="When it was last changed, in UTC; null before anything was written.",
        examples=["2026-11-24T09:30:00Z"],
    )
    updated_by: str = Field(description="The name of who changed it last.", examples=["Akosua Mensah"])


class HandoverTerm(BaseModel):
    """A co-chair term of the brief."""

    id: _Key
    champions: list[ChampionRef] = Field(description="The pair.")
    starts_on: date = Field(description="Its first day.", examples=["2026-06-23"])
    ends_on: date = Field(description="The day after its last.", examples=["2026-12-23"])
    status: TermStatus = Field(description="Where it stands today.", examples=["current"])


class BriefAction(BaseModel):
    """An action item that is open."""

    id: _Key
    title: str = Field(description="What is to be done.", examples=["Circulate the concept note"])
    owner: ChampionRef | None = Field(description="Who does it; null: the secretariat.")
    due_on: date | None = Field(description="By when.", examples=["2026-12-03"])
    is_overdue: bool = Field(description="Whether that day has passed.", examples=[False])
    meeting: LinkedRecord | None = Field(description="The meeting that it comes from.")


class BriefWorkplanItem(BaseModel):
    """An unfinished workplan item with a due date."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Regional calls, Africa"])
    scope_of_work: ScopeOfWork = Field(description="The area of work.", examples=["dialogue"])
    lead: ChampionRef | None = Field(description="Who leads it; null: the co-chairs.")
    due_on: date = Field(description="By when.", examples=["2026-12-31"])
    status: WorkplanItemStatus = Field(description="Where it stands.")


class BriefPractice(BaseModel):
    """A practice that waits in review."""

    id: _Key
    title: str = Field(description="Its title.", examples=["One window for permits"])
    champion: ChampionRef = Field(description="Whose it is.")
    status: PracticeStatus = Field(description="Where it stands.", examples=["submitted"])
    submitted_at: datetime | None = Field(description="When it was submitted, in UTC.")


class BriefProposal(BaseModel):
    """A proposal for an agenda that is not decided."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Missing migrants"])
    proposed_by: ChampionRef | None = Field(description="Who proposed it; null: the co-chairs.")
    meeting: LinkedRecord = Field(description="The meeting that it is for.")


class BriefConsultation(BaseModel):
    """A consultation that is open, or whose result is not recorded."""

    id: _Key
    title: str = Field(description="The proposal in a line.", examples=["Move the meeting to 17 December"])
    status: ConsultationStatus = Field(description="Where it stands.", examples=["open"])
    deadline_at: datetime = Field(description="Until when champions answer, in UTC.")
    tally: Tally = Field(description="The answers in figures.")


class BriefDate(BaseModel):
    """Something that lies ahead."""

    kind: DateKind = Field(description="What it is.", examples=["meeting"])
    id: _Key
    title: str = Field(description="The record's title; empty for a handover.", examples=["Technical meeting"])
    on: date = Field(description="The day, in UTC.", examples=["2026-12-10"])
    at: datetime | None = Field(description="The instant, in UTC; null where it is a whole day.")


class BriefDecision(BaseModel):
    """A decision of the term."""

    id: _Key
    number: int = Field(description="Its number within the meeting.", examples=[2])
    text: str = Field(description="What was decided.", examples=["The workplan 2027 is adopted."])
    meeting: LinkedRecord = Field(description="The meeting that decided.")
    decided_on: date = Field(description="The day of that meeting, in UTC.", examples=["2026-09-23"])


class BriefMeeting(BaseModel):
    """A meeting that was held in the term."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it began, in UTC.")
    status: MeetingStatus = Field(description="Where it stands.", examples=["closed"])
    champions_present_count: int | None = Field(description="How many champions took part.", examples=[17])
    summary: str = Field(description="What came out of it.")


class Contact(BaseModel):
    """Somebody to turn to."""

    id: _Key
    name: str = Field(description="Their name.", examples=["Akosua Mensah"])
    champion: ChampionRef | None = Field(description="Whom they speak for; null: the secretariat.")
    job_title: str = Field(description="What they are.", examples=["First Secretary"])
    duty_station: DutyStation | None = Field(description="Where they work.", examples=["geneva"])
    email: str = Field(description="Their address.", examples=["akosua.mensah@example.org"])
    phone: str = Field(description="Their telephone number.")


class HandoverBriefBody(Actions):
    """What a pair hands to the next, as the record stands now. `actions`: `write-note` where it is the caller's to write."""

    generated_at: datetime = Field(description="When the record was read, in UTC.", examples=["2026-12-20T08:00:00Z"])
    term: HandoverTerm = Field(description="The term that hands over.")
    next_term: HandoverTerm | None = Field(description="The term that takes over; null where none is planned.")
    note: HandoverNoteBody = Field(description="What the outgoing pair adds in its own words.")
    open_actions: list[BriefAction] = Field(description="Action items that are open, by their due date.")
    overdue_items: list[BriefWorkplanItem] = Field(description="Workplan items whose day has passed.")
    items_ahead: list[BriefWorkplanItem] = Field(description="Workplan items due before the next term ends.")
    practices_in_review: list[BriefPractice] = Field(description="Practices that were submitted and not published.")
    undecided_proposals: list[BriefProposal] = Field(description="Agenda proposals that wait for a decision.")
    open_consultations: list[BriefConsultation] = Field(description="Consultations that are open, or without a result.")
    next_dates: list[BriefDate] = Field(description="Meetings, deadlines and processes until the next term ends.")
    decisions: list[BriefDecision] = Field(description="What was decided in the term, the latest first.")
    meetings: list[BriefMeeting] = Field(description="The meetings held in the term, the latest first.")
    contacts: list[Contact] = Field(description="People of both pairs and of the secretariat.")
