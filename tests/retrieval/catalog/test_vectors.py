import numpy as np

from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog
from tests.retrieval.fictional import SCHOOL, LetterEmbedder, report


def test_vectors_are_found_by_context_and_text(catalog: Catalog) -> None:
    water, school = report(), report(SCHOOL, "school")
    for one in (water, school):
        passages = split_passages(one)
        catalog.write(one, passages, LetterEmbedder().embed_passages([p.text for p in passages]), [])
    found = catalog.vectors.by_text(["water", "nowhere"])
    assert set(found) == {(passage.context, passage.text) for passage in split_passages(water)}
    for (_, text), vector in found.items():
        assert np.abs(vector - LetterEmbedder().embed_query(text)).max() < 0.001
    assert catalog.vectors.by_text([]) == {}
