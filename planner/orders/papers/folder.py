"""The templates in use: the shipped ones, each of which a city's own folder may replace."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from planner.errors import FindingsError, finding

__all__ = ["TemplateFolder", "shipped_templates"]

SHIPPED = Path(__file__).resolve().parent
TEMPLATES, FONTS = SHIPPED / "templates", SHIPPED / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFolder:
    """Where templates and fonts are looked for: first in the city's own folder, then among the shipped ones.

    Attributes:
        own: the city's folder (its fonts in `fonts/` inside), None where it has none.
    """

    own: Path | None = None

    def find(self, name: str) -> Path:
        """The template of a name.

        Raises:
            FindingsError: where neither folder holds it, or the city's folder is none.
        """
        if self.own is not None and not self.own.is_dir():
            raise FindingsError((finding("papers.templates.no_folder", value=self.own),))
        for folder in self._folders:
            if (folder / name).is_file():
                return folder / name
        raise FindingsError((finding("papers.templates.absent", value=name),))

    @property
    def fonts(self) -> tuple[Path, ...]:
        """Folders with fonts; those of the system are never looked at."""
        return (*((self.own / "fonts",) if self.own is not None and (self.own / "fonts").is_dir() else ()), FONTS)

    def lay_out(self, target: Path) -> None:
        """Copies every template that is no Word file into a folder, the city's over the shipped ones."""
        target.mkdir(parents=True, exist_ok=True)
        for folder in reversed(self._folders):
            for path in sorted(folder.iterdir()):
                if path.is_file() and path.suffix != ".docx":
                    shutil.copyfile(path, target / path.name)

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (*((self.own,) if self.own is not None else ()), TEMPLATES)


def shipped_templates() -> TemplateFolder:
    """The templates that come with the planner."""
    return TemplateFolder()
