from pathlib import Path

import pytest

from tests.unit.desks import Bench, bench
from vi_events.journal.verify import verify


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.desk.scan(made.expect())
    made.desk.scan("inconnu")
    return made


def damage(bench: Bench, statement: str) -> None:
    with bench.store.reading() as connection:
        connection.execute(statement)


def test_a_healthy_journal_has_no_problem(desk: Bench) -> None:
    report = verify(desk.store)
    assert (report.entries, report.stations, report.subjects, report.problems) == (4, (("poste-1", 4),), 3, ())


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM entry WHERE seq = 2", "Poste poste-1 : 3 entrées numérotées de 1 à 4"),
        ("UPDATE entry SET hlc = 1 WHERE seq = 3", "l’horloge recule à l’entrée 3"),
        ("UPDATE state SET data = '{}' WHERE subject = 'attendee:marie'", "attendee:marie : l’état ne correspond pas"),
        ("DELETE FROM state WHERE subject = 'attendee:marie'", "attendee:marie : état absent"),
        ("UPDATE entry SET payload = '{' WHERE seq = 2", "attendee:marie : entrée illisible"),
        ("DELETE FROM lookup WHERE key = 'in:jour-1'", "attendee:marie : index faux"),
        ("UPDATE tally SET total = 7 WHERE key = '#in:jour-1'", "Compteur faux\u202f: #in:jour-1."),
        ("DELETE FROM tally WHERE key LIKE '#exp%'", "Compteur faux\u202f: #exp:*:guest."),
        (
            "INSERT INTO lookup SELECT 'code:X', number FROM state WHERE subject = 'attendee:marie'",
            "attendee:marie : index faux",
        ),
        ("INSERT INTO lookup VALUES ('code:X', 99)", "1 clé d’index sans état"),
        ("INSERT INTO state VALUES (99, 'x:1', '{}', NULL, 0, 1, 'p', 1)", "1 état sans aucune entrée"),
    ],
)
def test_what_was_tampered_with_is_found(desk: Bench, statement: str, problem: str) -> None:
    damage(desk, statement)
    assert any(problem in found for found in verify(desk.store).problems)
