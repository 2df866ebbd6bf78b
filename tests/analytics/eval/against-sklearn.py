#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
#
# All measures on random labels and scores against scikit-learn, to 1e-9. Skips where it is absent.
# Usage: against-sklearn.py PROGRAM  (measure.c)
import subprocess
import sys

try:
    import numpy as np
    from sklearn import metrics
    from sklearn.linear_model import LogisticRegression
except ImportError as error:
    print(f"1..0 # SKIP {error}; python3-sklearn has it")
    sys.exit(0)

random = np.random.default_rng(7)
questions = []  # text for the program, expected numbers, tolerance, name


def ask(name, rows, columns, arrays, expected, tolerance=1e-9, extra=""):
    text = f"{name} {rows} {columns} {extra}\n"
    for array in arrays:
        text += " ".join(repr(float(x)) for x in np.asarray(array).ravel()) + "\n"
    questions.append((text, list(expected), tolerance, name))


for n in (1, 2, 7, 50, 400):
    for k in (1, 2, 5, 40):
        for noise in (0.0, 0.3, 1.0):
            a = random.integers(0, k, n)
            b = np.where(random.random(n) < noise, random.integers(0, k, n), (a * 7 + 3) % (k + 50))
            ask("nmi", n, 1, (a, b), [metrics.normalized_mutual_info_score(a, b)])
            # All apart in both is 0/0 there, and rounding decides; here it is 1.
            if n == 1 or min(len(set(a)), len(set(b))) < n:
                ask("ami", n, 1, (a, b), [metrics.adjusted_mutual_info_score(a, b)])
            ask("ari", n, 1, (a, b), [metrics.adjusted_rand_score(a, b)])
for n in (4, 30, 500):
    for steps in (2, 10, 100000):
        right = random.integers(0, 2, n)
        right[:2] = 0, 1
        score = np.round(random.random(n) * steps) / steps + (0.2 * right if n > 4 else 0)
        ask("auc", n, 1, (score, right), [metrics.roc_auc_score(right, score)])
        ask("precision", n, 1, (score, right), [metrics.average_precision_score(right, score)])
for n, k in ((1, 1), (20, 3), (300, 12)):
    for share in (0.0, 0.1, 0.6):
        truth = (random.random((n, k)) < share).astype(int)
        guess = np.where(random.random((n, k)) < 0.2, 1 - truth, truth)
        truth[0, 0] = 1
        if k == 1:
            expected = [metrics.f1_score(truth, guess, zero_division=0)] * 2
        else:
            expected = [metrics.f1_score(truth, guess, average=a, zero_division=0) for a in ("micro", "macro")]
        ask("f1", n, k, (truth, guess), expected)
for n, k in ((1, 2), (40, 5), (200, 30)):
    score = random.random((n, k))
    wanted = random.integers(0, k, n)
    wanted[: min(n, k)] = np.arange(min(n, k))
    hot = np.eye(k)[wanted]
    top = [metrics.top_k_accuracy_score(wanted, score if k > 2 else score[:, 1] - score[:, 0] + 0.5, k=t, labels=range(k))
           if k > t else 1.0 for t in (1, 3)]
    ask("places", n, k, (score, wanted), [metrics.label_ranking_average_precision_score(hot, score)] + top)
    score = np.round(score * 4)  # ties: of one wanted label the precision of the ranking is 1 / place
    ties = metrics.label_ranking_average_precision_score(hot, score)
    ask("places", n, k, (score, wanted), [ties, None, None])
for n, d in ((30, 2), (200, 10), (150, 200)):
    for penalty in (0.01, 1.0, 100.0):
        x = random.normal(size=(n, d)).astype(np.float32)
        y = (x[:, 0] + random.normal(size=n) > 0.5).astype(int)
        model = LogisticRegression(C=penalty, solver="newton-cholesky", tol=1e-13, max_iter=10000)
        model.fit(x.astype(np.float64), y)
        ask("logistic", n, d, (x, y), list(model.coef_[0]) + list(model.intercept_), 1e-7, repr(penalty))
        # a constant that is penalised is a weight of a column of ones
        model = LogisticRegression(C=penalty, solver="newton-cholesky", tol=1e-13, max_iter=10000, fit_intercept=False)
        model.fit(np.hstack([x.astype(np.float64), np.ones((n, 1))]), y)
        ask("tied", n, d, (x, y), list(model.coef_[0]), 1e-6, repr(penalty))

out = subprocess.run([sys.argv[1]], input="".join(q[0] for q in questions), text=True,
                     capture_output=True, check=True).stdout.split()
print(f"1..{len(questions)}")
failed = 0
for number, (text, expected, tolerance, name) in enumerate(questions, 1):
    found, out = [float(x) for x in out[: len(expected)]], out[len(expected):]
    ok = all(e is None or abs(f - e) <= tolerance * max(1, abs(e)) for f, e in zip(found, expected))
    failed += not ok
    print(f"{'ok' if ok else 'not ok'} {number} {name} {' '.join(text.split()[:4])}")
    if not ok:
        print(f"# found {found[:5]} expected {expected[:5]}")
sys.exit(failed > 0)
