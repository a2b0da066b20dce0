"""What OAI-PMH 2.0 asks of a request: its verb, that verb's arguments, and how a wrong one is named.

Open Archives Initiative, "The Open Archives Initiative Protocol for Metadata Harvesting", version 2.0, sections 3 and 4.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

TO_THE_SECOND = "%Y-%m-%dT%H:%M:%SZ"
"""How the protocol writes an instant, and the granularity of our datestamps."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WORD = r"[A-Za-z0-9\-_.!~*'()]+"
_SET = re.compile(f"{_WORD}(:{_WORD})*")
_PREFIX = re.compile(_WORD)


class Verb(StrEnum):
    """The six requests of the protocol."""

    IDENTIFY = "Identify"
    LIST_METADATA_FORMATS = "ListMetadataFormats"
    LIST_SETS = "ListSets"
    GET_RECORD = "GetRecord"
    LIST_IDENTIFIERS = "ListIdentifiers"
    LIST_RECORDS = "ListRecords"


class Fault(Exception):
    """What is wrong with a request, by one of the protocol's words (section 3.6)."""

    code: ClassVar[str]
    hides_arguments: ClassVar[bool] = False
    """Whether the answer leaves out what was asked, since it could not be understood."""


class BadVerb(Fault):
    """The verb is missing, repeated or none of the six."""

    code = "badVerb"
    hides_arguments = True


class BadArgument(Fault):
    """An argument is missing, repeated, unknown or malformed."""

    code = "badArgument"
    hides_arguments = True


class BadResumptionToken(Fault):
    """The token was not given here, has expired, or its list has become another."""

    code = "badResumptionToken"


class CannotDisseminateFormat(Fault):
    """The metadata format is none of ours."""

    code = "cannotDisseminateFormat"


class IdDoesNotExist(Fault):
    """The identifier is none of ours."""

    code = "idDoesNotExist"


class NoRecordsMatch(Fault):
    """Nothing is in the set, in the format and between the dates that were asked for."""

    code = "noRecordsMatch"


@dataclass(frozen=True, slots=True)
class _Arguments:
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    is_resumed: bool = False


_OF_A_LIST = _Arguments(frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), is_resumed=True)
_ARGUMENTS = {
    Verb.IDENTIFY: _Arguments(),
    Verb.LIST_METADATA_FORMATS: _Arguments(optional=frozenset({"identifier"})),
    Verb.LIST_SETS: _Arguments(is_resumed=True),
    Verb.GET_RECORD: _Arguments(required=frozenset({"identifier", "metadataPrefix"})),
    Verb.LIST_IDENTIFIERS: _OF_A_LIST,
    Verb.LIST_RECORDS: _OF_A_LIST,
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is well-formed: its verb, and its arguments as they were given."""

    verb: Verb
    arguments: Mapping[str, str]

    @property
    def resumption_token(self) -> str | None:
        """The token of the page that is asked for; ``None`` at a list's beginning."""
        return self.arguments.get("resumptionToken")


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the repository is asked for: both instants are included, to the second."""

    prefix: str
    since: datetime | None = None
    until: datetime | None = None
    set_spec: str | None = None


def read(pairs: Sequence[tuple[str, str]]) -> Request:
    """The request that ``pairs`` of names and values make; ``BadVerb`` or ``BadArgument`` where they make none."""
    verb = _verb([value for name, value in pairs if name == "verb"])
    given = [(name, value) for name, value in pairs if name != "verb"]
    repeated = sorted(name for name, times in Counter(name for name, _ in given).items() if times > 1)
    if repeated:
        raise BadArgument(f"Give each argument once; repeated: {', '.join(repeated)}.")
    request = Request(verb, MappingProxyType(dict(given)))
    _check_names(verb, request.arguments)
    if not _PREFIX.fullmatch(request.arguments.get("metadataPrefix", "none")):
        raise BadArgument("The metadataPrefix has characters that no prefix may have.")
    return request


def selection(arguments: Mapping[str, str]) -> Selection:
    """What the arguments of a list select; ``BadArgument`` where a date or a set is malformed."""
    since, until, spec = arguments.get("from"), arguments.get("until"), arguments.get("set")
    if since is not None and until is not None and len(since) != len(until):
        raise BadArgument("Give from and until to the same granularity.")
    chosen = Selection(
        arguments["metadataPrefix"],
        None if since is None else _instant("from", since),
        None if until is None else _last_second("until", until),
        spec,
    )
    if chosen.since and chosen.until and chosen.since > chosen.until:
        raise BadArgument("from is later than until.")
    if spec is not None and not _SET.fullmatch(spec):
        raise BadArgument("The set has characters that no set may have.")
    return chosen


def _verb(given: Sequence[str]) -> Verb:
    if len(given) != 1:
        raise BadVerb("Give one verb." if given else "The verb is missing.")
    if given[0] not in set(Verb):
        raise BadVerb(f"The verb is none of {', '.join(Verb)}.")
    return Verb(given[0])


def _check_names(verb: Verb, arguments: Mapping[str, str]) -> None:
    takes = _ARGUMENTS[verb]
    if takes.is_resumed and "resumptionToken" in arguments:
        if len(arguments) > 1:
            raise BadArgument("A resumptionToken stands alone: it holds the other arguments already.")
        return
    if unknown := sorted(arguments.keys() - takes.required - takes.optional):
        raise BadArgument(f"{verb} does not take: {', '.join(unknown)}.")
    if missing := sorted(takes.required - arguments.keys()):
        raise BadArgument(f"{verb} needs: {', '.join(missing)}.")


def _instant(name: str, given: str) -> datetime:
    written_as = "%Y-%m-%d" if _DAY.fullmatch(given) else TO_THE_SECOND if _SECOND.fullmatch(given) else None
    try:
        if written_as is None:
            raise ValueError(given)
        return datetime.strptime(given, written_as).replace(tzinfo=UTC)
    except ValueError as error:
        raise BadArgument(
            f"{name} is no day and no second of UTC: write 2026-11-24 or 2026-11-24T09:00:00Z."
        ) from error


def _last_second(name: str, given: str) -> datetime:
    """A day reaches to its last second."""
    instant = _instant(name, given)
    return instant + timedelta(days=1, seconds=-1) if _DAY.fullmatch(given) else instant
