"""What a person's page says and asks about somebody missing; no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from coordinator.casework.desk import Sitter
from coordinator.casework.outreach.missing import change_missing, note_found, note_missing
from coordinator.domain.people.missing import LastKnown, MissingRow
from coordinator.domain.roles import Right, may
from coordinator.domain.states import Answer
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.who_may_see import chosen
from coordinator.wording import dates
from coordinator.wording.translation import _

_TOLD = ("police_told", frozenset({Answer.YES}))
_NOT_TOLD = ("police_told", frozenset({Answer.NO}))


def with_missing(opened: OpenedPerson, sitter: Sitter) -> OpenedPerson:
    """Add what may be done about somebody missing, or who may be."""
    lives = opened.page.details.died_on is None
    if not may(sitter.role, Right.LOG_CONTACTS) or not lives:
        return opened
    here = opened.missing.missing
    more = (Step.FOUND, Step.MISSING_CHANGED) if here is not None else (Step.MISSING,)
    known = {*opened.steps, *more}
    steps = tuple(step for step in Step if step in known)
    front = opened.front
    if here is not None and here.seen_since is not None:
        front = (Step.FOUND, *front)[: len(front) or 1]
    return replace(opened, steps=steps, front=front)


def said(opened: OpenedPerson) -> Iterator[str]:
    """Say at the head of the page that somebody is missing, or that it is to be asked."""
    today = opened.today
    if (row := opened.missing.missing) is not None:
        yield _("Missing, noted {day}", day=dates.day(row.noted_on, today))
        if row.known.police_told is Answer.YES:
            reference = row.known.police_reference or dates.not_recorded()
            yield _("Police told, reference {reference}", reference=reference)
        if row.seen_since is not None:
            yield _("Seen {day}: found?", day=dates.day(row.seen_since, today))
    elif (maybe := opened.missing.maybe) is not None:
        yield _("Not seen for {time}: missing?", time=dates.span(maybe.unseen))


def put_of(opened: OpenedPerson, step: Step) -> tuple[Question, Act, int] | None:
    """Give the form of a step about somebody missing, its act, and the revision it is of."""
    row = opened.missing.missing
    if step is Step.MISSING and row is None:
        seen = LastKnown(seen_on=opened.page.last_seen_on)
        question = _about(seen, _("Note that they are missing"), _("Note it"))
        return question, partial(_noting, opened), 0
    if step is Step.MISSING_CHANGED and row is not None:
        question = _about(row.known, _("What is known about them"), _("Save"))
        return question, partial(_changing, row), row.revision
    if step is Step.FOUND and row is not None:
        return _found(row, opened.today), partial(_finding, row), row.revision
    return None


def _about(known: LastKnown, title: str, go: str) -> Question:
    told = choices_of(Answer, _("Nobody has asked yet"))
    return Question(
        title,
        (
            Ask("last_seen_on", _("Last seen on"), Kind.DAY, known.seen_on),
            Ask("where", _("Where"), Kind.LINE, known.where),
            Ask("by", _("By whom"), Kind.LINE, known.by),
            Ask("police_told", _("Were the police told?"), Kind.CHOICE, known.police_told, told),
            Ask(
                "police_told_on",
                _("On which day"),
                Kind.DAY,
                known.police_told_on,
                only_for=_TOLD,
            ),
            Ask(
                "police_reference",
                _("Their reference"),
                Kind.LINE,
                known.police_reference,
                only_for=_TOLD,
            ),
            Ask(
                "not_told_reason",
                _("Why not"),
                Kind.LINE,
                known.not_told_reason,
                only_for=_NOT_TOLD,
            ),
            Ask("concern", _("What worries"), Kind.TEXT, known.concern),
        ),
        go,
        about=_("In immediate danger: 999 first. Nothing here tells anybody by itself."),
    )


def _found(row: MissingRow, today: date) -> Question:
    on = row.seen_since or today
    return Question(
        _("Note that they were found"),
        (
            Ask("found_on", _("On which day"), Kind.DAY, on),
            Ask("note", _("Where, by whom, how they are"), Kind.TEXT, ""),
        ),
        _("Found"),
    )


def _noting(opened: OpenedPerson, values: Mapping[str, Any], _seen: int) -> Callable[..., Any]:
    return partial(
        note_missing,
        person_id=opened.page.person.id,
        known=_known(values),
        sensitivity=chosen(values),
    )


def _changing(row: MissingRow, values: Mapping[str, Any], seen: int) -> Callable[..., Any]:
    return partial(change_missing, missing_id=row.id, known=_known(values), seen=seen)


def _finding(row: MissingRow, values: Mapping[str, Any], _seen: int) -> Callable[..., Any]:
    return partial(note_found, missing_id=row.id, found_on=values["found_on"], note=values["note"])


def _known(values: Mapping[str, Any]) -> LastKnown:
    told = values["police_told"]
    is_told, is_not = told is Answer.YES, told is Answer.NO
    return LastKnown(
        seen_on=values["last_seen_on"],
        where=values["where"],
        by=values["by"],
        police_told=told,
        police_told_on=values["police_told_on"] if is_told else None,
        police_reference=values["police_reference"] if is_told else "",
        not_told_reason=values["not_told_reason"] if is_not else "",
        concern=values["concern"],
    )
