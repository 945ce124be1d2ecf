from bot.chat.limits import RateLimits


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_limit_of_one_person_leaves_the_others_alone() -> None:
    limits = RateLimits(2, 100, Clock())
    assert [limits.wait("a") for _ in range(3)] == [0, 0, 60]
    assert limits.wait("b") == 0


def test_limit_of_all_together() -> None:
    limits = RateLimits(2, 3, Clock())
    assert [limits.wait(person) for person in ("a", "b", "c", "d")] == [0, 0, 0, 60]


def test_limit_ends_after_a_minute() -> None:
    clock = Clock()
    limits = RateLimits(1, 100, clock)
    limits.wait("a")
    clock.now += 59
    assert limits.wait("a") == 1
    clock.now += 1
    assert limits.wait("a") == 0


def test_notice_is_given_once_until_one_may_ask_again() -> None:
    clock = Clock()
    limits = RateLimits(1, 100, clock)
    limits.wait("a")
    limits.wait("a")
    assert [limits.tell("a"), limits.tell("a")] == [True, False]
    clock.now += 60
    limits.wait("a")
    limits.wait("a")
    assert limits.tell("a")
