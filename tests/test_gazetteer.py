"""A user's list of names wins over every vote, and a broken one is refused by line."""

from pathlib import Path

import pytest

from extract import gazetteer
from extract.errors import ArticleError


def write(folder: Path, text: str) -> Path:
    path = folder / "names.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_and_aliases_get_the_type(tmp_path: Path) -> None:
    path = write(tmp_path, "name,type,aliases\nOkta,Company,Okta Inc.|OKT\nGrok,Product,\n")
    assert gazetteer.read(path) == {"okta": "Company", "okta inc": "Company", "okt": "Company", "grok": "Product"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,kind\nOkta,Company\n", "no column type"),
        ("name,type\nOkta,Robot\n", r"names\.csv:2: no entity type 'Robot'"),
        ("name,type\n,Company\n", r"names\.csv:2: no name"),
        ("name,type\nOkta,Company\nokta,Person\n", r"names\.csv:3: 'okta' is a Company"),
    ],
)
def test_a_broken_list_is_refused_by_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        gazetteer.read(write(tmp_path, text))


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="nowhere"):
        gazetteer.read(tmp_path / "nowhere.csv")
