"""Packs for everybody: laid out once for all, how they grow, and the log of what went out.

With `COORDINATOR_BENCH=small` packs and log are small, to see in a minute or two that it works.
"""

import math
import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.holders import read_holders
from coordinator.casework.disclosing.reading import (
    check_paper,
    find_disclosures,
    next_disclosure_number,
)
from coordinator.casework.people.entering import register_person
from coordinator.casework.stores.founding import NewStore, make_store
from coordinator.casework.stores.opening import Office
from coordinator.db.models import DisclosedPerson, Disclosure
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.roles import Right
from coordinator.exports.composing import PaperKind
from coordinator.exports.layout.counting import page_count
from coordinator.exports.layout.stamping import stamp
from coordinator.exports.worker import lay_out
from coordinator.vault.costs import TEST_COST
from tests.benchmarks.measuring import Row, compare, most_held, timed
from tests.benchmarks.naive_papers import naive_pack
from tests.exports import examples

_IS_SMALL = os.environ.get("COORDINATOR_BENCH") == "small"
_PEOPLE, _COPIES = (10, 4) if _IS_SMALL else (60, 20)
_SIZES = (5, 20, 40) if _IS_SMALL else (20, 200, 1_000)
_LOG, _SMALL_LOG = (5_000, 1_000) if _IS_SMALL else (100_000, 1_000)
_AT_ONCE, _EACH = 5_000, 50  # rows written at a time; papers about each person
_PASSWORD = "k7mq-2hxw-9pfd-4rtz-b8nc"
_ANEW, _NAIVE = "each copy laid out anew", "naive Platypus, each copy anew"


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    yield from _time()
    yield from _memory()
    yield from _growth()
    yield from _log()


def _time() -> Iterator[Row]:
    """Our copies are laid out once, stamped and sealed; one of theirs is measured for all."""
    what = f"{_COPIES} copies, {_PEOPLE} people"
    for shared, words in ((_COPIES, "one content"), (_COPIES // 4, "four contents")):
        ours = _COPIES / shared * timed(partial(shared_copies, _PEOPLE, shared))
        yield Row(f"{what}, {words}", ours, _COPIES * timed(one_anew), _ANEW)
    yield Row(f"{what}, one content", timed(_all), _COPIES * timed(one_naive), _NAIVE)


def _all() -> None:
    shared_copies(_PEOPLE, _COPIES)


def shared_copies(people: int, copies: int) -> int:
    """Lay a pack out and make copies of it; gives its pages."""
    laid = lay_out(PaperKind.PACK, examples.pack(people, is_stamped=True))
    for number in range(copies):
        stamp(laid, f"Copy D26-{number:04} for: Rhys Roskilly, Kerrow Homes", _PASSWORD)
    return page_count(laid)


def one_anew() -> int:
    """Lay one copy out for one recipient."""
    made = lay_out(PaperKind.PACK, examples.pack(_PEOPLE), password=_PASSWORD)
    return page_count(made, _PASSWORD)


def one_naive() -> int:
    """Lay one copy out without a thought for speed."""
    return page_count(naive_pack(examples.pack(_PEOPLE)))


def _memory() -> Iterator[Row]:
    """The most a process of its own needed beyond what it began with, by page of one pack."""
    ours = _by_page(shared_copies, _PEOPLE, _COPIES)
    for work, words in ((one_anew, _ANEW), (one_naive, "naive Platypus")):
        yield Row("memory a page", ours, _by_page(work), words, "kB")
    larger = _by_page(shared_copies, _SIZES[1], 1)
    yield Row(f"memory a page, {_SIZES[1]} people", larger, ours, f"{_PEOPLE} people", "kB")


def _by_page(work: Callable[..., int], *given: int) -> float:
    memory, pages = most_held(work, *given, first=one_page)
    return memory / pages


def one_page() -> int:
    """Lay out the least there is: fonts are there before anything is counted."""
    return page_count(lay_out(PaperKind.PACK, examples.pack(1)))


def _growth() -> Iterator[Row]:
    """A page of a large pack beside a page of a small one."""
    small = _a_page(_SIZES[0])
    for people in _SIZES[1:]:
        yield Row(f"a page, {people:,} people", _a_page(people), small, f"{_SIZES[0]} people")


def _a_page(people: int) -> float:
    found: list[int] = []
    took = timed(lambda: found.append(shared_copies(people, 1)))
    return took / found[0]


def _log() -> Iterator[Row]:
    """What is asked of a long log beside the same of a short one."""
    with tempfile.TemporaryDirectory() as place:
        long, short = (
            _logged(Path(place) / "long", _LOG),
            _logged(Path(place) / "short", _SMALL_LOG),
        )
        limit_is = f"a log of {_SMALL_LOG:,}"
        try:
            for name, read in _READS.items():
                yield compare(
                    f"{name}, log of {_LOG:,}",
                    partial(read, long.desk),
                    partial(read, short.desk),
                    limit_is=limit_is,
                    rounds=20,
                )
        finally:
            long.close(back_up=False)
            short.close(back_up=False)


def _logged(folder: Path, count: int) -> Office:
    """A store whose log has so many papers, each person's in so many of them."""
    panel = NewStore("Kerrow Panel", "KP", "Kerrow Council", "Aled Hâf", "kestrel harbour violin")
    office, _code = make_store(folder, panel, cost=TEST_COST)
    desk = office.desk
    people = [
        register_person(desk, given_name="Ann").result for _one in range(math.ceil(count / _EACH))
    ]
    for start in range(0, count, _AT_ONCE):
        _write(desk, people, range(start, min(start + _AT_ONCE, count)))
    return office


def _write(desk: Desk, people: list[UUID], places: range) -> None:
    now, made, about = desk.now(), [], []
    for place in places:
        key = desk.new_id()
        at = now - timedelta(hours=place)
        made.append(
            {
                "id": key,
                "number": f"D{at.year % 100:02}-{place + 1:04}",
                "paper": "pack",
                "subject": f"M26-{place % 50:03}",
                "agency_id": desk.sitter.agency,
                "recipient": "Rhys Roskilly, Kerrow Homes",
                "marking": Marking.OFFICIAL_SENSITIVE,
                "pages": 60,
                "sha256": _digest(place),
                "made_at": at,
                "made_by_id": desk.sitter.professional,
            }
        )
        person = people[place % len(people)]
        about.append({"id": desk.new_id(), "disclosure_id": key, "person_id": person})
    with desk.act(Right.EXPORT) as tx:
        tx.session.execute(insert(Disclosure), made)
        tx.session.execute(insert(DisclosedPerson), about)
        tx.journal("test.logged")


def _digest(place: int) -> str:
    return sha256(str(place).encode()).hexdigest()


def _somebody(desk: Desk) -> UUID:
    with desk.store.reading() as look:
        return next(iter(look.people.everybody())).id


_READS: dict[str, Callable[[Desk], object]] = {
    "check a file": lambda desk: check_paper(desk, _digest(7)),
    "check a file that is not ours": lambda desk: check_paper(desk, _digest(-1)),
    "the newest of the log": find_disclosures,
    "what went out about one person": lambda desk: find_disclosures(
        desk, DisclosureFilter(person=_known(desk))
    ),
    "who holds what of one person": lambda desk: read_holders(desk, _known(desk)),
    "the next number": next_disclosure_number,
}

_found: dict[int, UUID] = {}


def _known(desk: Desk) -> UUID:
    """Look for somebody once for each desk."""
    if id(desk) not in _found:
        _found[id(desk)] = _somebody(desk)
    return _found[id(desk)]
