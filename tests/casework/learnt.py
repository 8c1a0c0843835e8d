"""What acts on learning ask for, and entries of each kind about somebody, to try them all."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning
from coordinator.casework.learning.programmes import add_programme, join_programme
from coordinator.casework.learning.reviews import begin_review
from coordinator.casework.learning.themes import add_theme, count_in_theme
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.domain.learning.reviews import NewRecommendation, NewReview
from coordinator.domain.learning.themes import NewTheme
from coordinator.domain.lists.learning import ReviewKind, SharedWith
from coordinator.domain.lists.panel import Feature
from coordinator.domain.states import Sensitivity
from tests.stores import NURSE, TODAY
from tests.switched import switch_on

NOTE = NewNote("They were asked twice.")
TOLD = Sharing(SharedWith.BOARD, "Somebody was asked twice.")
REVIEW = NewReview(ReviewKind.PERSON, "A story", found="Letters crossed")
RECOMMENDED = NewRecommendation("Ring first.", NURSE, TODAY + timedelta(days=7))
OWN: Mapping[str, dict[str, Any]] = {
    "change_learning": {"new": NOTE},
    "change_review": {"new": REVIEW},
    "add_recommendation": {"new": RECOMMENDED},
    "join_programme": {"programme_id": UUID(int=7)},
    "count_in_theme": {"theme_id": UUID(int=7)},
}


def keep_learning(desk: Desk, person: UUID, plain: str, guarded: str) -> None:
    """Put on file what was learnt of somebody: for everybody, and for those who run the panel."""
    note_learning(desk, Subject(person), NewNote(plain, plain))
    kept = NewNote(guarded, guarded, sensitivity=Sensitivity.RESTRICTED)
    note_learning(desk, Subject(person), kept)
    begin_review(desk, NewReview(ReviewKind.PERSON, guarded, person, found=guarded))
    join_programme(desk, person, programme_id=add_programme(desk, NewProgramme("Pilot")).result)
    switch_on(desk, Feature.THEMES)
    count_in_theme(desk, person, theme_id=add_theme(desk, NewTheme("Cuckooing")).result)


def learnt_about(desk: Desk, person: UUID) -> dict[str, UUID]:
    """Give the ids of what was learnt of somebody, by what acts call it."""
    programme = add_programme(desk, NewProgramme("Another pilot")).result
    theme = add_theme(desk, NewTheme("County lines")).result
    review = NewReview(ReviewKind.PERSON, "A story", person, found="Letters crossed")
    return {
        "learning_id": note_learning(desk, Subject(person), NOTE).result,
        "review_id": begin_review(desk, review).result,
        "place_id": join_programme(desk, person, programme_id=programme).result,
        "link_id": count_in_theme(desk, person, theme_id=theme).result,
    }
