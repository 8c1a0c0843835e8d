"""The register of gaps as the sitter may see it; people in it are counted and never named."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from uuid import UUID

from coordinator.casework.actions.barriers import own_words
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.naming import rows_naming_nobody
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.panel.lines import barrier_words
from coordinator.casework.stuck.gaps import TEXTS
from coordinator.db.models import Barrier, Gap, GapBarrier, Person
from coordinator.db.transaction import Reading
from coordinator.domain.ids import made_at
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.roles import Right, may
from coordinator.domain.small_numbers import Hidden, Told, told
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import (
    FedBy,
    GapCard,
    GapNews,
    GapRow,
    Register,
    in_register_order,
    months_old,
)


def find_gaps(
    desk: Desk,
    *,
    statuses: Collection[GapStatus] = tuple(GapStatus),
    themes: Collection[GapTheme] = (),
) -> tuple[GapRow, ...]:
    """List the gaps of some statuses and themes (of all, when none are given), oldest first."""
    with desk.read(Right.SEE_COUNTS) as look:
        return gap_rows(look, look.gaps.listed(statuses, themes), desk.today(), whole=_whole(desk))


def read_gap(desk: Desk, gap_id: UUID) -> GapCard:
    """Show one gap, with those of the barriers that feed it that the sitter may see.

    Raises:
        MissingRecordError: No such gap.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        gap = look.get(Gap, gap_id)
        (row,) = gap_rows(look, [gap], desk.today(), whole=_whole(desk))
        links = look.gaps.feeding(gap_id)
        sight = sight_of(desk, look, [barrier.person_id for _link, barrier in links])
        fed_by = _fed_by(look, links, sight)
    return GapCard(row, fed_by, has_more=len(fed_by) < len(links))


def find_gaps_fed(desk: Desk, barriers: Collection[UUID]) -> Mapping[UUID, GapRow]:
    """Give the gap each of these barriers feeds, by the barrier."""
    with desk.read() as look:
        found = look.gaps.of_barriers(barriers)
        rows = gap_rows(look, list(found.values()), desk.today(), whole=_whole(desk))
        by_gap = {row.id: row for row in rows}
        return {barrier: by_gap[gap.id] for barrier, gap in found.items()}


def read_gap_register(desk: Desk, since: date) -> Register:
    """Read the gaps as they may leave the panel: small numbers hidden, whoever asks.

    Words that meanwhile tell of somebody on file beyond doubt are taken out of the texts.

    Args:
        desk: Where and by whom.
        since: Closed ones, and what happened, are told from this day on.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        found = look.gaps.listed(tuple(GapStatus))
        kept = [one for one in found if one.closed_on is None or one.closed_on >= since]
        rows = gap_rows(look, kept, desk.today(), whole=False)
        begun = datetime.combine(since, time.min, LONDON)
        acts = look.gaps.acts_since([row.id for row in rows], begun)
        news = {row.id: happened for row in rows if (happened := _news(row, acts, begun, since))}
        clean = rows_naming_nobody(desk, look, rows, TEXTS)
        return Register(since, in_register_order(clean), news)


def _news(
    row: GapRow, acts: Mapping[UUID, frozenset[str]], begun: datetime, since: date
) -> tuple[GapNews, ...]:
    done = acts.get(row.id, frozenset())
    told = {
        GapNews.RAISED: made_at(row.id) >= begun,
        GapNews.REOPENED: "gap.reopened" in done,
        GapNews.PUT: "gap.put_to_commissioner" in done,
        GapNews.DECIDED: row.decided_on is not None and row.decided_on >= since,
        GapNews.CLOSED: row.closed_on is not None,
    }
    return tuple(one for one, happened in told.items() if happened)


def gap_rows(
    look: Reading, gaps: Collection[Gap], today: date, *, whole: bool
) -> tuple[GapRow, ...]:
    """Describe gaps, in the order given.

    Args:
        look: Where to look.
        gaps: Which.
        today: Their age is counted up to this day.
        whole: The reader works with the whole panel; from others small numbers are hidden, as
            they are from everybody outside.
    """
    people = look.gaps.people([gap.id for gap in gaps])
    return tuple(_row(gap, people.get(gap.id, 0), today, whole=whole) for gap in gaps)


def _row(gap: Gap, on_file: int, today: date, *, whole: bool) -> GapRow:
    affected, besides = _counts(on_file, gap.affected_besides, whole=whole)
    return GapRow(
        id=gap.id,
        revision=gap.revision,
        number=gap.number,
        title=gap.title,
        theme=gap.theme,
        first_raised_on=gap.first_raised_on,
        months=months_old(gap.first_raised_on, gap.closed_on or today),
        affected=affected,
        affected_besides=besides,
        evidence=gap.evidence,
        cost=gap.cost,
        commissioner_id=gap.commissioner_id,
        commissioner=gap.commissioner,
        commissioner_role=gap.commissioner_role,
        status=gap.status,
        decision=gap.decision,
        decided_on=gap.decided_on,
        decided_by=gap.decided_by,
        closed_on=gap.closed_on,
        workaround=gap.workaround,
        reusable=gap.reusable,
    )


def _counts(on_file: int, besides: int, *, whole: bool) -> tuple[Told, Told]:
    """Give how many are affected, and how many of them are not on file.

    The second is left out where the two together would give away how many are.
    """
    if whole:
        return on_file + besides, besides
    gives_away = told(on_file) is Hidden.SMALL
    return told(on_file + besides), Hidden.GIVES_AWAY if gives_away else told(besides)


def _fed_by(
    look: Reading, links: Collection[tuple[GapBarrier, Barrier]], sight: Sight
) -> tuple[FedBy, ...]:
    far = how_far.of_barriers(look, [barrier for _link, barrier in links])
    seen = [
        (link, barrier)
        for link, barrier in links
        if sight.sees(barrier.person_id, far[barrier.id])
    ]
    people = look.get_many(Person, [b.person_id for _link, b in seen if b.person_id])
    words = barrier_words(look) if seen else {}
    return tuple(
        FedBy(
            barrier_id=barrier.id,
            person_id=barrier.person_id,
            reference=people[barrier.person_id].reference if barrier.person_id in people else "",
            category=barrier.category,
            own=own_words(barrier, words),
            status=barrier.status,
            since=barrier.since,
            linked_on=link.linked_on,
        )
        for link, barrier in seen
    )


def _whole(desk: Desk) -> bool:
    return may(desk.sitter.role, Right.SEE_RESTRICTED)  # a small number may tell of what is kept
