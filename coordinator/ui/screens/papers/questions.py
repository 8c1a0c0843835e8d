"""The form of Papers; no Qt."""

from pathlib import Path

from coordinator.exports.composing import EDITABLE, PaperKind
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import N_, _

_PLAIN_TEXT = N_("The same as plain text beside it; it has no password")
_BESIDE = {
    PaperKind.TRACKER: N_("A spreadsheet beside it; it has no password"),
    PaperKind.MY_PLAN: _PLAIN_TEXT,
    PaperKind.MY_PLAN_LARGE: _PLAIN_TEXT,
    PaperKind.MY_PLAN_PLAIN: _PLAIN_TEXT,
}


def save(folder: Path, kind: PaperKind) -> Question:
    """Ask how a paper is saved; with another file beside it where there is one."""
    hint = _("Without one anybody who has the file can read it.")
    asks = [
        Ask("password", _("Password, if it shall have one"), Kind.SECRET, "", hint=hint),
        Ask("again", _("Password again"), Kind.SECRET, ""),
    ]
    if kind in _BESIDE:
        beside = ((True, _(_BESIDE[kind])),)
        asks.append(Ask("sheet", _("Also"), Kind.TICK, value=False, choices=beside))
    if kind in EDITABLE:
        beside = ((True, _("A Word document beside it, to go on writing; it has no password")),)
        asks.append(Ask("word", _("Also"), Kind.TICK, value=False, choices=beside))
    told = _("Into {folder}", folder=folder)
    return Question(_("Save the paper"), tuple(asks), _("Save"), about=told)
