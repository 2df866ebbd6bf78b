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
    "abelian",       "african",      "akaike",         "alzheimer",   "american",
    "anderson",      "andromeda",    "arabic",         "archimedean", "aristotelian",
    "arnoldi",       "arrhenius",    "artin",          "asian",       "australian",
    "azuma",         "balmer",       "banach",         "bayes",       "bayesian",
    "bayesians",     "bellman",      "bengali",        "berlin",      "bernoulli",
    "bessel",        "bezier",       "blackman",       "bode",        "boltzmann",
    "bonferroni",    "boolean",      "bose",           "bragg",       "brayton",
    "brazilian",     "bregman",      "bremsstrahlung", "british",     "brownian",
    "burgers",       "butterworth",  "cahn",           "calabi",      "cambridge",
    "canadian",      "cantor",       "carlo",          "carnot",      "cartesian",
    "cauchy",        "chandra",      "chandrasekhar",  "chebyshev",   "cherenkov",
    "chernoff",      "chervonenkis", "chinese",        "cholesky",    "chomsky",
    "christian",     "christoffel",  "compton",        "coriolis",    "coulomb",
    "cox",           "cramer",       "crank",          "creutzfeldt", "crohn",
    "curie",         "czech",        "danish",         "darwin",      "darwinian",
    "debye",         "dehn",         "delaunay",       "dempster",    "descartes",
    "dickey",        "dijkstra",     "dirac",          "dirichlet",   "doob",
    "doppler",       "drude",        "dunnett",        "durbin",      "dutch",
    "einstein",      "elman",        "english",        "erlang",      "euclid",
    "euclidean",     "euler",        "eulerian",       "european",    "fermi",
    "feynman",       "fibonacci",    "finnish",        "fisher",      "fock",
    "fokker",        "fourier",      "fraunhofer",     "fredholm",    "french",
    "fresnel",       "freudian",     "freundlich",     "friedmann",   "frobenius",
    "fuller",        "galerkin",     "galois",         "gauss",       "gaussian",
    "german",        "gibbs",        "gini",           "ginzburg",    "givens",
    "godel",         "golgi",        "gompertz",       "goppa",       "gosset",
    "gouraud",       "granger",      "grashof",        "grassmann",   "greek",
    "gumbel",        "haar",         "hadamard",       "hamilton",    "hamiltonian",
    "hammerstein",   "hamming",      "hankel",         "hann",        "hanning",
    "hartree",       "harvard",      "hausdorff",      "hebbian",     "hecke",
    "heisenberg",    "helmholtz",    "hermite",        "hermitian",   "hessian",
    "higgs",         "hilbert",      "hilliard",       "hindi",       "hodge",
    "hodgkin",       "hoeffding",    "hopf",           "hopfield",    "hotelling",
    "hough",         "householder",  "hubble",         "huckel",      "huffman",
    "hungarian",     "huntington",   "hurst",          "huxley",      "indian",
    "indonesian",    "ising",        "islamic",        "italian",     "ito",
    "jacobi",        "jacobian",     "japanese",       "jenkins",     "jewish",
    "jones",         "jordan",       "josephson",      "kalman",      "kaluza",
    "kaplan",        "karhunen",     "kepler",         "kerr",        "kirchhoff",
    "klein",         "kohn",         "kohonen",        "kolmogorov",  "korean",
    "korteweg",      "krebs",        "kripke",         "kruskal",     "krylov",
    "kuiper",        "kullback",     "kutta",          "lagrange",    "lagrangian",
    "lambertian",    "lanczos",      "landau",         "langevin",    "langmuir",
    "laplace",       "laplacian",    "latin",          "lebesgue",    "legendre",
    "leibler",       "leibniz",      "lennard",        "levenberg",   "levy",
    "liouville",     "lipschitz",    "littlewood",     "loeve",       "london",
    "lorentz",       "lorenz",       "lotka",          "lyapunov",    "lyman",
    "magellanic",    "mahalanobis",  "malthusian",     "mandarin",    "mandelbrot",
    "mann",          "markov",       "markovian",      "marquardt",   "maxwell",
    "meier",         "meissner",     "mellin",         "mendelian",   "menten",
    "mercalli",      "mercator",     "mexican",        "michaelis",   "minkowski",
    "mohr",          "monte",        "mossbauer",      "nash",        "navier",
    "neel",          "nernst",       "neumann",        "newton",      "newtonian",
    "neyman",        "nicholls",     "nicolson",       "noether",     "noetherian",
    "norwegian",     "nusselt",      "nyquist",        "ohm",         "oort",
    "oxford",        "paley",        "pareto",         "paris",       "parkinson",
    "pascal",        "pauli",        "pearson",        "penrose",     "perron",
    "persian",       "petri",        "phong",          "planck",      "platonic",
    "poincare",      "poisson",      "portuguese",     "prandtl",     "rademacher",
    "radon",         "raman",        "ramsey",         "rankine",     "rao",
    "raphson",       "rayleigh",     "reed",           "renyi",       "reynolds",
    "riccati",       "ricci",        "richter",        "riemann",     "riemannian",
    "roman",         "romanian",     "romberg",        "rosenblatt",  "rossby",
    "runge",         "russian",      "schmidt",        "schrodinger", "schur",
    "schwarzschild", "shafer",       "sham",           "shannon",     "shapley",
    "sinkhorn",      "slater",       "smirnov",        "sobolev",     "solomon",
    "spanish",       "spearman",     "stackelberg",    "stanford",    "stefan",
    "stein",         "steiner",      "stieltjes",      "stirling",    "stokes",
    "sturm",         "swedish",      "swiss",          "sylvester",   "tamil",
    "taylor",        "thai",         "thevenin",       "tikhonov",    "toeplitz",
    "tourette",      "tukey",        "turing",         "turkish",     "urdu",
    "vandermonde",   "vapnik",       "vickrey",        "victorian",   "vietnamese",
    "viterbi",       "volterra",     "voronoi",        "vries",       "wald",
    "wallis",        "walsh",        "wasserstein",    "weibull",     "welch",
    "weyl",          "whitney",      "wiener",         "wigner",      "wilcoxon",
    "yang",          "yau",          "zariski",        "zeeman",      "zipf",
    "zwicky",
};

/* Ascending. */
static const char *const single_things[] = {
    "academy",    "administration", "agency",      "array",          "association",  "benchmark",
    "center",     "centre",         "challenge",   "collaboration",  "college",      "collider",
    "commission", "committee",      "conference",  "consortium",     "corporation",  "corpus",
    "database",   "dataset",        "department",  "experiment",     "explorer",     "forum",
    "foundation", "institute",      "instrument",  "interferometer", "laboratory",   "library",
    "ministry",   "mission",        "observatory", "office",         "organisation", "organization",
    "protocol",   "satellite",      "society",     "spectrograph",   "survey",       "telescope",
    "union",      "university",     "way",         "workshop",
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
