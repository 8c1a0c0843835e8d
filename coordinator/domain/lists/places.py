"""Lists of place plans and the groups behind them."""

from enum import StrEnum


class GroupKind(StrEnum):
    """What a group is for. Source: Safer Towns summary, section 4."""

    PLACE = "place"
    TASK_AND_FINISH = "task_and_finish"
    BOARD = "board"
    MANAGEMENT = "management"
    PEOPLE = "people"
