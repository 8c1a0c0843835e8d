"""What two people wrote differently, at the entry it is of: one mark for every paper."""

from collections.abc import Sequence

from coordinator.domain.papers.imprint import NotSettled
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tokens import Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words


def beside(marks: Sequence[NotSettled], style: Style, kind: str = "") -> list[Block]:
    """A line of its own under what is not settled; in a cell it is no paragraph of its own."""
    return [Text(_runs(marks), style, kind)] if marks else []


def after(marks: Sequence[NotSettled]) -> list[Run]:
    """The same at the end of a line."""
    return [Run(" "), *_runs(marks)] if marks else []


def _runs(marks: Sequence[NotSettled]) -> list[Run]:
    return [Run(_("Not settled.") + " ", bold=True), Run(all_mark_words(marks) + ".")]
