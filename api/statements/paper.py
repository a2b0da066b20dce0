"""A statement ready for the rostrum, and the certificate of its silence procedure, as working papers."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from babel.dates import format_date

from api.platform.documents.paper import Block, Heading, Paper, Paragraph, Table
from api.platform.language import Language
from api.platform.wording import words
from api.statements.models import StatementStatus
from api.statements.schemas import StatementBody, VersionBody
from api.statements.silence_schemas import SilenceBody, SilenceRoundBody


def of_version(statement: StatementBody, version: VersionBody, on_behalf_of: str) -> Paper:
    """One version in its own language, with the names of those who signed on where it is the adopted one."""
    said = words("statements", version.language)["statement"]
    is_final = statement.adopted_version in (version.number, version.translates or 0)
    blocks: list[Block] = []
    if is_final and on_behalf_of:
        blocks.append(Paragraph(said["on_behalf"].format(names=on_behalf_of)))
    blocks += [Paragraph(paragraph) for paragraph in version.paragraphs]
    return Paper(
        title=statement.title,
        subtitle=" · ".join(
            part for part in (statement.event, _standing(statement, version, is_final=is_final)) if part
        ),
        footer=said["check"],
        language=version.language,
        blocks=blocks,
    )


def certificate(statement: StatementBody, silence: SilenceBody, texts: Mapping[int, str], language: Language) -> Paper:
    """What happened in each round, in its order, with the digest of the text that was under silence."""
    said = words("statements", language)["certificate"]
    blocks: list[Block] = []
    for each in reversed(silence.rounds):
        blocks += [Heading(said["round"].format(number=each.number)), *_round(each, texts[each.version], language)]
    blocks.append(Paragraph(said["minimum"].format(hours=silence.minimum_hours), is_quiet=True))
    return Paper(title=said["title"], subtitle=statement.title, footer=said["footer"], language=language, blocks=blocks)


def file_name(kind: str, language: Language) -> str:
    """What the file is called, without its suffix; ``kind`` is ``statement`` or ``certificate``."""
    return str(words("statements", language)[kind]["file_name"])


def _standing(statement: StatementBody, version: VersionBody, *, is_final: bool) -> str:
    said = words("statements", version.language)["statement"]
    if statement.status is StatementStatus.WITHDRAWN:
        return str(said["withdrawn"])
    if not is_final:
        return f"{said['version'].format(number=version.number)} · {said['draft']}"
    on, told = statement.delivered_on, said["delivered"]
    if on is None and statement.adopted_at is not None:
        on, told = statement.adopted_at.date(), said["adopted"]
    return str(told).format(day=format_date(on, "d MMMM y", locale=version.language.value))


def _round(each: SilenceRoundBody, text: str, language: Language) -> list[Block]:
    said = words("statements", language)["certificate"]
    ended = f"{_moment(each.ended_at)} · {said['state'][each.state.value]}" if each.ended_at else said["state"]["open"]
    facts = [str(each.version), _moment(each.opened_at), each.opened_by, _moment(each.until), ended]
    entries = [
        [entry.champion.name, said["act"][entry.act.value], _moment(entry.given_at), entry.given_by, entry.reason]
        for entry in each.entries
    ]
    blocks: list[Block] = [Table(head=said["facts"][1:], rows=[facts], widths=(1, 2, 2, 2, 3))]
    blocks.append(
        Table(head=said["entries"], rows=entries, widths=(2, 2, 2, 2, 4)) if entries else Paragraph(said["nobody"])
    )
    if each.silent:
        names = "; ".join(champion.name for champion in each.silent)
        blocks.append(Paragraph(said["silent"].format(names=names)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks.append(Paragraph(said["digest"].format(digest=digest), is_quiet=True))
    return blocks


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}"
