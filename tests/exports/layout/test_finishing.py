"""What a file says about itself, its password, and that the same content gives the same bytes."""

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from coordinator.domain.errors import InvalidFieldsError
from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading
from tests.exports.structure import faults

PAPERS: list[tuple[PaperKind, Model]] = [
    (PaperKind.AGENDA, examples.agenda()),
    (PaperKind.PACK, examples.pack()),
    (PaperKind.MINUTES, examples.minutes()),
    (PaperKind.TRACKER, examples.tracker()),
    (PaperKind.PLAN, examples.plan()),
    (PaperKind.PLAN_PAGE, examples.plan()),
    (PaperKind.REFERRAL_FORM, examples.referral_form()),
    (PaperKind.ESCALATION, examples.escalation()),
    (PaperKind.GAPS, examples.gap_register()),
    (PaperKind.OUTREACH, examples.outreach()),
    (PaperKind.TONIGHT, examples.tonight()),
]


@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_the_same_content_gives_the_same_bytes(kind: PaperKind, model: Model) -> None:
    assert lay_out(kind, model) == lay_out(kind, model)


def test_another_process_with_other_hashes_gives_the_same_bytes() -> None:
    code = (
        "import hashlib;from coordinator.exports.worker import lay_out;"
        "from coordinator.exports.composing import PaperKind;from tests.exports import examples;"
        "print(hashlib.sha256(lay_out(PaperKind.PLAN, examples.plan())).hexdigest())"
    )
    root = Path(__file__).resolve().parents[3]
    told = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(told) == 1


@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_a_file_tells_its_title_day_and_program_and_nothing_else(
    kind: PaperKind, model: Model
) -> None:
    paper = lay_out(kind, model)
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        told = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert set(told) == {"/Title", "/Creator", "/Producer", "/CreationDate"}
        assert told["/Creator"] == told["/Producer"] == "Coordinator"
        assert told["/CreationDate"] == "D:20261119"
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert f">{told['/Title']}<" in packet
    for word in (b"ReportLab", b"reportlab", b"anonymous", b"untitled", b"unspecified"):
        assert word not in paper
    assert "ReportLab" not in reading.everything(paper)


@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_no_title_and_no_bookmark_of_the_file_names_a_person(
    kind: PaperKind, model: Model
) -> None:
    paper = lay_out(kind, model)
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        assert "Gwynedd" not in str(pdf.docinfo["/Title"])
        assert "Gwynedd" not in pdf.Root.Metadata.read_bytes().decode()
    assert "Gwynedd" not in str(reading.outline(paper))


def test_a_sealed_paper_opens_with_its_password_only() -> None:
    word = "Trëvose-Hâf 21 ☂"
    paper = lay_out(PaperKind.PLAN, examples.plan(), password=word)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(paper))
    with pikepdf.open(io.BytesIO(paper), password=word) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility
    assert "Tomos" in reading.words(paper, word)
    assert faults(paper, word) == []
    assert b"Gwynedd" not in paper


@pytest.mark.parametrize("password", ["x" * 127, "\u2602" * 42 + "x"])
def test_the_longest_password_opens_its_paper(password: str) -> None:
    paper = lay_out(PaperKind.PLAN_PAGE, examples.plan(), password=password)
    assert "Tomos" in reading.words(paper, password)


@pytest.mark.parametrize("password", ["x" * 128, "\u2602" * 43])
def test_a_password_that_could_not_open_the_paper_again_is_refused(password: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        lay_out(PaperKind.PLAN_PAGE, examples.plan(), password=password)
    assert refused.value.fields == {"password": "too-long"}
