"""The day on paper: lists, running order and advice to print beforehand, for when all screens are dead.

``writing.write_paper`` writes them all; the other modules each make the sheets of one matter.
"""

from vi_events.paper.writing import LeftOut, PaperFile, PaperOrder, PaperReport, write_paper

__all__ = ["LeftOut", "PaperFile", "PaperOrder", "PaperReport", "write_paper"]
