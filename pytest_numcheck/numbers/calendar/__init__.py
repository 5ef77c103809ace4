"""Dates, times of day, ages, ordinals and lengths of the calendar."""
