"""Work on other threads, answers on this one."""

import sys
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread

from kit.app.application import catch_the_unforeseen
from kit.app.worker import InlineWorker, Worker
from kit.domain.errors import StoreError


class Owner(QObject):
    def __init__(self):
        super().__init__()
        self.answers, self.errors, self.threads = [], [], []

    def done(self, answer):
        self.threads.append(QThread.currentThread())
        self.answers.append(answer)

    def failed(self, error):
        self.errors.append(str(error))


@pytest.fixture
def owner(qapp):
    return Owner()


@pytest.fixture
def worker(qapp):
    worker = Worker("desk", finishes=True)
    yield worker
    worker.close()


def fail():
    message = "The disk is full. Nothing is lost."
    raise StoreError(message)


def thread_name():
    return QThread.currentThread().objectName()


def test_work_runs_elsewhere_and_answers_here(worker, owner, qtbot):
    worker.run(owner, thread_name, owner.done, owner.failed)
    qtbot.waitUntil(lambda: owner.answers == ["desk"])
    assert owner.threads == [QThread.currentThread()]


def test_answers_keep_the_order(worker, owner, qtbot):
    for number in range(20):
        worker.run(owner, partial(int, number), owner.done, owner.failed)
    qtbot.waitUntil(lambda: len(owner.answers) == 20)
    assert owner.answers == list(range(20))
    assert not worker.is_busy


@pytest.mark.parametrize("make", [partial(Worker, "desk"), InlineWorker])
def test_a_foreseen_error_goes_to_failed(make, owner, qtbot):
    worker = make()
    worker.run(owner, fail, owner.done, owner.failed)
    qtbot.waitUntil(lambda: owner.errors == ["The disk is full. Nothing is lost."])
    worker.close()


def test_a_bug_reaches_the_hook(worker, owner, qtbot, monkeypatch):
    caught = []
    with qtbot.capture_exceptions() as exceptions:
        worker.run(owner, partial(int, "x"), owner.done, owner.failed)
        qtbot.waitUntil(lambda: bool(exceptions))
    caught.extend(kind for kind, _error, _trace in exceptions)
    assert caught == [ValueError]
    assert (owner.answers, owner.errors) == ([], [])


def test_a_bug_inline_is_raised_here(owner):
    with pytest.raises(ValueError, match="invalid literal"):
        InlineWorker().run(owner, partial(int, "x"), owner.done, owner.failed)


def test_an_answer_for_the_dead_is_dropped(worker, qtbot):
    owner, living = Owner(), Owner()
    gate = threading.Event()
    worker.run(owner, gate.wait, owner.done, owner.failed)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    worker.run(living, thread_name, living.done, living.failed)
    qtbot.waitUntil(lambda: living.answers == ["desk"])
    assert owner.answers == []


def test_the_desk_finishes_its_queue(owner):
    worker = Worker("desk", finishes=True)
    for number in range(5):
        worker.run(owner, partial(int, number), owner.done, owner.failed)
    worker.close()
    assert owner.answers == [0, 1, 2, 3, 4]


def test_the_press_drops_what_waits(owner, qtbot):
    worker = Worker("press")
    started, gate = threading.Event(), threading.Event()

    def hold():
        started.set()
        return gate.wait(5)

    worker.run(owner, hold, owner.done, owner.failed)
    started.wait(5)
    for number in range(5):
        worker.run(owner, partial(int, number), owner.done, owner.failed)
    opener = threading.Timer(0.01, gate.set)
    opener.start()
    worker.close()
    opener.join()
    assert owner.answers == [True]


def test_after_closing_nothing_more_is_taken(owner):
    worker = Worker("wire")
    worker.close()
    worker.run(owner, thread_name, owner.done, owner.failed)
    assert not worker.is_busy
    worker.close()


@pytest.mark.parametrize("worker", [InlineWorker()])
def test_work_may_hold_no_widget(worker, owner):
    works = [lambda: owner.answers, owner.objectName, partial(print, owner), partial(print, end=owner)]
    for work in works:
        with pytest.raises(TypeError, match="QObject"):
            worker.run(owner, work, owner.done, owner.failed)


def test_the_hook_tells_one_sentence(qapp, caplog, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_the_unforeseen(told.append)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert len(told) == 1
    assert "safe" in told[0]
    assert "unforeseen" in caplog.text
