"""The rows of a CSV file on standard input as Python's csv reads them, as JSON; the separator is the argument."""

import csv
import io
import json
import sys

text = sys.stdin.buffer.read().decode("utf-8-sig")
rows = list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=sys.argv[1]))
json.dump(rows, sys.stdout)
