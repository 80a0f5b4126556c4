"""The report as one HTML file that needs no other: fonts and charts are inside it. Everything in it is only text."""

import base64
from collections.abc import Sequence
from html import escape

from vi_events.closing.charts import Chart
from vi_events.closing.contents import Cell, Headline, Section, Table, number
from vi_events.paths import ASSETS

_STYLE = """
@page { size: A4; margin: 15mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #F3F5F9; color: #0C1730; font: 16px/1.5 "Atkinson Hyperlegible Next", sans-serif; }
header { background: #0C1730; color: #FFFFFF; border-bottom: 6px solid #FFC857; padding-block: 40px; }
header div, main { max-width: 1008px; margin-inline: auto; padding-inline: 24px; }
main { padding-bottom: 40px; }
h1 { font-size: 40px; line-height: 1.15; margin-block: 0 8px; }
h2 { font-size: 24px; margin-block: 40px 8px; }
p { margin-block: 0 12px; max-width: 75ch; }
header p { margin-block: 0; }
main p { color: #44506B; }
.headlines { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 16px; }
.headlines { list-style: none; margin: 0; padding: 0; }
.headlines li { display: flex; flex-direction: column; }
.headlines li, .card { background: #FFFFFF; border: 1px solid #D5DBE6; border-radius: 10px; padding: 16px; }
.headlines strong { font-size: 40px; line-height: 1.15; }
.headlines small { color: #44506B; font-size: 14px; }
.card { margin-top: 16px; overflow-x: auto; position: relative; }
.card p { margin: 0; }
h3 { font-size: 19px; margin-block: 0 12px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
img { display: block; width: 100%; height: auto; margin-bottom: 16px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #0C1730; color: #44506B; font-size: 14px; overflow-wrap: normal; }
thead th { vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 8em; }
tbody tr + tr > * { border-top: 1px solid #D5DBE6; }
.number { text-align: right; white-space: nowrap; }
@media print {
  body { background: none; font-size: 11pt; }
  header { background: none; color: #0C1730; padding-block: 0 12px; }
  header div, main { padding-inline: 0; }
  img, .headlines li, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .card { overflow: visible; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def page(title: str, subtitle: str, made: str, headlines: Sequence[Headline], sections: Sequence[Section]) -> str:
    """The whole document. ``made`` says when, and from what."""
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{escape(title)}</title>\n<style>{_fonts()}{_STYLE}</style>\n</head>\n<body>",
            f"<header><div><h1>{escape(title)}</h1><p>{escape(subtitle)}</p><p>{escape(made)}</p></div></header>\n<main>",
            _headlines(headlines),
            *(_section(section) for section in sections),
            "</main>\n</body>\n</html>\n",
        )
    )


def _headlines(headlines: Sequence[Headline]) -> str:
    items = (
        f"<li><strong>{escape(each.value)}</strong><span>{escape(each.label)}</span>"
        f"<small>{escape(each.detail)}</small></li>"
        for each in headlines
    )
    return f'<h2>L’essentiel</h2>\n<ul class="headlines">{"".join(items)}</ul>'


def _section(section: Section) -> str:
    words = "".join(f"<p>{escape(each)}</p>" for each in section.words)
    tables = "\n".join(_table(table) for table in section.tables)
    return f"<section>\n<h2>{escape(section.title)}</h2>\n{words}\n{tables}\n</section>"


def _table(table: Table) -> str:
    above = f"<h3>{escape(table.title)}</h3>{_picture(table.chart) if table.chart else ''}"
    if not table.to_read:
        return f'<div class="card">{above}<p>Le détail est dans tableaux/{escape(table.name)}.csv.</p></div>'
    mark = [' class="number"' if rank and table.is_numeric(rank) else "" for rank in range(len(table.columns))]
    head = "".join(f'<th scope="col"{at}>{escape(title)}</th>' for title, at in zip(table.columns, mark, strict=True))
    rows = "".join(_row(row, mark) for row in table.rows)
    caption = f'<caption class="unseen">{escape(table.title)}</caption>'
    return (
        f'<div class="card">{above}<table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>'
    )


def _picture(chart: Chart) -> str:
    content = base64.b64encode(chart.png).decode()
    return f'<img alt="{escape(chart.alt)}" src="data:image/png;base64,{content}">'


def _row(row: Sequence[Cell], mark: Sequence[str]) -> str:
    cells = [f'<th scope="row">{escape(number(row[0]))}</th>']
    cells += [f"<td{at}>{escape(number(cell))}</td>" for cell, at in zip(row[1:], mark[1:], strict=True)]
    return f"<tr>{''.join(cells)}</tr>\n"


def _fonts() -> str:
    faces = []
    for weight, name in ((400, "Regular"), (700, "Bold")):
        font = (ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{name}.ttf").read_bytes()
        source = f"url(data:font/ttf;base64,{base64.b64encode(font).decode()})"
        faces.append(
            f'@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight}; src: {source}; }}\n'
        )
    return "".join(faces)
