"""What can be done on the page of place plans and groups."""

from enum import Enum, auto


class Deed(Enum):
    """One thing that is asked for with a button."""

    DRAFT = auto()
    CHANGE_PLAN = auto()
    AGREE = auto()
    END_PLAN = auto()
    REOPEN_PLAN = auto()
    ADD_PRIORITY = auto()
    CHANGE_PRIORITY = auto()
    END_PRIORITY = auto()
    ADD_MEASURE = auto()
    CHANGE_MEASURE = auto()
    END_MEASURE = auto()
    RECORD = auto()
    TAKE_BACK = auto()
    ADD_ACTION = auto()
    CHANGE_ACTION = auto()
    FOUND = auto()
    CHANGE_GROUP = auto()
    END_GROUP = auto()
    ADD_SEAT = auto()
    FILL_SEAT = auto()
    VACATE_SEAT = auto()
    END_SEAT = auto()
