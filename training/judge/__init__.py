"""What a pronoun stands for where nobody has marked it: a trained sentence encoder, and a language model that finds what to ask it."""
