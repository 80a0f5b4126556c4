"""The imports of the edition: when, from which file, what each did, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.clock import uuid7_ms
from vi_events.edition.importing import batches
from vi_events.journal.core import Priority
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.preparation.palmares_parts import AskDialog, VerbButton
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import BASE_PX, LIGHT
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Store
    from vi_events.ui.bridge import Bridge
