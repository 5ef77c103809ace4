"""Figures in digits or words, before they are known to be anything."""
