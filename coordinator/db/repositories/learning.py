"""The questions asked of what the panel learns: notes, reviews, programmes, themes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.hidden_parts import as_seen
from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Action,
    ActionTie,
    Case,
    LearningNote,
    LearningReview,
    Meeting,
    Person,
    Programme,
    ProgrammePlace,
    Theme,
    ThemeLink,
)
from coordinator.db.repositories.pieces import in_pieces, mark_of_store


class LearningLog:
    """What was learnt, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def notes(
        self,
        *,
        person: UUID | None = None,
        meeting: UUID | None = None,
        gap: UUID | None = None,
        review: UUID | None = None,
    ) -> Sequence[LearningNote]:
        """List notes about one thing, of all when none is said; the newest first."""
        query = select(LearningNote)
        for column, wanted in (
            (LearningNote.person_id, person),
            (LearningNote.meeting_id, meeting),
            (LearningNote.gap_id, gap),
            (LearningNote.review_id, review),
        ):
            if wanted is not None:
                query = query.where(column == wanted)
        ordered = query.order_by(LearningNote.noted_on.desc(), LearningNote.id)
        return self._session.scalars(ordered).all()

    def notes_between(self, first: date, last: date) -> Sequence[LearningNote]:
        """List the notes of a period that were not taken back, both days included."""
        query = select(LearningNote).where(
            LearningNote.noted_on.between(first, last), LearningNote.ended_on.is_(None)
        )
        return self._session.scalars(query.order_by(LearningNote.noted_on, LearningNote.id)).all()

    def closings(self, person: UUID | None = None) -> Sequence[Case]:
        """List the cases at whose closing something was said to be learnt."""
        query = select(Case).where(
            Case.closed_on.is_not(None), as_seen(self._session, Case.learning) != ""
        )
        if person is not None:
            query = query.where(Case.person_id == person)
        return self._session.scalars(query.order_by(Case.closed_on.desc(), Case.id)).all()

    def meetings(self, meeting: UUID | None = None) -> Sequence[Meeting]:
        """List the meetings at which something was said to be learnt."""
        query = select(Meeting).where(as_seen(self._session, Meeting.learning) != "")
        if meeting is not None:
            query = query.where(Meeting.id == meeting)
        return self._session.scalars(query.order_by(Meeting.on.desc(), Meeting.id)).all()

    def next_number(self, year: int) -> str:
        """Give the number after the highest of a year: `L26-003`; none is ever given again."""
        prefix = f"L{year % 100:02d}{mark_of_store(self._session)}-"
        numbers = select(LearningReview.number).where(LearningReview.number.startswith(prefix))
        options = {"with_removed": True, **WHATEVER}
        found = self._session.scalars(numbers, execution_options=options)
        endings = (number.removeprefix(prefix) for number in found)
        highest = max((int(ending) for ending in endings if ending.isdigit()), default=0)
        return f"{prefix}{highest + 1:03d}"

    def reviews(self, person: UUID | None = None) -> Sequence[LearningReview]:
        """List the reviews, the latest begun first."""
        query = select(LearningReview)
        if person is not None:
            query = query.where(LearningReview.person_id == person)
        ordered = query.order_by(LearningReview.begun_on.desc(), LearningReview.number.desc())
        return self._session.scalars(ordered).all()

    def recommended(
        self, reviews: Collection[UUID]
    ) -> Mapping[UUID, Sequence[tuple[ActionTie, Action]]]:
        """Give what each of these reviews recommended, as actions, the earliest due first."""
        found: dict[UUID, list[tuple[ActionTie, Action]]] = {}
        for some in in_pieces(reviews):
            query = (
                select(ActionTie, Action)
                .join(Action, Action.id == ActionTie.action_id)
                .where(ActionTie.review_id.in_(some))
                .order_by(Action.due_on, Action.number)
            )
            for tie, action in self._session.execute(query):
                if tie.review_id is not None:
                    found.setdefault(tie.review_id, []).append((tie, action))
        return found

    def programmes(self) -> Sequence[Programme]:
        """List the programmes by name, those that ended too."""
        return self._session.scalars(
            select(Programme).order_by(Programme.name, Programme.id)
        ).all()

    def places(
        self, *, person: UUID | None = None, programme: UUID | None = None
    ) -> Sequence[ProgrammePlace]:
        """List who belongs to programmes or did, the latest first."""
        query = select(ProgrammePlace)
        if person is not None:
            query = query.where(ProgrammePlace.person_id == person)
        if programme is not None:
            query = query.where(ProgrammePlace.programme_id == programme)
        ordered = query.order_by(ProgrammePlace.from_on.desc(), ProgrammePlace.id)
        return self._session.scalars(ordered).all()

    def belonging(self, programme: UUID, first: date, last: date) -> frozenset[UUID]:
        """Name the people who belonged to a programme on a day of a period, its ends included."""
        query = select(ProgrammePlace.person_id).where(
            ProgrammePlace.programme_id == programme,
            ProgrammePlace.from_on <= last,
            ProgrammePlace.to_on.is_(None) | (ProgrammePlace.to_on >= first),
        )
        return frozenset(self._session.scalars(query))

    def joined(self, programme: UUID) -> dict[UUID, date]:
        """Say of everybody who has or had a place in a programme when they first joined it."""
        query = select(ProgrammePlace.person_id, func.min(ProgrammePlace.from_on)).group_by(
            ProgrammePlace.person_id
        )
        found = self._session.execute(query.where(ProgrammePlace.programme_id == programme))
        return {person: on for person, on in found}  # noqa: C416 - rows, not pairs

    def themes(self) -> Sequence[Theme]:
        """List the themes, those that ended too."""
        return self._session.scalars(select(Theme).order_by(Theme.title, Theme.id)).all()

    def people_of_themes(self, themes: Collection[UUID]) -> Mapping[UUID, int]:
        """Count the people each theme is seen with: everybody once, only who is still on file.

        What is held back counts like the rest: a theme says how many, never who.
        """
        query = select(ThemeLink.theme_id, func.count(ThemeLink.person_id.distinct())).join(
            Person, Person.id == ThemeLink.person_id
        )
        counts: dict[UUID, int] = {}
        for some in in_pieces(themes):
            asked = query.where(ThemeLink.theme_id.in_(some)).group_by(ThemeLink.theme_id)
            rows = self._session.execute(asked, execution_options=WHATEVER)
            counts |= {row[0]: row[1] for row in rows}
        return counts

    def gaps_of_themes(self, themes: Collection[UUID]) -> Mapping[UUID, int]:
        """Count the gaps each theme is seen with."""
        query = select(ThemeLink.theme_id, func.count(ThemeLink.gap_id.distinct())).where(
            ThemeLink.gap_id.is_not(None)
        )
        counts: dict[UUID, int] = {}
        for some in in_pieces(themes):
            asked = query.where(ThemeLink.theme_id.in_(some)).group_by(ThemeLink.theme_id)
            counts |= {row[0]: row[1] for row in self._session.execute(asked)}
        return counts

    def links(
        self, *, person: UUID | None = None, gap: UUID | None = None
    ) -> Sequence[tuple[ThemeLink, Theme]]:
        """Give the themes that are seen with somebody, or with a gap, by title."""
        query = select(ThemeLink, Theme).join(Theme, Theme.id == ThemeLink.theme_id)
        if person is not None:
            query = query.where(ThemeLink.person_id == person)
        if gap is not None:
            query = query.where(ThemeLink.gap_id == gap)
        found = self._session.execute(query.order_by(Theme.title, ThemeLink.id))
        return [(link, theme) for link, theme in found]
