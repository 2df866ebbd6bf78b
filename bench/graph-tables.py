#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Turns a graph of the collections of Shchur and others (.npz) or of the FastRP authors (.mat) into
# tables for bench-eval: PREFIX.edges (node, node), PREFIX.labels (node, label), and PREFIX.features
# (node, feature) if it has any. Needs python3-scipy.
# Usage: graph-tables.py FILE PREFIX
import sys

import numpy
import scipy.io
import scipy.sparse


def write(path, matrix):
    matrix = matrix.tocoo()
    with open(path, "w") as file:
        for a, b in sorted(zip(matrix.row, matrix.col)):
            file.write(f"{a}\t{b}\n")


def read(path):
    if path.endswith(".mat"):
        data = scipy.io.loadmat(path)
        return data["network"], data["group"], None
    data = numpy.load(path, allow_pickle=True)
    parts = [scipy.sparse.csr_matrix((data[p + "_data"], data[p + "_indices"], data[p + "_indptr"]),
                                     shape=data[p + "_shape"]) for p in ("adj", "attr")]
    labels = data["labels"].astype(int)
    one = numpy.ones(len(labels))
    return parts[0], scipy.sparse.csr_matrix((one, (numpy.arange(len(labels)), labels))), parts[1]


edges, labels, features = read(sys.argv[1])
edges = scipy.sparse.triu(edges + edges.T, 1)
write(sys.argv[2] + ".edges", edges)
write(sys.argv[2] + ".labels", scipy.sparse.csr_matrix(labels))
if features is not None:
    write(sys.argv[2] + ".features", features)
