"""Scene and candidate → the dates, sums and circumstances that belong to it, by syntax before nearness.

Whatever a voice has read itself stays; the rest is looked for in the candidate's own clause, then in its sentence, then
in what the story has told before it.
"""

from extract import attach, circumstances
from extract.ontology import relation
from extract.records import Qualifiers
from extract.scene import Candidate, Scene


def read(scene: Scene, candidate: Candidate) -> Qualifiers:
    """`Ann gave Acme $2 million in 2015` → date 2015, amount 2000000, currency USD."""
    bears = relation(candidate.type).qualifiers
    found: dict[str, str | int | float] = {}
    if "date" in bears:
        date = attach.date(scene, candidate)
        if date is not None:
            found["date"] = date
    if "start" in bears:
        found.update(attach.term(scene, candidate))
    if "amount" in bears:
        found.update(attach.amount(scene, candidate))
    found.update({key: value for key, value in circumstances.read(scene, candidate).items() if key in bears})
    found.update(candidate.qualifiers)
    return Qualifiers.model_validate({key: value for key, value in found.items() if key in bears})
