"""Printing the recovery code: one sheet to lock away."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from coordinator.wording.translation import _


def print_code(parent: QWidget, code: str) -> bool:
    """Ask for a printer and print; gives whether it was sent there."""
    printer = QPrinter()
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    sheet = QTextDocument()
    sheet.setHtml(sheet_of(code))
    sheet.print_(printer)
    return True


def sheet_of(code: str) -> str:
    """Write the sheet; it does not say which panel it belongs to."""
    title = escape(_("Recovery code"))
    words = escape(
        _(
            "Opens a store of the program Coordinator when every passphrase is forgotten. Lock it"
            " away: whoever has it and the store can read everything."
        )
    )
    return f"<h1>{title}</h1><p>{words}</p><p style='font-size: 24pt'>{escape(code)}</p>"
