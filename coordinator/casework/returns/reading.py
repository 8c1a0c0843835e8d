"""Reading a returns sheet in the words it was sent out with; needs no store."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.rules import Returned
from coordinator.domain.states import ActionStatus
from coordinator.sheets.columns import folded
from coordinator.sheets.returns import ReturnWords, is_return, read_return
from coordinator.sheets.tables import Tables
from coordinator.sheets.words import STATUS
from coordinator.wording.labels import WORDS
from coordinator.wording.returns import HEADINGS
from coordinator.wording.translation import _, locale

T = TypeVar("T", bound=StrEnum)


def looks_like_a_return(tables: Tables) -> bool:
    """Whether a file is a returns sheet."""
    return is_return(tables, return_words(locale()))


def read_returned(path: Path, today: date) -> Returned:
    """Read a returns sheet.

    Raises:
        SheetError: It cannot be read, or is none.
    """
    return read_return(path, today, return_words(locale()))


@cache
def return_words(_language: str) -> ReturnWords:
    """Give the words of a sheet in the language spoken now, and in the one they are written in."""
    headings = {folded(text): name for name, text in HEADINGS.items()}
    headings |= {folded(_(text)): name for name, text in HEADINGS.items()}
    outcomes = {**STATUS, **read_as(ActionStatus)}
    return ReturnWords(headings, outcomes, read_as(BarrierCategory))


def read_as(kind: type[T]) -> Mapping[str, T]:
    """Give the values of a list by their words, folded, in both languages."""
    said = {text: value for value, text in WORDS[kind].items()}
    said |= {_(text): value for value, text in WORDS[kind].items()}
    return {text.casefold().strip(" ."): value for text, value in said.items()}  # type: ignore[misc]
