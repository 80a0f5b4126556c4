"""The report in its folder: a page, a PDF, tables, charts, figures."""

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.revealing import new_edition, play
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import cli
from vi_events.app import OpenEdition, create_edition, open_edition
from vi_events.checkin import presence
from vi_events.closing.contents import number, share
from vi_events.closing.report import ReportDone, write_report
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store

NOW_MS = 1_801_000_000_000
HOSTILE = '<script>alert("x")</script>'
LONG = "Communauté d’agglomération de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et des vallées voisines"
WORDLESS = "W" * 300
BAR = (0x12, 0x4E, 0x9C)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    edition = Edition("labels", f"Labels {HOSTILE}", "2027-02-05", "Paris & Lyon")
    return create_edition(tmp_path, edition, [Zone("jour", "=1+1 <i>"), Zone("long", LONG), Zone("mur", WORDLESS)])


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenEdition]:
    with open_edition(folder, Author("poste-1")) as opened:
        yield opened


def record(opened: OpenEdition, *facts: Fact) -> None:
    def recorded(store: Store) -> None:
        with store.transaction(Author("poste-1", "Camille")) as tx:
            tx.record(*facts)

    opened.core.call(recorded)


def override(opened: OpenEdition, attendee_id: str, reason: str) -> None:
    record(opened, presence.admitted(attendee_id, "jour", "once", reason))


def erase_names(store: Store) -> None:
    with store.reading() as connection:
        connection.execute("UPDATE entry SET personal = NULL, operator = ''")
    store.rebuild()


def expect(opened: OpenEdition, attendee_id: str, **fields: object) -> None:
    record(opened, people.upserted(attendee_id, {"last_name": "Curie", "first_name": "Marie", **fields}))


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tableaux" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def page(out: Path) -> str:
    return (out / "rapport.html").read_text(encoding="utf-8")


class Reader(HTMLParser):
    """The tags of a page, its words, and the words that stand for its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        said = dict(attrs)
        self.links += [value for name, value in attrs if name in ("src", "href") and value]
        assert tag != "img" or said.get("alt")

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_folder_holds_a_page_a_pdf_tables_charts_and_figures(opened: OpenEdition, tmp_path: Path) -> None:
    expect(opened, "a")
    assert opened.reception.admit("a").result().verdict == "admitted"
    out = tmp_path / "fin" / "rapport"
    done = write_report(opened.folder, out, lambda: NOW_MS)
    assert sorted(path for path in out.rglob("*") if path.is_file()) == sorted(done.files)
    names = {path.relative_to(out).as_posix() for path in done.files}
    assert names >= {
        "rapport.html",
        "rapport.pdf",
        "report.json",
        "tableaux/presence-par-controle.csv",
        "graphiques/presence-par-controle.png",
        "graphiques/passages-par-minute.png",
    }
    assert (out / "rapport.pdf").read_bytes().startswith(b"%PDF")
    for path in (out / "graphiques").iterdir():
        with Image.open(path) as picture:
            assert picture.width == 1600
    said = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert said["figures"]["people"] == {
        "id": "people",
        "name": "personnes",
        "invited": 1,
        "came": 1,
        "no_shows": 0,
        "unexpected": 0,
    }
    assert said["edition"]["slug"] == "labels"


def test_it_works_beside_the_program_and_in_an_empty_edition(opened: OpenEdition, tmp_path: Path) -> None:
    done = write_report(opened.folder, tmp_path / "vide", lambda: NOW_MS)
    assert done.figures.people.invited == 0
    assert not list((tmp_path / "vide" / "graphiques").iterdir())
    assert "Aucun label n’a été annoncé." in page(tmp_path / "vide")


def test_the_page_needs_no_other_file(opened: OpenEdition, tmp_path: Path) -> None:
    expect(opened, "a")
    opened.reception.admit("a").result()
    write_report(opened.folder, tmp_path / "r", lambda: NOW_MS)
    reader = Reader(page(tmp_path / "r"))
    assert reader.links
    assert all(link.startswith("data:image/png;base64,") for link in reader.links)
    assert reader.tags.count("table") == reader.tags.count("caption")
    assert 'lang="fr"' in page(tmp_path / "r")


def test_names_are_only_text_in_the_page_and_in_the_tables(opened: OpenEdition, tmp_path: Path) -> None:
    record(opened, programme.authority_set(Authority("libre-x", HOSTILE, "foreign", country=HOSTILE)))
    expect(opened, "a", authority_id="libre-x", category="<b>")
    expect(opened, "absent", last_name="=cmd()", first_name="@SUM(1)", function=HOSTILE, authority_id="libre-x")
    opened.reception.admit("a").result()
    write_report(opened.folder, tmp_path / "r", lambda: NOW_MS)
    reader = Reader(page(tmp_path / "r"))
    assert "script" not in reader.tags
    assert not {"b", "i"} & set(reader.tags)
    assert HOSTILE in reader.words
    assert table(tmp_path / "r", "presence-par-controle")[0]["Contrôle"] == "'=1+1 <i>"
    (missing,) = table(tmp_path / "r", "nominatif-absents")
    assert (missing["Nom"], missing["Prénom"]) == ("'=cmd()", "'@SUM(1)")


def test_the_longest_names_are_whole(opened: OpenEdition, tmp_path: Path) -> None:
    record(opened, programme.authority_set(Authority("libre-x", LONG, "foreign", country=WORDLESS)))
    expect(opened, "a", authority_id="libre-x")
    opened.reception.admit("a").result()
    write_report(opened.folder, tmp_path / "r", lambda: NOW_MS)
    reader = Reader(page(tmp_path / "r"))
    assert LONG in reader.words
    assert WORDLESS in reader.words
    with Image.open(tmp_path / "r" / "graphiques" / "presence-par-controle.png") as picture:
        grey = picture.convert("L")
        for left in (0, picture.width - 4):  # nothing runs out at either side
            assert grey.crop((left, 0, left + 4, picture.height)).getextrema() == (255, 255)
        assert BAR in {color for _, color in picture.getcolors(1 << 16)}


def test_names_stand_in_their_own_tables_only(opened: OpenEdition, tmp_path: Path) -> None:
    expect(opened, "absent", last_name="Absentevska")
    expect(opened, "forced", last_name="Forcevska", status="cancelled")
    override(opened, "forced", "motif nommant Absentevska")
    done = write_report(opened.folder, tmp_path / "r", lambda: NOW_MS)
    with_names = [
        path.name for path in done.files if any(each in path.read_bytes() for each in (b"Absentevska", b"Forcevska"))
    ]
    assert with_names == ["nominatif-absents.csv", "nominatif-derogations.csv"]
    (let_in,) = table(tmp_path / "r", "nominatif-derogations")
    assert (let_in["Poste"], let_in["Nom"], let_in["Motif"]) == ("poste-1", "Forcevska", "motif nommant Absentevska")


def test_once_names_are_erased_the_same_report_comes_out_without_lists(folder: Path, tmp_path: Path) -> None:
    with open_edition(folder, Author("poste-1")) as opened:
        expect(opened, "a")
        expect(opened, "absent")
        override(opened, "a", "motif")
        before = write_report(folder, tmp_path / "avant", lambda: NOW_MS)
        opened.core.call(erase_names)
        after = write_report(folder, tmp_path / "après", lambda: NOW_MS)
    assert after.figures == before.figures
    assert kept(after) == [name for name in kept(before) if "nominatif" not in name]
    for name in ("report.json", "rapport.html", "rapport.pdf"):
        assert (tmp_path / "avant" / name).read_bytes() == (tmp_path / "après" / name).read_bytes()


def test_lists_of_names_from_before_an_erasure_do_not_stay_beside_the_new_report(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "r" / "tableaux").mkdir(parents=True)
    own = tmp_path / "r" / "tableaux" / "mes-notes.csv"
    own.write_text("à moi")
    with open_edition(folder, Author("poste-1")) as opened:
        expect(opened, "absent")
        write_report(folder, tmp_path / "r", lambda: NOW_MS)
        assert (tmp_path / "r" / "tableaux" / "nominatif-absents.csv").exists()
        opened.core.call(erase_names)
        write_report(folder, tmp_path / "r", lambda: NOW_MS)
    assert list((tmp_path / "r" / "tableaux").glob("nominatif-*")) == []
    assert own.read_text() == "à moi"


def kept(done: ReportDone) -> list[str]:
    return [path.name for path in done.files]


def test_a_folder_that_cannot_be_is_told(opened: OpenEdition, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    with pytest.raises(UserError) as problem:
        write_report(opened.folder, tmp_path / "fichier" / "r")
    assert problem.value.code == "file_unwritable"


def test_the_command_says_files_and_headlines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = new_edition(tmp_path, ShowDocument(PALMARES, RUNDOWN))
    play(folder)
    arguments = ["report", str(tmp_path / "r"), "--data", str(tmp_path), "--json"]
    assert cli.run(arguments, lambda _: 0) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["awards"] == len(PALMARES.awards)
    assert all(Path(path).is_file() for path in (*said["files"], *said["press"]))
    assert said["people"]["invited"] == 0


@pytest.mark.parametrize(("value", "written"), [(1365, "1\u202f365"), (2.5, "2,5"), (0, "0"), ("1,5", "1,5")])
def test_numbers_are_written_as_in_french(value: int | float | str, written: str) -> None:
    assert number(value) == written


def test_a_share_of_nothing_is_a_dash() -> None:
    assert (share(1, 3), share(0, 0)) == ("33\u00a0%", "—")
