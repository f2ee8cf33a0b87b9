"""The network: a small BERT encoder, a tagger of cue words, and for every cue a tagger of its source and content.

The encoder is MiniLM (Wang et al. 2020) as trained for sentence vectors. It is uncased, so two small embeddings tell
it the shape of each piece and whether it stands in quotation marks. For every cue, each word of the window is scored
as outside, source or content of that cue (begin and inside apart) from the word, the cue, their product, their
distance and whether the word is in a cue; two convolutions let neighbours agree, and a linear-chain CRF (Lafferty et
al. 2001) decodes.
"""

import torch
import torch.nn.functional as F  # noqa: N812 - its customary name
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, VOCABULARY = 384, 6, 12, 1536, 30522
POSITIONS = 512
DISTANCE = 64
LABELS = 5
HEAD_WIDTH = 160


class Layer(nn.Module):
    """One block of BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces, width) → the same; `mask` is (batch, 1, 1, pieces), true where there is a piece."""
        batch, length, _ = x.shape

        def heads(t: Tensor) -> Tensor:
            return t.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        mixed = F.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask
        )
        x = self.norm(x + self.dropout(self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.last_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces → vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(6, WIDTH)
        self.quotes = nn.Embedding(3, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """All inputs (batch, pieces), whole numbers; `mask` boolean. Gives (batch, pieces, width)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.places(places) + self.types.weight[0] + self.shapes(shapes) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class Roles(nn.Module):
    """For every cue, a score of each label for each word."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(WIDTH, HEAD_WIDTH), nn.Linear(WIDTH, HEAD_WIDTH)
        self.word_gate, self.cue_gate = nn.Linear(WIDTH, HEAD_WIDTH), nn.Linear(WIDTH, HEAD_WIDTH)
        self.distance = nn.Embedding(2 * DISTANCE + 1, HEAD_WIDTH)
        self.in_cue = nn.Embedding(3, HEAD_WIDTH)
        self.norm = nn.LayerNorm(HEAD_WIDTH)
        self.near = nn.Conv1d(HEAD_WIDTH, HEAD_WIDTH, 5, padding=2)
        self.far = nn.Conv1d(HEAD_WIDTH, HEAD_WIDTH, 5, padding=4, dilation=2)
        self.score = nn.Linear(HEAD_WIDTH, LABELS)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, cues: Tensor, distances: Tensor, in_cue: Tensor, mask: Tensor) -> Tensor:
        """`words` (cues, words, width), `cues` (cues, width), the others (cues, words). Gives (cues, words, labels)."""
        gate = self.word_gate(words) * self.cue_gate(cues)[:, None, :]
        x = self.word(words) + self.cue(cues)[:, None, :] + gate + self.distance(distances) + self.in_cue(in_cue)
        x = self.dropout(F.gelu(self.norm(x))) * mask[..., None]
        for convolution in (self.near, self.far):
            x = (x + F.gelu(convolution(x.transpose(1, 2)).transpose(1, 2))) * mask[..., None]
        scores: Tensor = self.score(self.dropout(x))
        return scores


class Chain(nn.Module):
    """A linear-chain CRF over the labels of the words with regard to one cue."""

    def __init__(self) -> None:
        super().__init__()
        self.start, self.end = nn.Parameter(torch.zeros(LABELS)), nn.Parameter(torch.zeros(LABELS))
        self.step = nn.Parameter(torch.zeros(LABELS, LABELS))

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of `labels`, one value a cue; scores (cues, words, labels), else (cues, words)."""
        length = mask.sum(1).long()
        gold = scores.gather(2, labels[..., None]).squeeze(2) * mask
        steps = self.step[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        last = labels.gather(1, (length - 1)[:, None]).squeeze(1)
        numerator = gold.sum(1) + steps.sum(1) + self.start[labels[:, 0]] + self.end[last]
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            reached = torch.logsumexp(alpha[:, :, None] + self.step, dim=1) + scores[:, place]
            alpha = torch.where(mask[:, place, None], reached, alpha)
        return torch.logsumexp(alpha + self.end, dim=1) - numerator


class Attributor(nn.Module):
    """All of it."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.cue_tags = nn.Linear(WIDTH, 3)
        self.roles = Roles(dropout)
        self.chain = Chain()


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Take over the weights of MiniLM as published (BERT's names)."""
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "output",
        "attention.output.LayerNorm": "norm",
        "intermediate.dense": "up",
        "output.dense": "down",
        "output.LayerNorm": "last_norm",
    }
    state = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "types.weight": weights["embeddings.token_type_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "shapes.weight": encoder.shapes.weight,
        "quotes.weight": encoder.quotes.weight,
    }
    for layer in range(LAYERS):
        for theirs, ours in names.items():
            for kind in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{kind}"] = weights[f"encoder.layer.{layer}.{theirs}.{kind}"]
    encoder.load_state_dict(state)
