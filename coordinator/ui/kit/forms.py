"""Forms: a name above each field, a sentence under what is wrong, focus to the first of those."""

from collections.abc import Mapping

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import fill, row
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import XS, S
from coordinator.wording.translation import _


class Field(QWidget):
    """A named field with room under it for one sentence."""

    def __init__(self, name: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self._name = label(name, "strong")
        self._name.setBuddy(control)
        self._fault = label("", "fault", wraps=True)
        self._told = label(hint, "quiet", wraps=True)
        self._told.setVisible(bool(hint))
        self._fault.hide()
        name_control(control, name)
        control.setAccessibleDescription(hint)
        self._beside = row(control, gap=S)
        self._beside.setStretchFactor(control, 1)
        fill(self, self._name, self._beside, self._told, self._fault, gap=XS)
        self.setFocusProxy(control)

    def put_beside(self, widget: QWidget) -> None:
        """Put a button on the line of the field, after it."""
        self._beside.addWidget(widget)

    def say(self, sentence: str) -> None:
        """Say something else under the field than its hint; with nothing, the hint again."""
        told = sentence or self._hint
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def rename(self, name: str) -> None:
        """Ask for something else in the same place."""
        self._name.setText(name)
        name_control(self.control, name)

    def tell(self, hint: str) -> None:
        """Say something else under the field."""
        self._hint = hint
        self._told.setText(hint)
        self._told.setVisible(bool(hint))
        self.control.setAccessibleDescription(" ".join(filter(None, (self.fault, hint))))

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong, or, with nothing, that all is well."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(" ".join(filter(None, (sentence, self._hint))))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    @property
    def fault(self) -> str:
        """The sentence that stands under the field, if any."""
        return self._fault.text()


class Form(QWidget):
    """Fields in reading order, by the names the acts know them by."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        super().__init__()
        self._fields = dict(fields)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        for field in self._fields.values():
            box.addWidget(field)
        self.setLayout(box)

    @property
    def has_fields(self) -> bool:
        """Whether anything is asked; there are forms that ask only whether."""
        return bool(self._fields)

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return next(iter(self._fields.values())).control

    def show_faults(self, faults: Mapping[str, str]) -> tuple[str, ...]:
        """Say under each field which rule it breaks, and go to the first of them.

        Args:
            faults: Field to rule, as `InvalidFieldsError` carries them.

        Returns:
            The sentences for which there is no field here; the page's notice line takes them.
        """
        from coordinator.wording.refusals.rules import field_words  # spared by the unlock page

        for name, field in self._fields.items():
            field.say_wrong(field_words(name, faults[name]) if name in faults else "")
        self.go_to_first_wrong()
        return tuple(
            field_words(name, rule) for name, rule in faults.items() if name not in self._fields
        )

    def show_sentences(self, sentences: Mapping[str, str]) -> None:
        """Say these sentences under their fields; the others are well."""
        for name, field in self._fields.items():
            field.say_wrong(sentences.get(name, ""))
        self.go_to_first_wrong()

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say these sentences under their fields without taking the keys from where they are."""
        for name, field in self._fields.items():
            field.say_wrong(sentences.get(name, ""))

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say these sentences under their fields instead of the hints there."""
        for name in sentences.keys() & self._fields.keys():
            self._fields[name].say(sentences[name])

    def go_to_first_wrong(self) -> None:
        """Put the focus where something is to be mended."""
        wrong = next((field for field in self._fields.values() if field.fault), None)
        if wrong is not None:
            wrong.control.setFocus()


def name_control(control: QWidget, name: str) -> None:
    """Name a control for those who hear it, and the line in it where it has one to type in."""
    control.setAccessibleName(name)
    typed = control.lineEdit() if isinstance(control, QComboBox) else None
    if typed is not None:
        typed.setAccessibleName(name)


def clearable(made: QLineEdit) -> QLineEdit:
    """Give a line the button that empties it."""
    made.setClearButtonEnabled(True)
    _name_inside(made, _("Empty this line"))
    return made


def with_sign(made: QLineEdit, icon: QIcon, name: str) -> QLineEdit:
    """Put a sign before what is typed in a line; Qt makes a button of it, which needs a name."""
    made.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
    _name_inside(made, name)
    return made


def _name_inside(made: QLineEdit, name: str) -> None:
    for inside in made.findChildren(QToolButton):
        if not inside.accessibleName():
            inside.setAccessibleName(name)


def line(*, placeholder: str = "", secret: bool = False) -> QLineEdit:
    """Make a one-line field; a secret one shows dots and is never suggested or remembered."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setContextMenuPolicy(made.contextMenuPolicy().NoContextMenu)
    return made
