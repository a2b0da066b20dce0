"""What the product writes to people about."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a mail is for."""

    ACTION_ITEM_REMINDER = "action_item_reminder"
    ACTIVITY_PARTNER_ANSWERED = "activity_partner_answered"
    ACTIVITY_PARTNER_ASKED = "activity_partner_asked"
    ACCOUNT_INVITATION = "account_invitation"
    COLLABORATION_CONTACT = "collaboration_contact"
    COLLABORATION_FOLLOW_UP = "collaboration_follow_up"
    CONSULTATION_OPENED = "consultation_opened"
    CONSULTATION_EXTENDED = "consultation_extended"
    CONSULTATION_CONCLUDED = "consultation_concluded"
    CONSULTATION_REMINDER = "consultation_reminder"
    DATE_POLL_OPENED = "date_poll_opened"
    DATE_POLL_REMINDER = "date_poll_reminder"
    DATE_POLL_ENDED = "date_poll_ended"
    PASSWORD_RESET = "password_reset"  # noqa: S105 -- a kind, not a secret
    MEETING_INVITATION = "meeting_invitation"
    MEETING_UPDATE = "meeting_update"
    MEETING_CANCELLATION = "meeting_cancellation"
    MEETING_REMINDER = "meeting_reminder"
    PLEDGE_REPORT_ASKED = "pledge_report_asked"
    SILENCE_BROKEN = "silence_broken"
    SILENCE_OPENED = "silence_opened"
    SILENCE_RECALLED = "silence_recalled"
    SILENCE_REMINDER = "silence_reminder"
    SILENCE_TIME_ASKED = "silence_time_asked"
    STATEMENT_ADOPTED = "statement_adopted"
    MINUTES_ADOPTED = "minutes_adopted"
    MINUTES_CIRCULATED = "minutes_circulated"
    MINUTES_CORRECTION_DECIDED = "minutes_correction_decided"
    MINUTES_REMINDER = "minutes_reminder"
    TERM_WITHOUT_SUCCESSOR = "term_without_successor"
    WORKPLAN_UPDATE_ASKED = "workplan_update_asked"
