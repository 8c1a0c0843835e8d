"""The forms of Papers; no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from coordinator.domain.disclosing.sendings import Sending, SendingFacts, check_form
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.exports.composing import EDITABLE, PaperKind
from coordinator.exports.layout.finishing import check_password
from coordinator.papers.making import check_word
from coordinator.papers.orders import Draft
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.outgoing import how, to_whom, unsaid, why_no_less, why_they
from coordinator.wording.translation import N_, _

_PLAIN_TEXT = N_("The same as plain text beside it; it has no password")
_SPREADSHEET = N_("A spreadsheet beside it; it has no password")
_BESIDE = {
    PaperKind.TRACKER: _SPREADSHEET,
    PaperKind.REPORT: _SPREADSHEET,
    PaperKind.LEARNING: _SPREADSHEET,
    PaperKind.MONEY: _SPREADSHEET,
    PaperKind.MY_PLAN: _PLAIN_TEXT,
    PaperKind.MY_PLAN_LARGE: _PLAIN_TEXT,
    PaperKind.MY_PLAN_PLAIN: _PLAIN_TEXT,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form about one paper is asked from."""

    draft: Draft = field(repr=False)
    facts: SendingFacts
    today: date

    @property
    def reader(self) -> str:
        """Who gets it, as the head of the form says it."""
        return self.draft.to or self.draft.audience.name


def save(folder: Path, asked: Asked) -> Question:
    """Ask how a paper is saved and goes out; with another file beside it where there is one."""
    kind = asked.draft.kind
    hint = _("Without one anybody who has the file can read it.")
    asks = [
        Ask("password", _("Password, if it shall have one"), Kind.SECRET, "", hint=hint),
        Ask("again", _("Password again"), Kind.SECRET, ""),
    ]
    if kind in _BESIDE:
        beside = ((True, _(_BESIDE[kind])),)
        asks.append(Ask("sheet", _("Also"), Kind.TICK, value=False, choices=beside))
    told = [_("Into {folder}.", folder=folder)]
    if kind in EDITABLE and _is_final(asked.draft):
        told.append(_("Approved minutes go out as PDF only; Word is for drafts."))
    elif kind in EDITABLE:
        beside = ((True, _("A Word document beside it, to go on writing; it has no password")),)
        asks.append(Ask("word", _("Also"), Kind.TICK, value=False, choices=beside))
    going = _going(asked, how(asked.facts, own=asked.draft.is_their_own))
    told += _recorded(asked)
    return Question(_("Save the paper"), (*going, *asks), _("Save"), about=" ".join(told))


def print_out(asked: Asked) -> Question:
    """Ask why a paper that goes out on paper does, and to whom."""
    told = " ".join(_recorded(asked))
    return Question(_("Print the paper"), tuple(_going(asked, None)), _("Print"), about=told)


def check_said(said: Mapping[str, Any], asked: Asked, sending: Sending) -> None:
    """Refuse a form about what goes out that leaves something open.

    Raises:
        InvalidFieldsError: What is missing.
    """
    if not asked.draft.goes_out:
        return
    wrong = unsaid(said, asked.facts)
    try:
        check_form(sending, own=asked.draft.is_their_own)
    except InvalidFieldsError as error:
        wrong |= error.fields
    if wrong:
        raise InvalidFieldsError(wrong)


def check_locked(said: Mapping[str, Any]) -> None:
    """Refuse a password that was typed twice in two ways, or that could not open the file again.

    Raises:
        InvalidFieldsError: `again` `differs`; `password` `too-long`.
    """
    check_password(said["password"])
    if said["password"] != said["again"]:
        raise InvalidFieldsError({"again": "differs"})


def _recorded(asked: Asked) -> list[str]:
    if not asked.draft.goes_out:
        return []
    return [_("It goes to {name}, and that is recorded.", name=asked.reader)]


def _going(asked: Asked, channel: Ask | None) -> Iterator[Ask]:
    if not asked.draft.goes_out:
        return
    yield from to_whom(asked.facts, asked.draft.to)
    yield from why_they(asked.facts, asked.today)
    if channel is not None:
        yield channel
    if not asked.draft.is_their_own:
        yield why_no_less(asked.facts.proportionality)


def _is_final(draft: Draft) -> bool:
    try:
        check_word(draft)
    except GuardError:
        return True
    return False
