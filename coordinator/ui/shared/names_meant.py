"""What is asked wherever nobody may be named: whether words that are also names mean nobody."""

from typing import Any, Final

from coordinator.ui.kit.asks import Ask, Kind
from coordinator.wording.translation import _

NOBODY: Final = "nobody_is_meant"
"""The name of the answer, in the forms and in the acts they lead to."""


def nobody_meant(only_for: tuple[str, frozenset[Any]] | None = None) -> Ask:
    """Ask it: always, or while another entry says one of its values."""
    return Ask(
        NOBODY,
        _("Words that are also names"),
        Kind.TICK,
        value=False,
        choices=((True, _("Nobody on file is meant by them")),),
        hint=_("For a street, a month or a plain word that is also somebody's name."),
        only_for=only_for,
    )
