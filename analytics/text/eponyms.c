/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Words of terms that keep their capital: the people, places, peoples and products after whom
 * things are named ("Monte Carlo tree search", "Bayesian network", "Linux kernel"). And last words
 * of the names of what there is one of ("Ultra Ethernet Consortium", "James Webb Space Telescope").
 *
 * A list of general knowledge, of every field alike. Cost: one binary search.
 */
#include "analytics/text/eponyms.h"

#include <stdlib.h>
#include <string.h>

/* Ascending. */
static const char *const eponyms[] = {
    "abelian",       "adams",       "africa",        "african",     "akaike",      "alzheimer",
    "america",       "american",    "anderson",      "andromeda",   "arabic",      "archimedean",
    "aristotelian",  "arnoldi",     "arrhenius",     "artin",       "asia",        "asian",
    "australia",     "australian",  "azuma",         "balmer",      "banach",      "bangladesh",
    "bayes",         "bayesian",    "bayesians",     "beijing",     "bellman",     "bengali",
    "beowulf",       "berlin",      "bernoulli",     "bessel",      "bezier",      "blackman",
    "bluetooth",     "bode",        "boltzmann",     "bonferroni",  "boolean",     "bose",
    "boston",        "bragg",       "brayton",       "brazilian",   "bregman",     "bremsstrahlung",
    "british",       "brownian",    "burgers",       "butterworth", "cahn",        "calabi",
    "california",    "cambridge",   "canada",        "canadian",    "canny",       "cantor",
    "carlo",         "carnegie",    "carnot",        "cartesian",   "cauchy",      "chandra",
    "chandrasekhar", "chebyshev",   "chen",          "cherenkov",   "chernoff",    "chervonenkis",
    "chicago",       "china",       "chinese",       "cholesky",    "chomsky",     "christian",
    "christoffel",   "chua",        "cisco",         "clarke",      "compton",     "coriolis",
    "cornell",       "coulomb",     "cox",           "cramer",      "crank",       "creutzfeldt",
    "crohn",         "curie",       "czech",         "danish",      "darwin",      "darwinian",
    "debye",         "dehn",        "delaunay",      "dempster",    "descartes",   "dickey",
    "dijkstra",      "dirac",       "dirichlet",     "doob",        "doppler",     "drude",
    "dunnett",       "durbin",      "dutch",         "einstein",    "elman",       "england",
    "english",       "erlang",      "ethernet",      "euclid",      "euclidean",   "euler",
    "eulerian",      "europe",      "european",      "fermi",       "feynman",     "fibonacci",
    "finnish",       "fisher",      "fock",          "fokker",      "fortran",     "fourier",
    "france",        "fraunhofer",  "fredholm",      "french",      "fresnel",     "freudian",
    "freundlich",    "friedmann",   "frobenius",     "fujitsu",     "fuller",      "galerkin",
    "galois",        "gauss",       "gaussian",      "german",      "germany",     "gibbs",
    "gini",          "ginzburg",    "givens",        "godel",       "golgi",       "gompertz",
    "google",        "goppa",       "gosset",        "gouraud",     "granger",     "grashof",
    "grassmann",     "greek",       "gumbel",        "haar",        "hadamard",    "hamilton",
    "hamiltonian",   "hammerstein", "hamming",       "hankel",      "hann",        "hanning",
    "hartree",       "harvard",     "haskell",       "hausdorff",   "hebbian",     "hecke",
    "heisenberg",    "helmholtz",   "hermite",       "hermitian",   "hessian",     "higgs",
    "hilbert",       "hilliard",    "hindi",         "hitachi",     "hodge",       "hodgkin",
    "hoeffding",     "hopf",        "hopfield",      "hotelling",   "hough",       "householder",
    "hubble",        "huckel",      "huffman",       "hungarian",   "huntington",  "hurst",
    "huxley",        "india",       "indian",        "indonesian",  "intel",       "ireland",
    "ising",         "islamic",     "italian",       "italy",       "ito",         "jacobi",
    "jacobian",      "japan",       "japanese",      "java",        "jenkins",     "jewish",
    "johnson",       "jones",       "jordan",        "josephson",   "kalman",      "kaluza",
    "kaplan",        "karhunen",    "kepler",        "kerr",        "kirchhoff",   "klein",
    "kohn",          "kohonen",     "kolmogorov",    "korea",       "korean",      "korteweg",
    "krebs",         "kripke",      "kruskal",       "krylov",      "kuiper",      "kullback",
    "kutta",         "lagrange",    "lagrangian",    "laguerre",    "lambertian",  "lanczos",
    "landau",        "langevin",    "langmuir",      "laplace",     "laplacian",   "latin",
    "lebesgue",      "legendre",    "leibler",       "leibniz",     "lennard",     "levenberg",
    "levy",          "linux",       "liouville",     "lipschitz",   "lisp",        "littlewood",
    "loeve",         "london",      "lorentz",       "lorenz",      "lotka",       "lucas",
    "lyapunov",      "lyman",       "magellanic",    "mahalanobis", "malthusian",  "mandarin",
    "mandelbrot",    "mann",        "markov",        "markovian",   "marquardt",   "martin",
    "matlab",        "maxwell",     "meier",         "meissner",    "mellin",      "mellon",
    "mendelian",     "menten",      "mercalli",      "mercator",    "mexican",     "michael",
    "michaelis",     "microsoft",   "minkowski",     "mohr",        "monte",       "mossbauer",
    "nash",          "navier",      "neel",          "nernst",      "netherlands", "neumann",
    "newton",        "newtonian",   "neyman",        "nicholls",    "nicolson",    "noether",
    "noetherian",    "norwegian",   "nusselt",       "nyquist",     "ohm",         "oort",
    "oxford",        "paley",       "pareto",        "paris",       "parkinson",   "pascal",
    "pauli",         "pearson",     "penrose",       "pentium",     "perron",      "persian",
    "petri",         "phong",       "planck",        "platonic",    "poincare",    "poisson",
    "portuguese",    "prandtl",     "python",        "queensland",  "rademacher",  "radon",
    "raman",         "ramsey",      "rankine",       "rao",         "raphson",     "rayleigh",
    "reed",          "renyi",       "reynolds",      "riccati",     "ricci",       "richter",
    "riemann",       "riemannian",  "roman",         "romanian",    "romberg",     "rosenblatt",
    "rossby",        "rossler",     "runge",         "russian",     "saharan",     "schmidt",
    "schrodinger",   "schur",       "schwarzschild", "shafer",      "sham",        "shannon",
    "shapley",       "singapore",   "sinkhorn",      "slater",      "smirnov",     "sobolev",
    "solomon",       "spain",       "spanish",       "spearman",    "stackelberg", "stanford",
    "stefan",        "stein",       "steiner",       "stieltjes",   "stirling",    "stokes",
    "sturm",         "sugeno",      "sweden",        "swedish",     "swiss",       "sylvester",
    "taiwan",        "tamil",       "taylor",        "thai",        "thevenin",    "tikhonov",
    "toeplitz",      "tourette",    "tsallis",       "tukey",       "turing",      "turkey",
    "turkish",       "unix",        "urdu",          "vandermonde", "vapnik",      "vickrey",
    "victorian",     "vietnamese",  "virginia",      "viterbi",     "voigt",       "volterra",
    "voronoi",       "vries",       "wald",          "wallis",      "walsh",       "wasserstein",
    "weibull",       "welch",       "werner",        "weyl",        "whitney",     "wiener",
    "wigner",        "wilcoxon",    "william",       "yahoo",       "yang",        "yau",
    "york",          "zariski",     "zealand",       "zeeman",      "zipf",        "zwicky",
};

/* Ascending. */
static const char *const single_things[] = {
    "academy",     "act",           "administration", "agency",
    "array",       "association",   "benchmark",      "center",
    "centre",      "challenge",     "collaboration",  "college",
    "collider",    "commission",    "committee",      "conference",
    "consortium",  "convention",    "corporation",    "corpus",
    "database",    "dataset",       "department",     "directive",
    "experiment",  "explorer",      "forum",          "foundation",
    "institute",   "instrument",    "interferometer", "inventory",
    "laboratory",  "library",       "ministry",       "mission",
    "observatory", "office",        "organisation",   "organization",
    "protocol",    "questionnaire", "regulation",     "satellite",
    "scale",       "society",       "spectrograph",   "survey",
    "telescope",   "treaty",        "union",          "university",
    "way",         "workshop",
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
