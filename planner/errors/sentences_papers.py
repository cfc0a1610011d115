"""Sentences of findings about papers: fonts, templates, letterhead, exchange messages."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "papers.glyph.missing": (
        N_("No font of the papers holds the character {value} ({point}); it stands in {file}, {column}: {text}"),
        N_("Put a font that holds it into `fonts/` of your folder of templates, or write the name in another way."),
    ),
    "papers.font.unreadable": (
        N_("The font {file} cannot be read: {value}."),
        N_("Put an OpenType font (.otf or .ttf) in its place, or take it out of the folder."),
    ),
    "papers.templates.no_folder": (
        N_("The folder of templates {value} is not there."),
        N_("Name a folder that is, with --templates or PLANNER_TEMPLATES; it needs to hold only what you changed."),
    ),
    "papers.templates.absent": (
        N_("There is no template {value}."),
        N_("Copy the shipped one into your folder of templates, or leave it out there."),
    ),
    "papers.template.broken": (
        N_("The template {file} does not work: {value}"),
        N_("Compare it with the shipped one; take it out of your folder to use that again."),
    ),
    "papers.letterhead.unreadable": (
        N_("The letterhead {file} cannot be used: {value}."),
        N_("Compare it with the shipped one: every key of that is needed."),
    ),
}
