"""The one translation function, for windows, command line and papers alike.

Placeholders are filled after translation, so that translators see whole sentences:
`_("Only {count} of {seats} seats were filled.", count=3, seats=9)`. English is the source
language; without a catalogue every sentence is shown as it is written here.
"""

import gettext as catalogues
from contextvars import ContextVar
from pathlib import Path

DOMAIN = "coordinator"
ENGLISH = "en_GB"

_catalogue: ContextVar[catalogues.NullTranslations] = ContextVar("catalogue")
_locale: ContextVar[str] = ContextVar("locale")
_ENGLISH_AS_WRITTEN = catalogues.NullTranslations()


def use_language(language: str, folder: Path) -> None:
    """Speak `language` (such as `cy_GB`) from the catalogues in `folder` from here on.

    Threads started earlier keep theirs; a missing catalogue means English sentences.
    """
    found = catalogues.translation(DOMAIN, folder, [language], fallback=True)
    _catalogue.set(found)
    _locale.set(language)


def locale() -> str:
    """Name the locale in which dates and numbers are written."""
    return _locale.get(ENGLISH)


def _(text: str, **values: object) -> str:
    """Translate one sentence, then fill its `{placeholders}`; without values braces stay."""
    found = _catalogue.get(_ENGLISH_AS_WRITTEN).gettext(text)
    return found.format_map(values) if values else found


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Translate a sentence that counts; `{count}` is filled by itself."""
    found = _catalogue.get(_ENGLISH_AS_WRITTEN).ngettext(one, many, count)
    return found.format_map({"count": count, **values})


def N_(text: str) -> str:  # noqa: N802 - the name that catalogue tools look for
    """Mark a sentence in a table for translation; `_` translates it when it is shown."""
    return text
