"""Builds collectivites.tsv.gz from the npm package @etalab/decoupage-administratif, the same bytes every time.

    python assets/reference/build.py PACKAGE [OUTPUT]

PACKAGE is the .tgz made by ``npm pack``, its http(s) address, or the folder it unpacks to.
"""

import gzip
import io
import json
import sys
import tarfile
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

COLUMNS = (
    "kind", "code", "name", "population", "dept", "region", "epci", "ept", "tncc", "siren", "postal", "into",
)  # fmt: skip
FILES = ("regions", "departements", "epci", "ept", "communes")
Item = dict[str, Any]
Row = dict[str, str]


def read_package(source: str) -> dict[str, list[Item]]:
    """The JSON lists of the package, by file name without its ending."""
    folder = Path(source)
    if folder.is_dir():
        data = folder / "data" if (folder / "data").is_dir() else folder / "package" / "data"
        return {name: json.loads((data / f"{name}.json").read_bytes()) for name in FILES}
    if source.startswith(("https://", "http://")):
        with urllib.request.urlopen(source, timeout=60) as answer:
            packed = answer.read()
    else:
        packed = folder.read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {name: json.load(_member(archive, f"package/data/{name}.json")) for name in FILES}


def _member(archive: tarfile.TarFile, path: str) -> Any:
    found = archive.extractfile(path)
    if found is None:
        raise SystemExit(f"{path} : absent du paquet. Vérifiez que c’est bien @etalab/decoupage-administratif.")
    return found


def rows(package: dict[str, list[Item]]) -> list[Row]:
    """Every line of the asset, grouped by kind, in the order of the source."""
    current = [item for item in package["communes"] if item["type"] == "commune-actuelle"]
    places = {item["code"]: (_department(item), _region(item)) for item in current}
    out = [_row(item, "region", region=item["code"]) for item in package["regions"]]
    out += [_row(item, "departement", dept=item["code"], region=item["region"]) for item in package["departements"]]
    for item in package["epci"] + package["ept"]:
        # The published lists give no seat: the department most members belong to, the first one when equal.
        dept, region = Counter(places[member["code"]] for member in item["membres"]).most_common(1)[0][0]
        out.append(_row(item, item["type"], dept=dept, region=region))
    epci, ept = _membership(package["epci"]), _membership(package["ept"])
    for item in current:
        dept, region = places[item["code"]]
        code = item["code"]
        out.append(_row(item, "commune", dept=dept, region=region, epci=epci.get(code, ""), ept=ept.get(code, "")))
    for item in package["communes"]:
        if item["type"] != "commune-actuelle":
            into = item.get("chefLieu") or item["commune"]
            dept, region = places[into]
            out.append(_row(item, "part", dept=dept, region=region, into=into))
    return out


def _department(item: Item) -> str:
    return str(item.get("departement") or item["collectiviteOutremer"]["code"])


def _region(item: Item) -> str:
    return str(item.get("region") or item["collectiviteOutremer"]["code"])


def _membership(groups: list[Item]) -> dict[str, str]:
    return {member["code"]: group["code"] for group in groups for member in group["membres"]}


def _row(item: Item, kind: str, **places: str) -> Row:
    population = item.get("population", item.get("populationMunicipale", ""))
    row = dict.fromkeys(COLUMNS, "") | {"kind": kind, "code": item["code"], "name": " ".join(item["nom"].split())}
    row |= {"population": str(population), "tncc": str(item.get("typeLiaison", "")), "siren": item.get("siren", "")}
    return row | {"postal": " ".join(item.get("codesPostaux", ()))} | places


def pack(lines: list[Row]) -> bytes:
    """The gzip bytes: no date, no file name, so that two builds are identical."""
    table = [list(COLUMNS), *([line[column] for column in COLUMNS] for line in lines)]
    if any(char in cell for line in table for cell in line for char in "\t\r\n"):
        raise SystemExit("Un nom contient une tabulation ou un saut de ligne : le tableau serait faux.")
    text = "".join("\t".join(line) + "\n" for line in table)
    return gzip.compress(text.encode(), 9, mtime=0)


def main(arguments: list[str]) -> None:
    if not 1 <= len(arguments) <= 2:
        raise SystemExit(__doc__)
    output = Path(arguments[1]) if len(arguments) == 2 else Path(__file__).with_name("collectivites.tsv.gz")
    lines = rows(read_package(arguments[0]))
    output.write_bytes(pack(lines))
    print(f"{output} : {len(lines)} lignes, {output.stat().st_size} octets")


if __name__ == "__main__":
    main(sys.argv[1:])
