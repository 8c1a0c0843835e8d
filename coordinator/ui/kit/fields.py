"""A form over a page whose fields the page makes itself.

It is for what cannot be a question put by a presenter (`ui.asking`): texts that are only read, and
passphrases, which are never kept.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coordinator.ui.kit.controls import choose, value_of
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.forms import Field, Form
from coordinator.ui.kit.secrets import SecretField
from coordinator.wording.refusals.notices import Notice

_WIDTH = 480


class FieldsDialog(FormDialog):
    """A form of named fields; nothing is kept of it without a keeper, secrets not even then."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        act: str,
        *,
        about: str = "",
    ) -> None:
        self._fields = dict(fields)
        super().__init__(Form(self._fields), title, act, about=about, parent=parent, width=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answers(self) -> dict[str, Any]:
        return {name: value_of(field.control) for name, field in self._fields.items()}

    def take_up(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            match self._fields[name].control:
                case QComboBox() as box:
                    choose(box, value)
                case QLineEdit() as line:
                    line.setText(str(value or ""))

    def to_keep(self) -> dict[str, Any]:
        said = self.answers()
        return {
            name: said[name] for name in said if not isinstance(self._fields[name], SecretField)
        }

    def refuse_in_words(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say these sentences under their fields; the form stays and can be sent again."""
        self._form.show_sentences(sentences)
        left = [words for name, words in sentences.items() if name not in self._fields]
        if notice is not None:
            left += [notice.what, *notice.details, notice.next]
        if left:
            self._notice.say(" ".join(left))
        self.wait_again()

    def field(self, name: str) -> Field:
        """Give one of the fields."""
        return self._fields[name]
