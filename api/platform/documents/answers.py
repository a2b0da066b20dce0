"""Files as answers: in the form that the caller asks for, saved under a name that says what they are."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import Depends, Query, Request, Response

from api.platform.language import Language
from api.platform.problems import NotAcceptable


class Form(StrEnum):
    """The forms that an answer may be had in, by their usual suffixes."""

    JSON = "json"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    ZIP = "zip"
    ICS = "ics"
    PNG = "png"
    SVG = "svg"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl.json"

    @property
    def media_type(self) -> str:
        """As the IANA has registered it, or as everybody calls it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Form.JSON: "application/json",
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.CSV: "text/csv; charset=utf-8",
    Form.ZIP: "application/zip",
    Form.ICS: "text/calendar; charset=utf-8",
    Form.PNG: "image/png",
    Form.SVG: "image/svg+xml",
    Form.BIBTEX: "application/x-bibtex; charset=utf-8",
    Form.RIS: "application/x-research-info-systems; charset=utf-8",
    Form.CSL: "application/vnd.citationstyles.csl+json",
}
_NAMED_IN_A_HEADER = re.compile(r"[^A-Za-z0-9._ -]+")
_NOT_IN_A_FILE_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def negotiated(*offered: Form) -> Any:
    """``Depends`` that yields the one of ``offered`` that the caller asks for; the first where they do not say.

    By ``?format=pdf``, for links, or by ``Accept`` (RFC 9110, 12.5.1); 406 where nothing offered will do.
    """
    suffixes = Literal[tuple(form.value for form in offered)]  # type: ignore[valid-type]

    async def chosen(
        request: Request,
        response: Response,
        wanted: Annotated[
            suffixes | None,  # type: ignore[valid-type]
            Query(alias="format", description="The form of the answer, for links; otherwise `Accept` decides."),
        ] = None,
    ) -> Form:
        response.headers["Vary"] = "Accept"
        return Form(wanted) if wanted else best(request.headers.get("accept", "*/*"), offered)

    return Depends(chosen)


def best(accept: str, offered: Sequence[Form]) -> Form:
    """The one of ``offered`` that ``accept`` likes most, the earlier where it likes two alike; else ``NotAcceptable``."""
    liked = _liked(accept)
    weights = [_weight(liked, form.media_type.partition(";")[0]) for form in offered]
    if max(weights) <= 0:
        listed = ", ".join(f"{form.media_type.partition(';')[0]} (?format={form})" for form in offered)
        raise NotAcceptable(f"This can be had as {listed}. Name one of them in Accept or in format.")
    return offered[weights.index(max(weights))]


def _liked(accept: str) -> dict[str, float]:
    liked = {}
    for part in accept.split(",")[:50]:
        media_type, *parameters = [piece.strip().lower() for piece in part.split(";")]
        quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        liked[media_type] = float(quality) if re.fullmatch(r"[01](\.\d{0,3})?", quality) else 0.0
    return liked


def _weight(liked: dict[str, float], media_type: str) -> float:
    family = media_type.partition("/")[0]
    return next((liked[name] for name in (media_type, f"{family}/*", "*/*") if name in liked), 0.0)


def documented(*offered: Form) -> dict[int | str, dict[str, Any]]:
    """``responses`` of a route that answers with files; beside them FastAPI puts the JSON of the route's body."""
    files = {form.media_type.partition(";")[0]: {"schema": _schema(form)} for form in offered if form is not Form.JSON}
    return {200: {"content": files}}


def _schema(form: Form) -> dict[str, Any]:
    """JSON is read as JSON, also where it is saved as a file."""
    return (
        {"type": "array", "items": {"type": "object"}} if form is Form.CSL else {"type": "string", "format": "binary"}
    )


def file_answer(content: bytes, form: Form, *, name: str, spoken: Language | None = None) -> Response:
    """``content`` to be saved as ``name`` and the form's suffix; ``spoken`` is its language where that is not the request's."""
    headers = {"Content-Disposition": disposition(f"{name}.{form}"), "X-Content-Type-Options": "nosniff"}
    if spoken:
        headers["Content-Language"] = spoken
    return Response(content, media_type=form.media_type, headers=headers | {"Vary": "Accept"})


def disposition(name: str, *, is_shown: bool = False) -> str:
    """A ``Content-Disposition`` (RFC 6266): ``name`` in ASCII for old programs, whole in UTF-8 for the others."""
    whole = _NOT_IN_A_FILE_NAME.sub(" ", name).strip(" .") or "document"
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode()
    plain = _NAMED_IN_A_HEADER.sub("-", plain).strip(" .-") or "document"
    kind = "inline" if is_shown else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"
