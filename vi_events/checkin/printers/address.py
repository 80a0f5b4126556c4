"""Printer addresses: ``tcp://192.168.1.50:9100?profile=tm-t88v``. Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from vi_events.checkin.printers.profiles import Profile, profile
from vi_events.errors import DeviceError
from vi_events.sentences import say

FORMS = {
    "tcp": "tcp://192.168.1.50:9100",
    "usb": "usb://04b8:0202",
    "serial": "serial:///dev/ttyUSB0?baud=19200",
    "cups": "cups://file",
    "win": "win://imprimante",
    "file": "file:///dossier/badges.bin",
    "null": "null:",
}
"""An example of each kind. Any may end with ``?profile=…``."""
_LONGEST = 500
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Address:
    """A printer's address in parts. ``place`` is what stands after ``//``, decoded; ``options`` are its own."""

    scheme: str
    place: str
    path: str
    profile: Profile
    options: Mapping[str, str]
    parts: SplitResult

    def invalid(self, why: str) -> DeviceError:
        """DeviceError ``printer_url_invalid`` with a right example."""
        return _invalid(self.parts.geturl(), why, self.scheme)


def parse(url: str) -> Address:
    """DeviceError ``printer_url_unsupported``, ``printer_url_invalid`` or ``printer_profile_unknown``."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address, letters that turn into « / »
        parts = urlsplit("")
    scheme = parts.scheme
    if scheme not in FORMS:
        raise DeviceError(
            "printer_url_unsupported",
            say("L’adresse d’imprimante « {0} » n’est pas d’un genre connu.", _shown(url)),
            say("Genres possibles\u202f: {0}.", ", ".join(FORMS.values())),
        )
    place, path = unquote(parts.netloc), unquote(parts.path)
    if len(url) > _LONGEST:
        raise _invalid(url, say("dépasse {0} signes", _LONGEST), scheme)
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") for sign in url + place + path):
        raise _invalid(url, say("contient des signes qui ne s’écrivent pas"), scheme)
    if parts.fragment:
        raise _invalid(url, say("contient un « # » (à écrire %23)"), scheme)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    model = profile(options.pop("profile", ""))
    allowed = {"baud"} if scheme == "serial" else set()
    if unknown := options.keys() - allowed:
        raise _invalid(url, say("a une option inconnue, « {0} »", _shown(min(unknown))), scheme)
    return Address(scheme, place, path, model, options, parts)


def _invalid(url: str, why: str, scheme: str) -> DeviceError:
    return DeviceError(
        "printer_url_invalid",
        say("L’adresse d’imprimante « {0} » {1}.", _shown(url), why),
        say("Écrivez-la comme {0}", FORMS[scheme]),
    )


def _shown(text: str) -> str:
    readable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return readable if len(readable) <= _SHOWN else readable[:_SHOWN] + "…"
