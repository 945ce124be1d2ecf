"""Running a BERT over texts of different lengths: no work is spent on the padding of the shorter ones.

Where a batch of short texts is embedded for each question, a third of it is padding, and on a processor another third of
the time goes into the library's own way from one operation to the next. Here the tokens of all texts stand in one row, but
for attention, which each text pays to itself.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor


def run_unpadded(network: Any, input_ids: "Tensor", attention_mask: "Tensor", **_: Any) -> Any:
    """Return what ``network``, a ``transformers.BertModel``, gives for a padded batch, with zeros where there is padding.

    The shape is (texts, tokens, dimension); numbers differ from the library's by rounding.
    """
    import torch
    from transformers.modeling_outputs import BaseModelOutput

    told = attention_mask.bool()
    lengths = told.sum(1).tolist()
    places = torch.arange(told.shape[1], device=told.device).expand_as(told)[told]
    embeddings = network.embeddings
    row = embeddings.word_embeddings(input_ids[told]) + embeddings.token_type_embeddings.weight[0]
    row = embeddings.LayerNorm(row + embeddings.position_embeddings(places))
    for layer in network.encoder.layer:
        met = layer.attention.output
        row = met.LayerNorm(met.dense(_attention(layer.attention.self, row, lengths)) + row)
        row = layer.output.LayerNorm(layer.output.dense(layer.intermediate(row)) + row)
    found = row.new_zeros((*told.shape, row.shape[1]))
    found[told] = row
    return BaseModelOutput(last_hidden_state=found)


def _attention(heads: Any, row: "Tensor", lengths: list[int]) -> "Tensor":
    """Return what the tokens of each text, which stand behind each other in ``row``, take from those of the same text.

    Each text is a batch of one: without that dimension torch takes a slow way, which asks each row whether it is masked.
    """
    from torch import cat
    from torch.nn.functional import scaled_dot_product_attention

    shape = (1, len(row), heads.num_attention_heads, heads.attention_head_size)
    parts = (
        part(row).view(shape).transpose(1, 2).split(lengths, 2)
        for part in (heads.query, heads.key, heads.value)
    )
    own = (scaled_dot_product_attention(*text) for text in zip(*parts, strict=True))
    return cat([one.transpose(1, 2) for one in own], 1).reshape(row.shape)
