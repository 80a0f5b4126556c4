"""The language of the interface: French is the source; English is a Qt Linguist file; Qt's own dialogs follow."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vi_events.paths import ASSETS

LANGUAGES = ("fr", "en")


def install_language(app: QCoreApplication, language: str) -> None:
    """Gives ``app`` its language (``fr`` or ``en``; anything else is French). Call before making widgets."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    QLocale.setDefault(QLocale(QLocale.Language.English if code == "en" else QLocale.Language.French))
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", qt), (f"vi_events_{code}", str(ASSETS / "translations"))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
