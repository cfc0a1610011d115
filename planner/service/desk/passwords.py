"""Passwords: how long they are, how they are hashed, and whether one fits."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from planner.errors import FindingsError, finding

__all__ = ["checked", "fits", "hashed", "nobody"]

LEAST_LENGTH = 12
MOST_LENGTH = 256
HASHER = PasswordHasher()


def checked(password: str) -> str:
    """The password.

    Raises:
        FindingsError: where it is too short, or so long that hashing it would be an attack.
    """
    if len(password) < LEAST_LENGTH:
        raise FindingsError((finding("account.password.short", value=len(password), least=LEAST_LENGTH),))
    if len(password) > MOST_LENGTH:
        raise FindingsError((finding("account.password.long", value=len(password), most=MOST_LENGTH),))
    return password


def hashed(password: str) -> str:
    """The argon2id hash of a password, with a salt of its own."""
    return HASHER.hash(password)


def fits(password_hash: str, password: str) -> bool:
    """Whether a password is the one of a hash; nothing fits the empty hash."""
    try:
        return len(password) <= MOST_LENGTH and HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def nobody() -> str:
    """Hashed against where there is no account: a name that does not exist takes as long as one that does."""
    return HASHER.hash("nobody has this password")
