"""The graph of a BERT: a small one with random weights, beside the library's own."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

pytestmark = pytest.mark.model


@pytest.fixture
def small() -> tuple[Any, Any]:
    """A BERT with random weights, and its sizes."""
    import torch
    from transformers import BertConfig, BertModel

    from retrieval.embedding.packaged_file import Sizes

    torch.manual_seed(5)
    sizes = Sizes(
        hidden=64,
        layers=3,
        heads=4,
        feed_forward=128,
        vocabulary=50,
        positions=32,
        token_types=1,
        epsilon=1e-12,
    )
    network: Any = BertModel(
        BertConfig(
            vocab_size=sizes.vocabulary,
            hidden_size=sizes.hidden,
            num_hidden_layers=sizes.layers,
            num_attention_heads=sizes.heads,
            intermediate_size=sizes.feed_forward,
            max_position_embeddings=sizes.positions,
            type_vocab_size=sizes.token_types,
        )
    )
    network.eval()
    for parameter in network.parameters():  # biases of 0 and norms of 1 would hide a part that is left out
        parameter.data = torch.randn_like(parameter) / 5
    return network, sizes


def run(model: bytes, embedded: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    from retrieval.embedding.quantised_bert import _session

    found: list[NDArray[np.float32]] = _session(model).run(None, {"embedded": embedded})
    return found


def test_graph_leaves_no_part_of_a_bert_out(small: tuple[Any, Any]) -> None:
    import torch

    from retrieval.embedding.quantised_graph import float_graph, smoothing_for, whole_graph

    network, sizes = small
    state = network.state_dict()
    ids = torch.randint(1, sizes.vocabulary, (3, 9))
    with torch.inference_mode():
        expected = network(input_ids=ids).last_hidden_state.numpy()
        embeddings = network.embeddings
        embedded = (
            embeddings.word_embeddings(ids)
            + embeddings.position_embeddings.weight[:9]
            + embeddings.token_type_embeddings.weight[0]
        ).numpy()
    last, *norms = run(float_graph(lambda name: state[name].numpy(), sizes), embedded)
    np.testing.assert_allclose(last, expected, rtol=1e-4, atol=1e-4)
    assert [norm.shape for norm in norms] == [(27, 64)] * 6
    smoothing = smoothing_for([np.abs(norm).max(axis=0) for norm in norms])
    signed, unsigned = (
        run(whole_graph(lambda name: state[name].numpy(), sizes, smoothing, signed=one), embedded)[0]
        for one in (True, False)
    )
    np.testing.assert_allclose(signed, unsigned, rtol=1e-5, atol=1e-6)
    norms_of = [np.linalg.norm(rows, axis=-1) for rows in (signed, expected)]
    assert (np.sum(signed * expected, axis=-1) / (norms_of[0] * norms_of[1])).min() >= 0.999
