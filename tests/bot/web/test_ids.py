from bot.web.ids import WEB, new_update


def test_update_is_of_the_platform_and_later_than_those_before() -> None:
    first, second = new_update(), new_update()
    assert first.startswith(WEB)
    assert first[:-3] <= second[:-3]
    assert len(first) == len(second)
