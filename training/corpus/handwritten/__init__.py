"""Sentences written by hand, none of them the grammar's, and the check of that."""
