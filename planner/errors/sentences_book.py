"""Sentences of findings about books: making, reading, approving them, and the referee's checks of one."""

from planner.terms import N_

__all__ = ["SENTENCES"]

ASK = N_("Do not use this book; make it again from the list and compare.")

SENTENCES: dict[str, tuple[str, str]] = {
    "audit.book.levels": (N_("The plans are those of {found}; a book holds {expected}."), ASK),
    "audit.book.one_list": (N_("The three plans are not made from one list under one set of rules."), ASK),
    "audit.book.plans": (N_("The plan of level {place} does not pass as a plan of its own."), ASK),
    "audit.book.nested": (
        N_("A stricter level keeps more of a source than a laxer one leaves ({place}): {found} instead of {expected}."),
        ASK,
    ),
    "audit.book.exceptions": (
        N_("{found} exceptions to the nesting are told, {expected} follow from the plans, or others than those."),
        ASK,
    ),
    "audit.book.objective": (
        N_("The cost of the book does not follow from its plans: {found} is stated, {expected} is right."),
        ASK,
    ),
    "audit.book.bound": (N_("The bound of the book, {found}, does not fit its cost, {expected}, or a level's."), ASK),
    "audit.book.price": (N_("The price of the nesting does not add up: {found} is stated, {expected} is right."), ASK),
    "audit.book.alone": (N_("What is said of level {place} alone does not fit its bound or its plan here."), ASK),
    "audit.book.file_follows": (N_("{place} of the file is {found}; from its plans follows {expected}."), ASK),
    "book.file_unreadable": (
        N_("The file cannot be read as a book: {value}."),
        N_("Choose a file that `planner book make --out` wrote, unchanged."),
    ),
    "book.unknown": (
        N_("No book was found within the search's limits: a level is left without a plan."),
        N_("Ask for a wider gap with --gap, or make the plan of each level alone to see which one is hard."),
    ),
    "book.refused": (
        N_("The referee refuses this book; it is not stored."),
        N_("Keep the list and the findings below and report them; no order may be made from it."),
    ),
    "book.level_missed": (
        N_("Level {level}: the cuts cannot all be met; the book holds the nearest plan."),
        N_("Ask `planner plan --level {level} --why-not` what stands against them."),
    ),
    "book.nesting_misses": (
        N_("Level {level} misses {points} percentage points more in the book than alone: nesting stands against it."),
        N_("Look at the exceptions of the book; where a stricter level files less, have its filed measures mended."),
    ),
    "book.exceptions": (
        N_("At {value} places a stricter level asks less of a source, because its rules, filed measure or menu do."),
        N_("Have the filed measures of these sources mended; the book names each with its kept shares and duties."),
    ),
    "book.absent": (
        N_("There is no book with number {value}."),
        N_("See `planner book list --city` for the books of a city."),
    ),
    "book.approval_word": (
        N_("An approval needs a name and a reason."),
        N_("Give both: --by NAME --reason TEXT."),
    ),
    "book.approval_refused": (
        N_("Book {value} does not pass the referee as it is stored and is not approved."),
        N_("Make the book again; the findings below say what is wrong with the stored one."),
    ),
    "book.weight": (
        N_("{value} is no weight of a level: three numbers above 0, yellow, orange and red, are needed."),
        N_("Give how many days a winter each level is expected, such as --weights 20,10,2."),
    ),
    "store.book.absent": (
        N_("The city has no book with number {value}."),
        N_("See `planner book list --city` for its books."),
    ),
}
