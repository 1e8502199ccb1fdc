"""One training run in a folder: its steps, its checkpoint, its learning rate."""

import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from corpus.pairs import Split

from model.epochs import Batch, Recipe
from model.fast_step import PooledDropout
from model.marian import Sizes, Tensors, build, head_loss, probe_loss, run, translation_loss
from model.prefetch import Epochs
from model.progress import Progress
from model.tokenizer import Cutter


@dataclass(frozen=True)
class Plan:
    """How the training goes, beside what is trained (Sizes) and on what (Recipe)."""

    hours: float = 0.0
    """Length of the whole training, over all resumes; 0 to go by `steps`."""
    steps: int = 0
    peak: float = 1.2e-3
    warmup: int = 1500
    schedule: str = "cosine"
    smoothing: float = 0.1
    decay: float = 0.01
    average: float = 0.9995
    clip: float = 1.0
    probe_loss: float = 0.3
    head_loss: float = 0.0
    head: str = "any"
    precision: str = "float32"


@dataclass
class State:
    """Where the training is; with the model's and the optimizer's numbers it is the checkpoint."""

    step: int = 0
    epoch: int = 0
    batch: int = 0
    seconds: float = 0.0


class Trainer:
    """One training run in a folder."""

    def __init__(self, out: Path, parts: Split, cutter: Cutter, sizes: Sizes, recipe: Recipe, plan: Plan, device: torch.device) -> None:
        self.out, self.parts, self.cutter = out, parts, cutter
        self.sizes, self.recipe, self.plan, self.device = sizes, recipe, plan, device
        torch.manual_seed(recipe.seed)
        self.model = build(sizes).to(device).train()
        self.probe = torch.nn.Linear(sizes.width, 2).to(device)
        self.average = {name: value.detach().clone() for name, value in self.model.named_parameters()}
        self.masters = self.take_masters(plan.precision)
        self.weights = [*self.masters.values(), *self.probe.parameters()]
        self.dropout = PooledDropout(recipe.seed)
        self.optimizer = torch.optim.AdamW(
            self.weights, lr=0.0, betas=(0.9, 0.98), eps=1e-9, weight_decay=plan.decay, fused=True
        )
        self.state = State()
        self.head = None if plan.head == "any" else tuple(int(part) for part in plan.head.split("."))

    def take_masters(self, precision: str) -> dict[str, torch.Tensor]:
        """The numbers that are trained, by name, in float32. With bfloat16 the model computes with a rounded copy of them."""
        named = dict(self.model.named_parameters())
        if precision == "float32":
            return named
        masters = {name: value.detach().clone().requires_grad_(value.requires_grad) for name, value in named.items()}
        self.model.to(torch.bfloat16)
        return masters

    def round_masters(self) -> None:
        """Gives the model its rounded copy."""
        if self.plan.precision != "float32":
            torch._foreach_copy_(list(self.model.parameters()), list(self.masters.values()))

    def take_gradients(self) -> None:
        """Gives the masters the gradients that the model's copy has got."""
        if self.plan.precision != "float32":
            for master, copy in zip(self.masters.values(), self.model.parameters(), strict=True):
                master.grad = None if copy.grad is None else copy.grad.float()

    def options(self) -> dict:
        return {"sizes": asdict(self.sizes), "recipe": asdict(self.recipe), "plan": asdict(self.plan)}

    def save(self) -> None:
        """Writes the checkpoint beside the old one and puts it in its place, so that a kill never leaves half of one."""
        content = {
            "options": self.options(),
            "state": asdict(self.state),
            "model": {name: value.detach() for name, value in self.masters.items()},
            "probe": self.probe.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
            "random_device": torch.cuda.get_rng_state() if self.device.type == "cuda" else None,
        }
        torch.save(content, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").replace(self.out / "checkpoint.pt")

    def resume(self) -> bool:
        """Goes on from the folder's checkpoint; False where there is none."""
        file = self.out / "checkpoint.pt"
        if not file.exists():
            return False
        content = torch.load(file, map_location=self.device, weights_only=True)
        for kind, mine in self.options().items():
            kept = {"plan": {"hours", "steps", "precision", "head_loss", "head"}, "recipe": {"odd", "long", "borrowed", "halves", "judged", "judged_file", "calm", "batch_tokens"}}.get(kind, set())
            changed = {key for key, value in mine.items() if key not in kept and content["options"][kind].get(key) != value}
            if changed:
                raise ValueError(f"resume: {kind}: expected the checkpoint's options, got others for {sorted(changed)}")
        with torch.no_grad():
            for name, value in content["model"].items():
                self.masters[name].copy_(value)
            self.round_masters()
        self.probe.load_state_dict(content["probe"])
        self.average = {name: value.to(self.device) for name, value in content["average"].items()}
        self.optimizer.load_state_dict(content["optimizer"])
        self.state = State(**content["state"])
        torch.set_rng_state(content["random"].cpu())
        if content["random_device"] is not None and self.device.type == "cuda":
            torch.cuda.set_rng_state(content["random_device"].cpu())
        return True

    def progress(self) -> float:
        """From 0 to 1, by hours if those are given."""
        if self.plan.hours:
            return min(1.0, self.state.seconds / (3600 * self.plan.hours))
        return min(1.0, self.state.step / max(1, self.plan.steps))

    def rate(self) -> float:
        """The learning rate: a linear warm-up, then a cosine to a fiftieth, or the inverse square root."""
        plan, step = self.plan, self.state.step + 1
        warm = min(1.0, step / plan.warmup)
        if plan.schedule == "inverse-sqrt":
            return plan.peak * warm * min(1.0, math.sqrt(plan.warmup / step))
        return plan.peak * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * self.progress())))

    def loss(self, batch: Tensors) -> tuple[torch.Tensor, dict[str, float]]:
        plan = self.plan
        outcome = run(self.model, batch, weights=plan.head_loss > 0)
        total, count = translation_loss(self.model, outcome, batch, plan.smoothing)
        loss = total / count
        parts = {"loss": loss.detach(), "tokens": count}
        if plan.probe_loss:
            extra = probe_loss(self.probe, outcome, batch)
            loss, parts["probe"] = loss + plan.probe_loss * extra, extra.detach()
        if plan.head_loss:
            extra = head_loss(outcome, batch, self.head)
            loss, parts["head"] = loss + plan.head_loss * extra, extra.detach()
        return loss, parts

    def train_step(self, batch: Batch) -> dict:
        """One step of the optimizer."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        self.model.zero_grad(set_to_none=True)
        self.probe.zero_grad(set_to_none=True)
        with self.dropout:
            loss, parts = self.loss(Tensors.of(batch, self.device))
        loss.backward()
        self.take_gradients()
        torch.nn.utils.clip_grad_norm_(self.weights, self.plan.clip, foreach=True)
        self.optimizer.step()
        self.state.step += 1
        decay = min(self.plan.average, (1 + self.state.step) / (10 + self.state.step))
        torch._foreach_lerp_(list(self.average.values()), [value.detach() for value in self.masters.values()], 1 - decay)
        with torch.no_grad():
            self.round_masters()
        return parts

    def done(self) -> bool:
        return self.progress() >= 1.0

    def train(self, workers: int, save_minutes: float, stop_minutes: float, watch: "Progress") -> bool:
        """Trains until done, or for `stop_minutes` (0: no limit); True when done. Epochs ahead are made by `workers`."""
        began = saved = time.monotonic()
        with Epochs(self.cutter, self.parts.train, self.recipe, workers) as epochs:
            while not self.done():
                todo = epochs.get(self.state.epoch)
                for batch in todo[self.state.batch :]:
                    tick = time.monotonic()
                    parts = self.train_step(batch)
                    self.state.batch += 1
                    self.state.seconds += time.monotonic() - tick
                    watch.seen(self, parts)
                    now = time.monotonic()
                    if save_minutes and now - saved > 60 * save_minutes:
                        self.save()
                        saved = now
                    if self.done() or (stop_minutes and now - began > 60 * stop_minutes):
                        self.save()
                        return self.done()
                self.state.epoch, self.state.batch = self.state.epoch + 1, 0
        self.save()
        return True
