"""The form that shows the text for an agency, to copy; screens that send texts share it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from coordinator.ui.chasing import Chase
from coordinator.ui.kit.asking import Ask, picker, value_of, words
from coordinator.ui.kit.forms import Field
from coordinator.wording.translation import _


def chase_form(parent: QWidget, chases: Sequence[Chase], agency: str = "", title: str = "") -> Ask:
    """Make the form that shows the text for an agency, to copy.

    Args:
        parent: The page it opens over.
        chases: At least one.
        agency: Whose text is shown first; the first one's when empty.
        title: What the texts are for; how the actions go when empty.
    """
    choice: QComboBox = picker([(_said(one), one.agency) for one in chases], agency)
    shown: QPlainTextEdit = words(lines=11)
    shown.setReadOnly(True)
    texts = {one.agency: one.text for one in chases}
    choice.currentIndexChanged.connect(lambda _at: shown.setPlainText(texts[value_of(choice)]))
    shown.setPlainText(texts[value_of(choice)])
    fields = {
        "agency": Field(_("Agency"), choice),
        "text": Field(_("Text"), shown, hint=_("Initials and references only. Send it securely.")),
    }
    about = title or _("Ask an agency how its actions go")
    form = Ask(parent, about, fields, _("Copy the text"))
    form.is_only_read = True
    return form


def _said(chase: Chase) -> str:
    return _("{agency} ({count})", agency=chase.agency, count=chase.count)
