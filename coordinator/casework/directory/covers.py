"""Who stands in for the chair or the coordinator: noted ahead, changed, ended early."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Cover, Panel, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.directory import covers as rules
from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

_DAY = timedelta(days=1)


def add_cover(
    desk: Desk, *, post: PanelPost, professional_id: UUID, from_on: date, until_on: date
) -> Done[UUID]:
    """Note who stands in for a post, both days included. It gives nobody another role.

    Raises:
        InvalidFieldsError: Days that cannot be, somebody for themselves, or days on which
            somebody else stands in.
        GuardError: `professional-left`.
        MissingRecordError: Nobody of that id.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        check_in_post(tx.get(Professional, professional_id).left_on, desk.today())
        holder = _holder(tx, post)
        rules.check_cover(professional_id, holder, from_on, until_on, desk.today())
        rules.check_free(from_on, until_on, _others(tx, post, desk.today()))
        cover = Cover(
            id=desk.new_id(),
            post=post,
            professional_id=professional_id,
            absent_id=holder,
            from_on=from_on,
            until_on=until_on,
        )
        tx.add(cover)
        tx.journal("cover.added", record=cover.id)
    return Done(cover.id, tx.changes)


def change_cover(desk: Desk, cover_id: UUID, *, seen: int, until_on: date) -> Done[int]:
    """Change the last day on which somebody stands in; gives the new revision.

    Raises:
        InvalidFieldsError: A day that cannot be, or on which somebody else stands in.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        cover = tx.get(Cover, cover_id)
        if wrong := rules.fault_of_days(cover.from_on, until_on, desk.today()):
            raise InvalidFieldsError(wrong)
        others = _others(tx, cover.post, desk.today(), but=cover_id)
        rules.check_free(cover.from_on, until_on, others)
        put(tx, cover, seen=seen, fields={"until_on": until_on})
        tx.journal("cover.changed", record=cover_id)
    return Done(cover.revision, tx.changes)


def end_cover(desk: Desk, cover_id: UUID) -> Done[None]:
    """Note that somebody stands in no longer from today; one that had not begun is taken away.

    Raises:
        MissingRecordError: No such record.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        cover = tx.get(Cover, cover_id)
        if cover.from_on >= desk.today():
            cover.removed = True
        else:
            cover.until_on = min(cover.until_on, desk.today() - _DAY)
        tx.journal("cover.ended", record=cover_id)
    return Done(None, tx.changes)


def rows_of(look: Reading, covers: Sequence[Cover]) -> tuple[CoverRow, ...]:
    """Give those who stand in as they are shown."""
    wanted = [one for cover in covers for one in (cover.professional_id, cover.absent_id) if one]
    names = {one.id: one.name for one in look.get_many(Professional, wanted).values()}
    return tuple(
        CoverRow(
            id=cover.id,
            revision=cover.revision,
            post=cover.post,
            professional_id=cover.professional_id,
            name=names.get(cover.professional_id, ""),
            absent_id=cover.absent_id,
            absent=names.get(cover.absent_id, "") if cover.absent_id else "",
            from_on=cover.from_on,
            until_on=cover.until_on,
        )
        for cover in covers
    )


def chairs_on(look: Reading, on: date) -> tuple[UUID, ...]:
    """Give who decides as the chair on a day: who stands in, the chair, the vice-chair."""
    panel = look.get(Panel, look.info.panel_id)
    standing_in = look.week.covering(PanelPost.CHAIR, on)
    found = (standing_in, panel.chair_id, panel.vice_chair_id)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def officers_on(look: Reading, panel: Panel | None, on: date) -> tuple[UUID | None, UUID | None]:
    """Give who chairs and who takes the minutes on a day, unless a meeting says otherwise."""
    chair = look.week.covering(PanelPost.CHAIR, on)
    coordinator = look.week.covering(PanelPost.COORDINATOR, on)
    if panel is None:
        return chair, coordinator
    return chair or panel.chair_id, coordinator or panel.coordinator_id


def _holder(tx: Transaction, post: PanelPost) -> UUID | None:
    panel = tx.get(Panel, tx.info.panel_id)
    return panel.chair_id if post is PanelPost.CHAIR else panel.coordinator_id


def _others(
    tx: Transaction, post: PanelPost, today: date, but: UUID | None = None
) -> list[tuple[date, date]]:
    covers = tx.week.covers(today)
    return [(one.from_on, one.until_on) for one in covers if one.post is post and one.id != but]
