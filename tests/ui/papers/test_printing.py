"""Printing: what was looked at is what comes out, recorded first; a printer that fails is told."""

import tempfile
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.records.history import read_history
from coordinator.db.models import Disclosure
from coordinator.domain.errors import CancelledError, PrinterError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.progress import Progress, Unwatched
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.orders import Draft
from coordinator.ui.kit import theme
from coordinator.ui.kit.documents import Document
from coordinator.ui.screens.papers import presenter as papers
from coordinator.ui.screens.papers.printing import PaperPrinter
from coordinator.ui.screens.papers.view import PapersView
from coordinator.wording.acts import act_words
from tests.exports.reading import words
from tests.ui.pages.meeting_pages import agenda_of
from tests.ui.panels import MadeUp
from tests.ui.papers.test_presenter import open_papers

_DOTS = 150  # for an inch


@pytest.fixture(autouse=True)
def _laid_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(draft: Draft, *, password: str = "", progress: Progress | None = None) -> bytes:
        return lay_out(draft.kind, draft.model, password=password, progress=progress)

    monkeypatch.setattr(papers, "lay_out", here)


@pytest.fixture
def content(panel: MadeUp) -> bytes:
    return agenda_of(panel.office.desk, "last")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Where a printer that keeps its sheets as a file puts them."""
    return tmp_path / "printed.pdf"


@pytest.fixture
def printer(qapp: QApplication, paper: Path) -> QPrinter:
    del qapp
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(paper))
    made.setResolution(_DOTS)
    return made


class StoppedAfter:
    """Somebody who presses Cancel after so many pages."""

    def __init__(self, pages: int) -> None:
        self._pages = pages

    def step(self, done: int, total: int) -> None:
        if done == self._pages:
            raise CancelledError


def darkness(page: pdfium.PdfPage) -> list[int]:
    """How dark a page is, in ten bands from its top."""
    picture = page.render(scale=_DOTS / 72, grayscale=True)
    band = picture.height // 10 * picture.stride
    pixels = bytes(picture.buffer)
    bands = [pixels[at * band : (at + 1) * band] for at in range(10)]
    return [round((255 - sum(one) / len(one)) * 10) for one in bands]


def test_every_page_comes_out_as_it_was_looked_at(
    content: bytes, printer: QPrinter, paper: Path
) -> None:
    PaperPrinter(printer).send(content, Unwatched())
    laid, printed = pdfium.PdfDocument(content), pdfium.PdfDocument(paper)
    assert len(printed) == len(laid)
    for at in range(len(laid)):
        assert printed.get_page_size(at) == pytest.approx(laid.get_page_size(at), abs=1)
        assert darkness(printed[at]) == pytest.approx(darkness(laid[at]), rel=0.1, abs=5)
    printed.close()
    laid.close()


def test_strips_join_up_to_the_page(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    from coordinator.ui.kit import documents as drawing

    monkeypatch.setattr(drawing, "_STRIP", 100_000)
    document = Document(content)
    whole = document.picture(0, 2.3)
    strips = list(document.strips(0, 2.3))
    assert len(strips) > 3
    joined = b"".join(strip.pixels for _top, strip in strips)
    assert len(joined) == len(whole.pixels)
    differing = (abs(one - other) for one, other in zip(joined, whole.pixels, strict=True))
    assert max(differing) <= 2  # the edges of letters are rounded once more or less
    assert [top for top, _strip in strips] == [
        sum(strip.height for _top, strip in strips[:at]) for at in range(len(strips))
    ]
    document.close()


def test_only_the_pages_asked_for_come_out_and_as_often(
    content: bytes, printer: QPrinter, paper: Path
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2"))
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    PaperPrinter(printer).send(content, Unwatched())
    laid, printed = pdfium.PdfDocument(content), pdfium.PdfDocument(paper)
    assert len(printed) == 2
    assert darkness(printed[1]) == pytest.approx(darkness(laid[1]), rel=0.1, abs=5)
    printed.close()
    laid.close()


def test_the_page_in_sight_may_come_out_alone(
    content: bytes, printer: QPrinter, paper: Path
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    PaperPrinter(printer, page=1).send(content, Unwatched())
    with pdfium.PdfDocument(paper) as printed:
        assert len(printed) == 1


def test_a_smaller_sheet_gets_the_whole_page(
    content: bytes, printer: QPrinter, paper: Path
) -> None:
    from PySide6.QtGui import QPageSize

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    PaperPrinter(printer).send(content, Unwatched())
    laid, printed = pdfium.PdfDocument(content), pdfium.PdfDocument(paper)
    # From the top down: a line of text that falls into the next band must not count twice.
    downwards = [*accumulate(darkness(printed[0]))]
    assert downwards == pytest.approx([*accumulate(darkness(laid[0]))], rel=0.05, abs=8)
    printed.close()
    laid.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_opened_is_refused(
    content: bytes, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(PrinterError):
        PaperPrinter(printer).send(content, Unwatched())


def test_a_printer_that_went_away_since_it_was_chosen_is_refused(
    content: bytes, qapp: QApplication
) -> None:
    del qapp

    class Gone(QPrinter):
        def printerName(self) -> str:  # noqa: N802 - Qt's
            return "Kerrow hall, first floor"

        def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's
            return QPrinter.OutputFormat.NativeFormat

    with pytest.raises(PrinterError):
        PaperPrinter(Gone()).send(content, Unwatched())


def test_stopping_calls_back_what_was_put_aside(
    content: bytes, printer: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    (aside / "0000000000abc").write_bytes(b"of another program")
    monkeypatch.setattr(tempfile, "tempdir", str(aside))

    class Stops(StoppedAfter):
        def step(self, done: int, total: int) -> None:
            (aside / "00abc68fe01234").write_bytes(b"%PDF half a paper")
            (aside / "openpyxl.x1").write_bytes(b"a sheet")
            super().step(done, total)

    with pytest.raises(CancelledError):
        PaperPrinter(printer).send(content, Stops(1))
    assert {path.name for path in aside.iterdir()} == {"0000000000abc", "openpyxl.x1"}


# The screen


class FakePrinter:
    """A printer that does what it is told to."""

    name = "Kerrow hall"

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.printed: list[bytes] = []
        self.recorded: Callable[[], int] = lambda: 0
        self.known = 0

    def send(self, content: bytes, progress: Progress) -> None:
        self.known = self.recorded()
        if self.fault is not None:
            raise self.fault
        progress.step(1, 1)
        self.printed.append(content)


def disclosures(desk: Desk) -> list[Disclosure]:
    with desk.read() as look:
        return list(look.session.scalars(select(Disclosure)))


def test_what_was_looked_at_is_printed_and_recorded_before_it_leaves(desk: Desk) -> None:
    screen, printer = open_papers(desk), FakePrinter()
    printer.recorded = lambda: len(disclosures(desk))
    screen.presenter.print_on(printer)
    assert ["Copy D26-0001" in words(one) for one in printer.printed] == [True]
    assert printer.known == 1
    assert [row.paper for row in disclosures(desk)] == ["agenda"]
    assert screen.toasts == ["Sent to the printer Kerrow hall"]
    assert not screen.view.is_printing


def test_before_a_paper_for_an_agency_is_printed_it_is_asked_why_it_goes(desk: Desk) -> None:
    screen, printer = open_papers(desk), FakePrinter()
    screen.presenter.choose(PaperKind.AGENDA, "Kerrow Police")
    screen.presenter.print_on(printer)
    assert screen.asked == {"recipient", "proportionality"}
    screen.forms.answer(proportionality="")
    assert screen.forms.faults == {"proportionality": "required"}
    assert (printer.printed, disclosures(desk)) == ([], [])
    screen.forms.answer(proportionality="They walk the town.")
    (row,) = disclosures(desk)
    assert (row.channel, row.proportionality) == (Channel.PRINTED, "They walk the town.")
    assert row.recipient == "Dylan Ashdown, Kerrow Police"
    assert len(printer.printed) == 1
    assert screen.forms.question is None


def test_the_history_says_that_it_was_printed(desk: Desk) -> None:
    screen = open_papers(desk)
    screen.presenter.print_on(FakePrinter())
    (row,) = disclosures(desk)
    (told,) = read_history(desk, row.id).happenings
    assert act_words(told.act) == "Printed a paper"


def test_a_printer_that_fails_is_told_in_one_notice_and_the_paper_is_still_there(
    desk: Desk,
) -> None:
    screen = open_papers(desk)
    screen.presenter.print_on(FakePrinter(PrinterError("refused")))
    (notice,) = screen.notices
    assert notice.what == "The printer did not take the paper; it is still here."
    assert screen.toasts == []
    assert not screen.view.is_printing
    again = FakePrinter()
    screen.presenter.print_on(again)
    assert ["Copy D26-0002" in words(one) for one in again.printed] == [True]


def test_stopped_printing_says_so_and_nothing_is_wrong(desk: Desk) -> None:
    screen = open_papers(desk)
    screen.presenter.print_on(FakePrinter(CancelledError()))
    assert screen.toasts == ["Printing was stopped."]
    assert screen.notices == []
    assert screen.jobs.failures == []


def test_without_a_printer_it_says_what_to_do(desk: Desk) -> None:
    screen = open_papers(desk)
    screen.presenter.print_on(None)
    assert [notice.what for notice in screen.notices] == ["No printer is set up on this computer."]
    assert disclosures(desk) == []


def test_the_page_may_be_left_while_it_is_printed(desk: Desk) -> None:
    screen = open_papers(desk)

    class Leaving(FakePrinter):
        def send(self, content: bytes, progress: Progress) -> None:
            screen.presenter.leave()
            super().send(content, progress)

    printer = Leaving()
    screen.presenter.print_on(printer)
    assert len(printer.printed) == 1
    assert screen.toasts == ["Sent to the printer Kerrow hall"]


def test_the_button_asks_for_the_printer_with_the_page_in_sight(
    content: bytes, look: theme.Look, qapp: QApplication
) -> None:
    del look, qapp
    asked: list[tuple[int, int]] = []
    chosen: list[object] = []

    def ask(_parent: object, pages: int, page: int) -> None:
        asked.append((pages, page))

    view = PapersView(choose_printer=ask)
    view.printer_chosen.connect(chosen.append)
    assert not view.print_out.isEnabled()
    view.show_paper(content)
    view.print_out.click()
    assert asked == [(view.preview.pages, 0)]
    assert chosen == []
    view.show_printing(on=True)
    assert not view.print_out.isEnabled()
    view.show_printing(on=False)
    assert view.print_out.isEnabled()
    view.deleteLater()


def test_a_computer_without_printers_is_noticed_before_anything_is_asked(
    content: bytes, look: theme.Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    del look
    from coordinator.ui.screens.papers import view as widgets

    monkeypatch.setattr(widgets, "has_printer", lambda: False)
    view = PapersView()
    chosen: list[object] = []
    view.printer_chosen.connect(chosen.append)
    view.show_paper(content)
    view.print_out.click()
    assert chosen == [None]
    view.deleteLater()
