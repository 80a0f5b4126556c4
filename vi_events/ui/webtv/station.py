"""Puts a webtv station together from what the edition and this computer remember."""

from pathlib import Path

from vi_events.app import OpenEdition
from vi_events.errors import UserError
from vi_events.stage.stops import AROBASE_MS, DETAILS_MS, NAME_MS, SUSPENSE_MS
from vi_events.stage.theme import Theme, default_theme, load_theme
from vi_events.webtv import pictures, station_file
from vi_events.webtv.control_room import ControlRoom, Parts, RoomEars
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.obs_password import ObsPassword
from vi_events.webtv.obs_protocol import EVENTS, INPUT_VOLUME_METERS
from vi_events.webtv.overlay_server import OverlayServer
from vi_events.webtv.pages import OverlayTheme
from vi_events.webtv.picture_files import PictureFiles

TEMPLATES = "overlays"
"""A designer's own pages, in the edition's folder."""
PICTURES = "webtv-pictures"


def make_room(opened: OpenEdition, ears: RoomEars) -> ControlRoom:
    """A control room for the open edition, not started. UserError when the address of OBS is not one."""
    folder = opened.folder
    settings = station_file.load(folder)
    station_file.save(folder, settings)
    theme = overlay_theme(_theme(folder))
    templates = folder / TEMPLATES
    parts = Parts(
        link=ObsLink(settings.address, ObsPassword(settings.address).kept, EVENTS | INPUT_VOLUME_METERS),
        server=lambda port: OverlayServer(theme, settings.token, port, templates if templates.is_dir() else None),
        port=settings.port,
        render=lambda air: pictures.render(air, theme),
        pictures=PictureFiles(folder / PICTURES),
        adopted=settings.adopted,
        keep_adopted=lambda adopted: station_file.change(folder, adopted=adopted),
        moments=MomentScenes.from_json(settings.moments),
        keep_moments=lambda wanted: station_file.change(folder, moments=wanted.to_json()),
    )
    return ControlRoom(opened.webtv, parts, ears)


def overlay_theme(theme: Theme) -> OverlayTheme:
    """The edition's look over the stream, with the times of the reveal in the room."""
    colors, fonts = theme.colors, theme.fonts
    return OverlayTheme(
        background=colors.background,
        arobase=colors.arobase,
        ink=colors.ink,
        soft=colors.soft,
        note=colors.note,
        rehearsal=colors.rehearsal,
        name_font=fonts.name,
        condensed_font=fonts.condensed,
        text_font=fonts.text,
        strong_font=fonts.strong,
        suspense_ms=SUSPENSE_MS,
        arobase_ms=AROBASE_MS,
        name_ms=NAME_MS,
        details_ms=DETAILS_MS,
        header=theme.header,
        logo=theme.logo,
    )


def save_connection(folder: Path, address: str, password: str) -> None:
    """Keeps where OBS is, and its password unless it is empty. Raises StorageError."""
    station_file.change(folder, address=address)
    if password:
        ObsPassword(address).keep(password)


def _theme(folder: Path) -> Theme:
    try:
        return load_theme(folder)
    except UserError:  # told by the stage's preflight
        return default_theme()
