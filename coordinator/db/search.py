"""Search over everything on file: the words of each record, and the index that finds them.

The words stand in a table of their own on every engine. On SQLCipher an FTS5 index stands beside
it; deleted words leave that index at once (`secure-delete`), which FTS5 does not do by itself.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, bindparam, column, delete, insert, select, text
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    Alias,
    Barrier,
    Contact,
    Escalation,
    Goal,
    HousingApplication,
    Identifier,
    Person,
    Record,
    Risk,
    SearchText,
    Warning,  # noqa: A004 - the word the panel uses
    Wish,
)
from coordinator.domain.states import Sensitivity

_SHORTEST = 2  # letters; one letter would find half the store
_KEPT = {"l": "ł", "o": "ø", "d": "đ"}  # the index folds marks away, but these have none
_JOINED = {"ss": "ß", "ae": "æ", "oe": "œ"}
_MOST_WAYS, _MOST_WORDS = 64, 400
_SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Person: ("reference", "given_name", "family_name", "preferred_name"),
    Alias: ("name",),
    Identifier: ("value",),
    Action: ("number", "text"),
    Contact: ("note", "words", "place"),
    Warning: ("text",),
    Risk: ("text",),
    Barrier: ("description", "tried"),
    Goal: ("own_words", "panel_words"),
    Escalation: ("number", "ask"),
    Wish: ("words",),
    HousingApplication: ("provider", "what"),
}
_ABOUT = ("person_id", "sensitivity")

INDEX_DDL = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='search_text', content_rowid='key',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail='none')""",
    "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index(rowid, words) VALUES (new.key, new.words); END""",
    """CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index(search_index, rowid, words)
    VALUES ('delete', old.key, old.words); END""",
)
"""Made with the schema, on SQLCipher only."""


def make_index(connection: Connection) -> None:
    """Make the full-text index and what keeps it true."""
    for statement in INDEX_DDL:
        connection.execute(text(statement))


def rebuild_index(connection: Connection) -> None:
    """Write the index anew from the words that stand: nothing of a word that went is left in it.

    An index without positions keeps a removed word until its parts are merged, whatever it is
    told.
    """
    connection.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))


def keep_words(session: Session, records: Iterable[Record]) -> None:
    """Write the words of these records anew."""
    _keep(session, [row for record in records if (row := words_of(record))])


def keep_words_of(
    session: Session, model: type[Record], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Write the words of records of one kind anew, given as rows."""
    if model in _SEARCHED:
        _keep(session, [_row(model, row) for row in rows])


def _keep(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    gone = [row["record"] for row in rows]
    for start in range(0, len(gone), 500):
        session.execute(delete(SearchText).where(SearchText.record.in_(gone[start : start + 500])))
    kept = [row for row in rows if row["words"]]
    if kept:
        session.connection().execute(insert(SearchText), kept)


def words_of(record: Record) -> dict[str, Any] | None:
    """Give a record's search row: nothing for a kind nobody searches, no words when it is gone."""
    model = type(record)
    if model not in _SEARCHED:
        return None
    columns = ("id", "removed", *_SEARCHED[model], *_ABOUT)
    return _row(model, {name: getattr(record, name, None) for name in columns})


def add_words(session: Session, model: type[Record], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the words of records that are new, given as rows."""
    if model in _SEARCHED:
        made = [_row(model, row) for row in rows]
        kept = [row for row in made if row["words"]]
        if kept:
            session.connection().execute(insert(SearchText), kept)


def _row(model: type[Record], row: Mapping[str, Any]) -> dict[str, Any]:
    parts = [] if row["removed"] else [row[column] for column in _SEARCHED[model]]
    typed = " ".join(part for part in parts if part)
    sensitivity = row.get("sensitivity") or Sensitivity.STANDARD
    return {
        "record": row["id"],
        "kind": model.kind.value,
        "scope": row["id"] if model is Person else row.get("person_id"),
        "restricted": sensitivity != Sensitivity.STANDARD,
        "words": f"{_kind_word(model.kind)} {typed}" if typed else "",
    }


@dataclass(frozen=True, slots=True)
class Among:
    """Of which matches is told; the others take nobody's place among the newest.

    Attributes:
        people: Entries about these alone, and what is about nobody; about everybody when nothing.
        besides: Nothing about these.
        with_restricted: What is restricted too.
    """

    people: frozenset[UUID] | None = None
    besides: frozenset[UUID] = frozenset()
    with_restricted: bool = True


_ALL = Among()


def find(
    session: Session,
    words: str,
    *,
    kinds: Sequence[str] = (),
    limit: int = 50,
    among: Among = _ALL,
    before: int | None = None,
) -> list[Any]:
    """Find the newest records that hold every word as a beginning; empty for too few letters.

    Args:
        session: Where to look.
        words: As typed; a word of one letter is left out.
        kinds: Only these kinds of record; every kind when empty.
        limit: At most so many, newest first.
        among: Of which of them.
        before: Only what stands before this key: the last of the piece before.
    """
    pattern = _pattern(words, kinds)
    if not pattern:
        return []
    found = _matching(pattern, limit, among, before)
    query = (
        select(SearchText)
        .join(found, SearchText.key == found.c.rowid)
        .order_by(SearchText.key.desc())
    )
    return list(session.scalars(query))


def named(session: Session, words: Collection[str]) -> set[UUID]:
    """Give everybody one of whose names holds one of these words, whole; the index is asked.

    Args:
        session: Where to look.
        words: Without case and marks; letters that the index keeps as they are, such as *ł*, are
            asked for in both ways.
    """
    wanted = sorted({way for word in words for way in _ways_of_writing(word)})
    kinds = " OR ".join(f'"{_kind_word(model.kind)}"' for model in (Person, Alias))
    found: set[UUID] = set()
    for start in range(0, len(wanted), _MOST_WORDS):
        some = " OR ".join(f'"{word}"' for word in wanted[start : start + _MOST_WORDS])
        keys = _every_match(f"({kinds}) AND ({some})")
        query = select(SearchText.scope).join(keys, SearchText.key == keys.c.rowid)
        found.update(scope for scope in session.scalars(query) if scope)
    return found


def _ways_of_writing(word: str) -> Iterator[str]:
    """Give a word with every choice of letters that have no plain form in the index."""
    for joined in (word, *(word.replace(two, one) for two, one in _JOINED.items() if two in word)):
        choices = [(one, _KEPT[one]) if one in _KEPT else (one,) for one in joined]
        for way in islice(product(*choices), _MOST_WAYS):
            yield "".join(way).replace('"', "")


def _every_match(pattern: str) -> Any:
    rows = text("SELECT rowid FROM search_index WHERE search_index MATCH :pattern")
    return rows.bindparams(pattern=pattern).columns(column("rowid", Integer)).subquery()


def _matching(pattern: str, limit: int, among: Among, before: int | None) -> Any:
    """Ask the index for the newest matches only: it reads backwards and stops at enough."""
    wanted = ["search_index MATCH :pattern"]
    given: list[Any] = [bindparam("pattern", pattern), bindparam("most", limit)]
    if before is not None:
        wanted.append("search_index.rowid < :before")
        given.append(bindparam("before", before))
    told, asked = _told(among)
    joined = "search_index"
    if told:  # the index leads, however the planner counts: it stops
        joined += " CROSS JOIN search_text ON search_text.key = search_index.rowid"
    rows = text(
        f"SELECT search_index.rowid AS rowid FROM {joined} WHERE {' AND '.join([*wanted, *told])}"  # noqa: S608 - our own words, values are bound
        " ORDER BY search_index.rowid DESC LIMIT :most"
    )
    return rows.bindparams(*given, *asked).columns(column("rowid", Integer)).subquery()


def _told(among: Among) -> tuple[list[str], list[Any]]:
    """Write which matches are told of, and what that asks for."""
    told: list[str] = []
    asked: list[Any] = []
    for name, some, words in (
        ("people", among.people, "(search_text.scope IS NULL OR search_text.scope IN :people)"),
        (
            "besides",
            among.besides or None,
            "(search_text.scope IS NULL OR search_text.scope NOT IN :besides)",
        ),
    ):
        if some is not None:
            told.append(words)
            kind = SearchText.__table__.c.scope.type
            asked.append(bindparam(name, sorted(some), type_=kind, expanding=True))
    if not among.with_restricted:
        told.append("NOT search_text.restricted")
    return told, asked


def _pattern(words: str, kinds: Sequence[str]) -> str:
    """Quote each word as a prefix: what somebody types is never query language."""
    found = [word for word in re.findall(r"\w+", words) if len(word) >= _SHORTEST]
    typed = " AND ".join(f'"{word}" *' for word in found)
    wanted = " OR ".join(f'"{_kind_word(kind)}"' for kind in kinds)
    return f"({wanted}) AND {typed}" if typed and wanted else typed


def _kind_word(kind: str) -> str:
    """Give the word that stands in the index for a kind; nobody types it by chance."""
    return "kind0" + kind.replace("_", "0")


def scopes(rows: Iterable[Any]) -> set[UUID]:
    """Gather the people found."""
    return {row.scope for row in rows if row.scope}
