"""Wholes and parts: lists, shares, sums, counts and the things counted."""
