"""What is wrong with one cell of a sheet that came back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell, by the name of its sheet and as spreadsheets call it (`B7`).

    Attributes:
        rule: A key as those of `sheets.problems`, or one of an update sheet.
        error: What refused it, where a rule did: one of `domain.errors`.
    """

    sheet: str
    cell: str
    rule: str = ""
    error: Exception | None = None
