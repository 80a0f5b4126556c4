"""Several stations: a real host and a real guest on this computer; the other ones of the list are only spoken of."""

import socket
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin.codes import new_code
from vi_events.edition import erasure
from vi_events.journal.entry import Author
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.joining import Invitation
from vi_events.journal.hub.presence import StationView
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.views import AWAY, CONNECTED
from vi_events.stations.network import MemberView, Network, NetworkView
from vi_events.ui.checkin.conflicts_dialog import ConflictsDialog
from vi_events.ui.checkin.supervisor_dialog import PinGuard
from vi_events.ui.shell import Desk
from vi_events.ui.stations.invite_dialog import InviteDialog
from vi_events.ui.stations.join_dialog import JoinDialog
from vi_events.ui.stations.panel import StationsPanel
from vi_events.ui.tour.camera import Camera, Clock
