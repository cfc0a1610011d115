"""Outside identities of accounts, and settings: the newest word on each holds, every word stays."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Named,
    Table,
    Text,
    TypedColumns,
    insert,
    select,
)

from planner.store.tables import METADATA, UtcText

__all__ = ["StoredIdentity", "StoredSetting", "add_identity", "add_setting", "identities_of", "settings_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredIdentity:
    """A word that an identity, as OIDC or a proxy names it, is an account, or (`is_removed`) no longer is."""

    identity: str
    account: str
    said_by: str
    said_at: datetime
    is_removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSetting:
    """A setting's value from a moment on."""

    name: str
    value: str
    said_by: str
    said_at: datetime


class _IdentityColumns(TypedColumns):
    identity_id: Named[int] = Column(Integer, primary_key=True)
    identity: Named[str] = Column(Text, index=True)
    account: Named[str] = Column(Text, ForeignKey("accounts.name"))
    is_removed: Named[bool] = Column(Boolean)
    said_by: Named[str] = Column(Text)
    said_at: Named[datetime] = Column(UtcText)


class _SettingColumns(TypedColumns):
    setting_id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text)
    value: Named[str] = Column(Text)
    said_by: Named[str] = Column(Text)
    said_at: Named[datetime] = Column(UtcText)


IDENTITIES = Table("account_identities", METADATA, _IdentityColumns)
SETTINGS = Table("settings", METADATA, _SettingColumns)
"""The script 0008 in migrations/ makes the same two."""


def add_identity(connection: Connection, new: StoredIdentity) -> None:
    """Keeps a word on an identity."""
    connection.execute(insert(IDENTITIES).values(asdict(new)))


def identities_of(connection: Connection) -> tuple[StoredIdentity, ...]:
    """The identities that hold, by their name: of each the newest word, where that does not remove it."""
    rows = connection.execute(select(IDENTITIES).order_by(IDENTITIES.c.identity_id))
    newest = {row.identity: row for row in rows}
    return tuple(
        StoredIdentity(identity=row.identity, account=row.account, said_by=row.said_by, said_at=row.said_at)
        for _, row in sorted(newest.items())
        if not row.is_removed
    )


def add_setting(connection: Connection, new: StoredSetting) -> None:
    """Keeps a setting's new value."""
    connection.execute(insert(SETTINGS).values(asdict(new)))


def settings_of(connection: Connection) -> tuple[StoredSetting, ...]:
    """The settings that hold, by their name."""
    rows = connection.execute(select(SETTINGS).order_by(SETTINGS.c.setting_id))
    newest = {
        row.name: StoredSetting(name=row.name, value=row.value, said_by=row.said_by, said_at=row.said_at)
        for row in rows
    }
    return tuple(newest[name] for name in sorted(newest))
