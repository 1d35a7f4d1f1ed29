"""Deferred acceptance by the Python package "matching" (HospitalResident), on the CSV files of allocate generate --rankings.

Prints "solve SECONDS CHECKSUM", the best of REPEATS; the checksum is that of matching.cpp. Ends with 3 where the package is not installed (pip install matching).
"""
import csv
import sys
import threading
import time

try:
    from matching.games import HospitalResident
except ImportError:
    sys.exit(3)


def main():
    applicants_path, posts_path, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(applicants_path, encoding="utf-8", newline="") as file:
        choices = {row["applicant"]: row["choices"].split(";") for row in csv.DictReader(file)}
    with open(posts_path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rankings = {row["post"]: row["ranking"].split(";") for row in rows if row["ranking"]}
    places = {row["post"]: int(row["places"]) for row in rows if row["ranking"]}

    best = float("inf")
    for _ in range(repeats):
        game = HospitalResident.create_from_dictionaries(choices, rankings, places)
        started = time.perf_counter()
        solution = game.solve(optimal="resident")
        best = min(best, time.perf_counter() - started)

    post_of = {resident.name: hospital.name for hospital, residents in solution.items() for resident in residents}
    choice_of = [choices[name].index(post_of[name]) if name in post_of else -1 for name in choices]
    print("solve", best, sum(choice * (i % 1000 + 1) for i, choice in enumerate(choice_of)))


# The package copies its players by recursion, deeper than Python allows by default from some thousand players on.
sys.setrecursionlimit(1_000_000)
threading.stack_size(512 * 1024 * 1024)
thread = threading.Thread(target=main)
thread.start()
thread.join()
