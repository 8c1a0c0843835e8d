"""Words for the tools the panel scores with."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.assessments import ToolKind
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ToolKind: {
        ToolKind.SCORED: N_("Items with a score"),
        ToolKind.CHECKLIST: N_("List of factors"),
    },
}
