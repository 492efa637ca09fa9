"""The benches: each figure beside that of a peer, measured in turns in one run, as a Markdown table for the README.

python -m tests.bench [--quick]
python -m tests.bench retrieval | premises | scale | speed | guards | judgement | asking | forms | follow [--help]

No test looks at these times: machines differ, ratios of one run travel better.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from importlib import import_module

from assistant import Assistant
from tests.bench.bare import agent
from tests.bench.measure import HEAD, Row, in_turns
from tests.bench.served import COMMAND, Server, alvh, echo, free_port, run

QUESTIONS = (
    "What is a tranche?",
    "What does MACD mean?",
    "What is the False Binary?",
    "What is contango?",
    "Explain the Second Engine",
    "What is the signal line?",
    "How does Time-Shifting work?",
    "When does the method buy the first tranche?",
    "Which strikes are the butterflies centred on?",
    "What is the difference between contango and backwardation?",
    "Compare VIX futures and VIX call butterflies",
    "Conversion versus reversal",
    "theta or vega: what is the difference?",
    "break-evens of a 25/30/35 call butterfly for 0.85",
    "max profit of a 20/30/40 butterfly bought at 1.50",
    "plan the tranches for $20,000",
    "How much is the first tranche of $10,000?",
    "what is one VIX future at 18.5 worth?",
    "Should I buy VIX calls now?",
    "Who won the football world cup in 1998?",
)
BY_THEMSELVES = ("retrieval", "premises", "scale", "speed", "guards", "judgement", "asking", "forms", "follow")
ECHO = "bare Gradio echo chat"
AGENT = "bare LangChain agent, one trivial tool"


def starts(rounds: int) -> Iterator[Row]:
    """Processes from nothing to their first page or answer."""

    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds + 1):
        for command, times in ((alvh, ours), (echo, theirs)):
            port = free_port()
            with Server(command(port), port) as served:
                if turn:
                    times.append(served.seconds)
    yield Row("start to page served (`alvh`)", ours, ECHO, theirs)
    bare = [sys.executable, "-m", "tests.bench.bare", "agent"]
    times = in_turns(lambda _: run([*COMMAND, "ask", QUESTIONS[0]]), lambda _: run(bare), rounds)
    yield Row("cold `alvh ask`, start to end", times[0], f"{AGENT}, start to end", times[1])


def answers(rounds: int) -> Iterator[Row]:
    """Answers in process and over HTTP, on a mix of questions."""
    assistant, turn = Assistant(), agent()
    assistant.warm()
    count = rounds * len(QUESTIONS)

    def ask(i: int) -> None:
        assistant.ask(QUESTIONS[i % len(QUESTIONS)], session=f"bench-{i}")

    in_process, bare = in_turns(ask, lambda i: turn(QUESTIONS[i % len(QUESTIONS)]), count, warm=len(QUESTIONS))
    yield Row("answer in process", in_process, AGENT, bare)
    port, other = free_port(), free_port()
    with Server(alvh(port), port) as ours, Server(echo(other), other) as theirs:
        over_http, echoed = in_turns(
            lambda i: ours.ask("ask", QUESTIONS[i % len(QUESTIONS)]),
            lambda i: theirs.ask("chat", QUESTIONS[i % len(QUESTIONS)]),
            count,
            warm=5,
        )
    yield Row("answer in process", in_process, f"{ECHO} over HTTP", echoed)
    yield Row("answer over HTTP", over_http, f"{ECHO} over HTTP", echoed)


def main() -> None:
    if sys.argv[1:2] in (
        ["retrieval"],
        ["premises"],
        ["scale"],
        ["speed"],
        ["guards"],
        ["judgement"],
        ["asking"],
        ["forms"],
        ["follow"],
    ):
        import_module(f"tests.bench.{sys.argv[1]}").main(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, to see that it runs")
    quick = parser.parse_args().quick
    print(HEAD, flush=True)
    for rows in (starts(1 if quick else 5), answers(1 if quick else 5)):
        for row in rows:
            print(row.markdown(), flush=True)
    print("\nMedian (min–max) of one run in which both sides take turns; ratio of the medians, below 1 is faster.")


if __name__ == "__main__":
    main()
