"""The parts of `training/reference.py`: tiny models, stages, sentences and strings."""
