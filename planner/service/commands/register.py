"""The commands in the order of `planner --help`, each by the place where it stands; none is loaded to list them."""

from planner.service.commands.late import Late

__all__ = ["COMMANDS"]

COMMANDS = (
    Late(
        name="advise",
        module="advise",
        attribute="advise",
        help="Tell the warning level that a forecast asks for, the criterion met and its clause.",
    ),
    Late(
        name="plan",
        module="plan",
        attribute="plan",
        help="Find the cheapest fair measures that meet the cuts, and have them refereed.",
    ),
    Late(
        name="verify",
        module="verify",
        attribute="verify",
        help="Put a plan file before the referee: from its content alone, with --list also its problem.",
    ),
    Late(
        name="explain",
        module="plan",
        attribute="explain",
        help="Say why this firm, this line, this measure; "
        "on demand what sparing it costs and what other grades would mean.",
    ),
    Late(
        name="export-model",
        module="plan",
        attribute="export_model",
        help="Write the cost stage in full as MPS, for any outside solver.",
    ),
    Late(
        name="orders",
        module="plan",
        attribute="orders",
        help="Write the orders of a plan, from its file alone and never by re-solving.",
    ),
    Late(
        name="whatif",
        module="whatif",
        attribute="whatif",
        help="Answer the scenarios of a file beside the question that they change; what is stored is not asked again.",
    ),
    Late(
        name="ask",
        module="whatif",
        attribute="ask",
        help="Ask a question that is many scenarios: "
        "a curve or front of cost, which upgrades pay, what exemptions cost.",
    ),
    Late(
        name="doubt",
        module="doubt",
        attribute="doubt",
        help="Tell how sure a plan is: the chance of each cut, who decides it, and the margin to order to be surer.",
    ),
    Late(
        name="rehearse",
        module="rehearse",
        attribute="rehearse_winter",
        help="Replay a winter day by day: which levels, what it costs, whose lines stand how long, what was missed.",
    ),
    Late(
        name="synthesize",
        module="list",
        attribute="synthesize",
        help="Make a synthetic city of any size with stated factors.",
    ),
    Late(
        name="bench",
        module="bench",
        attribute="bench",
        help="Measure our search against other solvers, each on the very same model and in its own process.",
    ),
    Late(
        name="serve",
        module="serve",
        attribute="serve",
        help="Open the panel, on loopback unless told otherwise; its address is printed.",
    ),
    Late(name="list", module="list_group", attribute="list_app", help="Check and import enterprise lists."),
    Late(
        name="measures",
        module="measures",
        attribute="measures_app",
        help="Measures written as free text: what they say.",
    ),
    Late(
        name="grades",
        module="grades",
        attribute="grades_app",
        help="Performance grades that move, with dates and reasons.",
    ),
    Late(
        name="book",
        module="book",
        attribute="book_app",
        help="The book: one plan a level, nested; made before winter, approved, used at issue time.",
    ),
    Late(
        name="rules", module="rules_group", attribute="rules_app", help="What is in force, with instrument and clause."
    ),
    Late(name="season", module="season", attribute="season_app", help="The off-peak plan of a winter and its ledger."),
    Late(
        name="warning",
        module="warning_group",
        attribute="warning_app",
        help="A warning from consultation to evaluation.",
    ),
    Late(
        name="account", module="account", attribute="account_app", help="Who may act; the first account is an admin's."
    ),
    Late(name="db", module="database", attribute="database_app", help="The store."),
)
