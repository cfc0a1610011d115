"""Sentences of findings of the warning desk: who may, who was first, receipts and accounts."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "warning.unknown": (
        N_("The city has no warning {value}."),
        N_("Look up its number in the list of warnings."),
    ),
    "warning.changed_meanwhile": (
        N_("{person} changed the warning at {at}: you saw version {value}, it is at {now}."),
        N_("Reload the page, read what changed, and decide anew."),
    ),
    "warning.key_reused": (
        N_("The key of this request was used for another one."),
        N_("Choose a new key for a new request."),
    ),
    "warning.role.denied": (
        N_("The role {role} does not allow the step {value}."),
        N_("Ask somebody whose role allows it; the attempt stands in the trace."),
    ),
    "warning.role.county": (
        N_("The account acts for county {value} only."),
        N_("Leave what concerns other counties to the city, or name this county as the area."),
    ),
    "warning.plan.unknown": (
        N_("The city has no plan {value}, or it is not the one that was attached."),
        N_("Attach a plan of this city anew."),
    ),
    "warning.plan.no_book": (
        N_("{value} has no approved book with a plan of every level asked for."),
        N_("Approve a book, or name the plans by their numbers."),
    ),
    "warning.receipt.none": (
        N_("No receipts were given."),
        N_("Nothing was kept."),
    ),
    "warning.receipt.unknown": (
        N_("Row {row}: the warning has no order {value}."),
        N_("Write the number on the order, or the code of its enterprise."),
    ),
    "warning.receipt.state": (
        N_("Row {row}: {value} is no state of a receipt."),
        N_("Write one of: {known}."),
    ),
    "warning.receipt.no_reason": (
        N_("Row {row}: {value} contests its order without a reason."),
        N_("Write the reason that the enterprise gave."),
    ),
    "account.name.missing": (
        N_("The account has no name."),
        N_("Give it the name of its person."),
    ),
    "account.name.taken": (
        N_("There is an account {value} already."),
        N_("Choose another name."),
    ),
    "account.password.short": (
        N_("The password has {value} characters; it takes at least {least}."),
        N_("Choose a longer one, for example four words."),
    ),
    "account.unknown": (
        N_("There is no account {value}."),
        N_("Look up its name in the list of accounts."),
    ),
    "account.locked": (
        N_("The account {value} is locked until {until} after too many wrong passwords."),
        N_("Wait until then, or ask the administrator."),
    ),
    "account.refused": (
        N_("Name and password do not fit together, or the account is disabled."),
        N_("Try again, or ask the administrator."),
    ),
    "account.needed": (
        N_("This installation has accounts: a name alone does not act."),
        N_("Name your account and the file with its password (mode 600)."),
    ),
    "account.file.open": (
        N_("The password file {value} can be read by others."),
        N_("Set its mode to 600."),
    ),
}
