"""Sample scans of invented councils, each with the record that is true of it.

``python -m echantillons.fabriquer`` rebuilds them from ``sources/``; README.md says what each one is there to prove.
"""
