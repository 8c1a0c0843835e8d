"""Texts of a place plan: refused where they name somebody on file, blotted where they are printed.

A whole name, a reference, a number or an address never stands in a plan. A single word that is
somebody's name too may be a street or a month: whoever writes says that it is no name of theirs,
the plan keeps the word, and is not asked about it again. A name that somebody got later is not
among these words, and is blotted until it was said of it as well.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import names_in
from coordinator.db.models import PlacePlan
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.need_to_know.hiding import Telling
from coordinator.domain.need_to_know.names_in_texts import check_nobody_named, whole_words
from coordinator.domain.papers.withheld import texts_of, written_anew
from coordinator.wording.translation import _

M = TypeVar("M")
_OWN_NUMBER = re.compile(r"[APM]\d\d(/\w{4})?[-/]\S{1,9}")
"""Of plans, actions and meetings: no number of anybody's papers."""


def check_nameless(
    desk: Desk,
    tx: Transaction,
    plan: PlacePlan,
    fields: Mapping[str, Any],
    texts: Iterable[str],
    *,
    nobody_is_meant: bool,
) -> str:
    """Refuse texts of a plan that name somebody; keep the words that are said to be nobody's.

    Args:
        desk: Where and by whom.
        tx: The act's transaction.
        plan: Which.
        fields: What is written.
        texts: Which of the fields are looked through.
        nobody_is_meant: Single words that are somebody's name as well are none here.

    Returns:
        The reason for the journal where words were left: nothing where none were.

    Raises:
        InvalidFieldsError: `names-somebody`, `may-name-somebody`.
    """
    found = _telling(desk, tx, _texts(fields, texts), plan.no_names)
    check_nobody_named(found, nobody_is_meant=nobody_is_meant)
    words = {one.words.casefold() for tellings in found.values() for one in tellings}
    if not words:
        return ""
    plan.no_names = sorted({*plan.no_names, *words})
    return _("It is no name of theirs: {words}.", words=", ".join(sorted(words)))


def check_group_nameless(
    desk: Desk,
    tx: Transaction,
    fields: Mapping[str, Any],
    texts: Iterable[str],
    *,
    nobody_is_meant: bool,
) -> None:
    """Refuse texts of a group that name somebody on file.

    Raises:
        InvalidFieldsError: `names-somebody`, `may-name-somebody`.
    """
    found = names_in(desk, tx, _texts(fields, texts))
    check_nobody_named(found, nobody_is_meant=nobody_is_meant)


def naming_nobody(
    desk: Desk, look: Reading, models: Sequence[M], left: Sequence[Iterable[str]]
) -> list[M]:
    """Write read models without anything that could be the name of somebody on file.

    Agencies and professionals stand in them by their names.

    Args:
        desk: Who asks.
        look: Where to look.
        models: What is going to be read.
        left: For each of them the words that were said to be nobody's name.
    """
    workers = {one.name for one in look.directory.agencies()}
    workers |= {one.name for one in look.directory.professionals()}
    texts = {
        f"{at} {text}": text
        for at, model in enumerate(models)
        for text in texts_of(model)
        if text not in workers and not _OWN_NUMBER.fullmatch(text)
    }
    kept = {key: left[int(key.partition(" ")[0])] for key in texts}
    clean = _blotted(desk, look, texts, kept)

    def write(at: int, text: str, _whose: frozenset[str]) -> str:
        return clean.get(f"{at} {text}", text)

    return [written_anew(model, partial(write, at)) for at, model in enumerate(models)]


def _blotted(
    desk: Desk, look: Reading, texts: Mapping[str, str], left: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    clean = dict(texts)
    for key, words in _words_found(desk, look, clean, left).items():
        clean[key] = whole_words(words).sub(lambda _one: _("[name hidden]"), clean[key])
    for key, words in _words_found(desk, look, clean, left).items():  # inside other words
        for one in words:
            clean[key] = clean[key].replace(one, _("[name hidden]"))
    return clean


def _words_found(
    desk: Desk, look: Reading, texts: Mapping[str, str], left: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Give what tells of somebody in each text that has any, the longest first."""
    found = names_in(desk, look, texts)
    words = {
        name: {one.words for one in _not_left(tellings, left[name])}
        for name, tellings in found.items()
    }
    return {name: sorted(some, key=len, reverse=True) for name, some in words.items() if some}


def _texts(fields: Mapping[str, Any], texts: Iterable[str]) -> dict[str, str]:
    return {name: str(fields[name] or "") for name in texts if name in fields}


def _telling(
    desk: Desk, look: Reading, texts: Mapping[str, str], left: Iterable[str]
) -> dict[str, tuple[Telling, ...]]:
    words = frozenset(left)
    found = names_in(desk, look, texts)
    kept = {name: _not_left(tellings, words) for name, tellings in found.items()}
    return {name: tellings for name, tellings in kept.items() if tellings}


def _not_left(tellings: Iterable[Telling], left: Iterable[str]) -> tuple[Telling, ...]:
    words = frozenset(left)
    return tuple(one for one in tellings if one.beyond_doubt or one.words.casefold() not in words)
