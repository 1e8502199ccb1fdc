"""The parts of `training/evaluate.py` and `training/card.py`: the figures of a model, and the tables of MODEL_CARD.md."""
