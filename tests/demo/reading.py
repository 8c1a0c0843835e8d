"""Reading a whole demo store, table by table."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.stores.opening import Office
from coordinator.db.models import Agency, Person, Professional, Record, Table

RANDOM_ON_PURPOSE = {"store_info", "user_account", "checkpoint"}
"""Keys, slots and signatures: made by the vault, never from a seed."""


def all_rows(office: Office) -> dict[str, list[Any]]:
    """Give every row of every table whose values come from the seed."""
    tables = [t for t in Table.metadata.sorted_tables if t.name not in RANDOM_ON_PURPOSE]
    with office.desk.read() as look:
        connection = look.session.connection()
        return {t.name: sorted(map(repr, connection.execute(select(t)))) for t in tables}


def every(office: Office, model: type[Record]) -> Sequence[Any]:
    """Give every standing record of one kind."""
    with office.desk.read() as look:
        return list(look.session.scalars(select(model)))


class Demo:
    """A demo that sums are made over: every record of it, each kind read once, as plain rows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.today: date = desk.today()
        self._read: dict[tuple[type[Record], tuple[str, ...]], Sequence[Any]] = {}

    def every(self, model: type[Record], *only: str) -> Sequence[Any]:
        """Give every standing record of one kind, for reading only.

        Args:
            model: Which kind.
            only: The fields that are wanted, where there are a million records; else all.
        """
        wanted = only or tuple(one.key for one in model.__mapper__.column_attrs)
        if (model, wanted) not in self._read:
            columns = [getattr(model, name) for name in wanted]
            with self.desk.read() as look:
                self._read[model, wanted] = look.session.execute(select(*columns)).all()
        return self._read[model, wanted]


def texts(office: Office) -> Iterator[str]:
    """Give every text anywhere in the records."""
    for mapper in Record.registry.mappers:
        if issubclass(mapper.class_, Record):
            for row in every(office, mapper.class_):
                values = (getattr(row, attribute.key) for attribute in mapper.column_attrs)
                yield from (value for value in values if isinstance(value, str))


def known_names(office: Office) -> set[str]:
    """Give the words of names that are long enough not to turn up by chance."""
    parts = [f"{p.given_name} {p.family_name}" for p in every(office, Person)]
    parts += [p.name for p in every(office, Professional)] + [
        a.name for a in every(office, Agency)
    ]
    return {word for part in parts for word in re.findall(r"[^\s,.]{5,}", part)}


def in_clear(folder: Path, words: set[str]) -> list[str]:
    """Name the files that hold one of these words, in any common encoding."""
    wanted = [w.encode(code) for w in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".lock":
            held = path.read_bytes()
            found += [path.name for word in wanted if word in held]
    return found
