"""Quantities: counts, money, measures, shares, rates and their units."""
