"""The words of the domain: frozen pydantic models, no input or output, no regular expression."""
