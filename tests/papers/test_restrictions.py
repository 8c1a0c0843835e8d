"""Nothing of what is withheld: any entry, however sensitive, in every paper and every read.

Each text of each entry about somebody holds a word of its own. How sensitive the entries are is
drawn anew, and whoever may not have them is given everything there is to be given.
"""

import io
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.exclusions import exclude_agency, exclude_worker, lift_worker
from coordinator.casework.live.covering import read_item_both_ways
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.plan_reads import read_plan
from coordinator.casework.plans import agree_plan
from coordinator.db.holding_back import guarded_models
from coordinator.db.store import Store
from coordinator.db.types import Words
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.plans import Agreement
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import LETTERS, PaperKind
from coordinator.exports.naming import file_name
from coordinator.exports.tracker_sheet import tracker_sheet
from coordinator.exports.worker import Press
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from tests.casework.test_nothing_leaks import heard, words_in
from tests.casework.told import Told, tell_everything
from tests.exports.reading import everything
from tests.requests import based
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, NURSE, TODAY, Clock, keyspec, sitting

STANDARD = Sensitivity.STANDARD
LEVELS = st.sampled_from([*Sensitivity, STANDARD, STANDARD])
FEW = partial(
    settings,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_TELLS = frozenset({RecordKind.BARRIER, RecordKind.ESCALATION})
"""What tells of something else, and goes no further than that."""


@dataclass(frozen=True)
class Entries:
    """A store with one person, and the word of each text of each entry about them."""

    desk: Desk
    told: Told
    words: Mapping[UUID, frozenset[str]]
    kinds: Mapping[UUID, Any]
    hangs_on: Mapping[UUID, frozenset[UUID]]

    def withheld(self, levels: Mapping[UUID, Sensitivity]) -> frozenset[UUID]:
        """The entries that go to nobody but those who may have everything."""
        return frozenset(
            one
            for one in self.words
            if any(levels[each] is not STANDARD for each in self._chain(one))
        )

    def set(self, levels: Mapping[UUID, Sensitivity], gone: frozenset[UUID] = frozenset()) -> None:
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            for key, model in self.kinds.items():
                found: Any = tx.removed(model.kind, key) or tx.get(model, key)
                found.sensitivity, found.removed = levels[key], key in gone
            tx.journal("test.levels")

    def _chain(self, one: UUID) -> frozenset[UUID]:
        above = self.hangs_on.get(one, frozenset())
        return frozenset({one}).union(*(self._chain(each) for each in above))


@pytest.fixture(scope="module")
def entries(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Entries]:
    made = made_in(tmp_path_factory.mktemp("restricted"), template)
    yield made
    made.desk.store.close()


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press() as press:
        yield press


def made_in(folder: Path, template: Path) -> Entries:
    path = folder / "panel.db"
    shutil.copy(template, path)
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=Clock(), random=random.Random(5).randbytes)
    return planted(desk, tell_everything(desk, sitting(desk, CHAIR, Role.CHAIR, COUNCIL)))


def planted(desk: Desk, told: Told) -> Entries:
    words: dict[UUID, frozenset[str]] = {}
    kinds: dict[UUID, Any] = {}
    hangs_on: dict[UUID, frozenset[UUID]] = {}
    number = 0
    based(desk, told.person)
    with desk.store.transaction(desk.stamp()) as tx:
        for model in guarded_models():
            for entry in tx.people.about(model, [told.person]):
                own = set()
                for column in model.__table__.columns:
                    if isinstance(column.type, Words) and column.name != "number":
                        number += 1
                        own.add(word := f"zq{number:04d}w")
                        setattr(entry, column.name, word)
                words[entry.id], kinds[entry.id] = frozenset(own), model
                if model.kind in _TELLS:
                    named = (
                        getattr(entry, n, None) for n in ("action_id", "goal_id", "barrier_id")
                    )
                    hangs_on[entry.id] = frozenset(filter(None, named))
        tx.journal("test.planted")
    plan = read_plan(desk, told.person)
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    agree_plan(
        chair, plan.id, Agreement(decided_by=CHAIR, reason="By telephone"), seen=plan.revision
    )
    return Entries(desk, told, words, kinds, hangs_on)


def levels_of(entries: Entries, drawn: list[Sensitivity]) -> dict[UUID, Sensitivity]:
    keys = sorted(entries.words)
    return {key: drawn[place % len(drawn)] for place, key in enumerate(keys)}


def copies(entries: Entries, press: Press, agency: str) -> dict[str, str]:
    """Every paper an agency can be given, as all that stands anywhere in its file."""
    found = {}
    for kind in PaperKind:
        whose = "KP-0001" if kind in {*LETTERS, PaperKind.JOURNEY} else ""
        order = Order(kind, Path("x"), agency=agency, meeting="last", on=TODAY, person=whose)
        try:
            drafts = list(draft_papers(entries.desk, order))
        except (WithheldError, MissingRecordError, GuardError):
            continue
        for draft in drafts:
            if draft.audience.agency is None:
                continue
            content = press.lay_out(draft.kind, draft.model)
            name = file_name(draft.subject, draft.name, TODAY, draft.model.imprint.marking, "pdf")
            text = f"{everything(content)} {name}"
            if isinstance(draft.model, Tracker):
                with ZipFile(io.BytesIO(tracker_sheet(draft.model))) as book:
                    text += " ".join(book.read(part).decode() for part in book.namelist())
            found[f"{kind.value} {name}"] = text.casefold()
    return found


def leaks(entries: Entries, withheld: frozenset[UUID], said: Mapping[str, str]) -> list[str]:
    secret = {word: one for one in withheld for word in entries.words[one]}
    return [
        f"{entries.kinds[one].__name__} in {where}"
        for where, text in said.items()
        for word, one in secret.items()
        if word in text
    ]


@FEW(max_examples=3)
@given(drawn=st.lists(LEVELS, min_size=23, max_size=23))
def test_no_paper_for_an_agency_holds_a_word_of_what_it_may_not_have(
    entries: Entries, press: Press, drawn: list[Sensitivity]
) -> None:
    levels = levels_of(entries, drawn)
    entries.set(levels)
    said = copies(entries, press, "Kerrow Mental Health")
    assert len(said) > 8
    assert leaks(entries, entries.withheld(levels), said) == []


def test_what_is_for_everybody_does_stand_in_those_papers(entries: Entries, press: Press) -> None:
    entries.set(dict.fromkeys(entries.words, STANDARD))
    said = " ".join(copies(entries, press, "Kerrow Mental Health").values())
    told = {entries.kinds[one].__name__ for one, own in entries.words.items()
            if any(word in said for word in own)}  # fmt: skip
    assert told >= {"Action", "Goal", "Offer", "Decision", "Risk", "Strength", "Barrier"}


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
    apart = {one for one, model in entries.kinds.items() if model.kind in _STANDS_ALONE}
    chosen = frozenset(data.draw(st.sets(st.sampled_from(sorted(apart)), min_size=1)))
    desk = sitting(entries.desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    entries.set({**plain, **dict.fromkeys(chosen, Sensitivity.RESTRICTED)})
    withheld = heard(desk, entries.told)
    entries.set(plain, gone=chosen)
    never = heard(desk, entries.told)
    entries.set(plain)
    assert [read for read in withheld if _differs(read, withheld, never)] == []


_STANDS_ALONE = frozenset(
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
    """Whether a read tells one from the other; a history tells that something was changed."""
    return "history" not in read and withheld[read] != never[read]


def test_whoever_must_not_be_told_finds_no_word_of_anything(
    template: Path, tmp_path: Path, press: Press
) -> None:
    entries = made_in(tmp_path, template)  # of its own: whoever leads ends with an exclusion
    entries.set(dict.fromkeys(entries.words, STANDARD))
    desk, person = entries.desk, entries.told.person
    alone = exclude_worker(desk, person, professional_id=NURSE, reason="Family").result
    said = heard(sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH), entries.told)
    lift_worker(desk, alone, reason="No longer")
    exclude_agency(desk, person, agency_id=HEALTH, reason="They asked for it")
    papers = copies(entries, press, "Kerrow Mental Health")
    assert leaks(entries, frozenset(entries.words), {**said, **papers}) == []
    desk.store.close()
