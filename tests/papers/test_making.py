"""Every paper from a store: whole, tagged, for its reader alone, recorded, and never half."""

import hashlib
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from coordinator.db.models import Disclosure
from coordinator.domain.disclosing.log import numbered
from coordinator.domain.errors import ExportTargetError, MissingRecordError
from coordinator.exports.composing import OF_ONE, PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import keep_paper, make_papers
from coordinator.papers.orders import Order
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.papers.conftest import Held

KINDS = tuple(kind for kind in PaperKind if kind not in OF_ONE)
"""What is about one person or thing is tried by itself."""
OF_THE_MEETING = (PaperKind.AGENDA, PaperKind.PACK, PaperKind.MINUTES)


def make(held: Held, folder: Path, kind: PaperKind, **options: object) -> list[Path]:
    return make_papers(held.desk, [Order(kind, folder, **options)])  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def papers(held: Held, tmp_path_factory: pytest.TempPathFactory) -> dict[PaperKind, Path]:
    """One of each kind, the panel's own copy."""
    folder = tmp_path_factory.mktemp("papers")
    orders = [Order(kind, folder) for kind in KINDS]
    made = [path for path in make_papers(held.desk, orders) if path.suffix == ".pdf"]
    return dict(zip(KINDS, made, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_a_whole_tagged_file(
    papers: dict[PaperKind, Path], kind: PaperKind
) -> None:
    assert faults(papers[kind].read_bytes()) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PaperKind.AGENDA, ["M26-002", "T (KP-0001)", "Thu 26 November 2026"]),
        (PaperKind.PACK, ["Attendance sheet", "KP-0001", "Kerrow Mental Health"]),
        (PaperKind.MINUTES, ["Approved", "Read and agreed at 10:03", "M26-002/", "Why."]),
        (PaperKind.TRACKER, ["M26-001/", "Ask for a bed", "Done"]),
        (PaperKind.PLAN, ["My dog.", "Rhys Roskilly", "Version 1"]),
        (PaperKind.PLAN_PAGE, ["My dog.", "Rhys Roskilly"]),
        (PaperKind.REFERRAL_FORM, ["OFFICIAL-SENSITIVE when completed", "Why now?", "Aled Hâf"]),
        (PaperKind.OUTREACH, ["Outreach Sun", "No sheet was made for this day"]),
        (PaperKind.COVER, ["Cover sheet", "What to do, day by day", "Dylan Ashdown"]),
        (PaperKind.GAPS, ["What the system lacks: gaps", "No gap is on the register."]),
    ],
)
def test_a_paper_says_what_it_is_for(
    papers: dict[PaperKind, Path], kind: PaperKind, expected: list[str]
) -> None:
    text = words(papers[kind].read_bytes())
    assert [part for part in expected if part not in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_name_names_no_person(papers: dict[PaperKind, Path], kind: PaperKind) -> None:
    name = papers[kind].name
    assert "OFFICIAL-SENSITIVE" in name
    assert not any(person in name for person in ("Tomos", "Anna"))


@pytest.mark.parametrize(
    "kind", [*OF_THE_MEETING, PaperKind.TRACKER, PaperKind.COVER, PaperKind.GAPS]
)
def test_an_agency_that_must_not_be_told_finds_nothing_of_the_person(
    held: Held, tmp_path: Path, kind: PaperKind
) -> None:
    for path in make(held, tmp_path, kind, agency="Kerrow Police"):
        if path.suffix == ".pdf":
            found = everything(path.read_bytes())
            assert "Anna" not in found
            assert "KP-0002" not in found


def test_what_is_restricted_stays_out_of_an_agencys_copy(held: Held, tmp_path: Path) -> None:
    own = words(make(held, tmp_path, PaperKind.MINUTES, meeting="M26-001")[0].read_bytes())
    assert "Owes money." in own
    copy = make(held, tmp_path, PaperKind.MINUTES, meeting="M26-001", agency="Kerrow Homes")[0]
    assert "Owes money." not in everything(copy.read_bytes())


def test_the_same_store_and_day_give_the_same_bytes_but_for_the_number(
    held: Held, tmp_path: Path
) -> None:
    order = Order(PaperKind.MINUTES, tmp_path)
    (draft,) = draft_papers(held.desk, order)
    (again,) = draft_papers(held.desk, order)
    laid = lay_out(draft.kind, draft.model)
    assert laid == lay_out(again.kind, again.model)
    first, second = (
        keep_paper(held.desk, draft, laid, tmp_path).read_bytes() for _twice in range(2)
    )
    assert first != second
    (number,) = set(re.findall(r"Copy (D26-\d{4})", words(first)))
    assert words(first).replace(number, numbered(number, 1)) == words(second)


def test_every_file_is_recorded_with_its_hash(held: Held, tmp_path: Path) -> None:
    path = make(held, tmp_path, PaperKind.AGENDA, agency="Kerrow Homes")[0]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with held.desk.read() as look:
        row = look.session.scalars(select(Disclosure).where(Disclosure.sha256 == digest)).one()
    assert (row.paper, row.subject, row.recipient) == ("agenda", "M26-002", "Kerrow Homes")


def test_a_password_locks_the_file(held: Held, tmp_path: Path) -> None:
    path = make(held, tmp_path, PaperKind.PLAN, person="kp-0001", password="gorse and slate")[0]
    with pytest.raises(Exception, match="assword"):
        words(path.read_bytes())
    assert "My dog." in words(path.read_bytes(), "gorse and slate")


def test_a_folder_that_cannot_be_written_is_told(held: Held, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(ExportTargetError):
        make(held, blocked / "papers", PaperKind.TRACKER)


@pytest.mark.parametrize(
    "options",
    [
        {"kind": PaperKind.MINUTES, "meeting": "M26-999"},
        {"kind": PaperKind.PLAN, "person": "KP-9999"},
        {"kind": PaperKind.AGENDA, "agency": "Nobody's agency"},
    ],
)
def test_what_is_not_on_file_is_told(
    held: Held, tmp_path: Path, options: dict[str, object]
) -> None:
    with pytest.raises(MissingRecordError):
        make(held, tmp_path, **options)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) in ([], [tmp_path])
