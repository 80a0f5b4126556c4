"""The hub's certificate: made for the edition, signed by itself, known to the stations by its fingerprint."""

import ipaddress
import ssl
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from vi_events.errors import UserError
from vi_events.private_files import write_whole
from vi_events.sentences import say

CERTIFICATE, KEY = "certificate.pem", "key.pem"
_NAME = "VI Events"
_LASTS = timedelta(days=3 * 366)
_EARLIER = timedelta(days=2)
"""Stations whose clock is behind accept it too."""
_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which Python does not name."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where the certificate and its key are; ``fingerprint`` is the SHA-256 of the certificate, in hexadecimal."""

    certificate: Path
    key: Path
    fingerprint: str


def kept_certificate(folder: Path, addresses: Iterable[str], now_ms: int) -> Certificate:
    """The certificate kept in ``folder``, made there the first time, or again once it has expired.

    ``addresses`` are those of the hosting machine, names or numbers. Stations trust the fingerprint, not the name: the
    machine may change its address during the day. Raises UserError when the one kept cannot be read.
    """
    certificate, key = folder / CERTIFICATE, folder / KEY
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    if certificate.exists() and key.exists():
        found = _read(certificate)
        if now < found.not_valid_after_utc and _belongs(key, found):
            return Certificate(certificate, key, found.fingerprint(hashes.SHA256()).hex())
    keep(folder, *new_certificate(addresses, now_ms))
    return current(folder)


def current(folder: Path) -> Certificate:
    """The one kept in ``folder``, which is not made. Raises UserError when it cannot be read."""
    path = folder / CERTIFICATE
    return Certificate(path, folder / KEY, _read(path).fingerprint(hashes.SHA256()).hex())


def new_certificate(addresses: Iterable[str], now_ms: int) -> tuple[str, str]:
    """Another certificate and its key, in PEM; kept nowhere yet."""
    made, private = _made(addresses, datetime.fromtimestamp(now_ms / 1000, UTC))
    return made.public_bytes(serialization.Encoding.PEM).decode("ascii"), private.decode("ascii")


def keep(folder: Path, certificate: str, key: str) -> None:
    """Keeps both, in PEM, in the place of those before, or none of them (OSError). Killed in between, they do not go
    together, and are made anew.
    """
    path = folder / KEY
    before = path.read_bytes() if path.exists() else b""
    write_whole(path, key.encode("ascii"))
    try:
        write_whole(folder / CERTIFICATE, certificate.encode("ascii"))
    except OSError:
        write_whole(path, before)
        raise


def pinned(certificate_pem: str) -> ssl.SSLContext:
    """How a station talks to the hub: this certificate and no other, whatever the address is called."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    # The pin is the trust: a computer whose clock is days off would otherwise be kept out, and not know why.
    context.verify_flags |= _NO_CHECK_TIME
    context.load_verify_locations(cadata=certificate_pem)
    return context


def _read(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError) as problem:
        raise UserError(
            "hub_certificate_unreadable",
            say(
                "Le certificat de l’hébergement ne se lit pas ({0}, dossier « {1} » de l’édition).",
                path.name,
                path.parent.name,
            ),
            "Supprimez ce fichier, hébergez de nouveau, puis donnez un nouveau lien à chaque poste.",
        ) from problem


def _belongs(key: Path, certificate: x509.Certificate) -> bool:
    try:
        kept = serialization.load_pem_private_key(key.read_bytes(), None)
    except (OSError, ValueError):
        return False
    return kept.public_key() == certificate.public_key()


def _made(addresses: Iterable[str], now: datetime) -> tuple[x509.Certificate, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _NAME)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + _LASTS)
        .add_extension(x509.SubjectAlternativeName(list(_names(addresses))), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return builder.sign(key, hashes.SHA256()), private


def _names(addresses: Iterable[str]) -> Iterable[x509.GeneralName]:
    for address in dict.fromkeys(["localhost", "127.0.0.1", "::1", *addresses]):
        with suppress(ValueError):
            yield x509.IPAddress(ipaddress.ip_address(address))
            continue
        if address.isascii():
            yield x509.DNSName(address)
