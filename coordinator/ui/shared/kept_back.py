"""The mark on what few may see: the same word and lock wherever an entry is shown."""

from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.labels import label


def kept_back(sensitivity: Sensitivity | None) -> tuple[Chip, ...]:
    """Say that an entry is for few; nothing on what everybody may see."""
    if sensitivity in {None, Sensitivity.STANDARD}:
        return ()
    return (Chip(Mark(label(sensitivity), Tone.NEUTRAL, "lock")),) if sensitivity else ()
