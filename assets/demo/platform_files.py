"""The same first people as six ticketing platforms would export them, with each platform's own traps."""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]

Row = dict[str, str]

EVENT = "Cérémonie du label (démonstration)"
OPENING = datetime(2018, 1, 8, 9, 0)
XLSX_DATE = (2018, 1, 8, 9, 0, 0)
XLSX_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def columns(line: str) -> list[str]:
    """Headers written on one line, separated by bars."""
    return line.split("|")


PRETIX_HEADERS = columns(
    "Titre de l'événement|Nom de l'événement|Code de commande|ID de la position|Statut|E-Mail|Numéro de téléphone|"
    "Date de commande|Heure de commande|Produit|ID produit|Variante|ID variant|Prix|Taux d'imposition|Règle fiscale|"
    "Valeur fiscale|Nom du participant|E-mail du participant|Entreprise du participant|Adresse|Code postal|Ville|Pays|"
    "État|Bon|Utilisation du budget des bons|Code du bon|ID pseudonyme|Secret du billet|ID du siège|Nom du siège|"
    "Zone du siège|Rangée de sièges|Nom du siège|Bloqué|Valable depuis|Valable jusqu'au|Commentaire de commande|"
    "Date de suivi|Add-on à la position ID|Fonction / mandat|Adresse de facturation de l'entreprise|"
    "Nom de l'adresse de facturation|Adresse de facturation (rue)|Adresse de facturation (Code postal)|"
    "Adresse de facturation (ville)|Adresse de facturation (pays)|Région de l'adresse de facturation|"
    "Identifiant de TVA|Canal de vente|Langue de la commande|Adresse e-mail vérifiée|"
    "Identifiant de commerçant externe|Listes d'enregistrement|Fournisseurs de paiement|Lien vers la commande"
)

GOOGLE_HEADERS = (
    "Horodateur",
    "Adresse e-mail",
    "Votre nom ",
    "Votre prénom",
    "Fonction / mandat\n(maire, adjoint·e, DGS…)",
    "Votre commune ou intercommunalité ",
    "Numéro de département",
)


def write_exports(folder: Path, people: Sequence[Row]) -> None:
    """Six CSV files and one XLSX; ``people`` are lines of participants.csv."""
    orders = _orders(people)
    _csv(folder / "helloasso.csv", "utf-8-sig", ";", _helloasso(people, orders))
    _csv(folder / "billetweb.csv", "utf-8-sig", ";", _billetweb(people, orders))
    _csv(folder / "weezevent.csv", "cp1252", ";", _weezevent(people, orders))
    _csv(folder / "eventbrite.csv", "utf-8", ",", _eventbrite(people, orders))
    _csv(folder / "pretix.csv", "utf-8", ",", _pretix(people, orders))
    answers = _google(people)
    _csv(folder / "google-forms.csv", "utf-8", ",", [list(GOOGLE_HEADERS), *answers])
    _xlsx(folder / "google-forms.xlsx", answers)


def _orders(people: Sequence[Row]) -> list[int]:
    """For each person, the place of the first person who ordered for the same authority."""
    first: dict[str, int] = {}
    return [first.setdefault(person["Collectivité"] or person["Réf."], place) for place, person in enumerate(people)]


def _digits(platform: str, ref: str, length: int) -> str:
    return str(int(hashlib.sha256(f"{platform} {ref}".encode()).hexdigest(), 16))[:length]


def _letters(platform: str, ref: str, length: int) -> str:
    number = int(hashlib.sha256(f"{platform} {ref}".encode()).hexdigest(), 16)
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "".join(alphabet[number // len(alphabet) ** place % len(alphabet)] for place in range(length))


def _when(place: int) -> datetime:
    return OPENING + timedelta(hours=5 * place, minutes=7 * place)


def _helloasso(people: Sequence[Row], orders: Sequence[int]) -> list[list[str]]:
    """No participant address, only the payer's; question headers keep their trailing spaces."""
    rows = [
        columns(
            "Référence commande|Date de la commande|Statut de la commande|Nom participant|Prénom participant|"
            "Nom payeur|"
            "Prénom payeur|Email payeur|Raison sociale|Moyen de paiement|Billet|Numéro de billet|Tarif|Montant tarif|"
            "Code Promo|Montant code promo|Collectivité |Fonction  |Déjeuner|Montant Déjeuner"
        )
    ]
    for person, order in zip(people, orders, strict=True):
        payer = people[order]
        rows.append([
            _digits("helloasso", payer["Réf."], 8), f"{_when(order):%d/%m/%Y %H:%M}",
            "Annulé" if person["Statut"] == "Annulé" else "Validé", person["Nom"], person["Prénom"], payer["Nom"],
            payer["Prénom"], payer["Courriel"], "", "Gratuit", EVENT, _digits("helloasso-billet", person["Réf."], 9),
            person["Catégorie"], "0,00", "", "", person["Collectivité"], person["Fonction"],
            "Oui" if "Déjeuner" in person["Zones"] or not person["Zones"] else "Non", "0,00",
        ])  # fmt: skip
    return rows


def _billetweb(people: Sequence[Row], orders: Sequence[int]) -> list[list[str]]:
    """The first column, the ticket's code, has no header; dates and times are apart; decimal comma."""
    rows = [
        columns(
            "|Billet|Jour de création|Heure de création|Tarif|Catégorie|Nom|Prénom|Email|Nom acheteur|Prénom acheteur|"
            "Email acheteur|Commande|Paiement|Prix|Payé|Date de paiement|Scanné|Fonction|Collectivité"
        )
    ]
    for person, order in zip(people, orders, strict=True):
        buyer, when = people[order], _when(order)
        rows.append([
            _digits("billetweb", person["Réf."], 12), _digits("billetweb-billet", person["Réf."], 8),
            f"{when:%d/%m/%Y}", f"{when:%H:%M}", "Invitation", person["Catégorie"], person["Nom"], person["Prénom"],
            person["Courriel"], buyer["Nom"], buyer["Prénom"], buyer["Courriel"],
            _letters("billetweb", buyer["Réf."], 6).upper(), "Invitation", "0,00",
            "Non" if person["Statut"] == "Non confirmé" else "Oui", f"{when:%d/%m/%Y}", "Non",
            person["Fonction"], person["Collectivité"],
        ])  # fmt: skip
    return rows


def _weezevent(people: Sequence[Row], orders: Sequence[int]) -> list[list[str]]:
    rows = [
        columns(
            "Numéro de commande|Date commande|Groupe de tarif|Tarif|Prénom participant|Nom participant|Prénom acheteur|"
            "Nom acheteur|Montant TTC|Canal de vente|Code participant|Email|Société|Fonction"
        )
    ]
    for person, order in zip(people, orders, strict=True):
        buyer = people[order]
        rows.append([
            _digits("weezevent", buyer["Réf."], 8), f"{_when(order):%d/%m/%Y %H:%M:%S}", "Invitations",
            person["Catégorie"], person["Prénom"], person["Nom"], buyer["Prénom"], buyer["Nom"], "0,00",
            "Billetterie en ligne", _digits("weezevent-code", person["Réf."], 13), person["Courriel"],
            person["Collectivité"], person["Fonction"],
        ])  # fmt: skip
    return rows


def _eventbrite(people: Sequence[Row], orders: Sequence[int]) -> list[list[str]]:
    rows = [
        columns(
            "Order #|Order Date|First Name|Last Name|Email|Quantity|Price Tier|Ticket Type|Attendee #|Group|Order Type|"
            "Currency|Total Paid|Fees Paid|Eventbrite Fees|Eventbrite Payment Processing|Attendee Status|"
            "Home Address 1|"
            "Home Address 2|Home City|Home State|Home Zip|Home Country|Job Title|Company"
        )
    ]
    for person, order in zip(people, orders, strict=True):
        status = "Not Attending" if person["Statut"] == "Annulé" else "Attending"
        rows.append([
            _digits("eventbrite", people[order]["Réf."], 10), f"{_when(order):%m/%d/%y %H:%M}", person["Prénom"],
            person["Nom"], person["Courriel"], "1", "", person["Catégorie"],
            _digits("eventbrite-attendee", person["Réf."], 10), "", "Free Order", "EUR", "0.00", "0.00", "0.00",
            "0.00", status, "", "", "", "", "", "FR", person["Fonction"], person["Collectivité"],
        ])  # fmt: skip
    return rows


def _pretix(people: Sequence[Row], orders: Sequence[int]) -> list[list[str]]:
    """« Nom du siège » comes twice (seat name, then seat number); the question sits in the middle."""
    status = {"Annulé": "annulé", "Non confirmé": "en attente"}
    rows = [list(PRETIX_HEADERS)]
    for person, order in zip(people, orders, strict=True):
        buyer, when = people[order], _when(order)
        seat_row, _, seat_number = person["Siège"].partition(" ")
        values = {
            "Titre de l'événement": "ceremonie-demo", "Nom de l'événement": EVENT,
            "Code de commande": _letters("pretix", buyer["Réf."], 5).upper(),
            "ID de la position": str(1 + orders[: people.index(person)].count(order)),
            "Statut": status.get(person["Statut"], "payé"), "E-Mail": buyer["Courriel"],
            "Date de commande": f"{when:%Y-%m-%d}", "Heure de commande": f"{when:%H:%M:%S}",
            "Produit": person["Catégorie"], "ID produit": "1", "Prix": "0.00", "Taux d'imposition": "0.00",
            "Valeur fiscale": "0.00", "Nom du participant": f"{person['Prénom']} {person['Nom']}".strip(),
            "E-mail du participant": person["Courriel"], "Entreprise du participant": person["Collectivité"],
            "Pays": "FR", "ID pseudonyme": _letters("pretix-pseudo", person["Réf."], 10).upper(),
            "Secret du billet": _letters("pretix-secret", person["Réf."], 32), "Rangée de sièges": seat_row,
            "Fonction / mandat": person["Fonction"], "Canal de vente": "web", "Langue de la commande": "fr",
            "Fournisseurs de paiement": "free",
        }  # fmt: skip
        line = [values.get(header, "") for header in PRETIX_HEADERS]
        seat_name, number = (place for place, header in enumerate(PRETIX_HEADERS) if header == "Nom du siège")
        line[seat_name], line[number] = person["Siège"], seat_number
        rows.append(line)
    return rows


def _google(people: Sequence[Row]) -> list[list[str]]:
    """The form did not ask for a code; its headers are the questions, word for word."""
    return [
        [f"{_when(place):%d/%m/%Y %H:%M:%S}", person["Courriel"], person["Nom"], person["Prénom"],
         person["Fonction"], person["Collectivité"], person["Département"]]
        for place, person in enumerate(people)
    ]  # fmt: skip


def _csv(path: Path, encoding: str, delimiter: str, rows: Sequence[Sequence[str]]) -> None:
    """Letters the encoding lacks become « ? », as such exports do."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding, errors="replace"))


def _xlsx(path: Path, answers: Sequence[Sequence[str]]) -> None:
    """The same answers as a spreadsheet: real dates, and departments turned into numbers (07 -> 7)."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Réponses au formulaire 1"
    sheet.append(list(GOOGLE_HEADERS))
    for place, answer in enumerate(answers):
        department = int(answer[-1]) if answer[-1].isdigit() else answer[-1]
        sheet.append([_when(place), *answer[1:-1], department])
    book.properties.created = OPENING
    raw = io.BytesIO()
    book.save(raw)
    path.write_bytes(_with_fixed_dates(raw.getvalue()))


def _with_fixed_dates(xlsx: bytes) -> bytes:
    """openpyxl stamps the time of saving in the archive and in its properties: same input, same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = XLSX_MODIFIED.sub(rb"\g<1>2018-01-08T09:00:00Z\g<2>", content)
            target.writestr(zipfile.ZipInfo(name, XLSX_DATE), content)
    return out.getvalue()
