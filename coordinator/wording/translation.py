"""The one translation function, for windows, command line and papers alike.

Placeholders are filled after translation, so that translators see whole sentences:
`_("Only {count} of {seats} seats were filled.", count=3, seats=9)`. English is the source
language; without a catalogue every sentence is shown as it is written here.
"""

import gettext as catalogues
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "coordinator"
ENGLISH = "en_GB"


@dataclass
class _Speaking:
    """The language of the whole program: one for every thread, chosen once at the start."""

    catalogue: catalogues.NullTranslations
    locale: str


_speaking = _Speaking(catalogues.NullTranslations(), ENGLISH)


def use_language(language: str, folder: Path) -> None:
    """Speak `language` (such as `cy_GB`) from the catalogues in `folder` from here on.

    A missing catalogue means English sentences; dates follow the language all the same.
    """
    _speaking.catalogue = catalogues.translation(DOMAIN, folder, [language], fallback=True)
    _speaking.locale = language


def locale() -> str:
    """Name the locale in which dates and numbers are written."""
    return _speaking.locale


def _(text: str, **values: object) -> str:
    """Translate one sentence, then fill its `{placeholders}`; without values braces stay."""
    found = _speaking.catalogue.gettext(text)
    return found.format_map(values) if values else found


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Translate a sentence that counts; `{count}` is filled by itself."""
    found = _speaking.catalogue.ngettext(one, many, count)
    return found.format_map({"count": count, **values})


def N_(text: str) -> str:  # noqa: N802 - the name that catalogue tools look for
    """Mark a sentence in a table for translation; `_` translates it when it is shown."""
    return text
