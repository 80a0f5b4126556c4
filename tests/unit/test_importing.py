from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.desks import KEY, FakeClock
from tests.unit.exports import TEMPLATE, csv_text, line, write_csv
from vi_events import paths
from vi_events.app import DEMO_ZONES, TYPES
from vi_events.checkin import codes, presence
from vi_events.edition import batches, erasure, people, programme
from vi_events.edition.import_report import import_report, import_sentences
from vi_events.edition.importing import (
    SLICE_ROWS,
    Importer,
    Outcome,
    Prepared,
    open_questions,
    prepare,
)
from vi_events.edition.models import Attendee
from vi_events.edition.reference import Reference, load_reference
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Change, Store
from vi_events.journal.verify import verify

AUTHOR = Author("poste-1")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


class Book:
    """An edition's store and what imports do to it."""

    def __init__(self, folder: Path, reference: Reference) -> None:
        self.folder = folder
        self.store = Store(folder / "a.db", TYPES, FakeClock())
        self.reference = reference
        self.changes: list[Change] = []
        with self.store.transaction(AUTHOR) as tx:
            tx.record(*(programme.zone_set(zone, rank) for rank, zone in enumerate(DEMO_ZONES)))

    def importer(self, author: Author = AUTHOR) -> Importer:
        return Importer(self.store, author, self.changes.append, lambda count: codes.new_codes(KEY, count))

    def read(self, *rows: dict[str, str], headers: list[str] = TEMPLATE, **options: Any) -> Prepared:
        path = write_csv(self.folder / "liste.csv", csv_text(headers, [line(headers, row) for row in rows]))
        return prepare(path, self.reference, **options)

    def take(self, *rows: dict[str, str], headers: list[str] = TEMPLATE, **options: bool) -> Outcome:
        return self.run(self.read(*rows, headers=headers), **options)

    def run(self, prepared: Prepared, **options: bool) -> Outcome:
        return list(self.importer().run(prepared, **options))[-1]

    def people(self) -> dict[str, Attendee]:
        found = [people.attendee(subject, state) for subject, state in self.store.states_of_type("attendee")]
        return {person.name: person for person in found if person.last_name}

    def entries(self) -> int:
        return len(list(self.store.entries()))

    def admit(self, name: str) -> None:
        self.record(presence.admitted(self.people()[name].id, "jour-1", "once"))

    def undo(self, batch: str) -> Iterator[int]:
        return batches.undo(self.store, AUTHOR, self.changes.append, batch)

    def record(self, fact: Fact) -> None:
        with self.store.transaction(AUTHOR) as tx:
            tx.record(fact)


@pytest.fixture
def book(tmp_path: Path, reference: Reference) -> Iterator[Book]:
    made = Book(tmp_path, reference)
    yield made
    assert verify(made.store).problems == ()
    made.store.close()


def row(ref: str = "1", last: str = "Curie", first: str = "Marie", **more: str) -> dict[str, str]:
    return {"Réf.": ref, "Nom": last, "Prénom": first, **more}


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.added, outcome.updated, outcome.unchanged


def test_people_come_with_a_genuine_ticket_each(book: Book) -> None:
    outcome = book.take(row(), row("2", "Langevin", "Paul", Zones="Cérémonie|Déjeuner", VIP="oui"))
    assert (counts(outcome), outcome.applied) == ((2, 0, 0), True)
    marie, paul = book.people()["Marie Curie"], book.people()["Paul Langevin"]
    assert all(codes.is_genuine(KEY, person.code) for person in (marie, paul))
    assert marie.code != paul.code
    assert (marie.category, marie.zones, marie.vip) == ("guest", (), False)
    assert (paul.zones, paul.vip) == (("ceremonie", "dejeuner"), True)


def test_the_same_file_again_changes_nothing(book: Book) -> None:
    rows = [row(VIP="oui"), row("2", "Langevin", "Paul", Zones="Jour 1")]
    book.take(*rows)
    before = book.people()
    assert counts(book.take(*rows)) == (0, 0, 2)
    assert book.people() == before


def test_a_later_file_updates_without_duplicating_and_keeps_the_ticket(book: Book) -> None:
    book.take(row(Fonction="Chercheuse"), row("2", "Langevin", "Paul"))
    code = book.people()["Marie Curie"].code
    outcome = book.take(row(Fonction="Professeure"), row("3", "Perrin", "Jean"))
    assert counts(outcome) == (1, 1, 0)
    assert (book.people()["Marie Curie"].function, book.people()["Marie Curie"].code) == ("Professeure", code)
    assert len(book.people()) == 3


def test_an_emptied_cell_empties_and_a_column_that_is_not_there_says_nothing(book: Book) -> None:
    book.take(row(Fonction="Chercheuse", Siège="A1", VIP="oui", Statut="Annulé"))
    short = ["Réf.", "Nom", "Prénom", "Fonction"]
    book.take(row(), headers=short)
    marie = book.people()["Marie Curie"]
    assert (marie.function, marie.seat, marie.vip, marie.status) == ("", "A1", True, "cancelled")
    book.take(row(VIP="non", Statut="Confirmé"))
    marie = book.people()["Marie Curie"]
    assert (marie.seat, marie.vip, marie.status) == ("", False, "confirmed")


def test_a_column_that_says_nothing_new_is_unchanged(book: Book) -> None:
    book.take(row(), headers=["Réf.", "Nom", "Prénom"])
    assert counts(book.take(row())) == (0, 0, 1)


def test_a_refused_row_stops_the_whole_import(book: Book) -> None:
    before = book.entries()
    outcome = book.take(row(), {"Réf.": "2"})
    assert (outcome.applied, book.entries()) == (False, before)
    assert [refusal.row for refusal in outcome.refused] == [3]


def test_partial_imports_the_other_rows(book: Book) -> None:
    outcome = book.take(row(), {"Réf.": "2"}, partial=True)
    assert (counts(outcome), outcome.applied, len(outcome.refused)) == ((1, 0, 0), True, 1)
    assert list(book.people()) == ["Marie Curie"]


def test_an_unknown_zone_is_refused_by_row(book: Book) -> None:
    outcome = book.take(row(), row("2", "Langevin", "Paul", Zones="Jour 1|Coulisses"), partial=True)
    (refusal,) = outcome.refused
    assert (refusal.row, refusal.code) == (3, "unknown_zone")
    assert "Coulisses" in refusal.reason
    assert list(book.people()) == ["Marie Curie"]


def test_a_dry_run_counts_and_changes_nothing(book: Book) -> None:
    book.take(row())
    before, heard = book.entries(), len(book.changes)
    outcome = book.take(row(Fonction="Chercheuse"), row("2", "Langevin", "Paul"), dry_run=True)
    assert (counts(outcome), outcome.applied) == ((1, 1, 0), False)
    assert (book.entries(), len(book.changes)) == (before, heard)


def test_hand_corrections_outrank_the_file(book: Book) -> None:
    book.take(row(Fonction="Maire"))
    book.record(people.corrected(book.people()["Marie Curie"].id, {"function": "Première adjointe"}))
    assert counts(book.take(row(Fonction="Maire"))) == (0, 0, 1)
    assert book.people()["Marie Curie"].function == "Première adjointe"


def test_a_name_of_several_towns_is_asked_and_stands_as_written_meanwhile(book: Book) -> None:
    prepared = book.read(
        row(Collectivité="Sainte-Colombe"), row("2", "Langevin", "Paul", Collectivité="Sainte Colombe")
    )
    assert sorted(number for question in prepared.questions for number in question.rows) == [2, 3]
    assert len(prepared.questions[0].candidates) > 1
    book.run(prepared)
    authority = book.people()["Marie Curie"].authority_id
    assert authority == "libre-sainte-colombe"
    state = book.store.state(f"authority:{authority}")
    assert state is not None
    assert programme.authority(state).name in ("Sainte-Colombe", "Sainte Colombe")


def test_an_answer_is_used_and_asks_no_more(book: Book) -> None:
    asked = book.read(row(Collectivité="Sainte-Colombe"))
    chosen = asked.questions[0].candidates[-1]
    prepared = book.read(row(Collectivité="SAINTE COLOMBE"), answers={"Sainte-Colombe": chosen.id})
    assert prepared.questions == ()
    book.run(prepared)
    assert book.people()["Marie Curie"].authority_id == chosen.id


def test_a_name_understood_as_another_is_reported_by_row(book: Book) -> None:
    prepared = book.read(row(Collectivité="Chalon en Champagne", Département="51"))
    (correction,) = prepared.corrections
    assert (correction.written, correction.official, correction.rows) == (
        "Chalon en Champagne",
        "Châlons-en-Champagne",
        (2,),
    )
    assert correction.why


def test_an_answer_given_once_stands_when_the_file_comes_back_without_it(book: Book) -> None:
    rows = [row(Collectivité="Sainte-Colombe", Fonction="Maire")]
    chosen = book.read(*rows).questions[0].candidates[-1]
    book.run(book.read(*rows, answers={"Sainte-Colombe": chosen.id}))
    again = book.read(row(Collectivité="Sainte-Colombe", Fonction="Adjointe"))
    outcome = book.run(again)
    assert (counts(outcome), open_questions(again, outcome)) == ((0, 1, 0), ())
    assert book.people()["Marie Curie"].authority_id == chosen.id
    assert book.store.state("authority:libre-sainte-colombe") is None


def test_a_newcomer_of_an_answered_name_is_still_asked_about(book: Book) -> None:
    rows = [row(Collectivité="Sainte-Colombe")]
    chosen = book.read(*rows).questions[0].candidates[0]
    book.run(book.read(*rows, answers={"Sainte-Colombe": chosen.id}))
    more = book.read(*rows, row("2", "Langevin", "Paul", Collectivité="Sainte-Colombe"))
    assert open_questions(more, book.run(more)) == more.questions != ()
    assert book.people()["Marie Curie"].authority_id == chosen.id
    assert book.people()["Paul Langevin"].authority_id == "libre-sainte-colombe"


def test_a_person_who_moved_to_an_ambiguous_name_is_asked_about(book: Book) -> None:
    book.take(row(Collectivité="Reims"))
    moved = book.read(row(Collectivité="Sainte-Colombe"))
    assert open_questions(moved, book.run(moved)) == moved.questions != ()
    assert book.people()["Marie Curie"].authority_id == "51454"


@pytest.mark.parametrize(
    "other",
    [
        row("9", "CURIE", "marie", Collectivité="Reims"),
        row("9", "Marie", "Curie", Collectivité="Reims"),
        row("9", Courriel="M.Curie@example.org"),
    ],
)
def test_a_newcomer_who_looks_like_somebody_else_is_reported_and_added(book: Book, other: dict[str, str]) -> None:
    book.take(row(Collectivité="Reims", Courriel="m.curie@example.org"))
    known = book.people()["Marie Curie"].id
    for dry_run in (True, False):
        outcome = book.take(other, row("8", Collectivité="Lyon"), row("7", "Perrin", "Jean"), dry_run=dry_run)
        assert [(each.row, each.attendee_id) for each in outcome.similar] == [(2, known)]
    assert outcome.added == 3
    assert book.take(other).similar == []


def test_two_rows_of_one_file_are_two_people(book: Book) -> None:
    rows = [row(str(number), Collectivité="Reims") for number in range(SLICE_ROWS + 1)]
    assert book.take(*rows).similar == []


def test_an_authority_is_written_once_however_many_come_from_it(book: Book) -> None:
    first = [row(str(number), Collectivité="Reims") for number in range(SLICE_ROWS + 1)]
    importer = book.importer()
    for prepared, dry_run in ((book.read(*first), True), (book.read(*first), False)):
        list(importer.run(prepared, dry_run=dry_run))
    book.take(row("other", Collectivité="Reims"))
    assert [entry.subject for entry in book.store.entries("authority_set")] == ["authority:51454"]


def test_a_merged_record_resembles_nobody(book: Book) -> None:
    book.take(row(Collectivité="Reims"), row("2", Collectivité="Reims", Fonction="Bis"))
    one, two = (subject.removeprefix("attendee:") for subject, _ in book.store.states_of_type("attendee"))
    book.record(people.merged(one, two))
    (found,) = book.take(row("3", Collectivité="Reims")).similar
    assert found.attendee_id == two


def test_undoing_a_batch_leaves_the_people_who_have_come(book: Book) -> None:
    first = book.take(row(), row("2", "Langevin", "Paul"), row("3", "Perrin", "Jean"))
    book.admit("Marie Curie")
    assert list(book.undo(first.batch))[-1] == 2
    assert list(book.people()) == ["Marie Curie"]
    assert [data["state"] for _, data in batches.batches(book.store)] == ["undone"]
    assert book.store.counts["#exp:*:guest"] == 1


def test_undoing_an_update_brings_back_what_the_earlier_file_said(book: Book) -> None:
    book.take(row(Fonction="Chercheuse"))
    second = book.take(row(Fonction="Professeure"), row("2", "Langevin", "Paul"))
    list(book.undo(second.batch))
    assert {name: person.function for name, person in book.people().items()} == {"Marie Curie": "Chercheuse"}


def test_a_person_whose_import_was_undone_comes_back_with_the_next_import(book: Book) -> None:
    first = book.take(row())
    list(book.undo(first.batch))
    assert book.people() == {}
    assert counts(book.take(row())) == (1, 0, 0)
    assert list(book.people()) == ["Marie Curie"]


def test_an_unknown_batch_is_said(book: Book) -> None:
    with pytest.raises(UserError) as caught:
        list(book.undo("nothing"))
    assert caught.value.code == "batch_unknown"


def test_an_import_cut_short_is_undone_whatever_the_station_is_called_now(book: Book) -> None:
    many = [row(str(number), f"Nom{number}") for number in range(SLICE_ROWS + 1)]
    running = book.importer().run(book.read(*many))
    next(running)
    running.close()
    assert len(book.people()) == SLICE_ROWS
    assert batches.recover(book.store, Author("poste-2"), book.changes.append) == 1
    assert (book.people(), batches.recover(book.store, AUTHOR, book.changes.append)) == ({}, 0)


def test_slices_let_a_scan_pass(book: Book) -> None:
    many = [row(str(number), f"Nom{number}") for number in range(2 * SLICE_ROWS + 1)]
    assert len(list(book.importer().run(book.read(*many)))) == 4
    assert max(len(change.entries) for change in book.changes) == SLICE_ROWS


def test_who_comes_from_another_station_meanwhile_is_not_added_twice(book: Book, tmp_path: Path) -> None:
    many = [row(str(number), f"Nom{number}") for number in range(SLICE_ROWS + 2)]
    elsewhere = Store(tmp_path / "elsewhere.db", TYPES, FakeClock())
    with elsewhere.transaction(Author("poste-2")) as tx:
        tx.record(people.upserted("theirs", {"last_name": "Nom1", "status": "confirmed"}, f"liste::{SLICE_ROWS + 1}"))
    running = book.importer().run(book.read(*many))
    assert next(running).added == SLICE_ROWS
    book.store.take_in(elsewhere.entries())
    elsewhere.close()
    assert counts(list(running)[-1]) == (SLICE_ROWS + 1, 1, 0)
    assert book.store.state("attendee:theirs").personal["last_name"] == f"Nom{SLICE_ROWS + 1}"


def test_who_is_undone_meanwhile_is_somebody_new(book: Book) -> None:
    earlier = book.take(row(str(SLICE_ROWS), "Joliot"))
    running = book.importer().run(book.read(*(row(str(number), f"Nom{number}") for number in range(SLICE_ROWS + 1))))
    while next(running).added < SLICE_ROWS:
        pass
    list(book.undo(earlier.batch))
    assert counts(list(running)[-1]) == (SLICE_ROWS + 1, 0, 0)
    assert all(person.code for person in book.people().values())


def test_one_importer_may_read_several_files(book: Book) -> None:
    importer = book.importer()
    for last, similar in (("Curie", 0), ("Joliot", 0), ("Curie", 1)):
        prepared = book.read(row(f"{last}{similar}", last, Collectivité="Reims"))
        assert len(list(importer.run(prepared))[-1].similar) == similar


def test_people_are_added_where_somebody_else_was_erased(book: Book) -> None:
    book.take(row())
    ((marie, _),) = book.store.states_of_type("attendee")
    book.record(erasure.person_erased(marie.removeprefix("attendee:")))
    assert counts(book.take(row("2", "Langevin", "Paul", Collectivité="Reims"))) == (1, 0, 0)
    assert list(book.people()) == ["Paul Langevin"]


def test_a_list_is_refused_where_names_are_erased(book: Book) -> None:
    book.record(erasure.edition_erased("asked"))
    with pytest.raises(UserError) as caught:
        book.take(row())
    assert caught.value.code == "edition_erased"
    assert book.people() == {}


def test_the_demo_and_its_platform_exports_import_one_after_another(book: Book) -> None:
    demo = paths.ASSETS / "demo"
    done = {}
    for path in [demo / "participants.csv", *sorted((demo / "exports").iterdir())]:
        prepared = prepare(path, book.reference)
        outcome = book.run(prepared, partial=True)
        done[path.name] = outcome
        assert outcome.done + len({refusal.row for refusal in outcome.refused}) == prepared.read, path.name
        again = book.run(prepare(path, book.reference), partial=True)
        assert counts(again) == (0, 0, outcome.done), path.name
    assert len(done) == 8
    assert done["participants.csv"].added == 612
    assert all(outcome.done for outcome in done.values())
    state = [outcome.added + outcome.updated for outcome in done.values()]
    assert sum(outcome.added for outcome in done.values()) == len(list(book.store.states_of_type("attendee")))
    assert min(state) >= 0


def test_the_report_says_what_was_read_and_what_was_ignored(book: Book) -> None:
    headers = ["Nom de famille", "Prénom usuel", "Mairie de", "Qualité", "Remarques", "Couleur"]
    rows = {"Nom de famille": "Le Goff", "Prénom usuel": "Anne", "Mairie de": "REIMS", "Couleur": "bleu"}
    prepared = book.read(rows, headers=headers)
    report = import_report(prepared, book.run(prepared), False)
    fields = ("last_name", "first_name", "authority", "function", "protocol_note")
    assert report["mapping"] == dict(zip(fields, headers, strict=False))
    assert report["ignored"] == ["Couleur"]
    said = import_sentences(report)
    assert "last_name ← «\u202fNom de famille\u202f»" in said
    assert "Colonnes ignorées\u202f: « Couleur »." in said
    assert f"undo-import {report['batch']}" in said
    assert [each["written"] for each in report["corrected"]] == ["REIMS"]
    assert "REIMS" not in said


def test_a_family_name_alone_is_no_full_name(book: Book) -> None:
    book.take({"Nom de famille": "Le Goff Durand"}, headers=["Nom de famille"])
    (person,) = book.people().values()
    assert (person.last_name, person.first_name) == ("Le Goff Durand", "")


def test_a_file_of_titles_only_says_so(book: Book) -> None:
    prepared = book.read()
    assert [warning.code for warning in prepared.warnings] == ["no_rows"]
    assert "aucune ligne" in import_sentences(import_report(prepared, book.run(prepared), False))


@pytest.mark.parametrize("text", ["Liste des invités\nNom;Prénom\nCurie;Marie\n", "Invités;;\nNom;Prénom;x\n"])
def test_a_line_above_the_titles_is_to_be_removed(book: Book, text: str) -> None:
    path = write_csv(book.folder / "liste.csv", text)
    with pytest.raises(UserError) as caught:
        prepare(path, book.reference)
    assert caught.value.code == "unknown_format"
    assert "retirez la première ligne" in caught.value.advice


def test_full_names_cut_at_a_guess_are_counted_once(book: Book) -> None:
    names = ["de La Tour Marie-Claire", "Jean Marc Durand", "Marie CURIE LANGEVIN", "Jean Perrin", "Weil, Anne Marie"]
    (warning,) = book.read(*({"Nom complet": name} for name in names), headers=["Nom complet", "Ville"]).warnings
    assert (warning.row, warning.code) == (2, "name_doubtful")
    assert warning.reason.startswith("2 ")


def test_many_warnings_of_a_sort_are_counted(book: Book) -> None:
    prepared = book.read(*(row(str(number), Courriel="nope") for number in range(8)))
    said = import_sentences(import_report(prepared, book.run(prepared), False))
    assert said.count("Adresse électronique mal écrite") == 5
    assert "et 3 autre" in said


def test_who_looks_like_whom_is_said(book: Book) -> None:
    book.take(row(Collectivité="Reims"), row("2", "Perrin", "Jean", Collectivité="Reims"))
    prepared = book.read(row("3", Collectivité="Reims"), row("4", "Perrin", "Jean", Collectivité="Reims"))
    report = import_report(prepared, book.run(prepared), False)
    assert [each["row"] for each in report["similar"]] == [2, 3]
    assert "2 personnes ressemblent à d’autres déjà inscrites\u202f: Marie Curie, Jean Perrin" in import_sentences(
        report
    )


def test_undoing_an_import_leaves_alone_whom_somebody_corrected(book: Book) -> None:
    done = book.take(row("1", "Curie"), row("2", "Joliot"))
    corrected = next(person for person in book.people().values() if person.last_name == "Curie")
    book.record(people.corrected(corrected.id, {"seat": "B 12"}))
    assert list(book.undo(done.batch))[-1] == 1
    assert [(person.last_name, person.seat) for person in book.people().values()] == [("Curie", "B 12")]
