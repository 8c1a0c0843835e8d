"""What of an entry is held back from whoever fills in a form about it: told, and not asked. No Qt.

An empty line would ask them to write over what they cannot read.
"""

from collections.abc import Collection
from dataclasses import replace

from coordinator.ui.kit.asks import Question
from coordinator.wording.translation import _


def held_back_words() -> str:
    """Say it in the place of one text."""
    return _("Held back: the coordinator and the chair read it and write it.")


def without_held_back(question: Question, held: Collection[str]) -> Question:
    """Leave out of a form what is held back from whoever fills it in, and say so.

    Args:
        question: The form.
        held: The columns that are held back, whether the form asks for them or not.
    """
    kept = [ask for ask in question.asks if ask.name in held]
    if not kept:
        return question
    named = ", ".join(ask.title.rstrip("?") for ask in kept)
    told = _(
        "Held back, and not asked here: {what}. The coordinator and the chair read and write it.",
        what=named,
    )
    asks = tuple(ask for ask in question.asks if ask.name not in held)
    return replace(question, asks=asks, about="\n".join(filter(None, (question.about, told))))
