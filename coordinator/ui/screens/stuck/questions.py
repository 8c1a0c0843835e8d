"""The forms of what is stuck; no Qt."""

from coordinator.domain.lists.people import NeedSeverity
from coordinator.domain.stuck.views import Ground, StuckRow
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import _


def describe(row: StuckRow, ground: Ground) -> Question:
    """Ask what exactly is in the way, what was tried, how bad it is, and who works on it."""
    barrier = row.barrier
    return Question(
        _("What is in the way"),
        (
            Ask("description", _("What exactly?"), Kind.TEXT, barrier.description),
            Ask("tried", _("What has been tried, by whom, when?"), Kind.TEXT, barrier.tried),
            Ask(
                "severity",
                _("Severity"),
                Kind.CHOICE,
                barrier.severity,
                choices_of(NeedSeverity, _("Not said")),
            ),
            _worker(row, ground),
        ),
        _("Save"),
        about=_words(row),
    )


def work(row: StuckRow, ground: Ground) -> Question:
    """Ask who works on it, and what is done."""
    return Question(
        _("Somebody works on it"),
        (_worker(row, ground), Ask("note", _("What is done about it?"), Kind.TEXT, "")),
        _("Save"),
        about=_words(row),
    )


def resolve(row: StuckRow) -> Question:
    """Ask how it went out of the way."""
    return Question(
        _("Out of the way"),
        (Ask("resolution", _("How did it go out of the way?"), Kind.TEXT, ""),),
        _("Resolved"),
        about=_words(row),
    )


def _worker(row: StuckRow, ground: Ground) -> Ask:
    nobody = ((None, _("Nobody yet")),)
    return Ask(
        "worker_id",
        _("Who works on it?"),
        Kind.FIND,
        row.barrier.worker_id,
        (*nobody, *ground.people),
        hint=_("Type part of a name or an agency."),
    )


def _words(row: StuckRow) -> str:
    return category_words(row.barrier.category, row.barrier.own)
