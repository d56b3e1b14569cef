"""Labelled lines → rows → what was said for which field, in order of appearance."""
