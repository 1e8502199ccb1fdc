"""The parts of `training/evaluate.py`: a file for each figure it prints."""
