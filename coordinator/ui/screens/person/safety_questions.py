"""The forms about warnings, risks and strengths; no Qt."""

from datetime import date
from typing import Any

from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.people.safety import (
    LOOK_AGAIN_AFTER,
    RiskRow,
    Safety,
    StrengthRow,
    WarningRow,
)
from coordinator.domain.states import Answer
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.opened import Offered
from coordinator.ui.shared.who_may_see import ask_who_may_see
from coordinator.wording.labels import label
from coordinator.wording.safety import strengths_beside
from coordinator.wording.translation import _

_SILENT = ("person_told", frozenset({None, Answer.NO, Answer.NOT_KNOWN}))
Row = WarningRow | RiskRow


def warning(offered: Offered) -> Question:
    """Ask what a worker must know before they meet the person."""
    return Question(
        _("What to know before a visit"),
        (
            Ask("text", _("In neutral words"), Kind.TEXT, ""),
            *_around(offered),
        ),
        _("Note it"),
        about=_("It stands first on the page, with its source and the day it is looked at again."),
    )


def risk(offered: Offered, safety: Safety) -> Question:
    """Ask what could happen, to whom, and what keeps it from happening."""
    return Question(
        _("A risk"),
        (
            Ask("text", _("What could happen"), Kind.TEXT, ""),
            Ask("to_whom", _("To whom"), Kind.LINE, ""),
            Ask("triggers", _("What brings it on"), Kind.TEXT, ""),
            Ask("controls", _("What keeps it from happening"), Kind.TEXT, ""),
            Ask("what_we_do", _("What we do"), Kind.TEXT, ""),
            Ask("area", _("Area"), Kind.CHOICE, None, choices_of(NeedDomain, _("Not said"))),
            Ask("severity", _("How much"), Kind.CHOICE, None, _much()),
            Ask("level", _("Level"), Kind.CHOICE, None, _levels()),
            *_around(offered, _agreed_by("")),
        ),
        _("Note the risk"),
        about=strengths_beside(_words_of(one) for one in safety.strengths),
    )


def look_again(row: Row, today: date) -> Question:
    """Ask whether the words still hold, and until when."""
    note = row.note
    more: tuple[Ask, ...] = ()
    agreed: tuple[Ask, ...] = ()
    if isinstance(row, RiskRow):
        more = (
            Ask("to_whom", _("To whom"), Kind.LINE, row.to_whom),
            Ask("triggers", _("What brings it on"), Kind.TEXT, row.triggers),
            Ask("controls", _("What keeps it from happening"), Kind.TEXT, row.controls),
            Ask("what_we_do", _("What we do"), Kind.TEXT, row.what_we_do),
            Ask("severity", _("How much"), Kind.CHOICE, row.severity, _much()),
            Ask("level", _("Level"), Kind.CHOICE, row.level, _levels()),
        )
        agreed = (_agreed_by(row.not_told_agreed_by),)
    return Question(
        _("Look at it again"),
        (
            Ask("text", _("In neutral words"), Kind.TEXT, note.text),
            *more,
            Ask("review_on", _("It stands until"), Kind.DAY, today + LOOK_AGAIN_AFTER),
            _told(note.person_told),
            _why_not_told(note.not_told_reason),
            *agreed,
        ),
        _("It still holds"),
        about=_("At most a year from today."),
    )


def end(row: Row) -> Question:
    """Ask why it no longer holds."""
    return Question(
        _("It no longer holds"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("End it"),
        about=row.note.text,
    )


def strength() -> Question:
    """Ask what keeps the person safer."""
    return Question(
        _("A strength"),
        (
            Ask(
                "strength",
                _("From the list"),
                Kind.CHOICE,
                None,
                choices_of(StrengthKind, _("In our own words below")),
            ),
            Ask("text", _("In words"), Kind.TEXT, ""),
            Ask(
                "level",
                _("Level"),
                Kind.CHOICE,
                None,
                choices_of(EcologicalLevel, _("The usual one")),
            ),
            Ask("evidence", _("How we know"), Kind.TEXT, ""),
        ),
        _("Note the strength"),
    )


def drop_strength(row: StrengthRow) -> Question:
    """Ask why a strength is no more."""
    return Question(
        _("Take the strength off the list"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Take it off"),
        about=_words_of(row),
    )


def _words_of(row: StrengthRow) -> str:
    return row.text or (label(row.strength) if row.strength else "")


def _much() -> tuple[tuple[Any, str], ...]:
    return choices_of(NeedSeverity, _("Not said"))


def _levels() -> tuple[tuple[Any, str], ...]:
    return choices_of(EcologicalLevel, _("Not said"))


def _agreed_by(value: str) -> Ask:
    return Ask(
        "not_told_agreed_by",
        _("Who agreed not to tell them"),
        Kind.LINE,
        value,
        only_for=("person_told", frozenset({Answer.NO})),
    )


def _around(offered: Offered, *more: Ask) -> tuple[Ask, ...]:
    asks: list[Ask] = [
        Ask("source", _("Who says so"), Kind.LINE, "", hint=_("Empty for yourself.")),
        _told(None),
        _why_not_told(""),
        *more,
        Ask(
            "review_on", _("Look at it again on"), Kind.DAY, offered.now.date() + LOOK_AGAIN_AFTER
        ),
    ]
    if offered.may_restrict:
        asks.append(ask_who_may_see())
    return tuple(asks)


def _told(value: Any) -> Ask:
    words = choices_of(Answer, _("Nobody has asked yet"))
    return Ask("person_told", _("Does the person know?"), Kind.CHOICE, value, words)


def _why_not_told(value: str) -> Ask:
    return Ask("not_told_reason", _("Why not"), Kind.TEXT, value, only_for=_SILENT)
