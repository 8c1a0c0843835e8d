"""Kill -9 a process in the middle of its acts, again and again, and look at what is left.

Run as `python -m tests.db.kill_rounds DATABASE ROUNDS SEED`; prints one line of JSON. Each round
is a forked child, so that a round costs milliseconds and not the start of an interpreter.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as query

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.db.checking import check_store
from coordinator.db.models import Act, Person
from coordinator.db.store import Store
from coordinator.domain.roles import Role
from tests.stores import COORDINATOR, COUNCIL, keyspec


def desk_at(database: Path) -> Desk:
    return Desk(Store(database, keyspec), Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL))


def work(database: Path, ack: int) -> None:
    """Put people on file and correct them until killed; tell after each act that it was done."""
    desk = desk_at(database)
    while True:
        person = register_person(desk, given_name="Made", family_name="Up").result
        os.write(ack, person.bytes + b"\x00")
        correct_person(desk, person, seen=1, phone="01632 960001", pronouns="they")
        os.write(ack, person.bytes + b"\x01")


def in_child(job: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        job()
    finally:
        os._exit(0)


def one_round(database: Path, chance: random.Random) -> dict[UUID, bool]:
    """Let a child work, kill it, and give what it had said was done: person -> also corrected."""
    listen, ack = os.pipe()
    child = in_child(lambda: work(database, ack))
    os.close(ack)
    select.select([listen], [], [], 10)
    time.sleep(chance.uniform(0, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = b""
    while piece := os.read(listen, 1 << 16):
        told += piece
    os.close(listen)
    acked: dict[UUID, bool] = {}
    for start in range(0, len(told) // 17 * 17, 17):
        acked[UUID(bytes=told[start : start + 16])] = told[start + 16] == 1
    return acked


def losses(database: Path, acked: dict[UUID, bool]) -> int:
    """Count acknowledged acts that are not there."""
    store = Store(database, keyspec)
    with store.reading() as look:
        found = look.get_many(Person, list(acked))
        lost = sum(person not in found for person in acked)
        lost += sum(
            both and (found[person].phone, found[person].pronouns) != ("01632 960001", "they")
            for person, both in acked.items()
            if person in found
        )
    store.close()
    return lost


def summary(database: Path) -> dict[str, object]:
    store = Store(database, keyspec)
    with store.reading() as look:
        people = look.people.count()
        half = look.session.scalar(
            query(func.count())
            .select_from(Person)
            .where((Person.phone == "") != (Person.pronouns == ""))
        )
        acts = look.session.scalar(
            query(func.count()).select_from(Act).where(Act.name == "person.registered")
        )
    report = check_store(store)
    store.close()
    return {
        "people": people,
        "half": half,
        "registered": acts,
        "faults": [fault.kind.value for fault in report.faults],
    }


def main(database: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    acked_acts = lost = 0
    for _ in range(rounds):
        acked = one_round(database, chance)
        acked_acts += sum(1 + both for both in acked.values())
        lost += losses(database, acked)
    print(json.dumps({"acked": acked_acts, "lost": lost, **summary(database)}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
