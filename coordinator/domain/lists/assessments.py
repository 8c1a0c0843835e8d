"""Lists of the tools the panel scores with."""

from enum import StrEnum


class ToolKind(StrEnum):
    """Whether a tool gives a total, or is a list of factors that are there or not."""

    SCORED = "scored"
    CHECKLIST = "checklist"
