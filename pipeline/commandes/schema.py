"""``greffier schema``: the JSON Schema of the records that ``greffier exporter`` writes."""

from argparse import Namespace

from pipeline.exports.schema import texte


def executer(options: Namespace) -> int:
    """0."""
    print(texte(), end="")
    return 0
