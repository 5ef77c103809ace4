"""One fact told more than once."""
