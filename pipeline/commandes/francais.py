"""argparse in French: the standard library has the sentences in English only."""

import argparse

SENTENCES = {
    "usage: ": "usage : ",
    "positional arguments": "arguments",
    "options": "options",
    "show this help message and exit": "affiche cette aide",
    "%(prog)s: error: %(message)s\n": "%(prog)s : %(message)s.\nLancez « %(prog)s --help » pour voir les options.\n",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s : %(message)s",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "argument inconnu : %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "au moins une valeur est attendue",
    "invalid %(type)s value: %(value)r": "valeur non reconnue : %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "choix inconnu : %(value)r (possibles : %(choices)s)",
    "ambiguous option: %(option)s could match %(matches)s": "option ambiguë : %(option)s (%(matches)s)",
    "not allowed with argument %s": "impossible avec l'argument %s",
    "ignored explicit argument %r": "cette option n'accepte pas de valeur (%r)",
}


def parler_francais() -> None:
    """Give argparse its French sentences, through the hook where it looks up translations."""
    vars(argparse)["_"] = lambda phrase: SENTENCES.get(phrase, phrase)
