"""What makes sentences: the cleaned pairs, what they tell of nouns and pronouns, the grammar, and sentences written by hand."""
