"""Which form leads to which act on the page on learning. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.learning import notes, programmes, reviews, themes
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.learning.notes import NewNote, NoteRow, Sharing, Subject
from coordinator.domain.learning.programmes import NewProgramme, ProgrammeRow
from coordinator.domain.learning.reviews import NewRecommendation, NewReview, ReviewRow
from coordinator.domain.learning.themes import Banding, NewTheme, ThemeRow
from coordinator.domain.learning.views import Shared
from coordinator.domain.lists.learning import ReviewKind
from coordinator.domain.outcomes import Done
from coordinator.domain.states import ReviewStatus, Sensitivity
from coordinator.ui.kit.asks import Question
from coordinator.ui.places.learning import LearningPart
from coordinator.ui.screens.learning import questions
from coordinator.ui.screens.learning.entries import Deed, Row
from coordinator.ui.screens.learning.listing import Listed
from coordinator.ui.shared.names_meant import NOBODY
from coordinator.ui.shared.who_may_see import with_who_may_see
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Act = Callable[[Values, int], Callable[[Desk], Done[Any]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A form and the act its answers lead to; without a form the act is done at once."""

    question: Question | None
    act: Act
    about: UUID | None = None
    seen: int = 0


def asked_of(deed: Deed, part: LearningPart, listed: Listed, row: Row | None) -> Asked | None:
    """Give what is asked for a deed, of a row or of something new; nothing where none fits."""
    if row is None:
        return _anew(part, listed) if deed is Deed.ADD else None
    if isinstance(row, Shared):
        return None
    if isinstance(row, NoteRow):
        return _of_note(deed, row, listed)
    if isinstance(row, ReviewRow):
        return _of_review(deed, row, listed)
    if isinstance(row, ProgrammeRow):
        return _of_programme(deed, row, listed)
    return _of_theme(deed, row, listed)


def _anew(part: LearningPart, listed: Listed) -> Asked:
    today = listed.today
    if part is LearningPart.REVIEWS:
        question = questions.review(None, listed.people, today)
        return Asked(_restricting(question, listed, Sensitivity.RESTRICTED), _beginning)
    if part is LearningPart.PROGRAMMES:
        return Asked(
            questions.programme(None),
            lambda values, _seen: partial(programmes.add_programme, new=NewProgramme(**values)),
        )
    if part is LearningPart.THEMES:
        return Asked(
            questions.theme(None),
            lambda values, _seen: partial(themes.add_theme, new=NewTheme(**values)),
        )
    question = questions.note(None, listed.subjects, today)
    return Asked(_restricting(question, listed), partial(_noting, None))


def _restricting(
    question: Question, listed: Listed, usual: Sensitivity = Sensitivity.STANDARD
) -> Question:
    return with_who_may_see(question, may_restrict=listed.may_restrict, usual=usual)


def _of_note(deed: Deed, row: NoteRow, listed: Listed) -> Asked | None:
    question = questions.note(row, (), listed.today)
    if row.id is None:
        of = row.subject.case_id or row.subject.meeting_id  # what is typed is kept under it
        act = partial(_noting, row.subject)
        taking_up = Asked(_restricting(question, listed), act, of)
        return taking_up if deed is Deed.TAKE_UP else None
    key, seen = row.id, row.revision
    if deed is Deed.CHANGE:

        def change(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(
                notes.change_learning, learning_id=key, new=NewNote(**values), seen=seen
            )

        return Asked(question, change, key, seen)
    if deed is Deed.SHARE:

        def share(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            said = Sharing(
                values["shared_with"],
                values["told_without_names"],
                bool(values[NOBODY]),
            )
            return partial(notes.share_learning, learning_id=key, sharing=said, seen=seen)

        return Asked(questions.share(row), share, key, seen)
    if deed is Deed.END:
        asked = questions.end(_("Take this note back"), row.happened)
        return Asked(asked, _ending(notes.end_learning, "learning_id", key), key, seen)
    return None


def _of_review(deed: Deed, row: ReviewRow, listed: Listed) -> Asked | None:
    if deed is Deed.CHANGE:

        def change(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            new = NewReview(row.review_kind, person_id=row.person_id, **values)
            return partial(reviews.change_review, review_id=row.id, new=new, seen=seen)

        return Asked(questions.review(row, (), listed.today), change, row.id, row.revision)
    if deed is Deed.RECOMMEND:

        def recommend(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
            new = NewRecommendation(**values)
            return partial(reviews.add_recommendation, review_id=row.id, new=new)

        return Asked(questions.recommend(row, listed.owners), recommend, row.id)
    moved = {
        Deed.REPORT: ReviewStatus.REPORTED,
        Deed.CLOSE: ReviewStatus.CLOSED,
        Deed.REOPEN: ReviewStatus.BEGUN,
    }.get(deed)
    return _moving(row, deed, moved) if moved is not None else None


def _moving(row: ReviewRow, deed: Deed, wanted: ReviewStatus) -> Asked:
    def act(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
        return partial(
            reviews.move_review,
            review_id=row.id,
            wanted=wanted,
            seen=seen,
            reason=values.get("reason", ""),
        )

    asked = None
    if deed is not Deed.REPORT:
        title = _("Close the review") if deed is Deed.CLOSE else _("Take the review up again")
        asked = questions.end(title, row.title)
    return Asked(asked, act, row.id, row.revision)


def _of_programme(deed: Deed, row: ProgrammeRow, listed: Listed) -> Asked | None:
    if deed is Deed.CHANGE:

        def change(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            new = NewProgramme(**values)
            return partial(programmes.change_programme, programme_id=row.id, new=new, seen=seen)

        return Asked(questions.programme(row), change, row.id, row.revision)
    if deed is Deed.JOIN:
        question = questions.join(row, listed.people, listed.today)
        return Asked(question, partial(_joining, row.id), row.id)
    if deed is Deed.END:
        asked = questions.end(_("End this programme"), row.name)
        act = _ending(programmes.end_programme, "programme_id", row.id)
        return Asked(asked, act, row.id, row.revision)
    return None


def _of_theme(deed: Deed, row: ThemeRow, listed: Listed) -> Asked | None:
    if deed is Deed.CHANGE:

        def change(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            new = NewTheme(**values)
            return partial(themes.change_theme, theme_id=row.id, new=new, seen=seen)

        return Asked(questions.theme(row), change, row.id, row.revision)
    if deed is Deed.BAND:

        def band(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(
                themes.band_theme, theme_id=row.id, banding=Banding(**values), seen=seen
            )

        return Asked(questions.band(row), band, row.id, row.revision)
    if deed is Deed.END:
        asked = questions.end(_("Take this theme off the register"), row.title)
        return Asked(asked, _ending(themes.end_theme, "theme_id", row.id), row.id, row.revision)
    counted = {Deed.COUNT_PERSON: "person_id", Deed.COUNT_GAP: "gap_id"}.get(deed)
    if counted is None:
        return None
    choices = listed.people if counted == "person_id" else listed.gaps
    return Asked(questions.count(row, counted, choices), partial(_counting, row.id), row.id)


def _noting(of: Subject | None, values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    said = dict(values)
    subject = said.pop("about", None) or of or Subject()
    return partial(notes.note_learning, subject=subject, new=NewNote(**said))


def _beginning(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    new = NewReview(**values)
    if new.review_kind is ReviewKind.GROUP:
        new = replace(new, person_id=None)
    return partial(reviews.begin_review, new=new)


def _joining(programme: UUID, values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    return partial(_with_one, programmes.join_programme, programme_id=programme, **values)


def _counting(theme: UUID, values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    act: Any = themes.count_in_theme if "person_id" in values else themes.count_gap_in_theme
    return partial(_with_one, act, theme_id=theme, **values)


def _with_one(act: Any, desk: Desk, **values: Any) -> Done[Any]:
    """Do an act about somebody or something that a form may have left open."""
    for name in ("person_id", "gap_id"):
        if name in values and values[name] is None:
            raise InvalidFieldsError({name: "required"})
    done: Done[Any] = act(desk, **values)
    return done


def _ending(act: Any, name: str, key: UUID) -> Act:
    def ends(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
        return partial(act, reason=values["reason"], **{name: key})

    return ends
