"""A paper on a printer: pages drawn from memory, strip by strip, off the window's thread.

No file of ours comes between. What the system's print service does with the pages on their way is
its own; SECURITY.md says what is known of it.
"""

import ctypes
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from coordinator.domain.errors import PrinterError
from coordinator.domain.progress import Progress
from coordinator.ui.kit.documents import Document

_SHARPEST, _LONG_SHARPEST, _LONG = 600, 300, 60
"""Dots for an inch at most, and for papers of more pages: what is on its way stays of a size."""
_POINTS = 72  # of an inch
_CUPS = {"linux": "libcups.so.2", "darwin": "libcups.2.dylib"}
_CUPS_REFUSES = 0x0100  # cups/ipp.h: what is below says that a request went well
_SPOOLED = re.compile(r"[0-9a-f]{13,}")  # how cupsTempFd names its files


def has_printer() -> bool:
    """Whether any printer is set up on this computer."""
    return bool(QPrinterInfo.availablePrinterNames())


def asked_printer(parent: QWidget, pages: int, page: int) -> "PaperPrinter | None":
    """Ask for a printer and how it is to print; nothing when somebody thought better of it.

    Args:
        parent: Over what it is asked.
        pages: How many there are to choose from.
        page: Which is in sight; from 0.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    options = QPrintDialog.PrintDialogOption
    # Into a file goes what is saved: with its words and tags, and a password if it shall have one.
    dialog.setOption(options.PrintToFile, on=False)
    for wanted in (options.PrintPageRange, options.PrintCurrentPage, options.PrintCollateCopies):
        dialog.setOption(wanted, on=True)
    dialog.setMinMax(1, max(pages, 1))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    return PaperPrinter(printer, page)


class PaperPrinter:
    """A printer that was chosen, and how it is to print."""

    def __init__(self, printer: QPrinter, page: int = 0) -> None:
        self._printer, self._page = printer, page
        self.name = printer.printerName()

    def send(self, content: bytes, progress: Progress) -> None:
        """Print a paper; any one thread may do it.

        Raises:
            PrinterError: The printer is gone, or did not take it.
            CancelledError: Somebody stopped it; what can be called back is.
        """
        document = Document(content)
        try:
            self._send(document, progress)
        finally:
            document.close()

    def _send(self, document: Document, progress: Progress) -> None:
        printer, pages = self._printer, self._pages(len(document.sizes))
        self._make_ready(len(pages))
        self._turn(document.sizes[pages[0]])
        with _painting(printer) as painter:
            for number, at in enumerate(pages):
                progress.step(number, len(pages))
                if number:
                    self._turn(document.sizes[at])
                    _check(printer.newPage())
                self._draw(painter, document, at)
                _check(printer.printerState() is not QPrinter.PrinterState.Error)
            progress.step(len(pages), len(pages))

    def _pages(self, count: int) -> list[int]:
        """Say which pages, in the order they are to come out; from 0."""
        chosen, ranges = self._printer.printRange(), self._printer.pageRanges()
        pages = list(range(count))
        if chosen is QPrinter.PrintRange.CurrentPage:
            pages = [self._page]
        elif chosen is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
            pages = [at for at in pages if ranges.contains(at + 1)] or pages
        if self._printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
            pages.reverse()
        copies = 1 if self._printer.supportsMultipleCopies() else self._printer.copyCount()
        if self._printer.collateCopies():
            return pages * copies
        return [at for at in pages for _copy in range(copies)]

    def _make_ready(self, pages: int) -> None:
        printer = self._printer
        if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
            _check(not QPrinterInfo.printerInfo(self.name).isNull())
        printer.setFullPage(True)  # the papers have margins of their own
        most = _SHARPEST if pages <= _LONG else _LONG_SHARPEST
        printer.setResolution(min(printer.resolution(), most))

    def _turn(self, size: tuple[float, float]) -> None:
        """Lay the sheet as the page lies."""
        lies = size[0] > size[1]
        orientation = QPageLayout.Orientation
        self._printer.setPageOrientation(orientation.Landscape if lies else orientation.Portrait)

    def _draw(self, painter: QPainter, document: Document, at: int) -> None:
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = _fitting(document.sizes[at], sheet, self._printer.resolution())
        wide = round(document.sizes[at][0] * scale)
        left = round((sheet.width() - wide) / 2)
        for top, strip in document.strips(at, scale):
            image = QImage(
                strip.pixels,
                strip.width,
                strip.height,
                strip.stride,
                QImage.Format.Format_RGB32,
            )
            painter.drawImage(QRect(left, top, strip.width, strip.height), image)


def _fitting(page: tuple[float, float], sheet: QRectF, resolution: int) -> float:
    """Give the dots for a point: the size on paper, or what fits a smaller sheet."""
    whole = resolution / _POINTS
    return min(whole, sheet.width() / page[0], sheet.height() / page[1])


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    """Open a printer, and hand over what was drawn, or call it back when that was cut short."""
    painter = QPainter()
    aside = _aside()
    _check(painter.begin(printer))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        yield painter
    except BaseException:
        printer.abort()
        # Qt cannot call back what it prints through CUPS, but hands it over as a file at the end.
        for path in _aside() - aside:
            path.unlink(missing_ok=True)
        painter.end()
        raise
    _check(painter.end())
    _check(printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat or _was_taken())


def _aside() -> set[Path]:
    """List what CUPS has put aside to be handed over."""
    folder = Path(tempfile.gettempdir())
    with suppress(OSError):
        return {path for path in folder.iterdir() if _SPOOLED.fullmatch(path.name)}
    return set()


def _was_taken() -> bool:
    """Whether the print service took what this thread gave it last; Qt does not say."""
    if sys.platform not in _CUPS:
        return True
    try:
        told: int = ctypes.CDLL(_CUPS[sys.platform], mode=os.RTLD_NOLOAD).cupsLastError()
    except (OSError, AttributeError):
        return True  # another service, which told Qt
    return told < _CUPS_REFUSES


def _check(well: bool) -> None:  # noqa: FBT001 - what Qt answered
    """Raises PrinterError unless all is well."""
    if not well:
        raise PrinterError("refused")
