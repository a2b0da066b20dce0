"""What the home page tells of."""

from enum import StrEnum


class DueKind(StrEnum):
    """What may wait for somebody, the weightiest first."""

    AGENDA_PROPOSALS_TO_DECIDE = "agenda_proposals_to_decide"
    MEETING_TO_PREPARE = "meeting_to_prepare"
    MEETING_TO_CONCLUDE = "meeting_to_conclude"
    SILENCE_TO_SPEAK = "silence_to_speak"
    CONSULTATION_TO_ANSWER = "consultation_to_answer"
    CONSULTATION_TO_CONCLUDE = "consultation_to_conclude"
    DATE_POLL_TO_ANSWER = "date_poll_to_answer"
    DATE_POLL_TO_DECIDE = "date_poll_to_decide"
    CORRECTIONS_TO_DECIDE = "corrections_to_decide"
    ACTION_ITEM_DUE = "action_item_due"
    PROCESS_DEADLINE_DUE = "process_deadline_due"
    WORKPLAN_ITEM_DUE = "workplan_item_due"
    WORKPLAN_UPDATE_ASKED = "workplan_update_asked"
    WORKPLAN_ITEM_WITHOUT_UPDATE = "workplan_item_without_update"
    PRACTICE_DRAFT = "practice_draft"
    PRACTICE_CHANGES_REQUESTED = "practice_changes_requested"
    PRACTICE_TO_ADVISE = "practice_to_advise"
    PRACTICE_SUBMITTED = "practice_submitted"
    PRACTICE_UNDER_REVIEW = "practice_under_review"
    PRACTICE_TO_PUBLISH = "practice_to_publish"
    ACTIVITY_PARTNERS_TO_ANSWER = "activity_partners_to_answer"
    ACTIVITY_TO_REPORT = "activity_to_report"
    ACTIVITY_SOON = "activity_soon"
    CONTACT_TO_FOLLOW_UP = "contact_to_follow_up"
    STATEMENT_TO_SIGN = "statement_to_sign"
    PLEDGE_TO_CONFIRM = "pledge_to_confirm"
    PLEDGE_TO_REPORT = "pledge_to_report"
    TERM_WITHOUT_SUCCESSOR = "term_without_successor"
    QUARTER_WITHOUT_MEETING = "quarter_without_meeting"
    MINUTES_TO_CHECK = "minutes_to_check"
    INVITATION_TO_ANSWER = "invitation_to_answer"
    AGENDA_OPEN_FOR_PROPOSALS = "agenda_open_for_proposals"


class NewsKind(StrEnum):
    """What others may have done."""

    PRACTICE_PUBLISHED = "practice_published"
    PRACTICE_REVISED = "practice_revised"
    ACTIVITY_ANNOUNCED = "activity_announced"
    ACTIVITY_OPEN_FOR_PARTNERS = "activity_open_for_partners"
    WORKPLAN_PROGRESS = "workplan_progress"
    MEETING_SCHEDULED = "meeting_scheduled"
    AGENDA_OPENED = "agenda_opened"
    AGENDA_CIRCULATED = "agenda_circulated"
    MINUTES_CIRCULATED = "minutes_circulated"
    STATEMENT_ADOPTED = "statement_adopted"
    PLEDGE_MADE = "pledge_made"


class AheadKind(StrEnum):
    """What lies ahead."""

    HANDOVER = "handover"
    PROCESS = "process"
    ACTIVITY = "activity"
