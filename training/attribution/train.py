"""Train the attribution model: `python -m training.attribution.train --minilm DIR --out build/attribution`.

Seeded; every choice is in the `Choices` written beside the checkpoints. Killed at any moment, it goes on from the last
checkpoint when started again with the same --out.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - its customary name
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.attribution.network import DISTANCE, Attributor, load_minilm
from training.attribution.windows import Window, corpus

CLS, SEP, PAD = 101, 102, 0


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that decides what comes out, besides code and data."""

    seed: int = 1
    epochs: int = 5
    batch: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    cue_weight: float = 4.0
    role_weight: float = 0.25
    average: float = 0.995
    clip: float = 1.0
    start: str = ""
    """Name of the weights it went on from; empty for MiniLM as published"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors. Cues of all windows stand in one list; `owner` tells the window of each."""

    pieces: Tensor
    shapes: Tensor
    quotes: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor
    tags: Tensor
    owner: Tensor
    cue_words: Tensor
    distances: Tensor
    in_cue: Tensor
    labels: Tensor


def collate(windows: Sequence[Window]) -> Batch:
    """Pad and stack; [CLS] and [SEP] are added here, so places of words move by one."""
    size, length = len(windows), max(len(w.pieces) for w in windows) + 2
    count = max(len(w.words) for w in windows)
    pieces, shapes, quotes = (torch.zeros(size, length, dtype=torch.long) for _ in range(3))
    mask = torch.zeros(size, length, dtype=torch.bool)
    firsts = torch.zeros(size, count, dtype=torch.long)
    words = torch.zeros(size, count, dtype=torch.bool)
    tags = torch.full((size, count), -100)
    cues = [(i, cue, label) for i, w in enumerate(windows) for cue, label in zip(w.cues, w.labels, strict=True)]
    owner = torch.tensor([i for i, _, _ in cues], dtype=torch.long)
    cue_words = torch.zeros(len(cues), count)
    distances = torch.full((len(cues), count), DISTANCE)
    in_cue = torch.zeros(len(cues), count, dtype=torch.long)
    labels = torch.zeros(len(cues), count, dtype=torch.long)
    for i, w in enumerate(windows):
        n, m = len(w.pieces), len(w.words)
        pieces[i, : n + 2] = torch.tensor([CLS, *w.pieces, SEP])
        shapes[i, 1 : n + 1] = torch.tensor(w.shapes)
        quotes[i, 1 : n + 1] = torch.tensor(w.quotes)
        mask[i, : n + 2] = True
        firsts[i, :m] = torch.tensor(w.firsts) + 1
        words[i, :m] = True
        tags[i, :m] = 0
        for first, last in w.cues:
            tags[i, first:last] = 2
            tags[i, first] = 1
    for k, (i, (first, last), label) in enumerate(cues):
        m = len(windows[i].words)
        cue_words[k, first:last] = 1 / (last - first)
        places = torch.arange(m)
        distances[k, :m] = distance(places, first, last)
        for a, b in windows[i].cues:
            in_cue[k, a:b] = 2
        in_cue[k, first:last] = 1
        labels[k, :m] = torch.tensor(label)
    return Batch(pieces, shapes, quotes, mask, firsts, words, tags, owner, cue_words, distances, in_cue, labels)


def distance(places: Tensor, first: int, last: int) -> Tensor:
    """Words from the cue: negative before it, 0 in it, positive after it, at most 64; as an index from 0."""
    before = (places - first).clamp(max=0)
    after = (places - last + 1).clamp(min=0)
    return (before + after).clamp(-DISTANCE, DISTANCE) + DISTANCE


def losses(model: Attributor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Mean loss of the cue tags a word, and of the roles a cue."""
    vectors = model.encoder(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    words = vectors.gather(1, batch.firsts[..., None].expand(-1, -1, vectors.shape[2]))
    cue_loss = F.cross_entropy(model.cue_tags(words).transpose(1, 2), batch.tags)
    if not len(batch.owner):
        return cue_loss, cue_loss.new_zeros(())
    of_cue = words[batch.owner]
    cues = (of_cue * batch.cue_words[..., None]).sum(1)
    mask = batch.words[batch.owner]
    scores = model.roles(of_cue, cues, batch.distances, batch.in_cue, mask)
    return cue_loss, model.chain.loss(scores, batch.labels, mask).mean()


def batches(windows: Sequence[Window], size: int, rng: random.Random) -> Iterator[list[Window]]:
    """Batches of like length, in random order."""
    order = sorted(range(len(windows)), key=lambda i: (len(windows[i].pieces) // 16, rng.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [windows[i] for i in group]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--train", type=Path, required=True, help="train.jsonl of the attribution corpus")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--start", type=Path, default=None, help="weights to go on from with another seed and schedule")
    parser.add_argument("--seed", type=int, default=Choices().seed)
    parser.add_argument("--epochs", type=int, default=Choices().epochs)
    parser.add_argument("--encoder-rate", type=float, default=Choices().encoder_rate)
    parser.add_argument("--head-rate", type=float, default=Choices().head_rate)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    choices = Choices(
        seed=options.seed,
        epochs=options.epochs,
        encoder_rate=options.encoder_rate,
        head_rate=options.head_rate,
        start=options.start.name if options.start else "",
    )
    torch.manual_seed(choices.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "choices.json").write_text(json.dumps(asdict(choices), indent=1))

    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    windows = corpus(options.train, tokenizer)
    model = Attributor(choices.dropout)
    load_minilm(model.encoder, load_file(options.minilm / "model.safetensors"))
    if options.start:
        model.load_state_dict(torch.load(options.start))
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    optimizer = torch.optim.AdamW(_groups(model, choices), weight_decay=choices.weight_decay)
    steps = choices.epochs * -(-len(windows) // choices.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, choices.warm_up))
    checkpoint, done = options.out / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        average = state["average"]
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["done"]
    print(f"{len(windows)} windows, {steps} steps, {done} done", flush=True)
    step, began, shown = 0, time.time(), [0.0, 0.0]
    model.train()
    for epoch in range(choices.epochs):
        for group in batches(windows, choices.batch, random.Random(choices.seed * 1000 + epoch)):  # noqa: S311
            step += 1
            if step <= done:
                continue
            cue_loss, role_loss = losses(model, collate(group))
            optimizer.zero_grad()
            (choices.cue_weight * cue_loss + choices.role_weight * role_loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), choices.clip)
            optimizer.step()
            schedule.step()
            keep = min(choices.average, step / (step + 10))
            for name, value in model.state_dict().items():
                average[name].mul_(keep).add_(value.detach(), alpha=1 - keep)
            shown = [shown[0] * 0.95 + cue_loss.item() * 0.05, shown[1] * 0.95 + role_loss.item() * 0.05]
            if step % 10 == 0:
                pace = (time.time() - began) / (step - done)
                losses_shown = f"cue {shown[0]:.4f} roles {shown[1]:.3f}"
                print(f"epoch {epoch} step {step}/{steps} {losses_shown} {pace:.2f} s", flush=True)
            if step % 50 == 0 or step == steps:
                _keep(checkpoint, model, average, optimizer, schedule, step)
        if step > done:
            torch.save(average, options.out / f"epoch-{epoch + 1}.pt")


def _groups(model: Attributor, choices: Choices) -> list[dict[str, object]]:
    encoder = list(model.encoder.parameters())
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    return [{"params": encoder, "lr": choices.encoder_rate}, {"params": heads, "lr": choices.head_rate}]


def _rate(step: int, steps: int, warm_up: float) -> float:
    if step < warm_up * steps:
        return step / (warm_up * steps)
    return max(0.0, (steps - step) / ((1 - warm_up) * steps))


def _keep(
    file: Path,
    model: Attributor,
    average: dict[str, Tensor],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    done: int,
) -> None:
    state = {
        "model": model.state_dict(),
        "average": average,
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "done": done,
    }
    half_written = file.with_suffix(".new")
    torch.save(state, half_written)
    half_written.replace(file)


if __name__ == "__main__":
    main()
