"""Every known export is recognised by its headers and read into the same people."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import exports
import pytest
from exports import csv_text, line, write_csv, write_xlsx
from hypothesis import given
from hypothesis import strategies as st

from vi_events.edition.attendee_words import categories_in, is_last_first, split_name, status_of
from vi_events.edition.columns import FIELDS
from vi_events.edition.models import CATEGORIES, STATUSES
from vi_events.edition.platforms import ImportPlan, Record, read_rows, recognise
from vi_events.edition.tables import Row, Table, read_table
from vi_events.errors import UserError

MARIE = {"Nom": "LE HÉNANFF", "Prénom": "Marie", "Courriel": "m@exemple.fr", "Collectivité": "Josselin"}


def plan_of(tmp_path: Path, headers: Sequence[str], *rows: Mapping[str, str], delimiter: str = ";") -> ImportPlan:
    text = csv_text(headers, [line(headers, row) for row in rows], delimiter)
    return read_rows(read_table(write_csv(tmp_path / "a.csv", text, "utf-8-sig")))


def codes_of(plan: ImportPlan) -> list[tuple[int, str, str]]:
    return [(refusal.row, refusal.code, refusal.severity) for refusal in plan.refusals]


SAMPLES: list[tuple[list[str], dict[str, str], str, tuple[str, ...]]] = [
    (
        exports.HELLOASSO,
        {
            "Référence commande": "C1",
            "Statut de la commande": "Validé",
            "Nom participant": "LE HÉNANFF",
            "Prénom participant": "Jean-Pierre",
            "Nom payeur": "Le Hénanff",
            "Prénom payeur": "Jean-Pierre",
            "Email payeur": "jp@exemple.fr",
            "Numéro de billet": "B1",
            "Tarif": "Élu·e",
            "Votre commune": "Josselin",
        },
        "helloasso:C1:B1",
        ("B1",),
    ),
    (
        exports.HELLOASSO_MEMBERSHIP,
        {
            "Référence commande": "C1",
            "Statut de la commande": "Validé",
            "Tarif": "Maire",
            "Nom adhérent": "LE HÉNANFF",
            "Prénom adhérent": "Jean-Pierre",
            "Nom payeur": "LE HÉNANFF",
            "Prénom payeur": "Jean-Pierre",
            "Email payeur": "jp@exemple.fr",
            "Collectivité": "Josselin",
        },
        "helloasso-adhesion:C1:jean pierre le henanff",
        (),
    ),
    (
        exports.BILLETWEB,
        {
            "": "3709",
            "Billet": "34186129",
            "Catégorie": "Élu·e",
            "Nom": "LE HÉNANFF",
            "Prénom": "Jean-Pierre",
            "Email": "jp@exemple.fr",
            "Commande": "C1",
            "Prix": "12,50",
            "Payé": "Oui",
            "Collectivité": "Josselin",
        },
        "billetweb:C1:3709",
        ("3709",),
    ),
    (
        exports.WEEZEVENT,
        {
            "Numéro de commande": "C1",
            "Tarif": "Élue",
            "Prénom participant": "Jean-Pierre",
            "Nom participant": "LE HÉNANFF",
            "Code participant": "W1",
            "Société": "Josselin",
        },
        "weezevent:C1:W1",
        ("W1",),
    ),
    (
        exports.EVENTBRITE,
        {
            "Order #": "C1",
            "First Name": "Jean-Pierre",
            "Last Name": "LE HÉNANFF",
            "Email": "jp@exemple.fr",
            "Quantity": "1",
            "Attendee #": "A1",
            "Attendee Status": "Attending",
            "Home City": "Paris",
            "Job Title": "Maire",
            "Company": "Josselin",
        },
        "eventbrite:C1:A1",
        ("A1",),
    ),
    (
        exports.PRETIX_FR,
        {
            "Code de commande": "C1",
            "ID de la position": "1",
            "Statut": "payé",
            "Produit": "Élu·e",
            "Nom du participant": "Jean-Pierre LE HÉNANFF",
            "E-mail du participant": "jp@exemple.fr",
            "Entreprise du participant": "Josselin",
            "Ville": "Paris",
            "Secret du billet": "S1",
        },
        "pretix:C1:1",
        ("S1",),
    ),
    (
        exports.PRETIX_EN,
        {
            "Order code": "C1",
            "Position ID": "1",
            "Status": "paid",
            "Product": "Mayor",
            "Attendee name": "Jean-Pierre LE HÉNANFF",
            "Attendee email": "jp@exemple.fr",
            "Attendee company": "Josselin",
            "Ticket secret": "S1",
        },
        "pretix:C1:1",
        ("S1",),
    ),
    (
        exports.PRETIX_LIST_FR,
        {
            "Code de commande": "C1",
            "Nom du participant": "Jean-Pierre LE HÉNANFF",
            "Produit": "Élu·e",
            "Payé": "Oui",
            "Secret": "S1",
            "E-Mail": "jp@exemple.fr",
            "Entreprise": "Josselin",
        },
        "pretix-liste:C1:S1",
        ("S1",),
    ),
    (
        exports.PRETIX_LIST_EN,
        {
            "Order code": "C1",
            "Attendee name": "Jean-Pierre LE HÉNANFF",
            "Product": "Mayor",
            "Paid": "Yes",
            "Secret": "S1",
            "Email": "jp@exemple.fr",
            "Company": "Josselin",
        },
        "pretix-liste:C1:S1",
        ("S1",),
    ),
    (
        exports.GOOGLE_FORMS,
        {
            "Adresse e-mail": "jp@exemple.fr",
            "Votre nom": "LE HÉNANFF",
            "Votre prénom": "Jean-Pierre",
            "Fonction / mandat\n(maire, adjoint·e…)": "Adjoint au maire",
            "Votre commune": "Josselin",
        },
        "google-forms:jp@exemple.fr:jean pierre le henanff",
        (),
    ),
]


@pytest.mark.parametrize(("headers", "values", "ref", "codes"), SAMPLES, ids=[sample[2] for sample in SAMPLES])
def test_every_platform_gives_the_same_person(
    tmp_path: Path, headers: list[str], values: dict[str, str], ref: str, codes: tuple[str, ...]
) -> None:
    plan = plan_of(tmp_path, headers, values)
    assert plan.refusals == []
    (record,) = plan.records
    assert (record.first_name, record.last_name) == ("Jean-Pierre", "LE HÉNANFF")
    assert (record.authority, record.category, record.status) == ("Josselin", "elected", "confirmed")
    assert record.email == ("" if "weezevent" in ref else "jp@exemple.fr")
    assert (record.ref, record.external_codes, record.row) == (ref, codes, 2)


def test_the_short_eventbrite_export_gives_its_barcode(tmp_path: Path) -> None:
    values = {"Order #": "1", "First Name": "A", "Last Name": "B", "Attendee #": "2", "Barcode #": "3", "Quantity": "2"}
    plan = plan_of(tmp_path, exports.EVENTBRITE_SHORT, values, delimiter=",")
    assert plan.records[0].external_codes == ("3", "2")
    assert codes_of(plan) == [(2, "quantity", "warning")]


def test_an_english_google_form_is_recognised(tmp_path: Path) -> None:
    values = {"Email Address": "a@b.fr", "Full name": "Anne de la Tour", "Company": "Lyon"}
    (record,) = plan_of(tmp_path, exports.GOOGLE_FORMS_EN, values).records
    assert (record.first_name, record.last_name, record.authority) == ("Anne", "de la Tour", "Lyon")


def test_our_template_reads_every_column(tmp_path: Path) -> None:
    values = MARIE | {
        "Réf.": "VI-1",
        "Fonction": "DSI",
        "Code collectivité": "1053",
        "Département": "1",
        "Catégorie": "Partenaire",
        "Statut": "Annulé",
        "Protocole": "à placer devant",
        "Siège": "A12",
        "Zones": "Ateliers; Cérémonie",
        "VIP": "x",
        "Code externe": "E1|E2",
    }
    plan = plan_of(tmp_path, exports.TEMPLATE, values)
    assert plan.records == [
        Record(
            row=2,
            ref="liste::VI-1",
            last_name="LE HÉNANFF",
            first_name="Marie",
            function="DSI",
            authority="Josselin",
            authority_code="01053",
            department="01",
            category="partner",
            status="cancelled",
            email="m@exemple.fr",
            protocol_note="à placer devant",
            vip=True,
            seat="A12",
            zones=("Ateliers", "Cérémonie"),
            external_codes=("E1", "E2"),
        )
    ]
    assert plan.mapping["authority_code"] == "Code collectivité"


def test_numbers_of_a_spreadsheet_lose_nothing(tmp_path: Path) -> None:
    rows = [exports.HELLOASSO, line(exports.HELLOASSO, SAMPLES[0][1])]
    numbered = [12345.0 if cell == "B1" else cell for cell in rows[1]]
    plan = read_rows(read_table(write_xlsx(tmp_path / "a.xlsx", [rows[0], numbered])))
    assert plan.records[0].external_codes == ("12345",)


def test_a_rounded_ticket_code_is_left_out_with_a_warning(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.WEEZEVENT, SAMPLES[3][1] | {"Code participant": "4,28071E+12"})
    assert plan.records[0].external_codes == ()
    assert codes_of(plan) == [(2, "code_rounded", "warning")]


@pytest.mark.parametrize(
    ("sample", "column", "word", "status"),
    [
        (0, "Statut de la commande", "Annulé", "cancelled"),
        (0, "Statut de la commande", "Remboursé", "cancelled"),
        (0, "Statut de la commande", "En attente", "not_confirmed"),
        (2, "Payé", "Non", "not_confirmed"),
        (4, "Attendee Status", "Not Attending", "cancelled"),
        (4, "Attendee Status", "Deleted", "cancelled"),
        (4, "Attendee Status", "Checked In", "confirmed"),
        (5, "Statut", "en attente", "not_confirmed"),
        (5, "Statut", "annulé", "cancelled"),
        (5, "Bloqué", "Oui", "revoked"),
        (6, "Status", "expired", "not_confirmed"),
        (6, "Status", "canceled", "cancelled"),
    ],
)
def test_unpaid_and_cancelled_orders_are_told(tmp_path: Path, sample: int, column: str, word: str, status: str) -> None:
    headers, values = SAMPLES[sample][:2]
    plan = plan_of(tmp_path, headers, values | {column: word})
    assert [record.status for record in plan.records] == [status]
    assert plan.refusals == []


def test_an_unknown_status_is_not_confirmed_and_warned(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.TEMPLATE, MARIE | {"Statut": "Zorglub"})
    assert plan.records[0].status == "not_confirmed"
    assert codes_of(plan) == [(2, "unknown_status", "warning")]
    assert plan.refusals[0].column == "Statut"


def test_the_participant_counts_and_the_payer_only_stands_in(tmp_path: Path) -> None:
    named = SAMPLES[0][1] | {"Nom payeur": "MAIRIE", "Prénom payeur": "Anne"}
    unnamed = named | {"Nom participant": "", "Prénom participant": "", "Numéro de billet": "B2"}
    plan = plan_of(tmp_path, exports.HELLOASSO, named, unnamed)
    assert [(record.name, record.email) for record in plan.records] == [
        ("Jean-Pierre LE HÉNANFF", ""),
        ("Anne MAIRIE", "jp@exemple.fr"),
    ]
    assert codes_of(plan) == [(3, "payer_used", "warning")]


def test_tickets_of_one_order_are_different_people(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.HELLOASSO_MEMBERSHIP, SAMPLES[1][1], SAMPLES[1][1])
    assert len({record.ref for record in plan.records}) == 2


def test_a_ticket_seen_twice_names_the_first_row(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.HELLOASSO, SAMPLES[0][1], SAMPLES[0][1])
    assert [record.row for record in plan.records] == [2]
    assert codes_of(plan) == [(3, "duplicate", "error")]
    assert "ligne 2" in plan.refusals[0].reason


def test_namesakes_of_two_communes_are_two_people(tmp_path: Path) -> None:
    here = {"Nom": "Martin", "Prénom": "Anne", "Collectivité": "Josselin"}
    plan = plan_of(tmp_path, exports.TEMPLATE, here, here | {"Collectivité": "Lyon"}, here)
    assert [record.row for record in plan.records] == [2, 3]
    assert codes_of(plan) == [(4, "duplicate", "error")]


def test_an_option_of_another_ticket_adds_nobody(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.PRETIX_FR, SAMPLES[5][1] | {"Add-on à la position ID": "1"})
    assert plan.records == []
    assert codes_of(plan) == [(2, "addon_ignored", "warning")]


def test_rows_without_a_name_or_with_spilled_cells_are_refused() -> None:
    rows = [Row(2, ("", "Lyon")), Row(3, ("---", "Lyon")), Row(4, ("Anne", "Lyon"), ("x",))]
    plan = read_rows(Table(("Nom", "Commune"), rows))
    assert plan.records == []
    assert codes_of(plan) == [(2, "no_name", "error"), (3, "no_name", "error"), (4, "overflow", "error")]
    assert [refusal.column for refusal in plan.refusals] == ["Nom", "Nom", "Commune"]


def test_a_name_too_long_is_cut_and_a_bad_address_left_out() -> None:
    table = Table(("Nom", "Prénom", "E-mail", "VIP"), [Row(2, ("A" * 200, "Anne", "anne chez moi", "peut-être"))])
    plan = read_rows(table)
    assert plan.records[0].last_name == "A" * 80
    assert plan.records[0].email == ""
    assert sorted(refusal.code for refusal in plan.refusals) == ["bad_email", "name_cut", "unknown_vip"]


def test_the_person_mapping_columns_outranks_the_headers() -> None:
    table = Table(("Nom", "Prénom", "Lieu", "Ville"), [Row(2, ("Martin", "Anne", "Josselin", "Paris"))])
    plan = read_rows(table, mapping={"authority": "lieu"})
    assert plan.records[0].authority == "Josselin"
    assert plan.mapping["authority"] == "Lieu"


def test_a_mapping_that_fits_nothing_names_the_near_ones() -> None:
    table = Table(("Nom", "Collectivité"), [])
    with pytest.raises(UserError, match="« authority »") as caught:
        read_rows(table, mapping={"autority": "Nom"})
    assert caught.value.code == "unknown_field"
    with pytest.raises(UserError, match="« Collectivité »") as caught:
        read_rows(table, mapping={"authority": "Colectivite"})
    assert caught.value.code == "unknown_column"


def test_a_table_without_names_lists_what_was_seen() -> None:
    assert recognise(("Montant", "Date")) is None
    with pytest.raises(UserError, match="« Montant », « Date »") as caught:
        read_rows(Table(("Montant", "Date"), []))
    assert caught.value.code == "unknown_format"
    assert "--map" in caught.value.advice


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nom de la commune", "authority"),
        ("Mairie", "authority"),
        ("Organisme", "authority"),
        ("Société", "authority"),
        ("Company", "authority"),
        ("Quelle collectivité représentez-vous ?", "authority"),
        ("Fonction / mandat", "function"),
        ("Quelle est votre fonction ?", "function"),
        ("Adresse mail professionnelle", "email"),
        ("Votre adresse e-mail pour la suite", "email"),
        ("Téléphone portable", "phone"),
        ("Code INSEE", "authority_code"),
    ],
)
def test_free_questions_find_their_field(header: str, field: str) -> None:
    assert read_rows(Table(("Nom", "Prénom", header), [])).mapping[field] == header


@pytest.mark.parametrize("header", ["Votre commune participe-t-elle au label ?", "Nombre de communes", "Email payeur"])
def test_other_questions_are_left_alone(header: str) -> None:
    assert set(read_rows(Table(("Nom", "Prénom", header), [])).mapping) == {"last_name", "first_name"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Jean-Pierre LE HÉNANFF", "Jean-Pierre", "LE HÉNANFF"),
        ("LE HÉNANFF Jean-Pierre", "Jean-Pierre", "LE HÉNANFF"),
        ("Anne de LA TOUR", "Anne", "de LA TOUR"),
        ("Anne Marie Dupont", "Anne Marie", "Dupont"),
        ("Jean de la Fontaine", "Jean", "de la Fontaine"),
        ("Marie d’Ormesson", "Marie", "d’Ormesson"),
        ("Ludwig van der Linden", "Ludwig", "van der Linden"),
        ("JEAN DUPONT", "JEAN", "DUPONT"),
        ("Dupont, Jean", "Jean", "Dupont"),
        ("Le Goff", "", "Le Goff"),
        ("Madonna", "", "Madonna"),
        ("J. Dupont", "J.", "Dupont"),
    ],
)
def test_a_whole_name_is_split_as_it_is_written(text: str, first: str, last: str) -> None:
    assert split_name(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Adjointe au maire", "elected"),
        ("Vice-président de la métropole", "elected"),
        ("Conseillère municipale déléguée", "elected"),
        ("Conseiller numérique", "officer"),
        ("Adjoint administratif", "officer"),
        ("Directrice de cabinet du maire", "officer"),
        ("Chargée de communication", "officer"),
        ("DGS", "officer"),
        ("Journaliste", "press"),
        ("Intervenant·e", "speaker"),
        ("Bénévole", "crew"),
        ("Tarif unique", ""),
    ],
)
def test_the_function_tells_the_category(text: str, category: str) -> None:
    plan = read_rows(Table(("Nom", "Prénom", "Fonction"), [Row(2, ("Martin", "Anne", text))]))
    assert plan.records[0].category == category


def test_a_ticket_for_two_categories_leaves_the_function_to_tell(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, exports.WEEZEVENT, SAMPLES[3][1] | {"Tarif": "Élu ou agent", "Fonction": "DGS"})
    assert plan.records[0].category == "officer"


CELLS = st.text(max_size=30)


@given(rows=st.lists(st.tuples(*[CELLS] * len(exports.TEMPLATE)), max_size=5))
def test_any_cells_make_records_or_reasons(rows: list[tuple[str, ...]]) -> None:
    table = Table(tuple(exports.TEMPLATE), [Row(number, cells) for number, cells in enumerate(rows, 2)])
    plan = read_rows(table)
    errors = {refusal.row for refusal in plan.refusals if refusal.severity == "error"}
    assert {record.row for record in plan.records} | errors == {row.number for row in table.rows}
    assert all(record.last_name and record.status in STATUSES for record in plan.records)
    assert all(record.category in (*CATEGORIES, "") for record in plan.records)
    assert len({record.ref for record in plan.records}) == len(plan.records)


@given(headers=st.lists(CELLS, min_size=1, max_size=8, unique=True))
def test_any_headers_are_recognised_or_refused(headers: list[str]) -> None:
    table = Table(tuple(headers), [Row(2, ("x",) * len(headers))])
    if recognise(headers) is None:
        with pytest.raises(UserError):
            read_rows(table)
    else:
        assert set(read_rows(table).mapping) & set(FIELDS)


@given(text=st.text(max_size=40).map(lambda each: " ".join(each.split())))
def test_no_word_of_a_name_is_lost(text: str) -> None:
    first, last = split_name(text)
    assert sorted("".join((first + last).split())) == sorted("".join(text.split()).replace(",", "", _cut(text)))
    assert status_of(text) in (None, *STATUSES)
    assert set(categories_in(text)) <= set(CATEGORIES)


def _cut(text: str) -> int:
    last, _, first = text.partition(",")
    return 1 if last.strip() and first.strip() else 0


@pytest.mark.parametrize(
    ("header", "text", "first", "last"),
    [
        ("Votre nom et prénom", "Martin Zoë", "Zoë", "Martin"),
        ("Nom, prénom", "de la Fontaine Jean", "Jean", "de la Fontaine"),
        ("Nom et prénom", "Zoë MARTIN", "Zoë", "MARTIN"),
        ("Prénom et nom", "Zoë Martin", "Zoë", "Martin"),
        ("Nom complet", "Zoë Martin", "Zoë", "Martin"),
    ],
)
def test_a_column_that_asks_for_the_last_name_first_is_read_so(header: str, text: str, first: str, last: str) -> None:
    assert split_name(text, is_last_first(header)) == (first, last)
