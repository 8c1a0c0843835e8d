"""Work packs: sealed, opened and brought in, against the bare cost of the same bytes.

The bare cost is what nobody can do without: make small, encrypt, insert. With
`COORDINATOR_BENCH=small` everything is a tenth, to see in a minute that it works.
"""

import gc
import io
import json
import os
import random
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pyrage

from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.taking import apply_take_away
from coordinator.casework.desk import Desk, Sitter
from coordinator.db.checking import all_changes
from coordinator.db.migrating import make_database
from coordinator.db.models import Person
from coordinator.db.store import Store
from coordinator.domain.exchange.parcels import TakeAway
from coordinator.domain.merging.changes import Change, to_wire
from coordinator.domain.merging.wire import from_wire
from coordinator.domain.roles import Right, Role
from coordinator.exchange.packing import Content, make_pack
from coordinator.exchange.unpacking import take_pack
from tests.benchmarks._returning import many_to_take_over, much_to_bring_home
from tests.benchmarks._sheets import of_sheets
from tests.benchmarks.measuring import Row, most_held
from tests.benchmarks.measuring import timed as timed_as_it_is
from tests.casework.away.stores import send
from tests.exchange.keyholders import LABEL, Keyholder
from tests.stores import COORDINATOR, COUNCIL, furnish, keyspec

_IS_SMALL = os.environ.get("COORDINATOR_BENCH") == "small"
_SIZES = (1_000, 10_000) if _IS_SMALL else (10_000, 100_000)
_ATTACHED = (20 if _IS_SMALL else 200) << 20
_BLOCK = 1 << 20
_PER_PERSON = 4  # changes of each person that is written
_TEN_PEOPLE = 5_000  # changes of ten people over some years
_PULL = 6 if _IS_SMALL else 30
_INSTALL = UUID(int=99)


def rows() -> Iterator[Row]:
    """Give the figures one by one; everything happens in a folder that goes again."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        hub = _empty(place / "hub.db")
        lead, panel = _two()
        for size in _SIZES:
            yield from _of_changes(place, hub, _written(place, hub, size), lead, panel)
        for size in _SIZES:
            yield from _of_coming_home(place, size, panel)
        yield from _of_a_pull(place, panel)
        yield _of_ten_people(_written(place, hub, _TEN_PEOPLE), lead, panel)
        yield from of_sheets(place / "sheets", 10 if _IS_SMALL else 30)
        yield from _of_attachments(place, lead, panel)
        yield from _of_memory(place)


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds of one call, after the rubbish of the one before was cleared away.

    Else the bare cost is paid together with what our own work left behind.
    """
    gc.collect()
    return timed_as_it_is(work)


def _empty(path: Path) -> Desk:
    make_database(path, keyspec)
    store = Store(path, keyspec)
    furnish(store)
    return Desk(store, Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL))


def _written(place: Path, hub: Desk, size: int) -> list[Change]:
    """Give changes made in a copy of the store: those of people it does not have."""
    there = place / f"away-{size}.db"
    hub.store.close()
    shutil.copy(hub.store.path, there)
    away = replace(hub, store=Store(there, keyspec), random=random.Random(size).randbytes)
    install = UUID(int=_INSTALL.int + size)
    with away.act(Right.EDIT_PEOPLE) as tx:
        tx.info.install_id = install
        for number in range(size // _PER_PERSON):
            tx.add(_person(away, size + number))
        tx.journal("people.imported")
    with away.store.reading() as look:
        found = [one for page in all_changes(look.session) for _, one in page]
    away.store.close()
    return [one for one in found if one.install == install][:size]


def _person(desk: Desk, number: int) -> Person:
    return Person(
        id=desk.new_id(),
        reference=f"BM-{number:06d}",
        given_name=f"Made {number}",
        family_name="Up",
        phone="01632 960001",
    )


def _of_changes(
    place: Path, hub: Desk, changes: Sequence[Change], lead: Keyholder, panel: Keyholder
) -> Iterator[Row]:
    lines = _lines(changes)
    sealed, bare = place / "work.pack", place / "bare.age"
    what = f"{len(changes):,} changes"
    ours = timed(lambda: _seal(sealed, [_text(_lines(changes))], lead, panel))
    yield Row(f"{what}, sealed", ours, timed(lambda: _bare_seal(bare, lines, panel)), "zlib, age")
    brought = timed(lambda: _bring_in(hub, sealed, panel))
    plain = timed(lambda: _bare_insert(place, bare, panel))
    yield Row(
        f"{what}, opened and brought in", brought, plain, "age, zlib, INSERTs in plain SQLite"
    )
    yield Row(f"{what}, size", _kb(sealed), _kb(bare), "the same bytes, zlib and age", "kB")


def _of_ten_people(changes: Sequence[Change], lead: Keyholder, panel: Keyholder) -> Row:
    """Ten people have about five thousand changes over the years."""
    out, bare = io.BytesIO(), zlib.compress(_lines(changes))
    _make(out, [_text(_lines(changes))], lead, panel)
    size = len(out.getvalue()) / 1_000
    return Row(
        f"a pack of ten people, {len(changes):,} changes", size, len(bare) / 1_000, "zlib", "kB"
    )


def _of_coming_home(place: Path, size: int, panel: Keyholder) -> Iterator[Row]:
    """Looked at, sorted and taken over change by change, and sent out again with all the rest."""
    home, bare, what = much_to_bring_home(place / f"home-{size}", size), place / "own.age", ""
    _bare_seal(bare, _lines(home.pack.changes), panel)
    what, beside = f"{len(home.pack.changes):,} changes handed back", "zlib, INSERTs"
    plain = timed(lambda: _bare_insert(place, bare, panel))
    reviewed = timed(lambda: review_hand_back(home.hub, home.pack))
    yield Row(f"{what}, looked at", reviewed, plain, beside)
    applied = timed(lambda: apply_hand_back(home.hub, home.pack))
    yield Row(f"{what}, taken over", applied, plain, beside)
    sent: list[TakeAway] = []
    yield Row(f"{what}, gathered again", timed(lambda: sent.append(send(home.hub))), plain, beside)
    taken = timed(lambda: apply_take_away(home.away, sent[0]))
    yield Row(f"{what}, taken away again", taken, plain, beside)
    home.close()


def _of_a_pull(place: Path, panel: Keyholder) -> Iterator[Row]:
    """Everybody hands back before the meeting: each pack is taken over with a backup before it."""
    pull, bare = many_to_take_over(place / "pull", _PULL), place / "pull.age"
    took = [timed(partial(pull.take, pack)) for pack in pull.packs]
    with pull.hub.desk.store.reading() as look:
        changes = [one for page in all_changes(look.session) for _, one in page]
    own = changes[-len(changes) // _PULL :]
    _bare_seal(bare, _lines(own), panel)
    plain = _PULL * timed(lambda: _bare_insert(place, bare, panel))
    what = f"{_PULL} hand-backs in a row"
    yield Row(what, sum(took), plain, "age, zlib, INSERTs, without a backup")
    few = max(1, _PULL // 6)
    yield Row(f"{what}, the last {few}", sum(took[-few:]), sum(took[:few]), f"the first {few}")
    pull.hub.close(back_up=False)


def _of_attachments(place: Path, lead: Keyholder, panel: Keyholder) -> Iterator[Row]:
    """Files that are not made small: sealing reads them twice, opening reads the pack twice."""
    files, sealed, bare = place / "files.bin", place / "files.pack", place / "files.age"
    _write_noise(files)
    what = f"{_ATTACHED >> 20} MB of attachments"
    ours = timed(lambda: _seal(sealed, [_file(files)], lead, panel))
    yield Row(f"{what}, sealed", ours, timed(lambda: _age(files, bare, panel)), "age alone")
    opened = timed(lambda: _take(sealed, panel, _drop))
    yield Row(f"{what}, opened", opened, timed(lambda: _unage(bare, panel)), "age alone")


def _of_memory(place: Path) -> Iterator[Row]:
    """The most a process of its own needed beyond what it began with."""
    files, small = place / "files.bin", place / "few.bin"
    with files.open("rb") as source:
        small.write_bytes(source.read(_BLOCK))
    for what, work in (("sealing", seal_only), ("opening", seal_and_open)):
        much, little = (most_held(work, one)[0] for one in (files, small))
        yield Row(f"memory for {what} {_ATTACHED >> 20} MB", much, little, "for 1 MB", "kB")


def seal_only(files: Path) -> int:
    """Seal a file for somebody; gives the bytes of the pack."""
    lead, panel = _two()
    _seal(files.with_suffix(".pack"), [_file(files)], lead, panel)
    return files.with_suffix(".pack").stat().st_size


def seal_and_open(files: Path) -> int:
    """Seal a file for somebody, who opens it; gives the bytes of the pack."""
    lead, panel = _two()
    sealed = files.with_suffix(".pack")
    _seal(sealed, [_file(files)], lead, panel)
    _take(sealed, panel, _drop)
    return sealed.stat().st_size


def _two() -> tuple[Keyholder, Keyholder]:
    lead, panel = Keyholder("A Lead", "Homes"), Keyholder("A Panel", "Council")
    panel.trust(lead)
    return lead, panel


def _lines(changes: Sequence[Change]) -> bytes:
    return b"".join(json.dumps(to_wire(one)).encode() + b"\n" for one in changes)


def _text(lines: bytes) -> Content:
    return Content("people.jsonl", lambda: [lines])


def _file(path: Path) -> Content:
    return Content("files.bin", partial(_blocks, path), is_text=False)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while block := source.read(_BLOCK):
            yield block


def _write_noise(path: Path) -> None:
    noise = random.Random(7)
    with path.open("wb") as out:
        for _ in range(_ATTACHED // _BLOCK):
            out.write(noise.randbytes(_BLOCK))


def _make(out: BinaryIO, contents: Sequence[Content], lead: Keyholder, panel: Keyholder) -> None:
    sender = lead.card.identity.id
    make_pack(out, LABEL, contents, sender=sender, signing_key=lead.signing, to=[panel.card])


def _seal(path: Path, contents: Sequence[Content], lead: Keyholder, panel: Keyholder) -> None:
    with path.open("wb") as out:
        _make(out, contents, lead, panel)


def _take(path: Path, panel: Keyholder, take: Callable[[str, Iterator[bytes]], None]) -> None:
    with path.open("rb") as source:
        take_pack(source, panel.receiver(), take)


def _drop(_name: str, blocks: Iterator[bytes]) -> None:
    for _block in blocks:
        pass


def _bring_in(hub: Desk, sealed: Path, panel: Keyholder) -> None:
    kept = bytearray()

    def take(_name: str, blocks: Iterator[bytes]) -> None:
        for block in blocks:
            kept.extend(block)

    _take(sealed, panel, take)
    changes = [from_wire(json.loads(line)) for line in kept.splitlines()]
    with hub.act(Right.SETTLE) as tx:
        brought = tx.bring_in(changes)
        tx.journal("changes.brought_in")
    if len(brought.new) != len(changes):
        raise AssertionError("some were there before: nothing was measured")


def _bare_seal(path: Path, lines: bytes, panel: Keyholder) -> None:
    with path.open("wb") as out:
        pyrage.encrypt_io(io.BytesIO(zlib.compress(lines)), out, [_recipient(panel)])


def _bare_insert(place: Path, sealed: Path, panel: Keyholder) -> None:
    with sealed.open("rb") as source:
        opened = io.BytesIO()
        pyrage.decrypt_io(source, opened, [pyrage.x25519.Identity.from_str(panel.sealing)])
    found = [json.loads(line) for line in zlib.decompress(opened.getvalue()).splitlines()]
    with closing(sqlite3.connect(place / f"plain-{len(found)}.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode=WAL")
        plain.execute("CREATE TABLE change (record TEXT, field TEXT, value TEXT, act TEXT)")
        plain.execute("BEGIN IMMEDIATE")
        plain.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?)",
            [(c["record"], c["field"], json.dumps(c["value"]), c["act"]) for c in found],
        )
        plain.execute("COMMIT")


def _age(files: Path, sealed: Path, panel: Keyholder) -> None:
    with files.open("rb") as source, sealed.open("wb") as out:
        pyrage.encrypt_io(source, out, [_recipient(panel)])


def _unage(sealed: Path, panel: Keyholder) -> None:
    with sealed.open("rb") as source, Path(os.devnull).open("wb") as out:
        pyrage.decrypt_io(source, out, [pyrage.x25519.Identity.from_str(panel.sealing)])


def _recipient(panel: Keyholder) -> pyrage.x25519.Recipient:
    return pyrage.x25519.Recipient.from_str(panel.card.sealing.recipient)


def _kb(path: Path) -> float:
    return path.stat().st_size / 1_000
