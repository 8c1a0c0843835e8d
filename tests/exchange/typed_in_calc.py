"""Types into a spreadsheet as somebody does in LibreOffice Calc, and saves it.

A program of its own: LibreOffice brings the Python it is spoken to with.
`python3 typed_in_calc.py SOURCE TARGET PROFILE LOCALE CELLS`, the cells as JSON by page and place;
what the target is called says how it is saved.
"""

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}
SECONDS = 60
_SETTINGS = "com.sun.star.configuration"

if __name__ == "__main__":
    uno: Any = importlib.import_module("uno")


def said(name: str, value: object) -> Any:
    """Give one named value as LibreOffice takes it."""
    return uno.createUnoStruct("com.sun.star.beans.PropertyValue", Name=name, Value=value)


def answering(pipe: str) -> Any:
    """Wait until LibreOffice answers; gives what makes its parts."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    until = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def speak(there: Any, locale: str) -> None:
    """Let days and numbers be typed as in one country."""
    known = there.ServiceManager.createInstanceWithContext(
        f"{_SETTINGS}.ConfigurationProvider", there
    )
    place = (said("nodepath", "/org.openoffice.Setup/L10N"),)
    node = known.createInstanceWithArguments(f"{_SETTINGS}.ConfigurationUpdateAccess", place)
    node.setPropertyValue("ooSetupSystemLocale", locale)
    node.commitChanges()


def main(source: str, target: str, profile: str, locale: str, cells: str) -> None:
    """Open, type, save."""
    pipe = f"sheet{time.time_ns()}"
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )  # fmt: skip
    there = answering(pipe)
    speak(there, locale)
    desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    book = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (said("Hidden", True),))
    for page, some in json.loads(cells).items():
        for place, words in some.items():
            book.Sheets.getByName(page).getCellRangeByName(place).FormulaLocal = words
    kind = FILTERS[Path(target).suffix]
    book.storeToURL(f"file://{target}", (said("FilterName", kind),))
    book.close(True)
    desktop.terminate()
    office.wait(SECONDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
