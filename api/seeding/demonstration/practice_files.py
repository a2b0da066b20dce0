"""The demonstration's files beside practices: what helps others to do the same."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.documents import docx, paper
from api.platform.language import Language
from api.platform.storage import Storage
from api.practices.models import Practice, PracticeFile, PracticeStatus
from api.practices.schemas import FileOfVersion
from api.seeding.cast import Cast
from api.uploads import kinds
from api.uploads.intake import PREFIX

_MADE_UP = {
    Language.ENGLISH: "Demonstration document",
    Language.FRENCH: "Document de démonstration",
    Language.ARABIC: "وثيقة للعرض التوضيحي",
    Language.SPANISH: "Documento de demostración",
}
_FIGURES = b"District,Complaints 2023,Complaints 2025\nSylhet,412,268\nCumilla,377,251\nTangail,298,203\n"
_BESIDE: dict[tuple[str, Language, PracticeStatus], list[tuple[str, kinds.FileKind]]] = {
    ("BGD", Language.ENGLISH, PracticeStatus.PUBLISHED): [
        ("Training manual for district officers", kinds.PDF),
        ("Complaints by district, before and after", kinds.CSV),
    ],
    ("MAR", Language.ARABIC, PracticeStatus.PUBLISHED): [("دليل خدمات الشباك القنصلي الرقمي", kinds.PDF)],
    ("MAR", Language.FRENCH, PracticeStatus.PUBLISHED): [("Guide de la médiation communautaire", kinds.DOCX)],
    ("COL", Language.SPANISH, PracticeStatus.PUBLISHED): [("Guía del registro, paso a paso", kinds.DOCX)],
    ("EGY", Language.ENGLISH, PracticeStatus.CHANGES_REQUESTED): [("Curriculum of the orientation centre", kinds.DOCX)],
}
"""By whose practice it is, its language and its state."""


async def add(
    session: AsyncSession, storage: Storage, cast: Cast, practices: Sequence[Practice]
) -> dict[UUID, list[FileOfVersion]]:
    """Add files to some of ``practices``; returns them by the practice's key."""
    champions = {key: iso3 for iso3, key in cast.champions.items()}
    beside: dict[UUID, list[FileOfVersion]] = {}
    for practice in practices:
        named = _BESIDE.get((champions[practice.champion_id], practice.language, practice.status), [])
        for place, (title, kind) in enumerate(named, start=1):
            file = await _file(storage, practice, title, kind, place)
            session.add(file)
            await session.flush()
            beside.setdefault(practice.id, []).append(FileOfVersion.model_validate(file, from_attributes=True))
    return beside


async def _file(storage: Storage, practice: Practice, title: str, kind: kinds.FileKind, place: int) -> PracticeFile:
    content = await _written(practice, title, kind)

    async def whole() -> AsyncIterator[bytes]:
        yield content

    key = f"{PREFIX}/{uuid4()}"
    stored = await storage.put(key, whole())
    return PracticeFile(
        practice_id=practice.id,
        version=practice.version,
        title=title,
        position=place,
        file_name=f"{title}.{kind.extensions[0]}",
        media_type=kind.media_type,
        size=stored.size,
        sha256=stored.sha256,
        storage_key=key,
    )


async def _written(practice: Practice, title: str, kind: kinds.FileKind) -> bytes:
    if kind is kinds.CSV:
        return _FIGURES
    blocks = [paper.Paragraph(practice.key_lessons), paper.Paragraph(practice.recommendations)]
    sheet = paper.Paper(title, practice.language, _MADE_UP[practice.language], blocks=[*blocks])
    return docx.as_docx(sheet) if kind is kinds.DOCX else await paper.as_pdf(sheet)
