"""The form of Papers; no Qt."""

from pathlib import Path

from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import _


def save(folder: Path, *, with_sheet: bool, with_word: bool = False) -> Question:
    """Ask how a paper is saved; with a spreadsheet or document beside it where there is one."""
    hint = _("Without one anybody who has the file can read it.")
    asks = [
        Ask("password", _("Password, if it shall have one"), Kind.SECRET, "", hint=hint),
        Ask("again", _("Password again"), Kind.SECRET, ""),
    ]
    if with_sheet:
        beside = ((True, _("A spreadsheet beside it; it has no password")),)
        asks.append(Ask("sheet", _("Also"), Kind.TICK, value=False, choices=beside))
    if with_word:
        beside = ((True, _("A Word document beside it, to go on writing; it has no password")),)
        asks.append(Ask("word", _("Also"), Kind.TICK, value=False, choices=beside))
    told = _("Into {folder}", folder=folder)
    return Question(_("Save the paper"), tuple(asks), _("Save"), about=told)
