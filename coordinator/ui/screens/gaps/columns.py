"""The columns of the register of gaps, and the chips of one of them."""

from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import GapRow
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.gaps import age_words, decision_words
from coordinator.wording.labels import label
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

_MARKS = {
    GapStatus.OPEN: (Tone.CAREFUL, "circle"),
    GapStatus.WITH_COMMISSIONER: (Tone.CAREFUL, "clock"),
    GapStatus.DECIDED: (Tone.GOOD, "circle-dot"),
    GapStatus.CLOSED: (Tone.NEUTRAL, "circle-check"),
}


def gap_columns() -> tuple[Column[GapRow], ...]:
    """Describe the gaps."""
    return (
        Column(_("Gap"), text=lambda row: row.title, share=5, width=260),
        Column(_("Theme"), text=lambda row: label(row.theme), share=1, width=150, keep=3),
        Column(_("Age"), text=_age, mark=age_mark, width=172, keep=4),
        Column(_("People"), text=lambda row: number_words(row.affected), width=104, keep=5),
        Column(_("With"), text=lambda row: row.commissioner, share=1, width=140, keep=2),
        Column(_("Status"), text=lambda row: label(row.status), mark=status_mark, width=176),
        Column(_("Decision"), text=decision_words, share=1, width=130, keep=1),
    )


def status_mark(row: GapRow) -> Mark:
    """Give the chip of how far a gap has come."""
    return Mark(label(row.status), *_MARKS[row.status])


def age_mark(row: GapRow) -> Mark | None:
    """Give the chip of a gap that waits long, by word and shape."""
    return Mark(_age(row), Tone.CAREFUL, "triangle-alert") if row.is_ageing else None


def _age(row: GapRow) -> str:
    age = age_words(row.months)
    return _("{age}, ageing", age=age) if row.is_ageing else age
