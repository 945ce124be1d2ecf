import resource

from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom

LIMITS = Limits(processor=7, memory=300_000_000, files=32)
KINDS = (
    resource.RLIMIT_CPU,
    resource.RLIMIT_AS,
    resource.RLIMIT_NOFILE,
    resource.RLIMIT_FSIZE,
    resource.RLIMIT_CORE,
)


def soft_limits() -> list[int]:
    return [resource.getrlimit(kind)[0] for kind in KINDS]


def limits_afterwards() -> list[int]:
    LIMITS.begin()
    LIMITS.end()
    return soft_limits()


def test_limits_hold_while_a_file_is_read() -> None:
    with ReadingRoom(LIMITS, readers=1) as room:
        processor, memory, *others = room.read("a.txt", soft_limits)
        assert 7 <= processor <= 30
        assert memory > LIMITS.memory
        assert others == [32, 0, 0]
        hard = [resource.getrlimit(kind)[1] for kind in KINDS]
        assert room.read("a.txt", limits_afterwards)[:2] == hard[:2]
