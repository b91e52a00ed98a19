import csv
from pathlib import Path

import pytest

from extract import ontology
from extract.errors import ExportError
from graph.exports.catalog import export
from graph.exports.csv import DELIMITER, OURS
from graph.stores import stamps
from tests.exports.graphs import NASTY, large, small

TYPES = {"string": str, "long": int, "double": float, "boolean": lambda text: text == "true"}


def read(path: Path) -> list[dict[str, object]]:
    """Rows as the importer takes them: typed by the header, lists split, a bare empty cell not there."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    found = []
    for line in lines:
        assert len(line) == len(header)
        row: dict[str, object] = {}
        for title, cell in zip(header, line, strict=True):
            name, _, kind = title.partition(":")
            if kind in ("ID", "LABEL", "START_ID", "END_ID", "TYPE"):
                row[kind] = cell.split(DELIMITER) if kind == "LABEL" else cell
            elif kind.endswith("[]") and cell:
                row[name] = [TYPES[kind[:-2]](item) for item in cell.split(DELIMITER)]
            elif cell:
                row[name] = TYPES[kind](cell)
        found.append(row)
    return found


@pytest.mark.parametrize("graph", [small(), large(50, 200)])
def test_every_row_comes_back_as_it_was(graph, tmp_path: Path) -> None:
    export(graph, "csv", tmp_path / "csv")
    nodes = {str(row["ID"]): row for path in (tmp_path / "csv").glob("nodes-*.csv") for row in read(path)}
    links = {str(row["id"]): row for path in (tmp_path / "csv").glob("links-*.csv") for row in read(path)}
    expected = {node.id: node for node in stamps.nodes(graph)}
    assert nodes.keys() == expected.keys()
    for key, node in expected.items():
        assert nodes[key]["LABEL"] == list(node.labels)
        for name, value in node.properties.items():
            assert name == "id" or nodes[key][name] == value
    known = {link.id: link for link in stamps.links(graph)}
    assert links.keys() == known.keys()
    for key, link in known.items():
        assert (links[key]["TYPE"], links[key]["START_ID"], links[key]["END_ID"]) == (link.type, link.start, link.end)
        for name, value in link.properties.items():
            assert links[key].get(name, [""]) == value, name


def test_headers_are_what_the_importer_reads(tmp_path: Path) -> None:
    export(small(), "csv", tmp_path / "csv")
    first = {path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in (tmp_path / "csv").glob("*.csv")}
    assert first["nodes-Person.csv"] == (
        "id:ID,:LABEL,name:string,aliases:string[],articles:string[],mentions:long,fingerprint:string"
    )
    assert first["links-FUNDED.csv"].startswith(
        ":START_ID,:END_ID,:TYPE,id:string,date:string,amount:long,amount_min:double"
    )
    assert ",sentences:string[]," in first["links-FUNDED.csv"]
    assert ",starts:long[]," in first["links-FUNDED.csv"]


def test_the_arguments_name_every_file(tmp_path: Path) -> None:
    export(small(), "csv", tmp_path / "csv")
    named = {
        line.split("=", 1)[1]
        for line in (tmp_path / "csv" / "import.args").read_text().splitlines()
        if line.startswith(("--nodes=", "--relationships="))
    }
    assert named == {path.name for path in (tmp_path / "csv").glob("*.csv")}
    assert {path.name for path in (tmp_path / "csv").iterdir()} <= OURS
    assert "CREATE CONSTRAINT" in (tmp_path / "csv" / "schema.cypher").read_text()


def test_every_fact_type_has_columns_for_its_qualifiers(tmp_path: Path) -> None:
    export(large(), "csv", tmp_path / "csv")
    for path in (tmp_path / "csv").glob("links-*.csv"):
        row = ontology.RELATIONS.get(path.stem.removeprefix("links-"))
        if row is not None:
            with path.open(encoding="utf-8") as file:
                header = file.readline()
            assert all(f",{ontology.QUALIFIERS[key].column}:" in header for key in row.qualifiers)


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "letters.txt").write_text("dear")
    with pytest.raises(ExportError, match="holds other files"):
        export(small(), "csv", tmp_path / "csv")
    assert (tmp_path / "csv" / "letters.txt").read_text() == "dear"
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="holds other files"):
        export(small(), "csv", tmp_path / "file")


def test_an_older_export_is_replaced_whole(tmp_path: Path) -> None:
    export(small(), "csv", tmp_path / "csv")
    export(large(20, 30), "csv", tmp_path / "csv")
    assert not (tmp_path / "csv" / "nodes-Lawsuit.csv").exists()
    assert NASTY not in (tmp_path / "csv" / "nodes-Company.csv").read_text(encoding="utf-8")
