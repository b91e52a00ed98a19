"""Words of time → ISO 8601: "that June" → 2015-06, as exact as the text makes it."""

from spacy.tokens import Doc

from extract.scene import Dated


def find(doc: Doc, published: str | None) -> tuple[Dated, ...]:
    """Every date of the text, resolved by the text's own thread and the article's date."""
    return ()
