"""Sentences of findings of accounts, signing in and settings."""

from planner.terms import N_

__all__ = ["SENTENCES"]

ASK_ADMIN = N_("Ask the administrator.")
SET_UP = N_("Set it as docs/accounts.md says; until then nobody is let in.")

SENTENCES: dict[str, tuple[str, str]] = {
    "account.password.long": (
        N_("The password has {value} characters; it takes at most {most}."),
        N_("Choose a shorter one."),
    ),
    "account.password.differs": (
        N_("The two passwords differ."),
        N_("Type the same one twice."),
    ),
    "account.first_admin": (
        N_("The first account has the role {value}, or speaks for one county only."),
        N_("Begin with an admin of the whole city, who then adds the others."),
    ),
    "account.last_admin": (
        N_("{value} is the last admin: without one nobody could keep accounts any more."),
        N_("Add another admin first."),
    ),
    "account.not_signed_in": (
        N_("{value} is not signed in with an account that stands as it did: it is unknown, disabled or was changed."),
        N_("Sign in again, or ask the administrator."),
    ),
    "account.deed.denied": (
        N_("The role {role} does not allow {value}."),
        N_("Ask somebody whose role allows it; the attempt stands in the trace."),
    ),
    "account.identity.missing": (
        N_("No outside identity was given."),
        N_("Name the person as OIDC or the reverse proxy does, letter by letter."),
    ),
    "account.identity.unknown": (
        N_("No account in use goes by the identity {value}."),
        N_("Ask the administrator to link it: planner account link NAME IDENTITY."),
    ),
    "setting.range": (
        N_("{value} is no value for {setting}."),
        N_("Choose a whole number from {least} to {most}."),
    ),
    "sign_in.way.unknown": (
        N_("PLANNER_SIGN_IN says {value}: no such way to sign in is known."),
        N_("Choose one of: {known}."),
    ),
    "sign_in.stray": (
        N_("{value} belongs to the way {way}, but the way {chosen} is chosen."),
        N_("Set PLANNER_SIGN_IN={way}, or take {value} away; until then nobody is let in."),
    ),
    "sign_in.missing": (
        N_("{value} is missing for signing in by {way}."),
        SET_UP,
    ),
    "sign_in.secret.short": (
        N_("A secret in {value} is shorter than {least} characters."),
        N_("Write a random one, for example of `openssl rand -hex 32`."),
    ),
    "sign_in.secrets.unreadable": (
        N_("The file of secrets {value} cannot be read: {reason}."),
        SET_UP,
    ),
    "sign_in.oidc.library": (
        N_("Signing in by OIDC needs the library {value}, which is not installed."),
        N_("Install the planner with its extra: planner[oidc]."),
    ),
    "sign_in.oidc.plain": (
        N_("The provider is reached without encryption: {value}."),
        N_("Name it by an https address."),
    ),
    "sign_in.proxy.not_loopback": (
        N_("Headers of a reverse proxy are believed on loopback only, but the panel listens on {value}."),
        N_("Let the proxy and the panel run on one machine, and the panel listen on 127.0.0.1."),
    ),
    "sign_in.proxy.unproven": (
        N_("The connection does not come through the reverse proxy, or {value} names nobody or several."),
        N_("Open the panel at the proxy's address; the proxy must send its secret and set the header itself."),
    ),
    "sign_in.claim.missing": (
        N_("The provider does not tell a verified {value}."),
        ASK_ADMIN,
    ),
    "serve.host_missing": (
        N_("The panel is to listen on {value}, but it is not said under which name readers reach it."),
        N_("Name it: planner serve --address {value} --host NAME."),
    ),
    "sign_in.no_accounts": (
        N_("There are no accounts, yet others than this machine can reach the panel ({value})."),
        N_("Make the first account on this machine: planner account add NAME --role admin --by NAME."),
    ),
}
