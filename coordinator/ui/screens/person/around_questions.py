"""The forms about other forums and the people around somebody, with their acts; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.people.around import (
    change_forum,
    change_tie,
    end_tie,
    note_forum,
    note_tie,
)
from coordinator.domain.lists.sharing import ForumKind, ForumStatus, RelationEffect, RelationKind
from coordinator.domain.people.around import Forum, ForumRow, Tie, TieRow
from coordinator.domain.people.around import sensitivity_of as usual_sensitivity
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.states import Answer, Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.person.acts import given
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.who_may_see import NAME
from coordinator.wording.sharing import tied_to
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Put = tuple[Question, Act]
Choices = tuple[tuple[UUID, str], ...]
ROWS = (ForumRow, TieRow)
_STANDARD = Sensitivity.STANDARD


def put_new(
    person: UUID, step: Step, people: Iterable[PersonRow], *, may_restrict: bool
) -> Put | None:
    """Give the form of something new around the person, and the act it leads to.

    Of the people on file those are offered whom the sitter may see, but for the person.
    Whoever may not have restricted entries makes none: their forms say so, and offer none.
    """
    if step is Step.FORUM:
        return _open(_forum(None), may_restrict=may_restrict), partial(_noting_forum, person)
    if step is Step.TIE:
        named = tuple((one.id, _called(one)) for one in people if one.id != person)
        return _open(_tie(named), may_restrict=may_restrict), partial(_noting_tie, person)
    return None


def put_about(step: Step, about: object, *, may_restrict: bool) -> Put | None:
    """Give the form about a forum or a tie, and the act it leads to."""
    if isinstance(about, ForumRow):
        question = _open(_forum(about.forum), may_restrict=may_restrict)
        return question, partial(_changing_forum, about)
    if isinstance(about, TieRow) and step is Step.END_TIE:
        return _end(), partial(_ending, about.id)
    if isinstance(about, TieRow):
        question = _open(_change_tie(about), may_restrict=may_restrict)
        return question, partial(_changing_tie, about.id, question)
    return None


def _open(question: Question, *, may_restrict: bool) -> Question:
    """Leave out of a form what whoever fills it in could not see afterwards, and say so."""
    if may_restrict:
        return question
    asks = (_only_open(ask) for ask in question.asks if ask.name != NAME)
    return replace(
        question,
        asks=tuple(asks),
        about=_(
            "Everybody who may see this person may see it. What is for few, such as MARAC, or"
            " tells of somebody else, is kept by the coordinator or the chair."
        ),
    )


def _only_open(ask: Ask) -> Ask:
    if ask.name != "forum":
        return ask
    listed = tuple(
        one
        for one in ask.choices
        if one[0] is None or usual_sensitivity(Forum(one[0])) is _STANDARD
    )
    return replace(ask, choices=listed)


def _forum(one: Forum | None) -> Question:
    said = one or Forum(ForumKind.OTHER)
    return Question(
        _("Another forum"),
        (
            Ask(
                "forum",
                _("Which"),
                Kind.CHOICE,
                one.forum if one else None,
                choices_of(ForumKind, "" if one else _("Choose")),
            ),
            Ask(
                "own_forum",
                _("Its name"),
                Kind.LINE,
                said.own_forum,
                only_for=("forum", frozenset({ForumKind.OTHER})),
            ),
            Ask("status", _("Status"), Kind.CHOICE, said.status, choices_of(ForumStatus)),
            Ask("status_on", _("Since"), Kind.DAY, said.status_on),
            Ask("reference", _("Their reference"), Kind.LINE, said.reference),
            Ask("contact", _("Whom to ask there"), Kind.LINE, said.contact),
            Ask(
                "sensitivity",
                _("Who may see it"),
                Kind.CHOICE,
                said.sensitivity,
                choices_of(Sensitivity, _("As is usual for this forum")),
            ),
        ),
        _("Keep it"),
        about=_("That it deals with them, never what was said there."),
    )


def _tie(people: Choices) -> Question:
    return Question(
        _("Somebody around them"),
        (
            Ask(
                "other",
                _("Somebody on file"),
                Kind.FIND,
                None,
                ((None, _("Nobody on file")), *people),
                hint=_("Type part of the name or the reference."),
            ),
            Ask("name", _("Or their name, when they are not on file"), Kind.LINE, ""),
            Ask(
                "relation",
                _("What they are to them"),
                Kind.CHOICE,
                None,
                choices_of(RelationKind, _("Choose")),
            ),
            *_of_tie(Tie(RelationKind.OTHER)),
        ),
        _("Keep it"),
        about=_("Somebody else's name: it leaves for nobody who may not have such entries."),
    )


def _called(one: PersonRow) -> str:
    return f"{chosen(one.name, one.reference)} {one.reference}"


def _change_tie(row: TieRow) -> Question:
    return Question(
        tied_to(row),
        (
            Ask(
                "relation",
                _("What they are to them"),
                Kind.CHOICE,
                row.tie.relation,
                choices_of(RelationKind),
            ),
            *_of_tie(row.tie),
        ),
        _("Save"),
    )


def _of_tie(tie: Tie) -> tuple[Ask, ...]:
    return (
        Ask(
            "effect",
            _("What it does for them"),
            Kind.CHOICE,
            tie.effect,
            choices_of(RelationEffect, _("Nobody has asked yet")),
        ),
        Ask(
            "not_discussed_with",
            _("Do not discuss with"),
            Kind.TICK,
            tie.not_discussed_with,
            ((True, _("Nothing about this person is discussed with them")),),
        ),
        Ask(
            "lives_with",
            _("Live together?"),
            Kind.CHOICE,
            tie.lives_with,
            choices_of(Answer, _("Nobody has asked yet")),
        ),
        Ask("is_child", _("A child"), Kind.TICK, tie.is_child, ((True, _("Under 18")),)),
        Ask("note", _("What a worker should know"), Kind.TEXT, tie.note),
        Ask(
            "sensitivity",
            _("Who may see it"),
            Kind.CHOICE,
            tie.sensitivity,
            choices_of(Sensitivity),
        ),
    )


def _end() -> Question:
    return Question(
        _("This tie is over"), (Ask("reason", _("Why"), Kind.TEXT, ""),), _("It is over")
    )


def _noting_forum(person: UUID, values: Values, _seen: int) -> Any:
    return given(values, ("forum",), partial(note_forum, person_id=person, forum=Forum(**values)))


def _changing_forum(row: ForumRow, values: Values, seen: int) -> Any:
    said, was = Forum(**values), row.forum
    if NAME not in values:
        said = replace(said, sensitivity=was.sensitivity)
    if said.forum is not was.forum and said.sensitivity is was.sensitivity is _STANDARD:
        said = replace(said, sensitivity=None)  # as open as the other forum was is no choice
    return partial(change_forum, forum_id=row.id, forum=said, seen=seen)


def _noting_tie(person: UUID, values: Values, _seen: int) -> Any:
    tie = Tie(**{NAME: _STANDARD, **values})
    if tie.other is not None:
        tie = replace(tie, name="")
    return given(values, ("relation",), partial(note_tie, person_id=person, tie=tie))


def _changing_tie(tie: UUID, question: Question, values: Values, seen: int) -> Any:
    return partial(change_tie, tie_id=tie, seen=seen, **question.changed(values))


def _ending(tie: UUID, values: Values, _seen: int) -> Any:
    return partial(end_tie, tie_id=tie, **values)
