"""What is used is not closed."""

from __future__ import annotations

import threading

from graph.users import Users


def test_nobody_waits_for_users_who_were_never_there() -> None:
    assert Users().gone(within_seconds=0)


def test_who_waits_goes_on_once_the_last_one_has_left() -> None:
    users, inside, leave = Users(), threading.Event(), threading.Event()

    def use() -> None:
        with users.one_more():
            inside.set()
            leave.wait(10)

    user = threading.Thread(target=use)
    user.start()
    inside.wait(10)
    assert not users.gone(within_seconds=0)
    leave.set()
    assert users.gone(within_seconds=10)
    user.join()
