"""Small exports as the platforms write them, traps included."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl


def _headers(text: str, delimiter: str = ";") -> list[str]:
    return text.split(delimiter)


HELLOASSO = _headers(
    "Référence commande;Date de la commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;"
    "Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Billet;Numéro de billet;Tarif;Montant tarif;"
    "Code Promo;Montant code promo;Votre commune ;Fonction  ;Déjeuner;Montant Déjeuner"
)
HELLOASSO_MEMBERSHIP = _headers(
    "Référence commande;Date de la commande;Statut de la commande;Tarif;Montant tarif;Nom adhérent;Prénom adhérent;"
    "Nom payeur;Prénom payeur;Email payeur;Collectivité"
)
BILLETWEB = _headers(
    ";Billet;Jour de création;Tarif;Catégorie;Nom;Prénom;Email;Nom acheteur;Prénom acheteur;Email acheteur;Commande;"
    "Paiement;Prix;Payé;Date de paiement;Scanné;Collectivité"
)
WEEZEVENT = _headers(
    "Numéro de commande;Date commande;Groupe de tarif;Tarif;Prénom participant;Nom participant;Prénom acheteur;"
    "Nom acheteur;Montant TTC;Canal de vente;Code participant;Société;Fonction"
)
EVENTBRITE = _headers(
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,"
    "Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,"
    "Home Address 2,Home City,Home State,Home Zip,Home Country,Job Title,Company",
    ",",
)
EVENTBRITE_SHORT = _headers(
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Barcode #,"
    "Attendee Status,Cell Phone",
    ",",
)
PRETIX_FR = _headers(
    "Titre de l'événement,Nom de l'événement,Code de commande,ID de la position,Statut,E-Mail,Numéro de téléphone,"
    "Date de commande,Heure de commande,Produit,ID produit,Variante,ID variant,Prix,Nom du participant,"
    "E-mail du participant,Entreprise du participant,Adresse,Code postal,Ville,Pays,État,Bon,Secret du billet,"
    "ID du siège,Nom du siège,Zone du siège,Rangée de sièges,Nom du siège,Bloqué,Add-on à la position ID,"
    "Adresse de facturation de l'entreprise,Nom de l'adresse de facturation,Adresse de facturation (Code postal)",
    ",",
)
PRETIX_EN = _headers(
    "Event slug,Event name,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Product ID,"
    "Variation,Variation ID,Price,Attendee name,Attendee email,Attendee company,Address,ZIP code,City,Country,State,"
    "Ticket secret,Seat ID,Seat name,Seat zone,Seat row,Seat number,Blocked,Add-on to position ID,"
    "Invoice address company,Invoice address name",
    ",",
)
PRETIX_LIST_FR = _headers(
    "Code de commande,Nom du participant,Produit,Prix,Enregistrement effectué,Passé en caisse,"
    "Enregistrement automatique,Payé,Secret,E-Mail,Numéro de téléphone,Entreprise,Nom du siège,Nom du siège,Bloqué,"
    "Code postal,Ville,Pays",
    ",",
)
PRETIX_LIST_EN = _headers(
    "Order code,Attendee name,Product,Price,Checked in,Checked out,Automatically checked in,Paid,Secret,Email,"
    "Phone number,Company,Seat name,Seat number,Blocked,ZIP code,City,Country",
    ",",
)
GOOGLE_FORMS = [
    "Horodateur",
    "Adresse e-mail",
    "Votre nom ",
    "Votre prénom",
    "Fonction / mandat\n(maire, adjoint·e…)",
    "Votre commune ",
]
GOOGLE_FORMS_EN = ["Timestamp", "Email Address", "Full name", "Company"]
TEMPLATE = _headers(
    "Réf.;Nom;Prénom;Fonction;Collectivité;Code collectivité;Département;Catégorie;Courriel;Statut;Protocole;Siège;"
    "Zones;VIP;Code externe"
)


def line(headers: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """A row with each value under the first header of that name, spaces at its ends aside."""
    cells = [""] * len(headers)
    names = [header.strip() for header in headers]
    for name, value in values.items():
        cells[names.index(name)] = value
    return cells


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ";") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([headers, *rows])
    return out.getvalue()


def write_csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def write_xlsx(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    book.close()
    return path
