"""One record of each kind: what the role × route test walks over."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityStatus
from api.cochairs.models import Availability
from api.documents.models import DocumentStatus
from api.hub.models import DeliveryState
from api.identity.models import LinkPurpose
from api.meetingroom.models import RoomStatus, SpeakerStatus
from api.meetings.models import AgendaItemStatus, MeetingStatus
from api.platform.storage import Storage
from api.pledges.models import PledgeStatus
from api.practices.models import Practice, PracticeStatus
from api.registrations import links as registration_links
from api.savedsearches.links import stop_path
from api.uploads.models import Upload
from api.workplan.models import WorkplanStatus
from tests.conftest import NOW
from tests.factories.actionitems import make_action_item
from tests.factories.activities import make_activity, make_partner_request
from tests.factories.champions import make_champion
from tests.factories.cochairs import make_availability, make_replaced_term, make_term
from tests.factories.collaboration import make_contact, make_dismissal, make_need
from tests.factories.consultations import CLOSED, OPENED, make_consultation
from tests.factories.datepolls import OPENED as ASKED
from tests.factories.datepolls import dates_of, make_date_poll, make_voice
from tests.factories.documents import make_document
from tests.factories.hub import make_delivery
from tests.factories.invitations import make_answer_link, make_invited_meeting, make_mail
from tests.factories.mechanism import make_advocacy, make_call, make_programme, make_tool
from tests.factories.meetingroom import make_room, make_speaker
from tests.factories.meetings import make_agenda, make_meeting, make_support
from tests.factories.meetings import make_item as make_agenda_item
from tests.factories.minutes import make_circulated_meeting, make_correction, make_decision, make_phrase, make_text
from tests.factories.people import PASSWORD, make_link, make_person, make_session
from tests.factories.pictures import make_picture
from tests.factories.pledges import make_common_pledge, make_pledge, make_pledge_file, make_report
from tests.factories.practices import make_comment, make_follower, make_practice, make_practice_file, make_reviewer
from tests.factories.processes import bring_practice, make_deadline, make_lead, make_process
from tests.factories.registrations import make_desk, make_registration
from tests.factories.savedsearches import make_saved_search
from tests.factories.statements import make_remark, make_sign_on, make_silence, make_statement
from tests.factories.translations import make_translation
from tests.factories.workplan import make_item, make_review, make_update, make_workplan
from tests.factories.world import World


@dataclass
class Records:
    """A world with a champion of its own, ECU, to whom one record of each kind belongs; name → key."""

    world: World
    keys: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def make(cls, session: AsyncSession, world: World, storage: Storage) -> "Records":
        made = cls(world)
        for iso3 in ("ECU", "GHA"):
            world.champions[iso3] = await make_champion(session, iso3)
        await made._people(session)
        await made._saved_searches(session)
        await made._what_champions_write(session)
        await made._what_co_chairs_write(session)
        await made._files(session, storage)
        await made._pledges(session, storage)
        return made

    async def _people(self, session: AsyncSession) -> None:
        ecuador, people = self.world.champions["ECU"], self.world.people
        people["own"] = await make_person(session, "Own", champion=ecuador)
        people["lead"] = await make_person(session, "Lead", champion=ecuador, is_lead=True)
        people["other"] = await make_person(session, "Other", champion=self.world.champions["GHA"], is_lead=True)
        for name, fields in {
            "person": {},
            "person with a password": {"password": PASSWORD},
            "ended person": {"ended_at": NOW},
        }.items():
            person = await make_person(session, name.capitalize(), champion=ecuador, **fields)
            self.keys[name] = str(person.id)
            if name == "person with a password":
                self.keys["refresh token"] = await make_session(session, person)
            if name == "person":
                self.keys["invitation"] = await make_link(session, person, LinkPurpose.INVITATION)

    async def _saved_searches(self, session: AsyncSession) -> None:
        own = self.world.people["own"]
        self._keep({"saved search": await make_saved_search(session, own)})
        self.keys["link that stops letters"] = stop_path(own.id).rsplit("/", 1)[1]

    async def _what_champions_write(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        left = await make_champion(session, "PER", joined_on=date(2024, 1, 1), left_on=date(2025, 1, 1))
        self._keep(
            {"champion": ecuador, "spare champion": await make_champion(session, "ZMB"), "former champion": left}
        )
        for name, status in {
            "practice": PracticeStatus.DRAFT,
            "submitted practice": PracticeStatus.SUBMITTED,
            "published practice": PracticeStatus.PUBLISHED,
        }.items():
            practice = await make_practice(session, ecuador, status=status)
            self._keep({name: practice})
            if name == "submitted practice":
                await self._review(session, practice)
            if status is PracticeStatus.PUBLISHED:
                dead = await make_delivery(session, practice, state=DeliveryState.GIVEN_UP)
                self._keep({"hub delivery": dead})
                self.keys["hub sequence"] = str(dead.sequence)
        await make_translation(session, practice)
        for name, activity_status in {
            "activity": ActivityStatus.PLANNED,
            "idea": ActivityStatus.IDEA,
            "held activity": ActivityStatus.HELD,
            "postponed activity": ActivityStatus.POSTPONED,
            "cancelled activity": ActivityStatus.CANCELLED,
        }.items():
            fields = {"status": activity_status, "outcome": "Six calls followed.", "is_open_for_partners": True}
            activity = await make_activity(session, ecuador, **fields)
            self._keep({name: activity})
            if name == "activity":
                asked = await make_partner_request(session, activity, self.world.champions["GHA"])
                self._keep({"partner request": asked})
                await make_desk(session, activity, is_public=True)
                registered = await make_registration(session, activity, 1, self.world.people["own"])
                self._keep({"registration": registered})
                stranger = await make_registration(session, activity, None)
                self.keys["registration link"] = registration_links.path(stranger.id).rsplit("/", 1)[1]

    async def _review(self, session: AsyncSession, practice: Practice) -> None:
        officer = self.world.people["secretariat"]
        reviewer = await make_person(session, "Reviewer", champion=self.world.champions["PRT"])
        await make_reviewer(session, practice, reviewer)
        for who in ("own", "lead", "secretariat"):
            await make_follower(session, practice, self.world.people[who])
        self._keep(
            {
                "reviewer": reviewer,
                "candidate": await make_person(session, "Candidate", champion=self.world.champions["PRT"]),
                "practice comment": await make_comment(session, practice, officer),
                "resolved practice comment": await make_comment(session, practice, officer, resolved_at=NOW),
            }
        )

    async def _what_co_chairs_write(self, session: AsyncSession) -> None:
        ecuador, ghana = self.world.champions["ECU"], self.world.champions["GHA"]
        for name, status in {
            "meeting": MeetingStatus.AGENDA_OPEN,
            "planned meeting": MeetingStatus.PLANNED,
            "postponed meeting": MeetingStatus.POSTPONED,
            "held meeting": MeetingStatus.HELD,
            "meeting with an agenda": MeetingStatus.AGENDA_CIRCULATED,
        }.items():
            meeting = await make_meeting(session, status=status)
            self._keep({name: meeting})
            if name == "held meeting":
                left_over = await make_agenda_item(
                    session, meeting, ecuador, status=AgendaItemStatus.ACCEPTED, position=1
                )
                later = await make_meeting(session, starts_at=datetime(2027, 3, 10, 14, tzinfo=UTC))
                self._keep({"item of a held meeting": left_over, "later meeting": later})
            if name == "meeting":
                accepted, declined = AgendaItemStatus.ACCEPTED, AgendaItemStatus.DECLINED
                self.keys["answer link"] = make_answer_link(meeting, self.world.people["own"])
                supported = await make_agenda_item(session, meeting, ghana)
                await make_support(session, supported, ecuador)
                self._keep(
                    {
                        "proposal": await make_agenda_item(session, meeting, ecuador),
                        "another's proposal": await make_agenda_item(session, meeting, ghana),
                        "supported proposal": supported,
                        "accepted item": await make_agenda_item(session, meeting, ecuador, status=accepted, position=1),
                        "declined proposal": await make_agenda_item(session, meeting, ecuador, status=declined),
                    }
                )
        for name, course in {"draft": {}, "closed": CLOSED}.items():
            self._keep({f"{name} consultation": await make_consultation(session, **course)})
        self._keep({"current term": self.world.terms["current"]})
        self._keep({"consultation": await make_consultation(session, **OPENED)})
        await self._collaboration(session)
        await self._date_polls(session)
        await self._mechanism(session)
        await self._processes(session)
        await self._statements(session)
        await self._rooms(session)
        invited = await make_invited_meeting(session)
        self._keep({"invited meeting": invited, "mail": await make_mail(session, invited, self.world.people["own"])})
        await self._minutes(session)
        plan = await make_workplan(session)
        item = await make_item(session, plan, lead=ecuador)
        drafted = await make_workplan(
            session, status=WorkplanStatus.DRAFT, starts_on=date(2031, 1, 1), ends_on=date(2032, 12, 31)
        )
        self._keep(
            {
                "workplan": plan,
                "workplan review": await make_review(session, plan, meeting),
                "draft workplan": drafted,
                "workplan item": item,
                "update": await make_update(session, item, ecuador),
                "free process": await make_process(session, "forum-2028"),
                "planned term": await make_term(session, ecuador, ghana, starts_on=date(2027, 6, 23)),
                "availability": await make_availability(session, ecuador, Availability.VOLUNTEERS),
                "replaced term": await make_replaced_term(
                    session, ecuador, ghana, self.world.champions["MAR"], starts_on=date(2024, 1, 1)
                ),
            }
        )

    async def _collaboration(self, session: AsyncSession) -> None:
        ecuador, champions = self.world.champions["ECU"], self.world.champions
        await make_need(session, champions["GHA"], 3)  # for which Ecuador has a practice: so Ghana is suggested to it
        self._keep(
            {
                "need": await make_need(session, ecuador),
                "dismissal": await make_dismissal(session, ecuador, champions["LUX"]),
                "letter": await make_contact(session, ecuador, champions["LUX"]),
            }
        )

    async def _mechanism(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        self._keep(
            {
                "joint programme": await make_programme(session, ecuador),
                "fund call": await make_call(session),
                "advocacy": await make_advocacy(session, ecuador),
                "network tool": await make_tool(session, ecuador),
            }
        )

    async def _processes(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        process = await make_process(session, "forum-2027")
        await make_lead(session, process, ecuador)
        brought = await make_practice(session, ecuador, status=PracticeStatus.PUBLISHED)
        await bring_practice(session, process, brought)
        self._keep(
            {
                "process": process,
                "brought practice": brought,
                "deadline": await make_deadline(session, process),
                "met deadline": await make_deadline(session, process, met_on=date(2026, 11, 20)),
            }
        )

    async def _date_polls(self, session: AsyncSession) -> None:
        poll = await make_date_poll(session, **ASKED)
        await make_voice(session, poll, self.world.champions["ECU"], "yes")
        first, *_ = await dates_of(session, poll)
        self._keep({"date poll": poll, "date": first, "draft date poll": await make_date_poll(session)})

    async def _files(self, session: AsyncSession, storage: Storage) -> None:
        meeting_id, ecuador = UUID(self.keys["meeting"]), self.world.champions["ECU"]
        document, file = await make_document(session, storage, meeting_id, ecuador)
        withdrawn, _ = await make_document(session, storage, meeting_id, ecuador, status=DocumentStatus.WITHDRAWN)
        upload = Upload(person_id=self.world.person_id("own"), file_name="Note.txt", length=12)
        session.add(upload)
        await session.commit()
        activity = await session.get_one(Activity, UUID(self.keys["activity"]))
        practice = await session.get_one(Practice, UUID(self.keys["published practice"]))
        draft = await session.get_one(Practice, UUID(self.keys["practice"]))
        self._keep({"practice file": await make_practice_file(session, storage, draft)})
        self._keep({"picture": await make_picture(session, storage, activity)})
        self._keep({"picture of a practice": await make_picture(session, storage, practice)})
        self._keep({"document": document, "file": file, "withdrawn document": withdrawn, "upload": upload})

    async def _pledges(self, session: AsyncSession, storage: Storage) -> None:
        ecuador, ghana = self.world.champions["ECU"], self.world.champions["GHA"]
        pledge = await make_pledge(session, ecuador)
        await make_pledge_file(session, storage, pledge)
        self._keep(
            {
                "pledge": pledge,
                "pledge report": await make_report(session, pledge),
                "draft pledge": await make_pledge(session, ecuador, status=PledgeStatus.DRAFT),
                "pledge in progress": await make_pledge(session, ecuador, status=PledgeStatus.IN_PROGRESS),
                "discontinued pledge": await make_pledge(session, ecuador, status=PledgeStatus.DISCONTINUED),
                "another's common pledge": await make_common_pledge(session, ghana, ecuador),
            }
        )

    async def _rooms(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        for name, status in {
            "meeting in session": RoomStatus.RUNNING,
            "meeting with a list": RoomStatus.RUNNING,
            "meeting with a speaker": RoomStatus.RUNNING,
            "paused meeting": RoomStatus.PAUSED,
        }.items():
            meeting = await make_meeting(session)
            first, _ = await make_agenda(session, meeting, "Opening", "Missing migrants")
            room = await make_room(session, meeting, first, status=status)
            self._keep({name: meeting})
            if name == "meeting with a list":
                self._keep({"waiting speaker": await make_speaker(session, room, ecuador)})
            if name == "meeting with a speaker":
                self._keep({"speaker": await make_speaker(session, room, ecuador, status=SpeakerStatus.SPEAKING)})

    async def _statements(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        drafted = await make_statement(session, ecuador)
        silent, adopted, signed = [await make_statement(session, ecuador) for _ in range(3)]
        await make_silence(session, silent)
        for statement in (adopted, signed):
            await make_silence(session, statement, opened_at=NOW - timedelta(days=9), until_at=NOW - timedelta(days=2))
        self._keep(
            {
                "statement": drafted,
                "remark": await make_remark(session, drafted, ecuador),
                "statement under silence": silent,
                "adopted statement": adopted,
                "signed statement": signed,
                "sign-on": await make_sign_on(session, signed, "ECU"),
            }
        )

    async def _minutes(self, session: AsyncSession) -> None:
        ecuador = self.world.champions["ECU"]
        meeting = await make_circulated_meeting(session)
        item, *_ = await make_agenda(session, meeting, "Missing migrants")
        await make_text(session, item, "The meeting noted the first results.")
        self._keep(
            {
                "circulated meeting": meeting,
                "item with minutes": item,
                "correction": await make_correction(session, item, ecuador),
                "decision": await make_decision(session, meeting),
                "phrase": await make_phrase(session),
                "action item": await make_action_item(session, ecuador, meeting_id=meeting.id),
                "action item that asks": await make_action_item(session, ecuador, asked_due_on=date(2027, 3, 1)),
                "closed action item": await make_action_item(session, ecuador, closed_at=NOW, status="done"),
            }
        )

    def _keep(self, named: dict[str, Any]) -> None:
        self.keys |= {name: str(record.id) for name, record in named.items()}

    def key_of(self, name: Any) -> Any:
        """The key of the record called ``name``; anything else as it is."""
        if isinstance(name, dict):
            return {called: self.key_of(part) for called, part in name.items()}
        if isinstance(name, list):
            return [self.key_of(part) for part in name]
        return self.keys.get(name, name) if isinstance(name, str) else name
