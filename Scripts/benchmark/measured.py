"""Runs a command under limits of time and memory, and measures it with its children."""
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass

PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Measured:
    """What a command printed and took; `killed` says which limit ended it, if one did."""

    text: str
    errors: str
    code: int
    killed: str | None
    seconds: float
    cpu_seconds: float
    peak_rss_mb: int


def resident(root):
    """Bytes that a process and all below it hold in memory."""
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        try:
            with open(f"/proc/{process}/statm") as statm:
                total += int(statm.read().split()[1]) * PAGE
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/children") as children:
                    waiting += [int(child) for child in children.read().split()]
        except (OSError, IndexError):
            pass  # It ended while we looked.
    return total


def run(command, seconds, memory_mb, threads=1):
    """Runs `command` for at most `seconds` of wall time and `memory_mb` of memory."""
    told = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")}
    # A peer that tells of its way counts from here.
    told["HUBPLAN_BENCH_STARTED"] = str(time.time())
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        started, peak, killed = time.monotonic(), 0, None
        process = subprocess.Popen(command, stdout=out, stderr=errors, start_new_session=True, env=os.environ | told)
        try:
            while True:
                done, state, usage = os.wait4(process.pid, os.WNOHANG)
                if done:
                    break
                peak = max(peak, resident(process.pid))
                if time.monotonic() - started > seconds:
                    killed = "killed_time"
                elif peak > memory_mb << 20:
                    killed = "killed_memory"
                if killed:
                    os.killpg(process.pid, signal.SIGKILL)
                    _, state, usage = os.wait4(process.pid, 0)
                    break
                time.sleep(0.02)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(state)
        out.seek(0)
        errors.seek(0)
        return Measured(
            out.read(), errors.read(), process.returncode, killed, round(wall, 3),
            round(usage.ru_utime + usage.ru_stime, 3), max(peak >> 20, usage.ru_maxrss >> 10))
