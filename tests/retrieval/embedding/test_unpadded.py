"""Running a BERT without padding: a small one with random weights, beside the library's own way."""

from typing import Any

import pytest

from retrieval.embedding.unpadded import run_unpadded

pytestmark = pytest.mark.model


@pytest.fixture
def bert() -> Any:
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(5)
    sizes: dict[str, Any] = {
        "hidden_size": 24,
        "num_hidden_layers": 3,
        "num_attention_heads": 4,
        "intermediate_size": 48,
    }
    network: Any = BertModel(BertConfig(vocab_size=50, max_position_embeddings=32, **sizes))
    network.eval()
    for parameter in network.parameters():  # biases of 0 and norms of 1 would hide a part that is left out
        parameter.data = torch.randn_like(parameter) / 3
    return network


@pytest.mark.parametrize(
    "lengths", [[7], [5, 5], [3, 20, 1, 8]], ids=["one text", "no padding", "other lengths"]
)
def test_real_tokens_are_what_the_library_makes_of_them(bert: Any, lengths: list[int]) -> None:
    import torch

    told = torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]
    ids = torch.randint(1, 50, told.shape) * told
    with torch.inference_mode():
        theirs = bert(input_ids=ids, attention_mask=told.long()).last_hidden_state
        ours = run_unpadded(bert, input_ids=ids, attention_mask=told.long()).last_hidden_state
    torch.testing.assert_close(ours[told], theirs[told], rtol=1e-4, atol=1e-4)
    assert not ours[~told].any()


def test_padding_takes_no_work(bert: Any) -> None:
    import torch

    rows: list[int] = []
    bert.encoder.layer[0].intermediate.register_forward_hook(
        lambda module, taken, made: rows.append(len(made))
    )
    told = torch.arange(30) < torch.tensor([2, 30, 4])[:, None]
    run_unpadded(bert, input_ids=told.long(), attention_mask=told.long())
    assert rows == [36]
