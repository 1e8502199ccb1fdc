"""The grammar: seeded English-French sentences in which meaning decides what a pronoun stands for."""
