"""One meeting to twelve recipients through the window: looked at, made, opened, checked again."""

import io
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.stores.opening import Office
from coordinator.domain.disclosing.log import DisclosurePage, DisclosureRow
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.runtime.reading import sha256_of
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.shortcuts import Key
from tests.exports.reading import everything, pages
from tests.exports.structure import faults
from tests.journeys.hands import Hands
from tests.journeys.twelve import DEPUTY, NAMES, SECRETS, Twelve, make_twelve
from tests.stores import NOON
from tests.ui.desktops import Desktop

VARIANTS = {
    "Morwenna Tregear": PackVariant.FULL,
    "Aled Hâf": PackVariant.FULL,
    "Dylan Ashdown": PackVariant.OWN_CASES,
    "Rhys Roskilly": PackVariant.OWN_CASES,
    DEPUTY: PackVariant.OWN_CASES,
    "Kasia Dębska": PackVariant.OWN_CASES,
    "Perran Bolitho": PackVariant.OWN_CASES,
    "Jenifer Pascoe": PackVariant.LIMITED,
    "Ruth Hosking": PackVariant.STRATEGIC,
    "Cadan Rowe": PackVariant.PRINT_LIGHT,
    "Wella Trott": PackVariant.LIMITED,
    "Elowen Hart": PackVariant.OWN_CASES,
}
ABOUT = {
    "Morwenna Tregear": (1, 2, 3, 4),
    "Aled Hâf": (1, 2, 3, 4),
    "Dylan Ashdown": (1, 2, 3),
    "Rhys Roskilly": (1, 3),
    DEPUTY: (1, 3),
    "Kasia Dębska": (1, 2),
    "Perran Bolitho": (1, 2, 3),
    "Jenifer Pascoe": (1,),
    "Ruth Hosking": (),
    "Cadan Rowe": (1, 3),
    "Wella Trott": (3,),
    "Elowen Hart": (2, 3),
}
"""Whom each may be sent anything about, by the number of their reference."""
UNSIGNED, RAN_OUT = "Kasia Dębska, Kerrow Mental Health", "Kerrow Homes"


@dataclass(frozen=True)
class Sent:
    """One file that was made, and what the log says of it."""

    path: Path
    row: DisclosureRow
    password: str

    @property
    def name(self) -> str:
        """Who it is for."""
        return self.row.recipient.partition(",")[0]


@pytest.fixture
def twelve(office: Office) -> Twelve:
    made = make_twelve(office.desk)
    office.close(back_up=False)
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the packs are saved, whoever asks."""
    made = tmp_path / "packs"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(made))
    return made


def test_one_meeting_goes_to_twelve_and_to_nobody_what_is_not_theirs(
    desktop: Desktop,
    office: Office,
    twelve: Twelve,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands = Hands.at(desktop, office.folder.path, NOON)
    hands.keys(Key.MEETINGS)
    hands.press("Open")
    hands.press("Packs for everybody")
    look_first(hands, folder)
    make(hands)
    passwords = told_passwords(hands)
    rows = logged(hands)
    sent = joined(folder, rows, passwords)

    check_numbers(sent)
    for one in sent:
        check_opens(one)
        check_content(one)
    check_letters(folder)
    check_files(hands, sent, monkeypatch)
    hands.leave()


def look_first(hands: Hands, folder: Path) -> None:
    """See who would get what, and let the deputy's pack go; nothing is made by looking."""
    hands.sees("11 packs go out. 2 cannot be made.")
    for name, stands in (
        ("Nessa Penrose", "No pack"),
        ("Nobody's seat", "No pack"),
        ("Kasia", "1 reason wanted"),
        ("Rhys Roskilly", "1 reason wanted"),
        (DEPUTY, "Waits: deputy"),
        ("Elowen Hart", "Secure e-mail"),
    ):
        hands.choose("Who gets which pack", name)
        assert stands in hands.line_of(hands.table("Who gets which pack")), name
    hands.choose("Who gets which pack", "Wella Trott")
    hands.sees("No e-mail address is recorded")
    hands.choose("Who gets which pack", "Rhys Roskilly")
    hands.sees("KP-0002): must not be told")
    hands.choose("Who gets which pack", DEPUTY)
    hands.press("Let it go out")
    hands.sees("12 packs go out.")
    assert list(folder.iterdir()) == []


def make(hands: Hands) -> None:
    """Make them; without a reason for each that needs one nothing is made."""
    hands.press("Make the packs")
    said = {"Rhys Roskilly, Kerrow Homes": "It is renewed on Monday.",
            f"{DEPUTY}, Kerrow Homes": "It is renewed on Monday.",
            UNSIGNED: "She signs when she comes."}  # fmt: skip
    said["An e-mail ready to send for each, the pack attached"] = "yes"
    said["The meeting for a calendar; it names nobody"] = "yes"
    hands.go_to("Why no less would do")
    hands.answer("Make 12 packs", said)


def told_passwords(hands: Hands) -> Mapping[str, str]:
    """Read the passwords the window shows once the packs are made."""

    def shown() -> list[str]:
        return [
            box.toPlainText()
            for sheet in hands.work.findChildren(FormDialog)
            for box in sheet.findChildren(QPlainTextEdit)
            if box.isVisible() and "Kerrow Police: " in box.toPlainText()
        ]

    hands.player.until(lambda: bool(shown()))
    told = dict(line.split(": ") for line in shown()[0].splitlines())
    hands.press("Close")
    return told


def logged(hands: Hands) -> Sequence[DisclosureRow]:
    """Read the log as the window's own lane has it."""
    found: list[DisclosurePage] = []
    hands.work.jobs.query(find_disclosures, found.append, journalled=True)
    hands.player.until(lambda: bool(found))
    return found[0].rows


def joined(
    folder: Path, rows: Sequence[DisclosureRow], passwords: Mapping[str, str]
) -> Sequence[Sent]:
    by_digest = {sha256_of(path): path for path in folder.glob("*.pdf")}
    assert {row.sha256 for row in rows} == {*by_digest}
    return [
        Sent(
            by_digest[row.sha256],
            row,
            passwords[row.agency] if row.channel is Channel.SEALED_PACK else "",
        )
        for row in rows
    ]


def check_numbers(sent: Sequence[Sent]) -> None:
    """Twelve numbers without a gap; each variant and each reason in the log."""
    assert sorted(one.row.number for one in sent) == [f"D26-{at:04}" for at in range(1, 13)]
    assert {one.name: one.row.variant for one in sent} == VARIANTS
    reasons = {one.name: one.row.reason for one in sent if one.row.reason}
    assert {*reasons} == {"Rhys Roskilly", DEPUTY, "Kasia Dębska"}
    assert {one.name: tuple(sorted(one.row.people)) for one in sent} == {
        name: tuple(f"KP-{at:04}" for at in about) for name, about in ABOUT.items()
    }


def check_opens(one: Sent) -> None:
    """Every reader opens it with its password and, where it has one, never without."""
    data = one.path.read_bytes()
    assert (one.password == "") == (one.name == "Elowen Hart")
    if one.password:
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(data)
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=one.password) as pdf:
        assert pdf.is_encrypted == bool(one.password)
        if one.password:
            assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
    assert faults(data, one.password) == []
    if poppler := shutil.which("pdftotext"):
        check_poppler(poppler, one)


def check_poppler(poppler: str, one: Sent) -> None:
    words = ["-upw", one.password] if one.password else []
    done = subprocess.run([poppler, *words, str(one.path), "-"], capture_output=True, check=True)
    assert one.row.number in done.stdout.decode()
    if one.password:
        closed = subprocess.run([poppler, str(one.path), "-"], capture_output=True, check=False)
        assert closed.returncode


def check_content(one: Sent) -> None:
    """On every page whose it is; of nobody who is not theirs a word, anywhere in the file."""
    data = one.path.read_bytes()
    stamp = f"Copy {one.row.number} for: {one.row.recipient}"
    assert [stamp in page for page in pages(data, one.password)] == [True] * one.row.pages
    said = everything(data, one.password) + one.path.name
    for at in range(4):
        is_theirs = at + 1 in ABOUT[one.name]
        assert (f"KP-{at + 1:04}" in said) == is_theirs, (one.name, at)
        if at < len(NAMES):
            assert is_theirs or SECRETS[at] not in said, (one.name, at)
            assert is_theirs or NAMES[at] not in said, (one.name, at)
    if one.row.variant in {PackVariant.LIMITED, PackVariant.STRATEGIC}:
        assert [name for name in NAMES if name in said] == []
    with pikepdf.open(io.BytesIO(data), password=one.password) as pdf, pdf.open_outline() as tree:
        titles = [kid.title for top in tree.root for kid in _below(top)]
    assert {word.split(",")[0] for word in titles if word.startswith("KP-")} == {
        f"KP-{at:04}" for at in ABOUT[one.name]
    }


def _below(item: pikepdf.OutlineItem) -> list[pikepdf.OutlineItem]:
    return [item, *(one for kid in item.children for one in _below(kid))]


def check_letters(folder: Path) -> None:
    """An e-mail beside each file, and one calendar file; none names anybody."""
    mails = sorted(folder.glob("*.eml"))
    (calendar,) = folder.glob("*.ics")
    told = calendar.read_text("utf-8")
    addressed = []
    for path in mails:
        read = message_from_bytes(path.read_bytes(), policy=default)
        (attached,) = read.iter_attachments()
        assert attached.get_content() == path.with_suffix(".pdf").read_bytes()
        assert read["Subject"].startswith("OFFICIAL")
        addressed.append(read["To"])
        told += str(read["Subject"]) + str(read.get_body()) + path.name
    assert len(mails) == len(VARIANTS)
    assert addressed.count(None) == 1
    assert [word for word in (*NAMES, *SECRETS, "KP-000", "Petroc") if word in told] == []
    assert "M26-001" in told


def check_files(hands: Hands, sent: Sequence[Sent], monkeypatch: pytest.MonkeyPatch) -> None:
    """*Check a file* tells to whom each went, and refuses one with a byte changed."""
    hands.find("Disclosures")
    hands.sees("12 disclosures.")
    changed = sent[0].path.with_name("changed.pdf")
    changed.write_bytes(sent[0].path.read_bytes()[:-1] + b" ")
    for path, words in [
        *((one.path, f"{one.row.number} {one.row.recipient}") for one in sent),
        (changed, "Not one of this panel's papers"),
    ]:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given, at=path: (str(at), ""))
        hands.press("Check a file…")
        hands.sees(words)
