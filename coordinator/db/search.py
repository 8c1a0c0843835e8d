"""Search over everything on file: the words of each record, and the index that finds them.

The words stand in a table of their own on every engine. On SQLCipher an FTS5 index stands beside
it; deleted words leave that index at once (`secure-delete`), which FTS5 does not do by itself.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, column, delete, insert, select, text
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
    rows = [row for record in records if (row := words_of(record))]
    if not rows:
        return
    gone = [row["record"] for row in rows]
    for start in range(0, len(gone), 500):
        session.execute(delete(SearchText).where(SearchText.record.in_(gone[start : start + 500])))
    kept = [row for row in rows if row["words"]]
    if kept:
        session.execute(insert(SearchText), kept)


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


def find(session: Session, words: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Any]:
    """Find the newest records that hold every word as a beginning; empty for too few letters.

    Args:
        session: Where to look.
        words: As typed; a word of one letter is left out.
        kinds: Only these kinds of record; every kind when empty.
        limit: At most so many, newest first.
    """
    pattern = _pattern(words, kinds)
    if not pattern:
        return []
    found = _matching(pattern, limit)
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


def _matching(pattern: str, limit: int) -> Any:
    """Ask the index for the newest matches only: it reads backwards and stops."""
    rows = text(
        "SELECT rowid FROM search_index WHERE search_index MATCH :pattern"
        " ORDER BY rowid DESC LIMIT :most"
    )
    keys = rows.bindparams(pattern=pattern, most=limit).columns(column("rowid", Integer))
    return keys.subquery()


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
