"""The columns of a sheet that came back, and the chip of what comes of a row."""

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.returns.rules import Fate
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.returns.presenter import Choice
from coordinator.wording.returns import fate_sentence, fate_words, ours, theirs
from coordinator.wording.translation import _

_MARKS = {
    Fate.SAME: (Tone.NEUTRAL, "circle-check"),
    Fate.NOTHING: (Tone.NEUTRAL, "circle"),
    Fate.CLOSED: (Tone.CAREFUL, "circle-alert"),
    Fate.NOT_THEIRS: (Tone.CAREFUL, "circle-alert"),
    Fate.TWICE: (Tone.CAREFUL, "circle-alert"),
    Fate.UNKNOWN: (Tone.CAREFUL, "circle-alert"),
    Fate.REFUSED: (Tone.CAREFUL, "triangle-alert"),
}


def return_columns() -> tuple[Column[Choice], ...]:
    """Describe the rows of a sheet."""
    return (
        Column(_("Number"), text=number, width=104),
        Column(_("Action"), text=action_text, share=2, width=140, keep=1),
        Column(_("We have"), text=we_have, share=2, width=150, keep=2),
        Column(_("They say"), text=they_say, share=3, width=160),
        Column(
            _("What happens"),
            text=lambda one: mark(one).text,
            tip=lambda one: fate_sentence(one.row.planned, one.row.action),
            mark=mark,
            width=230,
        ),
    )


def number(one: Choice) -> str:
    """Give the number of the action, as written where there is none."""
    return one.row.action.number if one.row.action else one.row.planned.said.number


def action_text(one: Choice) -> str:
    """Say what was agreed."""
    return one.row.action.text if one.row.action else ""


def we_have(one: Choice) -> str:
    """Say how it stands here."""
    return ours(one.row.action) if one.row.action else ""


def they_say(one: Choice) -> str:
    """Say what the agency says."""
    return theirs(one.row.planned.said)


def about(row: ActionRow) -> str:
    """Say whom an action is about."""
    return _("The panel") if row.name is None else chosen(row.name, row.reference)


def mark(one: Choice) -> Mark:
    """Give the chip of what comes of a row, as it is chosen now."""
    fate = one.row.planned.fate
    if one.is_taken:
        return Mark(fate_words(Fate.APPLIED), Tone.GOOD, "check")
    if fate is Fate.CHANGED:
        return Mark(_("Changed here: ours stays"), Tone.CAREFUL, "circle-alert")
    if fate is Fate.APPLIED:
        return Mark(_("Left out: ours stays"), Tone.NEUTRAL, "circle-pause")
    tone, sign = _MARKS[fate]
    return Mark(fate_words(fate), tone, sign)
