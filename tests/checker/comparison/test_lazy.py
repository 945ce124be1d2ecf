from checker.comparison.lazy import lazy_property


class Counted:
    def __init__(self) -> None:
        self.asked = 0

    @lazy_property
    def told(self) -> int:
        """How often it was worked out."""
        self.asked += 1
        return self.asked


def test_part_is_worked_out_when_it_is_asked_for_and_once() -> None:
    one, other = Counted(), Counted()
    assert one.asked == 0
    assert (one.told, one.told, one.asked) == (1, 1, 1)
    assert other.asked == 0


def test_part_that_is_known_beforehand_is_not_worked_out() -> None:
    one = Counted()
    one.told = 7
    assert (one.told, one.asked) == (7, 0)


def test_class_has_the_part_itself() -> None:
    assert isinstance(Counted.told, lazy_property)
    assert Counted.told.__doc__ == "How often it was worked out."
