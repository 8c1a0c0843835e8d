"""Fields for passphrases: dots until somebody wants to see them, strength told in words."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit

from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field, line
from coordinator.wording.translation import N_, _

_STRENGTHS = {
    "weak": N_("Weak: it would be among the first to be tried."),
    "fair": N_("Fair: one or two more words would help."),
    "good": N_("Good: this holds against most."),
    "strong": N_("Strong."),
}
_WEAKNESSES = {
    "short": N_("Too short: use twelve characters or more; four words will do."),
    "common": N_("This is among the first that are tried. Use words that do not belong together."),
    "repeated": N_("This repeats itself too much."),
    "taken": N_("Somebody else opens this store with it. Choose another."),
}


class SecretField(Field):
    """One passphrase; a button shows what is typed."""

    def __init__(
        self, name: str, *, hint: str = "", strength: Callable[[str], str] | None = None
    ) -> None:
        self.line = line(secret=True)
        super().__init__(name, self.line, hint=hint)
        self._strength = strength
        self._show = button(
            _("Show"), "link", "eye", name=_("Show what I type: {what}", what=name)
        )
        self._show.setCheckable(True)
        self._show.toggled.connect(self._reveal)
        self.put_beside(self._show)
        self.line.textChanged.connect(self._is_mending)
        if strength is not None:
            self.line.textChanged.connect(self._tell_strength)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def forget(self) -> None:
        """Let go of what was typed, and hide what is typed next."""
        self.line.clear()
        self._show.setChecked(False)

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)

    def _is_mending(self, typed: str) -> None:
        """What was wrong was said of other words, which nobody can see to compare."""
        if typed and self.fault:
            self.say_wrong("")

    def _tell_strength(self, typed: str) -> None:
        if self._strength is not None:
            self.say(_(_STRENGTHS[self._strength(typed)]) if typed else "")


def new_passphrase(
    strength: Callable[[str], str], *, name: str = "", hint: str = ""
) -> dict[str, SecretField]:
    """Make the two fields for a passphrase from now on: `passphrase` and `again`."""
    usual = _("Four or more words that do not belong together; it cannot be reset.")
    return {
        "passphrase": SecretField(
            name or _("New passphrase"), hint=hint or usual, strength=strength
        ),
        "again": SecretField(_("The passphrase again")),
    }


def weakness_words(rule: str) -> str:
    """Say why a passphrase is refused."""
    return _(_WEAKNESSES.get(rule, _WEAKNESSES["common"]))


def faults_of_new(
    fields: Mapping[str, SecretField], weakness: Callable[[str], str]
) -> dict[str, str]:
    """Say what is wrong with what stands in the two fields."""
    typed = fields["passphrase"].text
    if rule := weakness(typed):
        return {"passphrase": weakness_words(rule)}
    if fields["again"].text != typed:
        return {"again": _("This is not the same as above.")}
    return {}
