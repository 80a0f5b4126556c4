"""The language of the interface: French is the source; English is a Qt Linguist file; Qt's own dialogs follow."""

import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vi_events.errors import ViError
from vi_events.paths import ASSETS
from vi_events.sentences import Sentence

LANGUAGES = ("fr", "en")
TRANSLATIONS = ASSETS / "translations"
_CORE = "Core"
"""Where the translations of the sentences of the core are."""


def install_language(app: QCoreApplication, language: str) -> None:
    """Gives ``app`` its language (``fr`` or ``en``; anything else is French). Call before making widgets."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", qt), (f"vi_events_{code}", str(TRANSLATIONS))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    QLocale.setDefault(locale())


def locale() -> QLocale:
    """How the language in use writes numbers and dates."""
    return QLocale(QCoreApplication.translate("Language", "fr_FR"))


def spoken(said: ViError | str) -> str:
    """What the core said, in the language in use; French where nobody translated it."""
    if isinstance(said, ViError):
        return " ".join(part for part in told(said) if part)
    if not isinstance(said, Sentence):
        return _translated(said)
    values = (spoken(value) if isinstance(value, Sentence) else value for value in said.values)
    return _translated(said.form).format(*values)


def cause(said: str) -> str:
    """The first half of « what happened : what to do. »."""
    return re.split("\\s?: ", spoken(said), maxsplit=1)[0].removesuffix(".")


def told(problem: ViError) -> tuple[str, str]:
    """The sentence and the advice of ``problem``, in the language in use."""
    return spoken(problem.message), spoken(problem.advice)


def grouped(number: int) -> str:
    """« 1 234 », « 1,234 »."""
    return locale().toString(number)


def is_many(number: int) -> bool:
    """Whether ``number`` of something is a plural: zero is one in English, not in French."""
    return number > 1 or (number == 0 and locale().language() != QLocale.Language.French)


def labelled(label: str, text: str) -> str:
    """« Pays : Mali », « Country: Mali »."""
    return label + QCoreApplication.translate("Language", "\u202f: ") + text


def _translated(form: str) -> str:
    # Qt knows its texts by bytes up to a NUL: what holds one, or half a character, is no sentence of ours.
    try:
        return form if "\0" in form else QCoreApplication.translate(_CORE, form)
    except UnicodeEncodeError:
        return form
