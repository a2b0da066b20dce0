"""Writes of practices: drafting, review, publication, revision, withdrawal."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for
from api.hub.outbox import tell_hub
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.practices import file_versions, queries, review_mails, review_service, rules
from api.practices.models import Practice, PracticeReviewStep, PracticeStatus, PracticeVersion
from api.practices.schemas import (
    FileOfVersion,
    PracticeBody,
    PracticeChange,
    PracticeContent,
    PracticeCreate,
    Withdrawal,
)

Subject = Practice
"""What a write works on, for the routes, which know no tables."""

_STANDS = {
    PracticeStatus.DRAFT: "is a draft",
    PracticeStatus.SUBMITTED: "is submitted",
    PracticeStatus.UNDER_REVIEW: "is under review",
    PracticeStatus.CHANGES_REQUESTED: "waits for changes by its champion",
    PracticeStatus.ACCEPTED: "is accepted",
    PracticeStatus.PUBLISHED: "is published",
    PracticeStatus.WITHDRAWN: "is withdrawn",
}

_CONTENT = (*PracticeChange.model_fields,)
"""The fields that a revision carries over."""


async def create(session: AsyncSession, caller: Caller, body: PracticeCreate) -> PracticeBody:
    """Start a draft for the caller's champion, or for the one that the secretariat names."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    practice = Practice(champion_id=champion_id, **body.model_dump(exclude={"champion"}))
    session.add(practice)
    await audit.record(
        session, caller, "practice.created", practice, title=practice.title, on_behalf_of=_behalf(caller, practice)
    )
    return await _answer(session, caller, practice)


async def load_for_change(session: AsyncSession, caller: Caller, practice_id: UUID, expected_revision: int) -> Practice:
    """The practice, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    practice = (
        await session.exec(
            select(Practice)
            .where(col(Practice.id) == practice_id, queries.visible_or_reviewed(caller))
            .with_for_update()
        )
    ).first()
    if practice is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    check_revision(practice, expected_revision)
    return practice


async def change(session: AsyncSession, caller: Caller, practice: Practice, body: PracticeChange) -> PracticeBody:
    """Change a draft; what the body leaves out stays."""
    require(
        caller,
        practice,
        "change",
        "A published practice is changed through a revision; one under review waits for the secretariat.",
    )
    practice.sqlmodel_update(body.model_dump(exclude_unset=True))
    await audit.record(
        session, caller, "practice.changed", practice, title=practice.title, on_behalf_of=_behalf(caller, practice)
    )
    return await _answer(session, caller, practice)


async def delete(session: AsyncSession, caller: Caller, practice: Practice) -> None:
    """Delete a draft that was never published; a published practice is withdrawn instead."""
    require(caller, practice, "delete", "What was published is withdrawn, not deleted: it may have been cited.")
    await session.delete(practice)
    await audit.record(
        session, caller, "practice.deleted", practice, title=practice.title, on_behalf_of=_behalf(caller, practice)
    )


async def revise(session: AsyncSession, caller: Caller, practice: Practice) -> PracticeBody:
    """Start a revision; the practice stays as it is until the revision is published.

    There is at most one open revision of a practice: the constraint ``practices_one_open_revision`` says so.
    """
    require(caller, practice, "revise", "Only what was published can be revised; go on with the practice itself.")
    content = {field: getattr(practice, field) for field in _CONTENT}
    revision = Practice(
        champion_id=practice.champion_id, revises_id=practice.id, is_demonstration=practice.is_demonstration, **content
    )
    session.add(revision)
    await audit.record(
        session, caller, "practice.revised", revision, title=revision.title, on_behalf_of=_behalf(caller, revision)
    )
    await file_versions.carry_over(session, (practice.id, practice.version), (revision.id, 0))
    return await _answer(session, caller, revision)


async def take_step(
    session: AsyncSession, caller: Caller, practice: Practice, step: Transition[PracticeStatus], body: ReasonBody
) -> PracticeBody:
    """Take a step of the review. Skipping steps, and what the champion must answer, asks for a reason."""
    if step.by.isdisjoint(caller.parties_to(practice.champion_id)):
        raise Forbidden("This step is not yours to take for this practice.")
    if not step.starts_from(practice.status):
        raise Conflict(f"This practice {_STANDS[practice.status]}; from there the step {step.verb} cannot be taken.")
    if step.asks_reason_in(practice.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")
    if step.target in {PracticeStatus.SUBMITTED, PracticeStatus.PUBLISHED}:
        _check_complete(practice)
    session.add(_review_step(caller, practice, step.target, body.reason))
    if step.target is PracticeStatus.PUBLISHED and practice.revises_id:
        return await _publish_revision(session, caller, practice, body.reason)
    before = (practice.id, practice.version)
    _move(practice, step.target, body.reason)
    if isinstance(body, Withdrawal):
        practice.withdrawal_reason = body.public_reason or ""
    await audit.record(
        session,
        caller,
        f"practice.{step.verb}",
        practice,
        title=practice.title,
        on_behalf_of=_behalf(caller, practice),
        reason=body.reason or "",
    )
    if step.target is PracticeStatus.PUBLISHED:
        await _keep_version(session, practice, files_from=before)
    await review_service.follow_step(session, practice)
    await review_mails.tell_step(session, caller, practice, body.reason or "")
    if step.target in {PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}:
        await tell_hub(session, practice)
    return await _answer(session, caller, practice)


def require(caller: Caller, practice: Practice, verb: str, way_out: str) -> None:
    """Raise where the caller may not do ``verb`` with the practice as it stands; ``way_out`` says what to do instead."""
    parties = caller.parties_to(practice.champion_id)
    if parties.isdisjoint(rules.WRITERS):
        raise Forbidden("This practice belongs to another champion.")
    if verb not in rules.actions(
        practice.status,
        parties,
        is_revision=practice.revises_id is not None,
        never_published=practice.version == 0,
        has_open_revision=False,
    ):
        raise Conflict(f"This practice {_STANDS[practice.status]}. {way_out}")


def _check_complete(practice: Practice) -> None:
    missing = rules.still_missing(practice.model_dump())
    errors = [
        FieldProblem(pointer=f"/{field}", code="missing", detail="Write this before you submit: the Hub asks for it.")
        for field in missing
    ]
    if rules.words(practice.summary) > rules.SUMMARY_WORDS:
        detail = f"Shorten the summary to {rules.SUMMARY_WORDS} words; it has {rules.words(practice.summary)}."
        errors.append(FieldProblem(pointer="/summary", code="too_many_words", detail=detail))
    if errors:
        named = ", ".join(
            sorted(error.pointer.removeprefix("/").replace("_", " ") for error in errors if error.pointer)
        )
        raise Conflict(
            f"The practice is not complete yet. What the Hub asks for is missing or too long: {named}.", errors=errors
        )


def _move(practice: Practice, target: PracticeStatus, reason: str | None) -> None:
    now = clock.now()
    practice.status = target
    practice.withdrawn_at = now if target is PracticeStatus.WITHDRAWN else None
    if target is PracticeStatus.SUBMITTED:
        practice.submitted_at = now
    if target in {PracticeStatus.CHANGES_REQUESTED, PracticeStatus.WITHDRAWN}:
        practice.review_note = reason or ""
    if target is PracticeStatus.PUBLISHED:
        practice.published_at = now
        practice.version += 1
        practice.review_note = practice.withdrawal_reason = ""


async def _publish_revision(
    session: AsyncSession, caller: Caller, revision: Practice, reason: str | None
) -> PracticeBody:
    original = (
        await session.exec(select(Practice).where(col(Practice.id) == revision.revises_id).with_for_update())
    ).one()
    original.sqlmodel_update({field: getattr(revision, field) for field in _CONTENT})
    _move(original, PracticeStatus.PUBLISHED, reason)
    await audit.record(
        session,
        caller,
        "practice.publish",
        original,
        title=original.title,
        on_behalf_of=_behalf(caller, original),
        reason=reason or "",
    )
    await _keep_version(session, original, files_from=(revision.id, revision.version))
    await review_service.hand_over(session, revision, original)
    await review_service.follow_step(session, original)
    await tell_hub(session, original)
    await session.delete(revision)
    await session.flush()
    await review_mails.tell_step(session, caller, original, reason or "")
    return await _answer(session, caller, original)


async def _keep_version(session: AsyncSession, practice: Practice, *, files_from: file_versions.Version) -> None:
    files = await file_versions.carry_over(session, files_from, (practice.id, practice.version))
    session.add(version_of(practice, files))


def version_of(practice: Practice, files: Sequence[FileOfVersion] = ()) -> PracticeVersion:
    """The practice as it is published now, with its files, to be kept for whoever cites it."""
    content = file_versions.frozen(PracticeContent, practice, files)
    assert practice.published_at is not None
    return PracticeVersion(
        practice_id=practice.id,
        number=practice.version,
        published_at=practice.published_at,
        title=practice.title,
        visibility=practice.visibility,
        content=content.model_dump(mode="json"),
    )


def _review_step(caller: Caller, practice: Practice, target: PracticeStatus, reason: str | None) -> PracticeReviewStep:
    return PracticeReviewStep(
        practice_id=practice.id,
        at=clock.now(),
        person_name=caller.name,
        from_status=practice.status,
        to_status=target,
        note=reason or "",
    )


def _behalf(caller: Caller, practice: Practice) -> UUID | None:
    return None if caller.owns(practice.champion_id) else practice.champion_id


async def _answer(session: AsyncSession, caller: Caller, practice: Practice) -> PracticeBody:
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == practice.champion_id))).one()
    open_revision = (await session.exec(select(Practice.id).where(col(Practice.revises_id) == practice.id))).first()
    return queries.body_of(caller, practice, iso3, open_revision)
