"""What the supervisor decides: its rules, and what holds whatever happens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.kiosk import codes
from game.kiosk.backoff import Patience, wait
from game.kiosk.watch import (
    Alive,
    Decision,
    Do,
    Ended,
    Event,
    Finish,
    Late,
    Note,
    Phase,
    Stop,
    Tick,
    Watch,
    step,
)

PATIENCE = Patience()


def after(*events: tuple[float, Event], watch: Watch | None = None) -> tuple[Watch, list[Decision]]:
    """The watch after events at their times, and everything it decided but notes."""
    watch = watch or Watch(PATIENCE)
    done: list[Decision] = []
    for now, event in events:
        watch, decisions = step(watch, event, now)
        done += [decision for decision in decisions if not isinstance(decision, Note)]
    return watch, done


RUNNING = after((0, Tick()), (1, Alive("attract")))[0]


def test_it_starts_a_player_at_once_and_waits_for_its_first_beat() -> None:
    watch, done = after((0, Tick()), (0.5, Alive("starting")), (1, Tick()))
    assert done == [Do.LAUNCH]
    assert watch.phase is Phase.STARTING
    assert RUNNING.phase is Phase.RUNNING


def test_a_heart_that_stops_costs_the_player_its_life() -> None:
    events = [(4.9, Tick()), (5, Tick()), (5.4, Tick()), (5.5, Tick()), (5.6, Ended(-9))]
    watch, done = after(*events, watch=RUNNING)
    assert done == [Do.ABORT, Do.KILL, Do.CALM]
    assert watch.phase is Phase.WAITING
    assert after((5.6, Tick()), watch=watch)[1] == [Do.LAUNCH]


def test_a_first_start_too_slow_has_twice_the_time_at_the_next() -> None:
    watch, _ = after((0, Tick()), (6, Tick()), (6.1, Ended(-6)), (6.2, Tick()))
    assert watch.phase is Phase.STARTING
    assert watch.due == 6.2 + 12
    assert after((7, Alive("attract")), watch=watch)[0].slow == 0


def test_staff_end_it_and_a_wanted_restart_is_no_fault() -> None:
    assert after((2, Ended(codes.STAFF_QUIT)), watch=RUNNING)[1] == [Finish(by_staff=True)]
    watch, done = after((2, Ended(codes.RESTART)), (2, Tick()), watch=RUNNING)
    assert done == [Do.CALM, Do.LAUNCH]
    assert watch.faults == ()


def test_a_restart_wanted_before_the_first_beat_is_a_fault() -> None:
    watch, _ = after((0, Tick()), (0.1, Ended(codes.RESTART)))
    assert watch.faults == (0.1,)


def failing(times: int, every: float = 1.0) -> tuple[Watch, list[Decision]]:
    """A player that fails so often, half a second after each start."""
    watch, done, now = Watch(PATIENCE), [], 0.0
    for _ in range(times):
        now = max(now + every, watch.due)
        watch, more = after((now, Tick()), (now + 0.5, Ended(1)), watch=watch)
        done += more
    return watch, done


def test_the_fifth_fault_in_ten_minutes_brings_the_safe_page() -> None:
    watch, done = failing(5)
    assert done == [Do.LAUNCH, Do.CALM] * 4 + [Do.LAUNCH, Do.SAFE]
    assert watch.due - watch.since == 60
    lively, done = after((watch.due, Tick()), (watch.due + 2, Alive("attract")), watch=watch)
    assert done == [Do.LAUNCH]
    assert not lively.safe


def test_faults_that_are_far_apart_are_forgotten() -> None:
    watch, done = failing(12, every=200)
    assert Do.SAFE not in done
    assert len(watch.faults) <= 4


def test_waits_double_up_to_the_longest() -> None:
    assert [wait(n, 30) for n in range(1, 9)] == [0, 1, 2, 4, 8, 16, 30, 30]


def test_time_that_the_supervisor_slept_is_not_the_player_s_fault() -> None:
    _, done = after((3601, Late(3600)), (3601, Tick()), (3602, Alive("attract")), watch=RUNNING)
    assert done == []


def test_a_stop_asks_first_then_kills_and_ends() -> None:
    watch, done = after((2, Stop()), (3, Stop()), (4, Tick()), (4.1, Ended(-9)), watch=RUNNING)
    assert done == [Do.ASK, Do.KILL, Finish(by_staff=False)]
    assert after((9, Tick()), watch=watch)[1] == []
    assert after((0, Stop()))[1] == [Finish(by_staff=False)]


def test_systemd_is_told_nothing_while_a_player_cannot_be_ended() -> None:
    dying, _ = after((5, Tick()), (5.5, Tick()), watch=RUNNING)
    assert dying.cares(6)
    assert not dying.cares(11)


EVENTS = st.one_of(
    st.just(Tick()),
    st.sampled_from(sorted(codes.STATES)).map(Alive),
    st.sampled_from([None, 0, 1, 2, 75, 76, -6, -9, -11]).map(Ended),
    st.floats(1, 1e5).map(Late),
    st.just(Stop()),
)


@given(st.lists(st.tuples(st.floats(0, 100), EVENTS), max_size=80))
def test_whatever_comes_there_is_one_player_at_most_and_always_a_next_thing(
    course: list[tuple[float, Event]],
) -> None:
    watch, now, alive, finished = Watch(PATIENCE), 0.0, False, False
    for pause, event in course:
        now += pause + (event.seconds if isinstance(event, Late) else 0)
        if isinstance(event, Ended):
            if not alive:
                continue
            alive = False
        watch, decisions = step(watch, event, now)
        for decision in decisions:
            assert not finished, "nothing is done after the end"
            if decision is Do.LAUNCH:
                assert not alive, "a second player beside the first"
                alive = True
            if decision in (Do.ABORT, Do.KILL, Do.ASK):
                assert alive, "nobody is there to be ended"
            if isinstance(decision, Finish):
                assert not alive
                finished = True
        assert len(watch.faults) <= PATIENCE.faults
        assert watch.phase is Phase.ENDED or watch.due <= now + PATIENCE.retry


@given(st.lists(st.sampled_from([Alive("attract"), Ended(1), Ended(-9)]), max_size=40))
def test_it_never_waits_longer_than_the_safe_page_stands(course: list[Event]) -> None:
    watch, now = Watch(PATIENCE), 0.0
    for event in course:
        now = max(now + 0.1, watch.due)
        watch, _ = step(watch, Tick(), now)
        watch, _ = step(watch, event, now + 0.05)
        assert watch.due - now <= PATIENCE.retry + 1
