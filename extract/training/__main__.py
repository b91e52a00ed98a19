"""`python -m extract.training`: train, export, tune, evaluate, answer."""

import argparse
import sys
from pathlib import Path

from extract.reader.model import WEIGHTS, Reader
from extract.training import evaluate, opinions, tagged


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; torch is loaded only where it is needed."""
    options = _parser().parse_args(arguments)
    if options.command == "train":
        from extract.training.base import folder
        from extract.training.train import train

        train(folder(options.base), options.out, options.passes, options.name_passes, options.fraction,
              options.threads, options.whole)  # fmt: skip
    elif options.command == "export":
        from extract.training.base import folder
        from extract.training.export import export

        export(options.trained, folder(options.base), options.weights, options.version)
    elif options.command == "answer":
        for line in opinions.command(options.task, Reader(options.weights), options.file):
            sys.stdout.write(line + "\n")
    else:
        _measure(options)
    return 0


def _measure(options: argparse.Namespace) -> None:
    """Chooses thresholds on the tuning articles, or reports on articles with the thresholds there are."""
    reader = Reader(options.weights)
    markings = tagged.part(tagged.read_all(), options.endings)
    articles = evaluate.read_all(reader, markings)
    thresholds = reader.thresholds
    if options.command == "tune":
        from extract.reader.config import write

        thresholds |= evaluate.choose_thresholds(articles)
        articles = evaluate.cooled(articles, thresholds["temperature"])
        write(options.weights, reader.version, thresholds)
    sys.stdout.write("\n".join(evaluate.report(articles, thresholds)) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extract.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="data sets → a trained network (.pt)")
    train.add_argument("--out", type=Path, default=Path("reader.pt"))
    train.add_argument("--passes", type=float, default=6.5, help="over the marked news")
    train.add_argument("--name-passes", type=float, default=1.25, help="over the open corpora of names")
    train.add_argument("--fraction", type=float, default=1.0, help="of the marked articles, for the learning curve")
    train.add_argument("--threads", type=int, default=2)
    train.add_argument("--whole", action="store_true", help="train on the tuning articles too")
    export = commands.add_parser("export", help="a trained network → the files that the reader ships")
    export.add_argument("trained", type=Path)
    export.add_argument("--version", required=True, help="of these weights, say 2025.1")
    for command in (train, export):
        command.add_argument("--base", type=Path, help="folder with the weights and tokenizer of the encoder")
    tune = commands.add_parser("tune", help="choose thresholds on the tuning articles, and keep them")
    tune.set_defaults(endings=tagged.TUNING)
    measure = commands.add_parser("evaluate", help="figures on the held-back articles")
    measure.add_argument("--endings", default=tagged.HELD_BACK, help="last digits of the articles' numbers")
    answer = commands.add_parser("answer", help="the reader's answers on a public corpus, for its scorer")
    answer.add_argument("task", choices=sorted(opinions.TASKS))
    answer.add_argument("file", type=Path)
    for command in (export, tune, measure, answer):
        command.add_argument("--weights", type=Path, default=WEIGHTS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
