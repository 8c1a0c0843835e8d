"""Everything an agency can be sent: which papers it gets, which it is refused, and why.

No test here can pass because nothing was made: the table says what is.
"""

from collections.abc import Mapping
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coordinator import exports
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import OF_THE_OFFICE, PaperKind
from coordinator.exports.worker import Press
from tests.papers.entries import STANDARD, Entries, leaks, levels_of
from tests.papers.leaving import ask_for_all, other_texts, paper_texts
from tests.stores import HEALTH

LEADS, NO_BUSINESS = "Kerrow Mental Health", "Kerrow Police"
LEVELS = st.sampled_from([*Sensitivity, STANDARD, STANDARD])
WITHHELD = "refused: withheld"
NOT_TOLD = "refused: agency-not-told"
ANOTHERS = "refused: written-to-another"

_OWN, _REFERRER = "for themselves", f"for {LEADS}"
_K = PaperKind
_TABLE: Mapping[PaperKind, tuple[str, str, str]] = {
    # its reader:  who leads           who has no business   who must not be told
    **dict.fromkeys(
        (
            _K.AGENDA,
            _K.PACK,
            _K.MINUTES,
            _K.TRACKER,
            _K.REFERRAL_FORM,
            _K.COVER,
            _K.GAPS,
            _K.PLACES,
            _K.OUTREACH,
            _K.TONIGHT,
            _K.ACCOUNTABILITY,
            _K.DEMAND,
        ),
        (_OWN, _OWN, _OWN),
    ),
    **dict.fromkeys((_K.PLAN, _K.PLAN_PAGE), (_OWN, "refused: no plan", "refused: no plan")),
    **dict.fromkeys(
        (_K.ASSESSMENTS, _K.JOURNEY, _K.JOURNEY_LEARNING, _K.CLOSURE), (_OWN, WITHHELD, WITHHELD)
    ),
    _K.ESCALATION: (_OWN, "refused: no escalation", "refused: no escalation"),
    # One reader each, and no other agency: whoever referred them, who leads now.
    **dict.fromkeys((_K.ACCEPTED, _K.NOT_FOR_US), (_REFERRER, ANOTHERS, NOT_TOLD)),
    _K.HAND_OVER: (_REFERRER, ANOTHERS, "refused: no-hand-over"),  # their lead ends with it
    # The panel's own or the person's: no agency has a copy, whichever was chosen.
    **dict.fromkeys(
        (
            _K.MY_PLAN,
            _K.MY_PLAN_LARGE,
            _K.MY_PLAN_PLAIN,
            _K.OWN_LETTER,
            _K.ACCESS,
            _K.ACCESS_LIST,
            _K.DISCLOSURE_SCHEDULE,
            _K.CERTIFICATE,
            _K.DISPOSALS,
            _K.AUDIT_LOG,
            _K.REPORT,
            _K.LEARNING,
            _K.MONEY,
            *OF_THE_OFFICE,
        ),
        ("refused: panel-only",) * 3,
    ),
}


def expected(agency: str, column: int) -> dict[PaperKind, str]:
    """What comes of asking for each kind; a kind that is new has no line and fails."""
    return {
        kind: f"for {agency}" if row[column] == _OWN else row[column]
        for kind, row in _TABLE.items()
    }


def test_each_kind_of_paper_is_made_for_whom_it_is_or_refused_by_its_rule(
    entries: Entries,
) -> None:
    entries.all_standard()
    assert dict(ask_for_all(entries, LEADS).outcomes) == expected(LEADS, 0)
    assert dict(ask_for_all(entries, NO_BUSINESS).outcomes) == expected(NO_BUSINESS, 1)
    with entries.not_told(HEALTH):
        assert dict(ask_for_all(entries, LEADS).outcomes) == expected(LEADS, 2)


@settings(
    max_examples=1,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=st.lists(LEVELS, min_size=23, max_size=23))
def test_no_file_for_an_agency_holds_a_word_of_what_it_may_not_have(
    entries: Entries,
    press: Press,
    tmp_path_factory: pytest.TempPathFactory,
    drawn: list[Sensitivity],
) -> None:
    levels = levels_of(entries, drawn)
    entries.set(levels)
    left = ask_for_all(entries, LEADS)
    changed = {kind for kind, one in expected(LEADS, 0).items() if left.outcomes[kind] != one}
    assert changed <= {PaperKind.ESCALATION}  # what asks them may be restricted itself
    said = paper_texts(left.drafts, press)
    said |= other_texts(entries, HEALTH, LEADS, tmp_path_factory.mktemp("sent"))
    assert leaks(entries, entries.withheld(levels), said) == []


def test_what_is_for_everybody_does_stand_in_each_of_them(
    entries: Entries, press: Press, tmp_path: Path
) -> None:
    entries.all_standard()
    papers = paper_texts(ask_for_all(entries, LEADS).drafts, press)
    beside = other_texts(entries, HEALTH, LEADS, tmp_path)
    said = {name.split()[0]: text for name, text in papers.items()}
    said |= {_sort(name): text for name, text in beside.items()}
    found = {sort: kinds_in(entries, text) for sort, text in said.items()}
    assert {*found} >= {*_STANDS}
    assert {sort: lost for sort, told in _STANDS.items() if (lost := told - found[sort])} == {}


def kinds_in(entries: Entries, text: str) -> set[str]:
    """Name the kinds of entry of which a word stands in a text."""
    return {
        entries.kinds[one].__name__
        for one, own in entries.words.items()
        if any(word in text for word in own)
    }


def _sort(name: str) -> str:
    """Say what kind of file or text it is."""
    path = Path(name)
    return " ".join(filter(None, (name.split("_")[1] if path.suffix else name, path.suffix)))


_PLAN = {"Action", "Barrier", "Escalation", "Goal", "Offer", "Risk", "Strength", "Warning"}
_STANDS: Mapping[str, set[str]] = {
    "pack": {"Action", "Barrier", "Escalation"},
    "minutes": {"AgencyNote", "Decision"},
    "tracker": {"Action", "Barrier"},
    "plan": _PLAN | {"HousingConstraint", "Wish"},
    "plan-page": _PLAN,
    "escalation": {"Barrier", "Escalation"},
    "tonight": {"ComingMove", "Holding"},
    "journey": {"Decision", "Escalation", "HousingApplication", "Offer"},
    "hand-over-note": {"Action", "Offer", "Warning", "Wish"},
    "closure-summary": {"Action", "Goal"},
    "returns .xlsx": {"Action"},
    "information-request .xlsx": set(),
    "calendar .ics": set(),
    "pack .pdf": {"Action", "Barrier", "Decision", "Goal", "Risk", "Strength", "Warning"},
    "pack .eml": set(),
    "chase": {"Action"},
    "agreed": set(),
    "copy": {"Action", "Decision"},
}
"""What is there to be left out, where it is one agency's to have."""


def test_whoever_must_not_be_told_gets_no_word_of_them_in_any_file(
    entries: Entries, press: Press, tmp_path: Path
) -> None:
    entries.all_standard()
    with entries.not_told(HEALTH):
        said = paper_texts(ask_for_all(entries, LEADS).drafts, press)
        said |= other_texts(entries, HEALTH, LEADS, tmp_path)
    made = {_sort(name) for name in said if name.split()[0] not in {*PaperKind}}
    assert made >= {
        "returns .xlsx",
        "information-request .xlsx",
        "pack .pdf",
        "pack .eml",
        "chase",
    }
    assert leaks(entries, entries.words, said) == []
    tells = ("petroc", "heronwater", "kp-0001", str(entries.told.person))
    assert [(where, one) for where, text in said.items() for one in tells if one in text] == []


SEARCHED = {
    "calendar_file",
    "learning_sheet",
    "listing_sheet",
    "listing_values",
    "mail_file",
    "money_sheet",
    "own_plan_text",
    "quarter_sheet",
    "request_sheet",
    "return_sheet",
    "tracker_sheet",
    "update_sheet",
    "word_document",
}
"""What makes a file that is no PDF; here, in `test_no_copies`, (`quarter_sheet`) in
`tests/demo/test_report_told.py`, (`money_sheet`) in `test_money_ledger` and (`update_sheet`) in
`tests/exchange/test_update_sheets.py` each is searched for words."""
_STEPS = {"finish", "lay_out", "packed", "print_paper", "restamped", "saved", "sealed", "stamp"}
"""What takes a part in making a file whole; `utf16` writes a word of one."""


def test_whatever_makes_a_file_is_among_what_is_searched() -> None:
    made = {
        name
        for module in walk_packages(exports.__path__, f"{exports.__name__}.")
        for name, one in vars(import_module(module.name)).items()
        if isfunction(one)
        and not name.startswith("_")
        and signature(one).return_annotation is bytes
    }
    assert made - _STEPS - {"utf16"} == SEARCHED
