"""Words for place plans and the groups behind them."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.places import GroupKind
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    GroupKind: {
        GroupKind.PLACE: N_("Group for a place"),
        GroupKind.TASK_AND_FINISH: N_("Task-and-finish group"),
        GroupKind.BOARD: N_("Board"),
        GroupKind.MANAGEMENT: N_("Management group"),
        GroupKind.PEOPLE: N_("Group of people"),
    },
}
