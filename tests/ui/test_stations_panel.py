"""Rules of the stations panel: who is there, what may be asked, and that no answer is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.stations_bench import LINK, NOW_MS, OTHERS, OWN, Stations, edition, heard, hosting, hub, joined
from vi_events.errors import DeviceError, UserError
from vi_events.journal.hub.joining import VALID_MS
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import HubState, Phase
from vi_events.stations import files
from vi_events.stations.views import NetworkView
from vi_events.ui.preparation.palmares_parts import AskDialog
from vi_events.ui.stations.hand_over_dialog import HandOverDialog
from vi_events.ui.stations.invite_dialog import InviteDialog
from vi_events.ui.stations.panel import StationsPanel
from vi_events.ui.stations.rows import rows

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def stations() -> Iterator[Stations]:
    made = Stations()
    yield made
    made.close()


@pytest.fixture
def panel(stations: Stations, qtbot: QtBot, tmp_path: Path) -> StationsPanel:
    made = StationsPanel(edition(tmp_path), stations.news, stations.bridge)
    qtbot.addWidget(made)
    made.show()
    return made


def asking(panel: StationsPanel, kind: type) -> Any:
    """The dialog of that kind that the panel opened."""
    return next(found for found in panel.findChildren(kind) if found.isVisible())


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_this_station_comes_first_then_the_host_then_the_others_in_their_order() -> None:
    others = heard(*((f"Accueil {n}", Role.DESK, 0, 0, 0) for n in (10, 2)), ("Zoé", Role.STAGE, 0, 0, 0))
    found = rows(NetworkView(hub(stations=others), Role.DESK), OWN, "Zoé", NOW_MS)
    assert [row.name for row in found] == [OWN, "Zoé", "Accueil 2", "Accueil 10"]
    assert [row.marks for row in found[:2]] == ["ce poste", "héberge"]


def test_a_row_says_when_it_was_seen_its_clock_and_what_waits() -> None:
    found = {row.name: row.texts for row in rows(hosting(*OTHERS), OWN, "", NOW_MS)}
    assert found["Accueil 1"] == ("Accueil", "maintenant", "à l’heure", "")
    assert found["Accueil 2"][2] == "avance de 6\u00a0s"
    assert found["Accueil supervision du grand amphithéâtre"][1:] == ("il y a 3\u00a0min", "à l’heure", "12")


def test_a_member_never_heard_of_is_said_absent() -> None:
    view = hosting(*OTHERS, away=("Webtv",))
    silent = NetworkView(hub(stations=()), view.role, view.host, view.addresses, view.members)
    found = {row.name: row for row in rows(silent, OWN, "", NOW_MS)}
    assert (found["Webtv"].texts[1], found["Webtv"].here) == ("absent", False)
    assert (found["Accueil 1"].texts[1], found["Accueil 1"].here) == ("maintenant", True)


def test_alone_there_are_two_choices_and_hosting_asks_for_the_role(panel: StationsPanel, stations: Stations) -> None:
    stations.say(NetworkView())
    assert panel.alone.isVisible()
    panel.alone.role.setCurrentIndex(panel.alone.role.findData("webtv"))
    panel.alone.host_button.click()
    assert stations.network.asked == [("host", Role.WEBTV)]
    assert panel.bar.isVisible()
    assert not panel.alone.host_button.isEnabled(), "twice is once too many"
    stations.network.answers[0].set_result(None)
    settle()
    assert not panel.bar.isVisible()
    assert panel.alone.host_button.isEnabled()


def test_what_was_refused_stays_until_it_is_read(panel: StationsPanel, stations: Stations) -> None:
    stations.say(NetworkView())
    panel.alone.host_button.click()
    stations.network.answers[0].set_exception(UserError("hub_elsewhere", "Un autre héberge.", "Demandez-lui."))
    settle()
    stations.say(NetworkView(trouble="Un autre héberge. Demandez-lui."))
    assert "Un autre héberge." in panel.band.title.text()
    assert panel.band.text.text() == "Demandez-lui."
    assert stations.news.lamp.level == "warn"
    panel.seen_button.click()
    assert panel.band.isHidden()
    assert stations.news.lamp.level == "off"


def test_a_refusal_that_comes_after_the_panel_is_closed_is_told_by_the_lamp(
    panel: StationsPanel, stations: Stations
) -> None:
    stations.say(NetworkView())
    panel.alone.host_button.click()
    panel.close()
    stations.network.answers[0].set_exception(UserError("hub_elsewhere", "Un autre héberge."))
    settle()
    stations.say(NetworkView(trouble="Un autre héberge."))
    assert stations.news.lamp.level == "warn"


def test_hosting_shows_where_others_join_and_excludes_only_another(panel: StationsPanel, stations: Stations) -> None:
    stations.say(hosting(*OTHERS))
    assert "192.168.1.20:4223" in panel.hosting.where.text()
    panel.table.setCurrentCell(0, 0)
    assert not panel.hosting.revoke_button.isEnabled()
    panel.table.setCurrentCell(1, 0)
    panel.hosting.revoke_button.click()
    dialog = asking(panel, AskDialog)
    assert dialog.cancel_button.hasFocus() or dialog.focusWidget() is dialog.cancel_button
    assert stations.network.asked == []
    dialog.accept()
    assert stations.network.asked == [("revoke", "Accueil 1")]


def test_renewing_the_certificate_names_who_will_need_a_link(panel: StationsPanel, stations: Stations) -> None:
    stations.say(hosting(*OTHERS, away=("Webtv", "Accueil 1")))
    panel.hosting.renew_button.click()
    dialog = asking(panel, AskDialog)
    assert any("Accueil 1, Webtv" in each.text() for each in dialog.findChildren(QLabel))
    assert stations.network.asked == []
    dialog.accept()
    assert stations.network.asked == [("renew",)]


def test_a_station_that_is_refused_is_offered_to_join_again(panel: StationsPanel, stations: Stations) -> None:
    stations.say(joined())
    assert panel.joined.join_button.isHidden()
    stations.say(joined("refused", "L’hôte refuse ce poste. Demandez un nouveau lien."))
    assert panel.sentence.text() == "L’hôte refuse ce poste."
    assert panel.band.title.text().endswith("Demandez un nouveau lien.")
    asked: list[bool] = []
    panel.join_requested.connect(lambda: asked.append(True))
    panel.joined.join_button.click()
    assert asked == [True]


def test_the_chosen_station_stays_chosen_when_another_comes(panel: StationsPanel, stations: Stations) -> None:
    stations.say(hosting(*OTHERS))
    panel.table.setCurrentCell(2, 0)
    stations.say(hosting(("Accueil 0", Role.DESK, 0, 0, 0), *OTHERS))
    chosen = panel.table.selected()
    assert chosen is not None
    assert chosen.name == "Accueil 2"


def test_stopping_says_who_depends_on_this_station(panel: StationsPanel, stations: Stations) -> None:
    stations.say(hosting(*OTHERS, away=("Webtv",)))
    panel.hosting.stop_button.click()
    dialog = asking(panel, AskDialog)
    said = " ".join(label.text() for label in dialog.findChildren(type(panel.remarks)))
    assert "Accueil 1, Accueil 2" in said
    assert "Webtv" not in said
    dialog.reject()
    assert stations.network.asked == []


def test_hosting_is_handed_over_only_to_who_is_there(panel: StationsPanel, stations: Stations) -> None:
    stations.say(hosting(*OTHERS, away=(OTHERS[2][0],)))
    panel.hosting.hand_over_button.click()
    dialog = asking(panel, HandOverDialog)
    names = [dialog.choice.itemData(number) for number in range(dialog.choice.count())]
    assert names == ["Accueil 1", "Accueil 2", "Webtv"]
    dialog.choice.setCurrentIndex(2)
    dialog.accept()
    assert stations.network.asked == [("hand_over", "Webtv")]
    dialog.reject()
    assert dialog.isVisible(), "its answer must be seen"
    stations.network.answers[0].set_exception(UserError("handover_unanswered", "Il n’a pas pris l’hébergement."))
    settle()
    assert "pas pris" in dialog.said.title.text()
    dialog.accept()
    stations.network.answers[1].set_result(None)
    settle()
    assert not dialog.isVisible()


def test_remarks_and_notices_are_shown_and_a_failing_server_too(panel: StationsPanel, stations: Stations) -> None:
    view = hosting(*OTHERS, remarks=("L’horloge avance.",))
    failing = DeviceError("hub_disk", "Le disque est plein.")
    state = HubState(Phase.RESTARTING, failing, notices=("Le serveur a redémarré.",))
    stations.say(NetworkView(view.hub, view.role, state, view.addresses, view.members))
    assert panel.remarks.text() == "◆ L’horloge avance.\n◆ Le serveur a redémarré."
    assert "Le disque est plein." in panel.band.title.text()
    assert stations.news.lamp.level == "bad"


def test_a_joined_station_sees_its_host_and_may_leave(panel: StationsPanel, stations: Stations, tmp_path: Path) -> None:
    files.save_membership(tmp_path, Membership("0" * 16, ("192.168.1.20:4222",), OWN, Role.DESK, "", ""))
    stations.say(joined())
    assert panel.joined.where.text() == "192.168.1.20:4222"
    assert panel.joined.host_button.isHidden()
    panel.joined.leave_button.click()
    asking(panel, AskDialog).accept()
    assert stations.network.asked == [("leave",)]


def test_only_a_stage_that_lost_its_host_may_take_its_place(panel: StationsPanel, stations: Stations) -> None:
    stations.say(NetworkView(hub(), Role.STAGE))
    assert panel.joined.host_button.isHidden()
    stations.say(NetworkView(hub("away", "Hors liaison."), Role.DESK))
    assert panel.joined.host_button.isHidden()
    stations.say(NetworkView(hub("away", "Hors liaison."), Role.STAGE))
    panel.joined.host_button.click()
    asking(panel, AskDialog).accept()
    assert stations.network.asked == [("host", Role.STAGE)]


# Inviting


@pytest.fixture
def invitation(panel: StationsPanel, stations: Stations) -> InviteDialog:
    stations.say(hosting(*OTHERS))
    panel.hosting.invite_button.click()
    dialog: InviteDialog = asking(panel, InviteDialog)
    dialog.roles[Role.DESK].click()
    assert stations.network.asked == [("invite", Role.DESK)]
    stations.network.answers[0].set_result(LINK)
    settle()
    return dialog


def test_the_code_on_screen_is_the_link(invitation: InviteDialog) -> None:
    grey = invitation.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    bits = memoryview(grey.constBits()).cast("B")
    view = zxingcpp.ImageView(bits, grey.width(), grey.height(), zxingcpp.ImageFormat.Lum, grey.bytesPerLine())
    assert [found.text for found in zxingcpp.read_barcodes(view)] == [LINK.link]
    assert invitation.text.toPlainText() == LINK.link
    invitation.copy_button.click()
    assert QGuiApplication.clipboard().text() == LINK.link


def test_a_link_lasts_ten_minutes(invitation: InviteDialog, stations: Stations) -> None:
    assert invitation.left.text() == "10:00"
    stations.clock.at_ms += VALID_MS - 9_000
    invitation.tick()
    assert invitation.left.text() == "0:09"
    stations.clock.at_ms += 9_000
    invitation.tick()
    assert not invitation.link
    assert invitation.text.isHidden()
    assert "ne sert plus" in invitation.said.title.text()


def test_a_link_that_served_says_whom(invitation: InviteDialog, stations: Stations) -> None:
    stations.say(hosting(*OTHERS, ("Une régie", Role.STAGE, 0, 0, 0)))
    assert invitation.link, "another role came by another link"
    stations.say(hosting(*OTHERS, ("Accueil 3", Role.DESK, 0, 0, 0)))
    assert not invitation.link
    assert "Accueil 3" in invitation.said.title.text()


def test_closing_the_invitation_follows_no_longer(invitation: InviteDialog, stations: Stations) -> None:
    invitation.accept()
    stations.say(hosting(*OTHERS, ("Accueil 3", Role.DESK, 0, 0, 0)))
    assert invitation.link, "not even looked at"


def test_a_link_refused_says_why(invitation: InviteDialog, stations: Stations) -> None:
    invitation.roles[Role.WEBTV].click()
    stations.network.answers[1].set_exception(UserError("not_hosting", "Ce poste n’héberge pas."))
    settle()
    assert not invitation.link
    assert "n’héberge pas" in invitation.said.title.text()
