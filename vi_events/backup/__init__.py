"""Backups of an edition: one ``.viedition`` file to carry it to another computer, and copies made by themselves.

``writing`` makes the file, ``restoring`` reads one and takes the edition up from it, ``archive`` is its format,
``copies`` keeps copies of the database beside it while it is open, ``snapshot`` copies a database in use.
"""

from vi_events.backup.copies import Copies, automatic_copies
from vi_events.backup.held import Held
from vi_events.backup.restoring import free_slug, preview, restore
from vi_events.backup.writing import EXPORT, SUFFIX, last_backup_ms, palmares_state, write_backup

__all__ = [
    "EXPORT",
    "SUFFIX",
    "Copies",
    "Held",
    "automatic_copies",
    "free_slug",
    "last_backup_ms",
    "palmares_state",
    "preview",
    "restore",
    "write_backup",
]
