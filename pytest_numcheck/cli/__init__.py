"""The command line: ``numcheck``."""
