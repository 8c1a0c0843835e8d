"""A small form over a page: asks for what an act needs, and stays until the act was done.

Its fields are controls that the page chooses; a presenter that knows no control asks by `sheet`.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.controls import value_of, words
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.forms import Field, Form
from coordinator.wording.notices import Notice
from coordinator.wording.translation import _

_WIDTH = 480


class Ask(FormDialog):
    """A form of named fields."""

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

    def refuse(self, faults: Mapping[str, str], notice: Notice | None = None) -> None:
        """Say what is wrong; the form stays."""
        self.show_faults(faults)
        if notice is not None:
            self.object_to(notice)

    def refuse_in_words(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say these sentences under their fields; the form stays and can be sent again."""
        self._form.show_sentences(sentences)
        left = [words for name, words in sentences.items() if name not in self._fields]
        if notice is not None:
            left += [notice.what, *notice.details, notice.next]
        if left:
            self._notice.say(" ".join(left))
        self._do.setEnabled(True)

    def wait(self) -> None:
        """Nothing is sent twice: what was given takes a moment."""
        self._do.setEnabled(False)

    def field(self, name: str) -> Field:
        """Give one of the fields."""
        return self._fields[name]


class Asking:
    """The one form that may be open over a view; mixed into views that ask."""

    _open_form: Ask | None = None

    def ask(self, form: Ask) -> None:
        """Open a form; one that stood open goes."""
        self.show_done()
        self._open_form = form
        form.finished.connect(lambda _code: self._forget(form))
        form.open()

    @property
    def form(self) -> Ask | None:
        """The form that is open."""
        return self._open_form

    def show_refusal(self, faults: Mapping[str, str], notice: Notice | None) -> bool:
        """Say what is wrong in the open form; gives whether there is one."""
        if self._open_form is None:
            return False
        self._open_form.refuse(faults, notice)
        return True

    def show_done(self) -> None:
        """Close the form."""
        if self._open_form is not None:
            self._open_form.accept()

    def _forget(self, form: Ask) -> None:
        if self._open_form is form:
            self._open_form = None


def reason(name: str = "", *, hint: str = "") -> Field:
    """Make the field that says why."""
    return Field(name or _("Why"), words(), hint=hint)
