"""Authorities that a few typed letters may mean."""

from collections.abc import Sequence
from functools import cache

from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference, load_reference
from vi_events.edition.text import fold

MOST = 8


@cache
def reference() -> Reference:
    """The reference data, read once; a tenth of a second."""
    return load_reference()


def suggest(text: str) -> Sequence[Authority]:
    """Official authorities whose name begins with the text, then those that have its words further in."""
    wanted = fold(text)
    if len(wanted) < 2 and wanted != "y":
        return []
    names = reference().names
    exact = [wanted] if wanted in names else []
    begin = sorted((name for name in names if name.startswith(wanted) and name != wanted), key=lambda n: (len(n), n))
    inside = [name for name in names if f" {wanted}" in name] if len(begin) < MOST else []
    found = [id_ for name in (exact + begin + sorted(inside, key=len))[: MOST * 2] for id_ in names[name]]
    return [reference().authority(id_) for id_ in dict.fromkeys(found)][:MOST]
