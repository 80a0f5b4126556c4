"""The look that the tests of the overlays use: the bundled theme."""

from vi_events.paths import ASSETS
from vi_events.webtv.pages import OverlayTheme

FONTS = ASSETS / "fonts"
THEME = OverlayTheme(
    background="#0C1730",
    arobase="#FFC857",
    ink="#FFFFFF",
    soft="#D5DCEA",
    note="#9DABC6",
    rehearsal="#FF6B78",
    name_font=str(FONTS / "BricolageGrotesque-ExtraBold.ttf"),
    condensed_font=str(FONTS / "BricolageGrotesqueCondensed-ExtraBold.ttf"),
    text_font=str(FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"),
    strong_font=str(FONTS / "AtkinsonHyperlegibleNext-Bold.ttf"),
    suspense_ms=1200,
    arobase_ms=250,
    name_ms=300,
    details_ms=300,
    header="Label national Territoires, Villes et Villages Internet · 2027",
)
