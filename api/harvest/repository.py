"""The repository that OAI-PMH harvesters meet: each verb's answer as XML, a page of a list at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from lxml import etree
from sqlmodel.ext.asyncio.session import AsyncSession

from api.harvest import dublin_core, mods, queries, rules, sets, tokens
from api.harvest.queries import Harvested
from api.harvest.rules import Fault, Request, Verb
from api.harvest.xml import Namespace, cleaned, written
from api.platform import clock
from api.practices.citations import PUBLISHER

_ADDRESS = "http://www.openarchives.org/OAI/2.0/"
_OAI = Namespace(_ADDRESS, {None: _ADDRESS}, schema="http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
_add = _OAI.add
_PAGE = 100
"""Records a page: an answer's size, and the memory that it takes, have a bound, however much is harvested."""
_FORMATS: Mapping[str, Any] = MappingProxyType({format_.PREFIX: format_ for format_ in (dublin_core, mods)})


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the repository is, who answers for it, and what its tokens are signed with."""

    home: str
    contact: str
    secret: str

    @property
    def address(self) -> str:
        """The address that harvesters ask."""
        return f"{self.home}/oai"

    def identifier(self, practice_id: UUID) -> str:
        """The name of a practice among all the world's records."""
        return f"{self._beginning}{practice_id}"

    def key(self, identifier: str) -> UUID:
        """The practice that ``identifier`` names; ``IdDoesNotExist`` where it has not the form of ours."""
        try:
            key = UUID(identifier.removeprefix(self._beginning))
        except ValueError:
            key = None
        if key is None or identifier != self.identifier(key):
            raise rules.IdDoesNotExist("There is no such record here.")
        return key

    @property
    def _beginning(self) -> str:
        return f"oai:{urlsplit(self.home).hostname}:practices/"


async def answer(session: AsyncSession, repository: Repository, pairs: Sequence[tuple[str, str]]) -> bytes:
    """The answer to a request of ``pairs`` of names and values; what is wrong with one is said in the answer."""
    document = _OAI.root("OAI-PMH")
    _add(document, "responseDate", _written(clock.now()))
    asked = _add(document, "request", repository.address)
    try:
        request = rules.read(pairs)
        body = await _VERBS[request.verb](session, repository, request)
    except Fault as fault:
        if not fault.hides_arguments:
            _echo(asked, request)
        _add(document, "error", str(fault), code=fault.code)
    else:
        _echo(asked, request)
        document.append(body)
    return written(document)


def _echo(asked: etree._Element, request: Request) -> None:
    asked.set("verb", request.verb)
    for name, value in request.arguments.items():
        asked.set(name, cleaned(value))


def _begun(verb: Verb) -> etree._Element:
    return etree.Element(f"{{{_ADDRESS}}}{verb}", nsmap={None: _ADDRESS})


async def _identify(session: AsyncSession, repository: Repository, request: Request) -> etree._Element:
    made = _begun(request.verb)
    _add(made, "repositoryName", f"Good practices of the {PUBLISHER}")
    _add(made, "baseURL", repository.address)
    _add(made, "protocolVersion", "2.0")
    _add(made, "adminEmail", repository.contact)
    _add(made, "earliestDatestamp", _written(await queries.earliest_datestamp(session) or clock.now()))
    _add(made, "deletedRecord", "persistent")
    _add(made, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    _add(made, "compression", "gzip")
    return made


async def _list_metadata_formats(session: AsyncSession, repository: Repository, request: Request) -> etree._Element:
    if identifier := request.arguments.get("identifier"):
        await _existing(session, repository, identifier)
    made = _begun(request.verb)
    for prefix, format_ in _FORMATS.items():
        described = _add(made, "metadataFormat")
        _add(described, "metadataPrefix", prefix)
        _add(described, "schema", format_.NAMESPACE.schema)
        _add(described, "metadataNamespace", format_.NAMESPACE.address)
    return made


async def _list_sets(_: AsyncSession, __: Repository, request: Request) -> etree._Element:
    if request.resumption_token is not None:
        raise rules.BadResumptionToken("The sets are listed at once: there is no token for them.")
    made = _begun(request.verb)
    for spec, name in sets.listed().items():
        described = _add(made, "set")
        _add(described, "setSpec", spec)
        _add(described, "setName", name)
    return made


async def _get_record(session: AsyncSession, repository: Repository, request: Request) -> etree._Element:
    practice = await _existing(session, repository, request.arguments["identifier"])
    _check_format(request.arguments["metadataPrefix"])
    made = _begun(request.verb)
    _add_record(made, repository, practice, request.arguments["metadataPrefix"])
    return made


async def _list_headers(session: AsyncSession, repository: Repository, request: Request) -> etree._Element:
    return await _list(session, repository, request, _add_header)


async def _list_records(session: AsyncSession, repository: Repository, request: Request) -> etree._Element:
    return await _list(session, repository, request, _add_record)


_VERBS = {
    Verb.IDENTIFY: _identify,
    Verb.LIST_METADATA_FORMATS: _list_metadata_formats,
    Verb.LIST_SETS: _list_sets,
    Verb.GET_RECORD: _get_record,
    Verb.LIST_IDENTIFIERS: _list_headers,
    Verb.LIST_RECORDS: _list_records,
}


async def _list(
    session: AsyncSession,
    repository: Repository,
    request: Request,
    add: Callable[[etree._Element, Repository, Harvested, str], None],
) -> etree._Element:
    token, place = request.resumption_token, None
    if token is not None:
        place = tokens.read(token, request.verb, repository.secret)
    selection = place.selection if place else rules.selection(request.arguments)
    _check_format(selection.prefix)
    if selection.set_spec and selection.set_spec not in sets.listed():
        raise rules.NoRecordsMatch("There is no such set; ListSets names those that there are.")
    after = (place.datestamp, place.key) if place else None
    found = await queries.page(session, selection, after=after, limit=_PAGE + 1)
    if not found and place:
        raise rules.BadResumptionToken("The rest of this list changed in the meantime: begin it again.")
    if not found:
        raise rules.NoRecordsMatch("Nothing here is what was asked for.")
    made = _begun(request.verb)
    for practice in found[:_PAGE]:
        add(made, repository, practice, selection.prefix)
    delivered = place.delivered if place else 0
    if len(found) > _PAGE:
        size = place.size if place else await queries.count(session, selection)
        last = found[_PAGE - 1]
        following = tokens.Place(request.verb, selection, last.datestamp, last.id, delivered + _PAGE, size)
        issued = tokens.issue(following, repository.secret)
        _add_token(made, issued.text, delivered, size, expirationDate=_written(issued.expires_at))
    elif place:
        _add_token(made, None, delivered, place.size)
    return made


def _add_token(made: etree._Element, text: str | None, delivered: int, size: int, **more: str) -> None:
    _add(made, "resumptionToken", text, completeListSize=str(size), cursor=str(delivered), **more)


async def _existing(session: AsyncSession, repository: Repository, identifier: str) -> Harvested:
    practice = await queries.get(session, repository.key(identifier))
    if practice is None:
        raise rules.IdDoesNotExist("There is no such record here.")
    return practice


def _check_format(prefix: str) -> None:
    if prefix not in _FORMATS:
        raise rules.CannotDisseminateFormat(f"Records are to be had as {' and '.join(_FORMATS)}.")


def _add_record(made: etree._Element, repository: Repository, practice: Harvested, prefix: str) -> None:
    record = _add(made, "record")
    _add_header(record, repository, practice, prefix)
    if not practice.is_deleted:
        _add(record, "metadata").append(_FORMATS[prefix].record(practice, repository.home))


def _add_header(made: etree._Element, repository: Repository, practice: Harvested, _: str) -> None:
    header = _add(made, "header", **({"status": "deleted"} if practice.is_deleted else {}))
    _add(header, "identifier", repository.identifier(practice.id))
    _add(header, "datestamp", _written(practice.datestamp))
    content = practice.content
    served = (*content.objectives_primary, *content.objectives_secondary)
    for spec in sets.specs(served, practice.region, practice.subregion):
        _add(header, "setSpec", spec)


def _written(moment: datetime) -> str:
    return moment.strftime(rules.TO_THE_SECOND)
