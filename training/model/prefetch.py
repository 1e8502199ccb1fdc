"""Gives a training run its epochs, made ahead by other processes where there are cores to spare."""

from concurrent.futures import Future, ProcessPoolExecutor

import torch

from model.epochs import Batch, Recipe, batches
from model.tokenizer import Cutter


class Epochs:
    """Gives an epoch's batches; with workers, the next ones are made meanwhile."""

    def __init__(self, cutter: Cutter, pairs: list, recipe: Recipe, workers: int) -> None:
        self.make = (cutter, pairs, recipe)
        self.pool = ProcessPoolExecutor(workers, initializer=keep, initargs=self.settings()) if workers else None
        self.ahead: dict[int, Future] = {}
        self.workers = workers

    def settings(self) -> tuple:
        cutter, pairs, recipe = self.make
        return cutter.library.to_str(), pairs, recipe

    def __enter__(self) -> "Epochs":
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def get(self, number: int) -> list[Batch]:
        if not self.pool:
            return batches(*self.make, number)
        for wanted in range(number, number + self.workers + 1):
            if wanted not in self.ahead:
                self.ahead[wanted] = self.pool.submit(batches_of, wanted)
        return self.ahead.pop(number).result()


KEPT: list = []
"""In a worker process: the cutter, the pairs and the recipe."""


def keep(settings: str, pairs: list, recipe: Recipe) -> None:
    torch.set_num_threads(1)
    KEPT[:] = [Cutter(settings), pairs, recipe]


def batches_of(number: int) -> list[Batch]:
    return batches(*KEPT, number)
