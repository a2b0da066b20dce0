"""Passwords: argon2id, with the parameters that the library recommends; the work is kept off the event loop."""

import asyncio
import unicodedata
from functools import lru_cache

from pwdlib import PasswordHash


@lru_cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@lru_cache
def _nobodys() -> str:
    return _hasher().hash("a password that nobody has")


def _as_one_spelling(password: str) -> str:
    """The same letters from any keyboard are the same password (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


async def hashed(password: str) -> str:
    """The argon2 hash to keep for ``password``."""
    return await asyncio.to_thread(_hasher().hash, _as_one_spelling(password))


async def is_right(password: str, password_hash: str | None) -> bool:
    """Whether ``password`` belongs to the hash. Takes the same time for an account that is not there."""
    matches = await asyncio.to_thread(_hasher().verify, _as_one_spelling(password), password_hash or _nobodys())
    return matches and password_hash is not None
