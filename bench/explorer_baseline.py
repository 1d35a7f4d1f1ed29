#!/usr/bin/env python3
"""The explorer's Monte Carlo in plain NumPy: the same formulas, draws and sizes as Gradus, for a fair ratio.

Reads the dump that the suite writes (means, doubts, kernel, one reader's places, deviations and weights), times
one match, and prints the median milliseconds and the chances of the top ten so that the suite can compare results.
Run with the system's python3 and python3-numpy.
"""
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np


def match(profile_draws, kernel, more, readers, rng):
    """Ranks, pairwise shares and contributions of every specialty for one reader."""
    draws = profile_draws.shape[0]
    places = readers["mean"] + readers["deviation"] * rng.standard_normal((draws, 13))
    weights = rng.gamma(readers["concentration"] * readers["weight"], size=(draws, 13))
    weights /= weights.sum(axis=1, keepdims=True)
    distance = profile_draws - places[:, :, None]
    distance[:, more, :] = np.minimum(distance[:, more, :], 0)
    parts = weights[:, :, None] * np.exp(distance * distance * kernel[None])
    fit = parts.sum(axis=1)
    above = (fit[:, :, None] > fit[:, None, :])
    ranks = above.sum(axis=1) + 1
    contributions = parts.mean(axis=0)
    contributions -= contributions.mean(axis=1, keepdims=True)
    return {
        "median": np.median(ranks, axis=0),
        "low": np.quantile(ranks, 0.1, axis=0),
        "high": np.quantile(ranks, 0.9, axis=0),
        "top5": (ranks <= 5).mean(axis=0),
        "top10": (ranks <= 10).mean(axis=0),
        "above": above.mean(axis=0),
        "contributions": contributions,
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        dump = json.load(file)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    mean = np.array(dump["means"], dtype=np.float32)
    doubt = np.array(dump["doubts"], dtype=np.float32)
    kernel = np.array(dump["kernel"], dtype=np.float32)
    rng = np.random.default_rng(1)
    profile_draws = (mean[None] + doubt[None] * rng.standard_normal((dump["draws"],) + mean.shape)).astype(np.float32)
    reader = {key: (np.array(value) if isinstance(value, list) else value) for key, value in dump["reader"].items()}
    result = match(profile_draws, kernel, dump["more"], reader, rng)
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        result = match(profile_draws, kernel, dump["more"], reader, rng)
        times.append(time.perf_counter() - started)
    elapsed = float(np.median(times)) * 1000
    print(json.dumps({"milliseconds": elapsed, "numpy": np.__version__, "topTen": result["top10"].tolist()}))


if __name__ == "__main__":
    main()
