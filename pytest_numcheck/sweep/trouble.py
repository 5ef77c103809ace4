"""What stops a sweep: told in plain words, never as a traceback."""


class SweepError(Exception):
    """A source, a folder of findings, a package or a crew that does not serve. What was committed stays and is not redone."""
