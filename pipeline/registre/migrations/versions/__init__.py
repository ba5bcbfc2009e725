"""One module a version of the schema; none is changed once it is published."""
