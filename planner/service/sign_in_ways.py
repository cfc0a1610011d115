"""How people sign in at the panel: built-in accounts, OIDC, or a reverse proxy; half a configuration lets nobody in."""

import hmac
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from planner.errors import Finding, FindingsError, finding

__all__ = [
    "SECRET_HEADER",
    "SignInWay",
    "Way",
    "identity_of_proxy",
    "identity_of_user",
    "is_loopback",
    "sign_in_way",
]

WAY, HEADER, SECRET_FILE = "PLANNER_SIGN_IN", "PLANNER_PROXY_HEADER", "PLANNER_PROXY_SECRET_FILE"
CLAIM, SECRETS_FILE = "PLANNER_OIDC_CLAIM", "PLANNER_SECRETS_FILE"
SECRET_HEADER = "X-Planner-Proxy-Secret"  # noqa: S105 - the name of a header
OIDC_KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
LEAST_SECRET = 32
EMAIL = "email"


class Way(StrEnum):
    """Who vouches for a person."""

    ACCOUNTS = "accounts"
    OIDC = "oidc"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInWay:
    """The way of an installation.

    Attributes:
        header: of a proxy, the header that names the person; `secret` what the proxy proves itself with.
        claim: of OIDC, the claim that names the person.
        secrets_file: of OIDC, the file that Streamlit reads its provider from.
    """

    way: Way
    header: str = ""
    secret: str = field(default="", repr=False)
    claim: str = ""
    secrets_file: Path | None = None


def sign_in_way(environment: Mapping[str, str], shipped_secrets: Path, address: str) -> SignInWay:
    """The way that the environment chooses.

    Args:
        shipped_secrets: where the secrets of OIDC lie if `PLANNER_SECRETS_FILE` does not say.
        address: what the panel listens on, '' for every address.

    Raises:
        FindingsError: with everything that is missing or contradicts; then nobody is let in.
    """
    chosen = environment.get(WAY, Way.ACCOUNTS)
    if chosen not in tuple(Way):
        raise FindingsError((finding("sign_in.way.unknown", value=chosen, known=", ".join(Way)),))
    secrets = Path(environment[SECRETS_FILE]) if environment.get(SECRETS_FILE) else shipped_secrets
    found = list(_strays(Way(chosen), environment))
    if chosen == Way.PROXY:
        found += _proxy_gaps(environment, address)
    if chosen == Way.OIDC:
        found += _oidc_gaps(secrets)
    if found:
        raise FindingsError(tuple(found))
    if chosen == Way.PROXY:
        secret = Path(environment[SECRET_FILE]).read_text("utf-8").strip()
        return SignInWay(way=Way.PROXY, header=environment[HEADER].strip(), secret=secret)
    if chosen == Way.OIDC:
        return SignInWay(way=Way.OIDC, claim=environment.get(CLAIM) or EMAIL, secrets_file=secrets)
    return SignInWay(way=Way.ACCOUNTS)


def is_loopback(address: str | None) -> bool:
    """Whether only this machine reaches an address; no address means all of them."""
    if not address:
        return False
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address == "localhost"


def identity_of_proxy(way: SignInWay, values: Mapping[str, list[str]]) -> str:
    """Whom a reverse proxy names.

    Args:
        values: all values of the two headers, as the connection carried them.

    Raises:
        FindingsError: where the proxy does not prove itself, or names nobody or several: a header that arrives twice
            may come from the reader.
    """
    secrets, names = values.get(SECRET_HEADER, []), values.get(way.header, [])
    is_proxy = len(secrets) == 1 and hmac.compare_digest(secrets[0].encode(), way.secret.encode())
    if not is_proxy or len(names) != 1 or not names[0].strip():
        raise FindingsError((finding("sign_in.proxy.unproven", value=way.header),))
    return names[0].strip()


def identity_of_user(way: SignInWay, user: Mapping[str, Any]) -> str:
    """Whom the provider of OIDC names.

    Raises:
        FindingsError: where the claim is absent, or is an address that the provider has not verified.
    """
    name = user.get(way.claim)
    if not isinstance(name, str) or not name.strip() or (way.claim == EMAIL and user.get("email_verified") is not True):
        raise FindingsError((finding("sign_in.claim.missing", value=way.claim),))
    return name.strip()


def _strays(way: Way, environment: Mapping[str, str]) -> Iterator[Finding]:
    """What is set for another way than the chosen one: somebody meant to close a door that stands open."""
    others = {HEADER: Way.PROXY, SECRET_FILE: Way.PROXY, CLAIM: Way.OIDC, SECRETS_FILE: Way.OIDC}
    for name, belongs in others.items():
        if environment.get(name) and belongs is not way:
            yield finding("sign_in.stray", value=name, way=belongs, chosen=way)


def _proxy_gaps(environment: Mapping[str, str], address: str) -> Iterator[Finding]:
    for name in (HEADER, SECRET_FILE):
        if not environment.get(name, "").strip():
            yield finding("sign_in.missing", value=name, way=Way.PROXY)
    if not is_loopback(address):
        yield finding("sign_in.proxy.not_loopback", value=address or "0.0.0.0")  # nosec B104  # noqa: S104 - told, not bound
    if environment.get(SECRET_FILE):
        path = Path(environment[SECRET_FILE])
        text = yield from _private_text(path)
        if text is not None and len(text.strip()) < LEAST_SECRET:
            yield finding("sign_in.secret.short", value=path.name, least=LEAST_SECRET)


def _oidc_gaps(path: Path) -> Iterator[Finding]:
    if find_spec("authlib") is None:
        yield finding("sign_in.oidc.library", value="authlib")
    text = yield from _private_text(path)
    if text is None:
        return
    try:
        section = tomllib.loads(text).get("auth", {})
    except tomllib.TOMLDecodeError as error:
        yield finding("sign_in.secrets.unreadable", value=path.name, reason=error)
        return
    for key in OIDC_KEYS:
        if not isinstance(section, dict) or not str(section.get(key, "")).strip():
            yield finding("sign_in.missing", value=f"[auth] {key}", way=Way.OIDC)
    if isinstance(section, dict):
        yield from _weak(section, path)


def _weak(section: dict[str, Any], path: Path) -> Iterator[Finding]:
    secret, metadata = str(section.get("cookie_secret", "")), str(section.get("server_metadata_url", ""))
    if secret and len(secret) < LEAST_SECRET:
        yield finding("sign_in.secret.short", value=path.name, least=LEAST_SECRET)
    parts = urlsplit(metadata)
    if metadata and parts.scheme != "https" and not is_loopback(parts.hostname):
        yield finding("sign_in.oidc.plain", value=metadata)


def _private_text(path: Path) -> Any:  # noqa: ANN401 - a generator of findings that returns the text
    """The text of a file that nobody else can read, None where there is a finding against it."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield finding("sign_in.secrets.unreadable", value=path.name, reason=getattr(error, "strerror", None) or error)
        return None
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield finding("account.file.open", value=path.name)
        return None
    return text
