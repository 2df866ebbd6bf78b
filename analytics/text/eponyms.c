/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Words of terms that keep their capital: the people, places and peoples after whom things are
 * named ("Monte Carlo tree search", "Bayesian network"). And last words of the
 * names of what there is one of ("Ultra Ethernet Consortium", "James Webb Space Telescope").
 *
 * A list of general knowledge, of every field alike. Cost: one binary search.
 */
#include "analytics/text/eponyms.h"

#include <stdlib.h>
#include <string.h>

/* Ascending. */
static const char *const eponyms[] = {
    "african",    "alzheimer",   "american",    "arabic",      "archimedean", "aristotelian",
    "asian",      "banach",      "bayes",       "bayesian",    "bellman",     "bernoulli",
    "bessel",     "boltzmann",   "boolean",     "bose",        "bregman",     "british",
    "brownian",   "cantor",      "carlo",       "cartesian",   "cauchy",      "chebyshev",
    "chernoff",   "chinese",     "chomsky",     "christoffel", "coulomb",     "cox",
    "cramer",     "darwin",      "darwinian",   "delaunay",    "dempster",    "descartes",
    "dijkstra",   "dirac",       "dirichlet",   "doppler",     "dutch",       "einstein",
    "english",    "erlang",      "euclid",      "euclidean",   "euler",       "eulerian",
    "european",   "fermi",       "fibonacci",   "fisher",      "fokker",      "fourier",
    "french",     "freudian",    "frobenius",   "galerkin",    "galois",      "gauss",
    "gaussian",   "german",      "gibbs",       "gini",        "godel",       "granger",
    "grassmann",  "haar",        "hadamard",    "hamilton",    "hamiltonian", "hamming",
    "hausdorff",  "hebbian",     "heisenberg",  "hermite",     "hermitian",   "hessian",
    "higgs",      "hilbert",     "hindi",       "hodge",       "hopf",        "hopfield",
    "hough",      "huffman",     "indian",      "ising",       "italian",     "jacobi",
    "jacobian",   "japanese",    "josephson",   "kalman",      "karhunen",    "kepler",
    "kolmogorov", "korean",      "kripke",      "kullback",    "lagrange",    "lagrangian",
    "langevin",   "laplace",     "laplacian",   "latin",       "lebesgue",    "legendre",
    "leibler",    "leibniz",     "levenberg",   "lipschitz",   "loeve",       "lorentz",
    "lorenz",     "lyapunov",    "mahalanobis", "mandarin",    "mandelbrot",  "markov",
    "markovian",  "marquardt",   "maxwell",     "mendelian",   "mercator",    "minkowski",
    "monte",      "nash",        "navier",      "neumann",     "newton",      "newtonian",
    "noether",    "nyquist",     "ohm",         "pareto",      "parkinson",   "pascal",
    "pauli",      "pearson",     "penrose",     "perron",      "petri",       "planck",
    "platonic",   "poincare",    "poisson",     "portuguese",  "ramsey",      "rayleigh",
    "renyi",      "reynolds",    "riccati",     "ricci",       "riemann",     "riemannian",
    "russian",    "schrodinger", "shafer",      "shannon",     "shapley",     "sinkhorn",
    "sobolev",    "spanish",     "spearman",    "stackelberg", "stein",       "steiner",
    "stirling",   "stokes",      "swiss",       "taylor",      "tikhonov",    "turing",
    "turkish",    "vickrey",     "viterbi",     "volterra",    "voronoi",     "wasserstein",
    "weibull",    "wiener",      "wigner",      "zipf",
};

/* Ascending. */
static const char *const single_things[] = {
    "academy",   "agency",       "array",          "association",  "benchmark", "center",
    "centre",    "challenge",    "collaboration",  "college",      "collider",  "commission",
    "committee", "conference",   "consortium",     "corporation",  "corpus",    "database",
    "dataset",   "department",   "experiment",     "explorer",     "forum",     "foundation",
    "institute", "instrument",   "interferometer", "laboratory",   "library",   "ministry",
    "mission",   "observatory",  "organisation",   "organization", "protocol",  "satellite",
    "society",   "spectrograph", "survey",         "telescope",    "union",     "university",
    "way",       "workshop",
};

static int
compare_words (const void *word, const void *item)
{
    return strcmp (word, *(const char *const *)item);
}

/* Whether a word in small letters is somebody's name, or made of one. */
gboolean
rhumb_is_eponym (const char *lower)
{
    return bsearch (lower, eponyms, G_N_ELEMENTS (eponyms), sizeof eponyms[0], compare_words) !=
           NULL;
}

/* Whether a label's last word is that of names of things of which there is one. */
gboolean
rhumb_ends_like_name (const char *label)
{
    const char *blank = strrchr (label, ' ');
    g_autofree char *last = g_ascii_strdown (blank != NULL ? blank + 1 : label, -1);
    return bsearch (last, single_things, G_N_ELEMENTS (single_things), sizeof single_things[0],
                    compare_words) != NULL;
}
