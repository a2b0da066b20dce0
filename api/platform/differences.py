"""What one text changes against another, in words: first which paragraphs meet, then the words within them."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from pydantic import BaseModel, Field

Where = Literal["same", "added", "removed"]
Piece = tuple[Where, str]


class DifferencePiece(BaseModel):
    """A run of words that both texts share, or that only one has."""

    kind: Where = Field(description="Where the words stand.", examples=["added"])
    text: str = Field(description="The words, with the space between them.", examples=["and regular "])


_HAN = "\u3400-\u9fff"
_WORDS = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+|\s+|[^\w\s]")
"""Words, the space between them, marks; each Chinese character is a word, since nothing parts them."""


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs: what empty lines part."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            parts[-1].append(line.rstrip())
        elif parts[-1]:
            parts.append([])
    return ["\n".join(part) for part in parts if part]


def differences(before: str, after: str) -> list[list[Piece]]:
    """For each paragraph of both texts in turn, its runs of words: shared, added or removed."""
    old, new = paragraphs(before), paragraphs(after)
    told: list[list[Piece]] = []
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new).get_opcodes():
        if what == "equal":
            told += [[("same", paragraph)] for paragraph in new[new_from:new_to]]
        else:
            met = zip_longest(old[old_from:old_to], new[new_from:new_to], fillvalue="")
            told += [list(_within(left, right)) for left, right in met]
    return told


def _within(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new).get_opcodes():
        if what == "equal":
            yield "same", "".join(new[new_from:new_to])
            continue
        if old_to > old_from:
            yield "removed", "".join(old[old_from:old_to])
        if new_to > new_from:
            yield "added", "".join(new[new_from:new_to])


def as_pieces(told: list[list[Piece]]) -> list[list[DifferencePiece]]:
    """``differences`` as answers give them."""
    return [[DifferencePiece.model_construct(kind=kind, text=text) for kind, text in pieces] for pieces in told]
