"""The forms of what is learnt; no Qt."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coordinator.domain.learning.notes import NoteRow
from coordinator.domain.learning.programmes import PlaceRow, ProgrammeRow
from coordinator.domain.learning.reviews import ReviewRow
from coordinator.domain.learning.themes import ThemeRow
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.names_meant import nobody_meant
from coordinator.wording.learning import about_words
from coordinator.wording.translation import _

Choices = Sequence[tuple[Any, str]]


def note(row: NoteRow | None, subjects: Choices, today: date) -> Question:
    """Ask what was learnt: anew, of what was said at a closing or a meeting, or once more."""
    asks: tuple[Ask, ...] = ()
    if row is None:
        asks = (
            Ask(
                "about",
                _("What it is about"),
                Kind.FIND,
                None,
                ((None, _("The panel's own work")), *subjects),
                hint=_("Type part of a reference: a person, a meeting, a gap or a review."),
            ),
        )
    return Question(
        _("What was learnt"),
        (
            *asks,
            Ask("happened", _("What happened?"), Kind.TEXT, row.happened if row else ""),
            Ask(
                "differently",
                _("What would we do differently?"),
                Kind.TEXT,
                row.differently if row else "",
            ),
            Ask(
                "tag",
                _("What it says something about"),
                Kind.CHOICE,
                row.tag if row else None,
                choices_of(LearningTag, _("Not said")),
            ),
            Ask("noted_on", _("When"), Kind.DAY, row.noted_on if row else today),
        ),
        _("Save"),
        about=about_words(row) if row else _("A note stays at the panel until it is shared."),
    )


def share(row: NoteRow) -> Question:
    """Ask how far what was learnt goes, and what is told there."""
    return Question(
        _("Who is told what was learnt?"),
        (
            Ask(
                "shared_with",
                _("Who is told"),
                Kind.CHOICE,
                row.shared_with,
                choices_of(SharedWith),
            ),
            Ask(
                "told_without_names",
                _("What is told, without names"),
                Kind.TEXT,
                row.telling,
                hint=_("This alone goes beyond the panel; the note itself never does."),
            ),
            nobody_meant(),
        ),
        _("Save"),
        about=row.happened,
    )


def end(title: str, about: str) -> Question:
    """Ask why something ends or is taken back."""
    return Question(title, (Ask("reason", _("Why?"), Kind.TEXT, ""),), _("Save"), about=about)


def review(row: ReviewRow | None, people: Choices, today: date) -> Question:
    """Ask what is looked back on, and what was found."""
    asks: list[Ask] = []
    if row is None:
        of_one = frozenset({ReviewKind.DEATH, ReviewKind.PERSON})
        kinds = choices_of(ReviewKind)
        asks = [
            Ask("review_kind", _("What is looked back on"), Kind.CHOICE, ReviewKind.DEATH, kinds),
            Ask(
                "person_id",
                _("Of whom"),
                Kind.FIND,
                None,
                ((None, ""), *people),
                only_for=("review_kind", of_one),
            ),
            Ask("begun_on", _("Begun"), Kind.DAY, today),
        ]
    return Question(
        _("Learning review") if row is None else row.number,
        (
            *asks,
            Ask("title", _("What it is called"), Kind.LINE, row.title if row else ""),
            Ask("led_by", _("Who leads it"), Kind.LINE, row.led_by if row else ""),
            Ask("reference", _("Known elsewhere as"), Kind.LINE, row.reference if row else ""),
            Ask("found", _("What it found"), Kind.TEXT, row.found if row else ""),
        ),
        _("Save"),
        about=_("A review stays with those who run the panel."),
    )


def recommend(row: ReviewRow, owners: Choices) -> Question:
    """Ask what is recommended, and who does what about it by when."""
    return Question(
        _("{number}: a recommendation", number=row.number),
        (
            Ask("recommendation", _("What is recommended?"), Kind.TEXT, "", hint=_("No names.")),
            Ask(
                "action",
                _("What is to be done"),
                Kind.TEXT,
                "",
                hint=_("Empty when it is the recommendation itself."),
            ),
            Ask("owner_id", _("Who does it"), Kind.FIND, None, ((None, ""), *owners)),
            Ask("due_on", _("By when"), Kind.DAY, None),
            Ask("measure", _("How it is known to be done"), Kind.LINE, ""),
            nobody_meant(),
        ),
        _("Add it"),
        about=_("It becomes an action of its own, chased like every other."),
    )


def programme(row: ProgrammeRow | None) -> Question:
    """Ask what a programme is."""
    return Question(
        _("Programme"),
        (
            Ask("name", _("What it is called"), Kind.LINE, row.name if row else ""),
            Ask("from_on", _("From"), Kind.DAY, row.from_on if row else None),
            Ask("to_on", _("Until"), Kind.DAY, row.to_on if row else None),
            Ask("note", _("Note"), Kind.TEXT, row.note if row else ""),
        ),
        _("Save"),
        about=_("Its people can be told apart from the others in lists and reports."),
    )


def join(row: ProgrammeRow, people: Choices, today: date) -> Question:
    """Ask who joins a programme, and from when."""
    return Question(
        _("{name}: who joins?", name=row.name),
        (
            Ask("person_id", _("Who"), Kind.FIND, None, ((None, ""), *people)),
            Ask("from_on", _("From"), Kind.DAY, today),
        ),
        _("Save"),
    )


def leave(place: PlaceRow, today: date) -> Question:
    """Ask until when somebody belonged to a programme, and why no more."""
    return Question(
        _("{who} leaves {name}", who=place.reference, name=place.programme),
        (
            Ask("to_on", _("Last day"), Kind.DAY, today),
            Ask("reason", _("Why?"), Kind.TEXT, ""),
        ),
        _("Save"),
    )


def theme(row: ThemeRow | None) -> Question:
    """Ask what an issue of the area is, and what we do not know of it."""
    return Question(
        _("Theme"),
        (
            Ask("title", _("What the issue is"), Kind.LINE, row.title if row else ""),
            Ask("description", _("What it is"), Kind.TEXT, row.description if row else ""),
            Ask("unknowns", _("What we do not know"), Kind.TEXT, row.unknowns if row else ""),
            Ask("review_on", _("Look again"), Kind.DAY, row.review_on if row else None),
            nobody_meant(),
        ),
        _("Save"),
        about=_("An issue of the whole area. Nobody is named, and nobody is scored."),
    )


def band(row: ThemeRow) -> Question:
    """Ask for the three bands, the overall and its reason."""
    return Question(
        _("How grave is it?"),
        (
            _band("to_public", _("Risk to the public"), Harm, row.to_public),
            _band("to_partnership", _("Risk to the partnership"), Harm, row.to_partnership),
            _band("mitigation", _("Ability to mitigate"), Mitigation, row.mitigation),
            _band("overall", _("Overall"), Overall, row.overall),
            Ask(
                "overall_reason",
                _("Why it comes to that"),
                Kind.TEXT,
                row.overall_reason,
                hint=_("The overall is yours to enter; the program works none out. No names."),
            ),
            nobody_meant(),
        ),
        _("Save"),
        about=row.title,
    )


def count(row: ThemeRow, name: str, choices: Choices) -> Question:
    """Ask who, or which gap, is counted in a theme."""
    title = _("Who is it seen with?") if name == "person_id" else _("Which gap belongs to it?")
    asked = Ask(name, row.title, Kind.FIND, None, ((None, ""), *choices))
    return Question(title, (asked,), _("Count it"), about=_("Told by count alone."))


def _band(name: str, title: str, kind: Any, value: Any) -> Ask:
    return Ask(name, title, Kind.CHOICE, value, choices_of(kind, _("Not said")))
