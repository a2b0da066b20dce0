"""What may be done, and who holds which permission. Default deny: what is not in the table is nobody's."""

from enum import StrEnum


class Role(StrEnum):
    """What a caller is, at the moment of the request."""

    PUBLIC = "public"
    OBSERVER = "observer"
    FOCAL_POINT = "focal_point"
    LEAD_FOCAL_POINT = "lead_focal_point"
    INCOMING_CO_CHAIR = "incoming_co_chair"
    CO_CHAIR = "co_chair"
    SECRETARIAT = "secretariat"


class Permission(StrEnum):
    """``room:what``. The same words in the OpenAPI's ``x-access`` and in the single-page app."""

    SESSION_USE = "session:use"
    PROFILE_READ = "profile:read"
    VOCABULARIES_READ = "vocabularies:read"
    OVERVIEW_READ = "overview:read"
    CHAMPIONS_READ = "champions:read"
    CHAMPIONS_DESCRIBE = "champions:describe"
    CHAMPIONS_WRITE = "champions:write"
    COCHAIR_TERMS_READ = "cochair_terms:read"
    COCHAIR_TERMS_WRITE = "cochair_terms:write"
    COCHAIR_ROTATION_READ = "cochair_rotation:read"
    COCHAIR_AVAILABILITIES_READ = "cochair_availabilities:read"
    COCHAIR_AVAILABILITIES_WRITE = "cochair_availabilities:write"
    MECHANISM_READ = "mechanism:read"
    MECHANISM_WRITE = "mechanism:write"
    MECHANISM_CURATE = "mechanism:curate"
    OBJECTIVES_READ = "objectives:read"
    PROCESSES_READ = "processes:read"
    PROCESSES_CONTRIBUTE = "processes:contribute"
    PROCESSES_WRITE = "processes:write"
    MEETINGS_READ = "meetings:read"
    MEETINGS_PREPARE = "meetings:prepare"
    MEETINGS_WRITE = "meetings:write"
    QUARTERS_READ = "quarters:read"
    AGENDA_PROPOSE = "agenda:propose"
    UPLOADS_WRITE = "uploads:write"
    DOCUMENTS_WRITE = "documents:write"
    HANDOVER_READ = "handover:read"
    HANDOVER_WRITE = "handover:write"
    CONSULTATIONS_READ = "consultations:read"
    CONSULTATIONS_WRITE = "consultations:write"
    CONSULTATIONS_ANSWER = "consultations:answer"
    DATE_POLLS_READ = "date_polls:read"
    DATE_POLLS_WRITE = "date_polls:write"
    DATE_POLLS_ANSWER = "date_polls:answer"
    ROOM_WATCH = "room:watch"
    FLOOR_REQUEST = "floor:request"
    ATTENDANCE_READ = "attendance:read"
    ATTENDANCE_ANSWER = "attendance:answer"
    MINUTES_READ = "minutes:read"
    MINUTES_CORRECT = "minutes:correct"
    MINUTES_WRITE = "minutes:write"
    MINUTES_PHRASES = "minutes:phrases"
    DECISIONS_READ = "decisions:read"
    ACTION_ITEMS_READ = "action_items:read"
    ACTION_ITEMS_REPORT = "action_items:report"
    ACTION_ITEMS_WRITE = "action_items:write"
    WORKPLAN_READ = "workplan:read"
    WORKPLAN_REPORT = "workplan:report"
    WORKPLAN_WRITE = "workplan:write"
    ACTIVITIES_READ = "activities:read"
    ACTIVITIES_WRITE = "activities:write"
    ACTIVITIES_COORDINATE = "activities:coordinate"
    PRACTICES_READ = "practices:read"
    SIMILAR_READ = "similar:read"
    SAVED_SEARCHES_USE = "saved_searches:use"
    PRACTICES_WRITE = "practices:write"
    PRACTICES_ADVISE = "practices:advise"
    PRACTICES_REVIEW = "practices:review"
    STATEMENTS_READ = "statements:read"
    STATEMENTS_FOLLOW = "statements:follow"
    STATEMENTS_WRITE = "statements:write"
    STATEMENTS_SPEAK = "statements:speak"
    STATEMENTS_CIRCULATE = "statements:circulate"
    COVERAGE_READ = "coverage:read"
    COLLABORATION_READ = "collaboration:read"
    COLLABORATION_WRITE = "collaboration:write"
    PLEDGES_READ = "pledges:read"
    PLEDGES_WRITE = "pledges:write"
    HUB_MANAGE = "hub:manage"
    HUB_SPEAK = "hub:speak"
    PEOPLE_READ = "people:read"
    PEOPLE_WRITE = "people:write"
    AUDIT_READ = "audit:read"


_EVERYONE = frozenset(Role)
_SIGNED_IN = _EVERYONE - {Role.PUBLIC}
_CHAMPIONS = frozenset({Role.FOCAL_POINT, Role.SECRETARIAT})
_CHAIRS = frozenset({Role.CO_CHAIR, Role.SECRETARIAT})
_SECRETARIAT = frozenset({Role.SECRETARIAT})

HOLDERS: dict[Permission, frozenset[Role]] = {
    Permission.SESSION_USE: _EVERYONE,
    Permission.PROFILE_READ: _SIGNED_IN,
    Permission.VOCABULARIES_READ: _EVERYONE,
    Permission.OVERVIEW_READ: _EVERYONE,
    Permission.CHAMPIONS_READ: _EVERYONE,
    Permission.CHAMPIONS_DESCRIBE: _CHAMPIONS,
    Permission.CHAMPIONS_WRITE: _SECRETARIAT,
    Permission.COCHAIR_TERMS_READ: _EVERYONE,
    Permission.COCHAIR_TERMS_WRITE: _SECRETARIAT,
    Permission.COCHAIR_ROTATION_READ: _CHAIRS | {Role.INCOMING_CO_CHAIR},
    Permission.COCHAIR_AVAILABILITIES_READ: _CHAMPIONS,
    Permission.COCHAIR_AVAILABILITIES_WRITE: _CHAMPIONS,
    Permission.MECHANISM_READ: _EVERYONE,
    Permission.MECHANISM_WRITE: _CHAMPIONS,
    Permission.MECHANISM_CURATE: _CHAIRS,
    Permission.OBJECTIVES_READ: _EVERYONE,
    Permission.PROCESSES_READ: _EVERYONE,
    Permission.PROCESSES_CONTRIBUTE: _CHAMPIONS,
    Permission.PROCESSES_WRITE: _CHAIRS,
    Permission.MEETINGS_READ: _EVERYONE,
    Permission.MEETINGS_PREPARE: _CHAIRS | {Role.INCOMING_CO_CHAIR},
    Permission.MEETINGS_WRITE: _CHAIRS,
    Permission.QUARTERS_READ: _CHAMPIONS,
    Permission.AGENDA_PROPOSE: _CHAMPIONS,
    Permission.UPLOADS_WRITE: _CHAMPIONS,
    Permission.DOCUMENTS_WRITE: _CHAMPIONS,
    Permission.HANDOVER_READ: _CHAMPIONS,
    Permission.HANDOVER_WRITE: _CHAIRS,
    Permission.CONSULTATIONS_READ: _CHAMPIONS,
    Permission.CONSULTATIONS_WRITE: _CHAIRS,
    Permission.CONSULTATIONS_ANSWER: _CHAMPIONS,
    Permission.DATE_POLLS_READ: _EVERYONE,
    Permission.DATE_POLLS_WRITE: _CHAIRS,
    Permission.DATE_POLLS_ANSWER: _CHAMPIONS,
    Permission.ROOM_WATCH: _SIGNED_IN,
    Permission.FLOOR_REQUEST: _CHAMPIONS,
    Permission.ATTENDANCE_READ: _CHAMPIONS,
    Permission.ATTENDANCE_ANSWER: _CHAMPIONS,
    Permission.MINUTES_READ: _SIGNED_IN,
    Permission.MINUTES_CORRECT: _CHAMPIONS,
    Permission.MINUTES_WRITE: _CHAIRS,
    Permission.MINUTES_PHRASES: _SECRETARIAT,
    Permission.DECISIONS_READ: _EVERYONE,
    Permission.ACTION_ITEMS_READ: _SIGNED_IN,
    Permission.ACTION_ITEMS_REPORT: _CHAMPIONS,
    Permission.ACTION_ITEMS_WRITE: _CHAIRS,
    Permission.WORKPLAN_READ: _SIGNED_IN,
    Permission.WORKPLAN_REPORT: _CHAMPIONS,
    Permission.WORKPLAN_WRITE: _CHAIRS,
    Permission.ACTIVITIES_READ: _EVERYONE,
    Permission.ACTIVITIES_WRITE: _CHAMPIONS,
    Permission.ACTIVITIES_COORDINATE: _CHAIRS,
    Permission.PRACTICES_READ: _EVERYONE,
    Permission.SIMILAR_READ: _EVERYONE,
    Permission.SAVED_SEARCHES_USE: _SIGNED_IN,
    Permission.PRACTICES_WRITE: _CHAMPIONS,
    Permission.PRACTICES_ADVISE: _SIGNED_IN,
    Permission.PRACTICES_REVIEW: _SECRETARIAT,
    Permission.STATEMENTS_READ: _EVERYONE,
    Permission.STATEMENTS_FOLLOW: _CHAMPIONS,
    Permission.STATEMENTS_WRITE: _CHAMPIONS,
    Permission.STATEMENTS_SPEAK: _CHAMPIONS,
    Permission.STATEMENTS_CIRCULATE: _CHAIRS,
    Permission.COVERAGE_READ: _EVERYONE,
    Permission.COLLABORATION_READ: _CHAMPIONS,
    Permission.COLLABORATION_WRITE: _CHAMPIONS,
    Permission.PLEDGES_READ: _EVERYONE,
    Permission.PLEDGES_WRITE: _CHAMPIONS,
    Permission.HUB_MANAGE: _SECRETARIAT,
    Permission.HUB_SPEAK: _EVERYONE,  # what counts is the signature
    Permission.PEOPLE_READ: _SECRETARIAT | {Role.LEAD_FOCAL_POINT},
    Permission.PEOPLE_WRITE: _SECRETARIAT | {Role.LEAD_FOCAL_POINT},
    Permission.AUDIT_READ: _SECRETARIAT,
}


def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything that a caller with ``roles`` may do somewhere."""
    return frozenset(permission for permission, holders in HOLDERS.items() if not holders.isdisjoint(roles))
