"""The commands of ``greffier``: with ``pipeline.__main__``, the only place that prints."""
