"""Names of counties, industries and processes in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.rules import CityOverlay, KeyIndustry
from planner.terms import Phrasebook

__all__ = ["Names", "make_names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names by code; a code without a name is shown as it is.

    Attributes:
        city: name of the city.
        counties: county code to name; `industries`: key industry code to name.
        processes: process code to name, by industry and code.
        area_groups: name and county codes of each group of areas that the city's plan controls together.
    """

    city: str
    counties: Mapping[str, str] = field(default_factory=dict)
    industries: Mapping[str, str] = field(default_factory=dict)
    processes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    area_groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def county(self, code: str) -> str:
        """The county or development zone."""
        return self.counties.get(code, code)

    def industry(self, code: str) -> str:
        """The key industry."""
        return self.industries.get(code, code)

    def process(self, industry: str, code: str) -> str:
        """The process inside the industry."""
        return self.processes.get((industry, code), code)


def make_names(city: CityOverlay, industries: tuple[KeyIndustry, ...], phrasebook: Phrasebook) -> Names:
    """All names of a city and of the register of industries in one language."""
    chinese = phrasebook.language.startswith("zh")
    return Names(
        city=city.name_zh if chinese else city.name_en,
        counties={area.code: area.name_zh if chinese else area.name_en for area in city.areas},
        industries={item.code: item.name_zh if chinese else item.name_en for item in industries},
        processes={
            (item.code, part.code): part.name_zh if chinese else part.name_en
            for item in industries
            for part in item.sub_processes
        },
        area_groups=tuple((item.name_zh if chinese else item.name_en, item.areas) for item in city.area_groups),
    )
