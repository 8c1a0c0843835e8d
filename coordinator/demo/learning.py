"""What the panel of the small demo learnt: notes, a review, themes. All of it made up."""

from datetime import timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning, share_learning
from coordinator.casework.learning.reviews import add_recommendation, begin_review
from coordinator.casework.learning.themes import (
    add_theme,
    band_theme,
    count_gap_in_theme,
    count_in_theme,
)
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.demo.story import Known, Stage
from coordinator.demo.switching import switch_on
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.learning.reviews import NewRecommendation, NewReview
from coordinator.domain.learning.themes import Banding, NewTheme
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.lists.panel import Feature

_NOTES = (
    (
        "Three workers asked the same questions in one week; the answers got shorter each time.",
        "One of us asks, the others read.",
        LearningTag.TEAMWORK,
        SharedWith.BOARD,
        "Somebody was asked the same questions by three services in a week. One worker asks now.",
    ),
    (
        "Meeting at the van, not in the office, was what made the difference.",
        "",
        LearningTag.WORKED,
        SharedWith.PARTNERSHIP,
        "Meeting people where they are, not in an office, worked where letters had not.",
    ),
    (
        "The form has no line for what people want themselves.",
        "Ask it first, before anything else.",
        LearningTag.VOICE,
        SharedWith.PANEL,
        "",
    ),
)
_THEMES = (
    (
        NewTheme(
            "Homes taken over by others to deal from",
            "People with drug or alcohol needs lose the use of their own home.",
            "How often it happens in private lets.",
        ),
        Banding(
            Harm.HIGH,
            Harm.SIGNIFICANT,
            Mitigation.SIGNIFICANT_LIMITS,
            Overall.HIGH,
            "Harm is serious and no agency can act alone.",
        ),
        4,
    ),
    (
        NewTheme(
            "Discharge from hospital without a home to go to",
            "Beds are freed before anywhere to stay is found.",
            "How many come back within a month.",
        ),
        Banding(
            Harm.SIGNIFICANT,
            Harm.SIGNIFICANT,
            Mitigation.SIGNIFICANT_LIMITS,
            Overall.MODERATE_HIGH,
            "A link worker begins in spring; until then nothing changes.",
        ),
        6,
    ),
)
_DUE = timedelta(days=42)


def keep_what_was_learnt(stage: Stage, known: list[Known]) -> None:
    """Write notes, begin a review of a group, and put two themes on the register."""
    desk = stage.desk
    people = [one.person for one in known if one.case is not None]
    for (happened, differently, tag, shared, telling), person in zip(_NOTES, people, strict=False):
        new = NewNote(happened, differently, tag)
        note = note_learning(desk, Subject(person), new).result
        if shared is not SharedWith.PANEL:
            share_learning(desk, note, Sharing(shared, telling, nobody_is_meant=True), seen=1)
    _review(desk, stage.chair)
    _themes(desk, people)


def _review(desk: Desk, owner: UUID) -> None:
    found = "Each service knew a part; nobody rang the next one before the day."
    title = "Four people who left hospital without a home"
    review = begin_review(desk, NewReview(ReviewKind.GROUP, title, found=found)).result
    recommended = NewRecommendation(
        "The ward tells the panel a week before somebody leaves.",
        owner,
        desk.today() + _DUE,
        measure="Every discharge of the quarter was told in time.",
        nobody_is_meant=True,
    )
    add_recommendation(desk, review, recommended)


def _themes(desk: Desk, people: list[UUID]) -> None:
    switch_on(desk, Feature.THEMES)
    gaps = [one.id for one in find_gaps(desk)]
    for number, (new, banding, seen_with) in enumerate(_THEMES):
        theme = add_theme(desk, new).result
        band_theme(desk, theme, banding, seen=1)
        for person in people[:seen_with]:
            count_in_theme(desk, person, theme_id=theme)
        for gap in gaps[number : number + 1]:
            count_gap_in_theme(desk, gap, theme_id=theme)
