"""All of Qt: shell, theme, widgets and one folder per role."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide reads the source of each module that is imported after it, for the « from __feature__ import … » that it may
# have. None of ours has: a seventh of the time of a start, and 27 MB of source kept for nothing.
if hasattr(builtins, "__orig_import__"):
    builtins.__import__ = builtins.__orig_import__
