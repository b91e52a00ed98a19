"""Text → names, descriptions, pronouns, whom they stand for, and what is said between them.

    from extract import reader
    reading = reader.load().read("Ann Lee founded Acme. She runs it.")
    reading.names                                  # Ann Lee, a Person; Acme, a Company
    spans = [found.span for found in reading.names + reading.descriptions]
    reading.antecedents(spans)                     # "She" is Ann Lee, "it" is Acme
    reading.relations(spans)                       # FOUNDED: Ann Lee, Acme

The encoder runs once over a text; every question afterwards uses the vectors it left. Needs onnxruntime,
tokenizers and numpy only.
"""

from extract.reader.model import Reader, load
from extract.reader.reading import Reading
from extract.reader.records import Antecedent, FoundSpan, PairScore, Span

__all__ = ["Antecedent", "FoundSpan", "PairScore", "Reader", "Reading", "Span", "load"]
