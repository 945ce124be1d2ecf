from corpus.lexicon.lead_ins import LEAD_IN_SORTS, LEAD_INS, any_lead_in, lead_ins, read_lead_ins


def test_each_row_is_of_a_known_sort() -> None:
    assert set(LEAD_INS.values()) == set(LEAD_IN_SORTS)
    assert read_lead_ins() == LEAD_INS


def test_lead_ins_of_a_sort_are_those_rows_of_the_table() -> None:
    for sort in LEAD_IN_SORTS:
        assert list(lead_ins(sort)) == [words for words in LEAD_INS if LEAD_INS[words] == sort]


def test_words_are_written_in_lower_case() -> None:
    assert [words for words in LEAD_INS if words != words.lower() or words != words.strip()] == []


def test_longer_lead_in_is_tried_before_one_that_it_begins_with() -> None:
    found = any_lead_in("part").split("|")
    assert sorted(found) == sorted(lead_ins("part"))
    assert [len(one) for one in found] == sorted(map(len, found), reverse=True)
