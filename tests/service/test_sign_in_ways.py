"""How people sign in is chosen whole or not at all, and an outside identity is believed only where it proves itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.episode import Role
from planner.errors import FindingsError
from planner.service import Planner, open_planner
from planner.service.desk import Accounts, NewAccount, Person
from planner.service.entrance import Entrance
from planner.service.sign_in_ways import SECRET_HEADER, Way, identity_of_user, is_loopback, sign_in_way
from tests.service.desk.made import NOW

RIGHT = "four quiet words here"
SECRET = "0123456789abcdef" * 2
LOOPBACK, EVERYWHERE = "127.0.0.1", ""
AUTH = {
    "redirect_uri": "https://planner.example.org/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "planner",
    "client_secret": "s",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}


def private(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    return path


def secrets(path: Path, **changes: str) -> Path:
    lines = (f'{key} = "{value}"' for key, value in (AUTH | changes).items() if value)
    return private(path, "[auth]\n" + "\n".join(lines) + "\n")


@pytest.fixture
def proxy(tmp_path: Path) -> dict[str, str]:
    """A whole configuration of a reverse proxy."""
    path = private(tmp_path / "secret", SECRET + "\n")
    return {
        "PLANNER_SIGN_IN": "proxy",
        "PLANNER_PROXY_HEADER": "X-Forwarded-User",
        "PLANNER_PROXY_SECRET_FILE": str(path),
    }


def codes(environment: dict[str, str], shipped: Path, address: str = LOOPBACK) -> list[str]:
    try:
        sign_in_way(environment, shipped, address)
    except FindingsError as error:
        return [item.code for item in error.findings]
    return []


def test_without_a_word_people_sign_in_with_passwords(tmp_path: Path) -> None:
    assert sign_in_way({}, tmp_path / "absent", LOOPBACK).way is Way.ACCOUNTS


def test_a_whole_proxy_is_taken(proxy: dict[str, str], tmp_path: Path) -> None:
    way = sign_in_way(proxy, tmp_path / "absent", LOOPBACK)
    assert (way.way, way.header, way.secret) == (Way.PROXY, "X-Forwarded-User", SECRET)
    assert SECRET not in repr(way)


@pytest.mark.parametrize("name", ["PLANNER_PROXY_HEADER", "PLANNER_PROXY_SECRET_FILE"])
def test_half_a_proxy_lets_nobody_in(proxy: dict[str, str], tmp_path: Path, name: str) -> None:
    assert codes({**proxy, name: ""}, tmp_path) == ["sign_in.missing"]


def test_a_proxy_on_every_address_lets_nobody_in(proxy: dict[str, str], tmp_path: Path) -> None:
    assert codes(proxy, tmp_path, EVERYWHERE) == ["sign_in.proxy.not_loopback"]


def test_a_secret_that_others_read_or_that_is_short_lets_nobody_in(proxy: dict[str, str], tmp_path: Path) -> None:
    path = Path(proxy["PLANNER_PROXY_SECRET_FILE"])
    path.chmod(0o640)
    assert codes(proxy, tmp_path) == ["account.file.open"]
    private(path, "short")
    assert codes(proxy, tmp_path) == ["sign_in.secret.short"]
    path.unlink()
    assert codes(proxy, tmp_path) == ["sign_in.secrets.unreadable"]


def test_what_is_set_for_another_way_lets_nobody_in(proxy: dict[str, str], tmp_path: Path) -> None:
    del proxy["PLANNER_SIGN_IN"]
    assert codes(proxy, tmp_path) == ["sign_in.stray", "sign_in.stray"]
    assert codes({"PLANNER_SIGN_IN": "ldap"}, tmp_path) == ["sign_in.way.unknown"]


def test_a_whole_provider_is_taken(tmp_path: Path) -> None:
    way = sign_in_way({"PLANNER_SIGN_IN": "oidc"}, secrets(tmp_path / "secrets.toml"), LOOPBACK)
    assert (way.way, way.claim) == (Way.OIDC, "email")


@pytest.mark.parametrize("key", sorted(AUTH))
def test_half_a_provider_lets_nobody_in(tmp_path: Path, key: str) -> None:
    assert codes({"PLANNER_SIGN_IN": "oidc"}, secrets(tmp_path / "s.toml", **{key: ""})) == ["sign_in.missing"]


def test_a_weak_provider_lets_nobody_in(tmp_path: Path) -> None:
    oidc = {"PLANNER_SIGN_IN": "oidc"}
    changes = {"cookie_secret": "short", "server_metadata_url": "http://id.example.org/x"}
    weak = secrets(tmp_path / "s.toml", **changes)
    assert codes(oidc, weak) == ["sign_in.secret.short", "sign_in.oidc.plain"]
    weak.chmod(0o644)
    assert codes(oidc, weak) == ["account.file.open"]
    assert codes(oidc, private(tmp_path / "t.toml", "[auth")) == ["sign_in.secrets.unreadable"]


@pytest.mark.parametrize("verified", [None, False, "true"])
def test_an_address_that_the_provider_has_not_verified_names_nobody(tmp_path: Path, verified: object) -> None:
    way = sign_in_way({"PLANNER_SIGN_IN": "oidc"}, secrets(tmp_path / "s.toml"), LOOPBACK)
    assert identity_of_user(way, {"email": "w@example.org", "email_verified": True}) == "w@example.org"
    with pytest.raises(FindingsError, match=r"claim\.missing"):
        identity_of_user(way, {"email": "w@example.org", "email_verified": verified})


def test_loopback_is_known_by_number_and_name() -> None:
    assert all(is_loopback(item) for item in ("127.0.0.1", "127.8.0.1", "::1", "[::1]", "localhost"))
    assert not any(is_loopback(item) for item in (None, "", "::", "10.0.0.1", "planner.example.org"))


@pytest.fixture
def planner(tmp_path: Path) -> Iterator[Planner]:
    opened = open_planner(f"sqlite:///{tmp_path / 'planner.db'}")
    yield opened
    opened.store.close()


def staffed(planner: Planner) -> Accounts:
    accounts = Accounts(planner.store)
    admin = Person(name="周", role=Role.ADMIN)
    for name, identity in (("周", ""), ("王", "wang@example.org")):
        password = "" if identity else RIGHT
        accounts.add(NewAccount(name=name, role=Role.ADMIN, password=password, identity=identity), admin, NOW)
    return accounts


@pytest.mark.parametrize(
    ("address", "headers"), [(EVERYWHERE, {}), ("10.1.2.3", {}), (LOOPBACK, {"X-Forwarded-For": "10.1.2.3"})]
)
def test_without_accounts_only_this_machine_is_let_in(planner: Planner, address: str, headers: dict[str, str]) -> None:
    assert not Entrance(planner=planner, address=LOOPBACK).asks({})
    with pytest.raises(FindingsError, match=r"sign_in\.no_accounts"):
        Entrance(planner=planner, address=address).asks(headers)
    staffed(planner)
    assert Entrance(planner=planner, address=address).asks(headers)


def test_a_proxy_names_a_person_only_with_its_secret_and_only_once(
    planner: Planner, proxy: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed(planner)
    for name, value in proxy.items():
        monkeypatch.setenv(name, value)
    entrance = Entrance(planner=planner, address=LOOPBACK)
    sound = {"X-Forwarded-User": ["wang@example.org"], SECRET_HEADER: [SECRET]}
    assert entrance.by_proxy(sound, NOW).person.name == "王"
    for header, values in (
        (SECRET_HEADER, []),
        (SECRET_HEADER, ["x" * 32]),
        (SECRET_HEADER, [SECRET, SECRET]),
        ("X-Forwarded-User", []),
        ("X-Forwarded-User", [" "]),
        ("X-Forwarded-User", ["wang@example.org", "root@example.org"]),
    ):
        with pytest.raises(FindingsError, match="unproven"):
            entrance.by_proxy(sound | {header: values}, NOW)
    with pytest.raises(FindingsError, match=r"identity\.unknown"):
        entrance.by_proxy(sound | {"X-Forwarded-User": ["Wang@example.org"]}, NOW)
    with pytest.raises(FindingsError, match=r"account\.refused"):
        entrance.by_password("周", RIGHT, NOW)


def test_an_identity_is_unlinked_and_linked_anew(planner: Planner) -> None:
    accounts, admin = staffed(planner), Person(name="周", role=Role.ADMIN)
    accounts.link("周", "wang@example.org", admin, NOW)
    assert accounts.recognise("wang@example.org", NOW).name == "周"
    accounts.unlink("wang@example.org", admin, NOW)
    with pytest.raises(FindingsError, match=r"identity\.unknown"):
        accounts.recognise("wang@example.org", NOW)


def test_an_account_without_a_password_is_opened_by_no_password(planner: Planner) -> None:
    accounts = staffed(planner)
    for password in ("", "nobody has this password"):
        with pytest.raises(FindingsError, match=r"account\.refused"):
            accounts.sign_in("王", password, NOW)


def test_the_last_admin_stays(planner: Planner) -> None:
    accounts, admin = staffed(planner), Person(name="周", role=Role.ADMIN)
    accounts.disable("王", admin, NOW)
    with pytest.raises(FindingsError, match=r"account\.last_admin"):
        accounts.disable("周", admin, NOW)
    assert {item.name: item.is_disabled for item in accounts.all()} == {"周": False, "王": True}


def test_nobody_but_an_admin_begins(planner: Planner) -> None:
    new = NewAccount(name="王", role=Role.ISSUER, password=RIGHT)
    with pytest.raises(FindingsError, match=r"account\.first_admin"):
        Accounts(planner.store).add(new, Person(name="王", role=Role.ADMIN), NOW)
