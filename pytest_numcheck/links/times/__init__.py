"""Dates, ages and lengths of time that bear on one another."""
