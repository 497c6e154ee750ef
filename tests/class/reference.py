"""What pingouin, scipy and numpy make of the classes on standard input, on standard output."""

import json
import sys
import warnings

import numpy
import pandas
import pingouin
from scipy import stats

# A question without spread has no correlation, and pingouin tells of more than is asked.
warnings.simplefilter("ignore")


def alpha_error(scores):
    """Duhachek and Iacobucci 2004, in the matrices of the paper."""
    v = numpy.cov(scores, rowvar=False)
    n, k = scores.shape
    j = numpy.ones(k)
    total = j @ v @ j
    q = (
        2 * k**2 / ((k - 1) ** 2 * total**3)
        * (total * (numpy.trace(v @ v) + numpy.trace(v) ** 2) - 2 * numpy.trace(v) * (j @ v @ v @ j))
    )
    return numpy.sqrt(q / n)


def told(given):
    scores = numpy.array(given["points"], dtype=float)
    shares = scores / numpy.array(given["possible"], dtype=float)
    totals = scores.sum(axis=1)
    whole = totals / numpy.array(given["possible"], dtype=float).sum(axis=1)
    alpha = pingouin.cronbach_alpha(data=pandas.DataFrame(scores))[0]
    items = []
    for at in range(scores.shape[1]):
        rest = totals - scores[:, at]
        spread = scores[:, at].std() > 0 and rest.std() > 0
        items.append({
            "difficulty": shares[:, at].mean(),
            "error": stats.sem(shares[:, at]),
            "discrimination": stats.pearsonr(scores[:, at], rest).statistic if spread else None,
        })
    return {
        "items": items,
        "mean": whole.mean(),
        "error": stats.sem(whole),
        "alpha": alpha,
        "alpha_error": alpha_error(scores),
        "measurement": totals.std(ddof=1) * numpy.sqrt(1 - alpha),
        "levels": [
            {"answers": len(level), "right": int(sum(level))} for level in given["levels"]
        ],
    }


json.dump([told(given) for given in json.load(sys.stdin)], sys.stdout)
