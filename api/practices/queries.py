"""Reads of practices: columns, not objects; one statement for a list."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, null, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import OWN_CHAMPION, owns, sees
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform import language
from api.platform.database import columns
from api.platform.paging import Page
from api.platform.prepared_list import PreparedList
from api.platform.problems import NotFound
from api.platform.schemas import trusted
from api.platform.transitions import asking_reason, verbs_for
from api.practices import filters, finding, review_rules, rules
from api.practices.acronyms import unexplained
from api.practices.models import (
    Practice,
    PracticeField,
    PracticeReviewer,
    PracticeReviewStep,
    PracticeStatus,
    PracticeVersion,
    ReviewVoice,
)
from api.practices.schemas import (
    PracticeBody,
    PracticeContent,
    PracticeInList,
    PracticeQuery,
    PracticeSummary,
    PracticeVersionBody,
    PracticeVersionList,
    PracticeVersionSummary,
    ReviewStep,
    ReviewStepList,
    UnexplainedAcronym,
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "summary", "status", "visibility", "objectives_primary", "objectives_secondary",
    "type_of_practice", "language", "starts_on", "ends_on", "published_at", "submitted_at", "version", "revises_id", "is_demonstration",
)  # fmt: skip
_SUMMARY_COLUMNS = [getattr(Practice, name) for name in _SUMMARY_FIELDS]
_Revision = aliased(Practice)

SummaryBody = TypeVar("SummaryBody", bound=PracticeSummary)


def own_or_secretariat(caller: Caller) -> ColumnElement[bool]:
    """All of one's own champion's; every practice for the secretariat."""
    return true() if caller.is_secretariat else owns(caller, Practice.champion_id)


def visible(caller: Caller) -> ColumnElement[bool]:
    """Published ones as their visibility says; all of one's own champion's."""
    published = and_(
        col(Practice.status) == PracticeStatus.PUBLISHED,
        sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
    )
    return or_(published, own_or_secretariat(caller))


def visible_or_reviewed(caller: Caller) -> ColumnElement[bool]:
    """One practice by its address: as ``visible``, and what the caller is asked to advise on."""
    seen = visible(caller)
    return seen if caller.person_id is None else or_(seen, is_reviewed_by(caller))


def is_reviewed_by(caller: Caller) -> ColumnElement[bool]:
    """Whether the secretariat has asked the caller to advise on the practice in the row, and it is no draft."""
    if caller.person_id is None:
        return false()
    assigned = select(PracticeReviewer.person_id).where(
        col(PracticeReviewer.practice_id) == col(Practice.id), col(PracticeReviewer.person_id) == caller.person_id
    )
    return and_(col(Practice.status) != PracticeStatus.DRAFT, assigned.exists())


def _open_revision_id(caller: Caller) -> ColumnElement[Any]:
    """The revision under way of the practice in the row; the public does without, and without its cost."""
    revision = select(_Revision.id).where(col(_Revision.revises_id) == col(Practice.id)).scalar_subquery()
    return (revision if caller.is_member else null()).label("open_revision_id")


def _open_to(caller: Caller, values: Mapping[str, Any], *, open_revision_id: UUID | None) -> dict[str, list[str]]:
    """What the caller may do with a practice now, and which of that asks for a reason."""
    parties = caller.parties_to(values["champion_id"])
    if not parties:
        return {"actions": [], "asks_reason": []}
    status = values["status"]
    own = rules.actions(
        status,
        parties,
        is_revision=values["revises_id"] is not None,
        never_published=values["version"] == 0,
        has_open_revision=open_revision_id is not None,
    )
    steps = verbs_for(rules.TRANSITIONS, status, parties)
    return {"actions": own + steps, "asks_reason": asking_reason(rules.TRANSITIONS, status, steps)}


def summaries(caller: Caller, *more: Any) -> Any:
    """What ``summary_of`` needs, and ``more``, of practices whose visibility is still to be said."""
    return columns(*_SUMMARY_COLUMNS, Practice.champion_id, Champion.iso3, _open_revision_id(caller), *more).join(
        Champion, col(Champion.id) == col(Practice.champion_id)
    )


def _list_of(*more: Any) -> PreparedList[Caller, PracticeInList]:
    return PreparedList(
        lambda viewpoint: summaries(viewpoint, *more).where(visible(viewpoint)),
        key=col(Practice.id),
        sorts={
            "published_at": col(Practice.listed_at),
            "submitted_at": func.coalesce(col(Practice.submitted_at), col(Practice.created_at)),
            "updated_at": col(Practice.updated_at),
            "title": col(Practice.title),
            "relevance": finding.RELEVANCE,
        },
        filters=filters.FILTERS,
    )


_PRACTICES = _list_of()
_FOUND_PRACTICES = _list_of(*finding.HIGHLIGHTED)


async def list_practices(session: AsyncSession, caller: Caller, query: PracticeQuery) -> Page[PracticeInList]:
    """One page of the practices that the caller may see, with the words searched for marked."""

    reader = language.current()

    def build(values: dict[str, Any]) -> PracticeInList:
        values["highlight"] = finding.highlight_of(values, query.q, reader) if query.q else None
        return summary_of(caller, values, PracticeInList)

    return await (_FOUND_PRACTICES if query.q else _PRACTICES).fetch(
        session,
        query,
        sort=query.sort,
        viewpoint=caller.viewpoint,
        parameters={
            OWN_CHAMPION: caller.champion_id,
            finding.READER_LANGUAGE: reader.value,
            **filters.values_of(query),
        },
        build=build,
    )


def summary_of(caller: Caller, values: dict[str, Any], body: type[SummaryBody]) -> SummaryBody:
    """A row of ``summaries`` as ``body``, with what the caller may do."""
    values["champion"] = ChampionRef.of(values["champion_id"], values["iso3"])
    values.update(_open_to(caller, values, open_revision_id=values["open_revision_id"]))
    return trusted(body, values)


async def get_practice(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeBody:
    """One practice; ``NotFound`` where the caller may not see it, or no longer: of a withdrawn one there are ``tombstones``."""
    found = (
        await session.exec(
            columns(Practice, Champion.iso3, _open_revision_id(caller), is_reviewed_by(caller))
            .join(Champion, col(Champion.id) == col(Practice.champion_id))
            .where(col(Practice.id) == practice_id, visible_or_reviewed(caller))
        )
    ).first()
    if found is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    practice, iso3, open_revision_id, is_reviewer = found
    return body_of(caller, practice, iso3, open_revision_id, is_reviewer=is_reviewer)


def voice_of(caller: Caller, practice: Practice, *, is_reviewer: bool) -> ReviewVoice | None:
    """As what the caller speaks in the review of ``practice``; ``None`` where it is not for them."""
    return review_rules.voice_of(
        is_secretariat=caller.is_secretariat,
        is_owner=caller.owns(practice.champion_id),
        is_reviewer=is_reviewer,
        status=practice.status,
    )


def body_of(
    caller: Caller, practice: Practice, iso3: str, open_revision_id: UUID | None, *, is_reviewer: bool = False
) -> PracticeBody:
    """The answer for ``practice`` as ``caller`` may see it."""
    voice = voice_of(caller, practice, is_reviewer=is_reviewer)
    writes = voice in review_rules.WRITERS
    values = practice.model_dump(exclude={"search", "objectives", "listed_at", "datestamp"})
    added = {
        "champion": ChampionRef.of(practice.champion_id, iso3),
        "missing": rules.still_missing(values) if writes and practice.status in rules.EDITABLE_BY_OWNER else [],
        "acronyms": _acronyms(values) if voice and practice.status in rules.EDITABLE_BY_SECRETARIAT else [],
        "open_revision_id": open_revision_id if writes else None,
        "voice": voice,
    }
    if voice is None:
        added |= {"implementing_focal_point": None, "review_note": None, "known_acronyms": []}
    return trusted(PracticeBody, values | added | _open_to(caller, values, open_revision_id=open_revision_id))


def sees_version(caller: Caller) -> ColumnElement[bool]:
    """For whom a version was published, whoever may read the practice as it is now."""
    return sees(caller, visibility=PracticeVersion.visibility, champion_id=Practice.champion_id)


def _acronyms(values: Mapping[str, Any]) -> list[UnexplainedAcronym]:
    texts = {name: values[name] for name in rules.TEXTS}
    return [
        UnexplainedAcronym.model_construct(field=PracticeField(name), acronym=acronym)
        for name, acronym in unexplained(texts, values["language"])
        if acronym not in values["known_acronyms"]
    ]


async def list_versions(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeVersionList:
    """The published versions of a practice, newest first."""
    await get_practice(session, caller, practice_id)
    rows = await session.exec(
        columns(PracticeVersion.number, PracticeVersion.published_at, PracticeVersion.title)
        .join(Practice, col(Practice.id) == col(PracticeVersion.practice_id))
        .where(col(PracticeVersion.practice_id) == practice_id, sees_version(caller))
        .order_by(col(PracticeVersion.number).desc())
    )
    return PracticeVersionList(items=[PracticeVersionSummary.model_construct(**row._mapping) for row in rows])


async def get_version(session: AsyncSession, caller: Caller, practice_id: UUID, number: int) -> PracticeVersionBody:
    """One published version as it was."""
    await get_practice(session, caller, practice_id)
    version = (
        await session.exec(
            select(PracticeVersion)
            .join(Practice, col(Practice.id) == col(PracticeVersion.practice_id))
            .where(
                col(PracticeVersion.practice_id) == practice_id,
                col(PracticeVersion.number) == number,
                sees_version(caller),
            )
        )
    ).first()
    if version is None:
        raise NotFound("This practice has no such version, or it is not for you to see.")
    return PracticeVersionBody(
        number=version.number,
        published_at=version.published_at,
        title=version.title,
        content=PracticeContent.model_validate(version.content),
    )


async def list_review_steps(session: AsyncSession, caller: Caller, practice_id: UUID) -> ReviewStepList:
    """The steps of a practice's review, oldest first; ``NotFound`` for all but its parties."""
    party = or_(own_or_secretariat(caller), is_reviewed_by(caller))
    if (await session.exec(select(Practice.id).where(col(Practice.id) == practice_id, party))).first() is None:
        raise NotFound("There is no such practice, or its review is not for you to see.")
    steps = await session.exec(
        select(PracticeReviewStep)
        .where(col(PracticeReviewStep.practice_id) == practice_id)
        .order_by(col(PracticeReviewStep.id))
    )
    return ReviewStepList(
        items=[ReviewStep.model_construct(**step.model_dump(exclude={"id", "practice_id"})) for step in steps]
    )
