"""The base of every shape of rule files."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

__all__ = ["StrictShape"]


class StrictShape(BaseModel):
    """A mapping that refuses unknown keys and never converts a value."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True, frozen=True)
