"""Makes the fonts of this folder from the two npm packages named in README.md (unpacked side by side).

    python assets/fonts/build.py FOLDER

FOLDER holds ``atkinson-hyperlegible-next/`` and ``bricolage-grotesque/``, each the ``package`` of its archive.
"""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.ttFont import newTable
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
EPOCH_MAC = 3786912000
"""A fixed date (2024-01-01, seconds since 1904): the same input gives the same bytes."""

ALIASES = {0x202F: 0.5, 0x2009: 0.7, 0x2011: "hyphen", 0x2010: "hyphen", 0x02BC: "quoteright"}
"""Characters that French text needs and the source lacks: a share of the width of a space, or a glyph to show."""

STYLES = {"Regular": 400, "Medium": 500, "Bold": 700, "ExtraBold": 800}
ATKINSON = [("Atkinson Hyperlegible Next", style, {}) for style in STYLES]
BRICOLAGE = [("Bricolage Grotesque", style, {"opsz": 96, "wdth": 100}) for style in ("Regular", "Bold", "ExtraBold")]
CONDENSED = [("Bricolage Grotesque Condensed", style, {"opsz": 96, "wdth": 75}) for style in ("Bold", "ExtraBold")]
SOURCES = [
    ("atkinson-hyperlegible-next", "{}-wght-normal.woff2", ATKINSON),
    ("bricolage-grotesque", "{}-standard-normal.woff2", BRICOLAGE + CONDENSED),
]


def main(folder: Path) -> None:
    for package, pattern, instances in SOURCES:
        for family, style, axes in instances:
            parts = []
            for subset in ("latin", "latin-ext"):
                font = TTFont(folder / package / "files" / f"{package}-{pattern.format(subset)}")
                instantiateVariableFont(font, {"wght": STYLES[style], **axes}, inplace=True)
                part = folder / f"{subset}.ttf"
                font.flavor = None
                font.save(part)
                parts.append(str(part))
            merged = Merger().merge(parts)
            _finish(merged, family, style)
        (HERE / f"OFL-{instances[0][0].replace(' ', '')}.txt").write_text(
            (folder / package / "LICENSE").read_text("utf-8"), "utf-8"
        )


def _finish(font: TTFont, family: str, style: str) -> None:
    _add_aliases(font)
    _flatten_kerning(font)
    _rename(font, family, style)
    font["OS/2"].usWeightClass = STYLES[style]
    if "Condensed" in family:
        font["OS/2"].usWidthClass = 3
    font["OS/2"].fsSelection = 0x20 | 0x80 if style == "Bold" else 0x40 | 0x80 if style == "Regular" else 0x80
    font["head"].macStyle = 1 if style == "Bold" else 0
    font["head"].created = font["head"].modified = EPOCH_MAC
    font.recalcTimestamp = False
    font.save(HERE / f"{family.replace(' ', '')}-{style}.ttf")


def _add_aliases(font: TTFont) -> None:
    names = font.getBestCmap()
    order = list(font.getGlyphOrder())
    space = names[0x20]
    for code, source in ALIASES.items():
        if code in names:
            continue
        if isinstance(source, str):
            glyph = names[{"hyphen": 0x2D, "quoteright": 0x2019}[source]]
        else:
            glyph = f"uni{code:04X}"
            order.append(glyph)
            font["glyf"].glyphs[glyph] = font["glyf"].glyphs[space]
            font["hmtx"].metrics[glyph] = (round(font["hmtx"].metrics[space][0] * source), 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = glyph
    font.setGlyphOrder(order)
    font["glyf"].setGlyphOrder(order)


def _flatten_kerning(font: TTFont) -> None:
    """The GPOS pairs again as a ``kern`` table, for renderers that shape nothing (Pillow's basic layout)."""
    shown = set(font.getBestCmap().values())
    pairs: dict[tuple[str, str], int] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 2:
                for pair, value in _pairs(table, shown):
                    pairs.setdefault(pair, value)
    strongest = sorted((pair for pair in pairs if abs(pairs[pair]) >= 8), key=lambda pair: (-abs(pairs[pair]), pair))
    kern = KernTable_format_0()
    kern.coverage, kern.version, kern.format, kern.apple = 1, 0, 0, False
    kern.kernTable = {pair: pairs[pair] for pair in strongest[:10_900]}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [kern]


def _pairs(table, shown):
    first = [glyph for glyph in table.Coverage.glyphs if glyph in shown]
    if table.Format == 1:
        for glyph, pair_set in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            for record in pair_set.PairValueRecord:
                if glyph in shown and record.SecondGlyph in shown and record.Value1:
                    yield (glyph, record.SecondGlyph), getattr(record.Value1, "XAdvance", 0)
        return
    for left in first:
        row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
        for right in shown:
            value = row[table.ClassDef2.classDefs.get(right, 0)].Value1
            yield (left, right), getattr(value, "XAdvance", 0) if value else 0


def _rename(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    plain = style in ("Regular", "Bold")
    values = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
    }
    if not plain:
        values |= {16: family, 17: style}
    for unused in (3, 16, 17, 21, 22, 25):
        names.removeNames(nameID=unused)
    names.names = [record for record in names.names if record.nameID not in values and record.nameID < 256]
    for name_id, value in values.items():
        names.setName(value, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
