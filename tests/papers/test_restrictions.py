"""Nothing of what is withheld: any entry, however sensitive, in every read.

Each text of each entry about somebody holds a word of its own. How sensitive the entries are is
drawn anew, and whoever may not have them is given everything there is to be given.
"""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.wall import read_wall_item
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.test_nothing_leaks import heard, words_in
from tests.papers.entries import STANDARD, Entries, leaks, levels_of
from tests.stores import HEALTH, NURSE, sitting

LEVELS = st.sampled_from([*Sensitivity, STANDARD, STANDARD])
FEW = partial(
    settings,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FEW(max_examples=2)
@given(
    drawn=st.lists(LEVELS, min_size=23, max_size=23),
    seat=st.sampled_from(
        [(NURSE, Role.LEAD_PROFESSIONAL), (NURSE, Role.REPRESENTATIVE), (NURSE, Role.AUDITOR)]
    ),
)
def test_no_read_from_another_seat_does_either(
    entries: Entries, drawn: list[Sensitivity], seat: tuple[UUID, Role]
) -> None:
    levels = levels_of(entries, drawn)
    entries.set(levels)
    said = heard(sitting(entries.desk, *seat, HEALTH), entries.told)
    assert leaks(entries, entries.withheld(levels), said) == []


@FEW(max_examples=6)
@given(drawn=st.lists(LEVELS, min_size=23, max_size=23))
def test_nor_does_the_wall_of_the_room_or_a_screen_without_names(
    entries: Entries, drawn: list[Sensitivity]
) -> None:
    levels, told = levels_of(entries, drawn), entries.told
    entries.set(levels)
    item = told.items[0]
    wall = read_wall_item(entries.desk, told.meeting, item, names_shown=True)
    _full, covered = read_item_both_ways(entries.desk, told.meeting, item, covered=True)
    said = {
        "wall": " ".join(words_in(wall)),
        "covered": " ".join(words_in(covered)),
    }
    assert leaks(entries, entries.withheld(levels), said) == []


@FEW(max_examples=1)
@given(data=st.data())
def test_a_withheld_entry_is_told_by_no_count_number_or_day(
    entries: Entries, data: st.DataObject
) -> None:
    plain = dict.fromkeys(entries.words, STANDARD)
    apart = {one for one, model in entries.kinds.items() if model.kind in STANDS_ALONE}
    chosen = frozenset(data.draw(st.sets(st.sampled_from(sorted(apart)), min_size=1)))
    desk = sitting(entries.desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    entries.set({**plain, **dict.fromkeys(chosen, Sensitivity.RESTRICTED)})
    withheld = heard(desk, entries.told)
    entries.set(plain, gone=chosen)
    never = heard(desk, entries.told)
    entries.set(plain)
    assert [read for read in withheld if _differs(read, withheld, never)] == []


STANDS_ALONE = frozenset(
    {
        RecordKind.CONTACT,
        RecordKind.WISH,
        RecordKind.MISSING,
        RecordKind.HOUSING_APPLICATION,
        RecordKind.HOUSING_CONSTRAINT,
        RecordKind.WARNING,
        RecordKind.AGENCY_NOTE,
        RecordKind.FORUM_INVOLVEMENT,
        RecordKind.RELATIONSHIP,
        RecordKind.DECISION,
    }
)
"""Entries that no agreed version holds: taken off, they are as though they had never been."""


def _differs(read: str, withheld: Mapping[str, str], never: Mapping[str, str]) -> bool:
    """Whether a read tells one from the other.

    A history tells that something was changed; the mark of what a paper was read from is no
    answer to anybody: it is compared with a later one, and thrown away.
    """
    is_apart = "history" in read or "read_moment" in read
    return not is_apart and withheld[read] != never[read]


def test_a_worker_who_must_not_be_told_finds_no_word_of_anything(entries: Entries) -> None:
    entries.all_standard()
    with entries.untold():
        said = heard(sitting(entries.desk, NURSE, Role.REPRESENTATIVE, HEALTH), entries.told)
    assert leaks(entries, entries.words, said) == []
