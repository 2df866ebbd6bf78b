/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a run did, as a paragraph with sources that a paper may use: docs/methods.md has the
 * formulas.
 */
#include "cli/methods.h"

#include "graph/plural.h"

G_STATIC_ASSERT (N_METHODS <= 64);

typedef struct {
    const char *what;
    const char *source; /* NULL = none is needed */
} Sentence;

#define BRIN_PAGE "Brin, Page 1998, doi:10.1016/S0169-7552(98)00110-X"
#define BY_IGRAPH "igraph, Csárdi, Nepusz 2006; "
#define BY_GRAPHVIZ "Graphviz, Gansner, North 2000; "

static const Sentence SENTENCES[N_METHODS] = {
    [METHOD_PAGERANK] = {"Papers, concepts, people and venues were ranked together by PageRank "
                         "with damping 0.85",
                         BRIN_PAGE},
    [METHOD_NETWORK_PAGERANK] = {"Nodes were ranked by PageRank along their links with damping "
                                 "0.85",
                                 BRIN_PAGE},
    [METHOD_RESTARTED_PAGERANK] = {"Its readers began at the papers of one topic", NULL},
    [METHOD_CITERANK] = {"CiteRank followed readers who begin at recent papers, with a decay of "
                         "2.6 years and probability 0.5 of going on",
                         "Walker et al. 2007, doi:10.1088/1742-5468/2007/06/P06010"},
    [METHOD_RESCALED] = {"PageRank over citations was rescaled by the papers nearest in time",
                         "Mariani, Medo, Zhang 2016, doi:10.1016/j.joi.2016.10.005"},
    [METHOD_NORMALISED_CITATIONS] = {"Citations were divided by the mean of the year",
                                     "Waltman et al. 2011, doi:10.1016/j.joi.2010.08.001"},
    [METHOD_HITS] = {"Hubs and authorities were found by HITS",
                     "Kleinberg 1999, doi:10.1145/324133.324140"},
    [METHOD_BETWEENNESS] = {"Betweenness is the share of shortest paths between others",
                            "Freeman 1977, doi:10.2307/3033543; Brandes 2001, "
                            "doi:10.1080/0022250X.2001.9990249"},
    [METHOD_ESTIMATED_BETWEENNESS] = {"It was estimated from 1,024 of the nodes", NULL},
    [METHOD_CORES] = {"Core numbers tell the densest part that holds a paper",
                      "Seidman 1983, doi:10.1016/0378-8733(83)90028-X"},
    [METHOD_DISRUPTION] = {"The disruption index compares who cites a paper with who cites its "
                           "references",
                           "Wu, Wang, Evans 2019, doi:10.1038/s41586-019-0941-9"},
    [METHOD_H_INDEX] = {"The h-index counts citations among the papers read",
                        "Hirsch 2005, doi:10.1073/pnas.0507655102"},
    [METHOD_TREE] = {"Topics were joined into a tree by Paris linkage",
                     "Bonald et al. 2018, arXiv:1806.01664"},
    [METHOD_STABILITY] = {"Stability is the mean Jaccard index with the most similar topic of "
                          "resamples of the papers",
                          "Hennig 2007, doi:10.1016/j.csda.2006.11.025"},
    [METHOD_RESOLUTION_SCAN] = {"Resolutions were scanned for partitions that stay",
                                "Arenas et al. 2008, doi:10.1088/1367-2630/10/5/053039; Weir et "
                                "al. 2017, doi:10.3390/a10030093"},
    [METHOD_CO_CITATION] = {"Works were linked by co-citation",
                            "Small 1973, doi:10.1002/asi.4630240406"},
    [METHOD_COUPLING] = {"Papers were linked by bibliographic coupling",
                         "Kessler 1963, doi:10.1002/asi.5090140103"},
    [METHOD_EXTENDED_CITATION] = {"Papers were linked by extended direct citation",
                                  "Waltman et al. 2020, doi:10.1162/qss_a_00035"},
    [METHOD_AUTHOR_COUPLING] = {"People were linked by author bibliographic coupling",
                                "Zhao, Strotmann 2008, doi:10.1002/asi.20910"},
    [METHOD_HYBRID] = {"Papers were linked by a mixture of the cosine of texts and Salton's "
                       "measure of references",
                       "Janssens et al. 2008, doi:10.1007/s11192-007-2002-7"},
    [METHOD_FRACTIONAL_COUNTING] = {"Links were counted fractionally",
                                    "Perianes-Rodriguez, Waltman, van Eck 2016, "
                                    "doi:10.1016/j.joi.2016.10.006"},
    [METHOD_ASSOCIATION_STRENGTH] = {"Links were normalised by association strength",
                                     "van Eck, Waltman 2009, doi:10.1002/asi.21075"},
    [METHOD_FRACTIONALISATION] = {"Links were normalised by fractionalisation",
                                  "Waltman, van Eck 2012, doi:10.1002/asi.22748"},
    [METHOD_NETWORK_CLUSTERS] = {"Nodes were clustered by the Leiden algorithm maximising "
                                 "modularity",
                                 "Traag, Waltman, van Eck 2019, doi:10.1038/s41598-019-41695-z"},
    [METHOD_LAYOUT_ATLAS] = {"Places on the map minimise the (1.5, 0)-energy with stronger links "
                             "inside clusters",
                             "Noack 2009, doi:10.1103/PhysRevE.79.026102"},
    [METHOD_LAYOUT_LINLOG] = {"Places on the map minimise the LinLog energy",
                              "Noack 2009, doi:10.1103/PhysRevE.79.026102"},
    [METHOD_LAYOUT_VOS] = {"Places on the map are those of VOS mapping, attraction 2 and "
                           "repulsion 1",
                           "Waltman, van Eck, Noyons 2010, doi:10.1016/j.joi.2010.07.002"},
    [METHOD_LAYOUT_FR] = {"Places on the map are Fruchterman and Reingold's",
                          BY_IGRAPH "Fruchterman, Reingold 1991, doi:10.1002/spe.4380211102"},
    [METHOD_LAYOUT_DRL] = {"Places on the map are those of DrL",
                           BY_IGRAPH "Martin et al. 2011, doi:10.1117/12.871402"},
    [METHOD_LAYOUT_KK] = {"Places on the map are Kamada and Kawai's",
                          BY_IGRAPH "Kamada, Kawai 1989, doi:10.1016/0020-0190(89)90102-6"},
    [METHOD_LAYOUT_UMAP] = {"Places on the map are those of UMAP",
                            BY_IGRAPH "McInnes, Healy, Melville 2018, arXiv:1802.03426"},
    [METHOD_LAYOUT_NEATO] = {"Places on the map are neato's, by stress majorization",
                             BY_GRAPHVIZ "Gansner, Koren, North 2004, "
                                         "doi:10.1007/978-3-540-31843-9_25"},
    [METHOD_LAYOUT_SFDP] = {"Places on the map are sfdp's",
                            BY_GRAPHVIZ "Hu 2005, The Mathematica Journal 10"},
    [METHOD_LAYOUT_TWOPI] = {"Places on the map are twopi's, on rings",
                             BY_GRAPHVIZ "Wills 1999, doi:10.1080/10618600.1999.10474810"},
    [METHOD_LAYOUT_CIRCO] = {"Places on the map are circo's, on circles",
                             BY_GRAPHVIZ "Six, Tollis 1999, doi:10.1007/3-540-48518-X_4"},
    [METHOD_LAYOUT_DOT] = {"Places on the map are dot's, in layers",
                           BY_GRAPHVIZ "Gansner et al. 1993, doi:10.1109/32.221135"},
    [METHOD_DENSITY] = {"Colours tell the density of items",
                        "van Eck, Waltman 2010, doi:10.1007/s11192-009-0146-3"},
    [METHOD_BURSTS] = {"Bursts of concepts were found by Kleinberg's automaton",
                       "Kleinberg 2003, doi:10.1023/A:1024940629314"},
    [METHOD_CITATION_BURSTS] = {"Bursts of citations were found by Kleinberg's automaton",
                                "Kleinberg 2003, doi:10.1023/A:1024940629314; Chen 2006, "
                                "doi:10.1002/asi.20317"},
    [METHOD_EVOLUTION] = {"Themes of each period are clusters of concepts linked by equivalence, "
                          "followed from period to period by what they share",
                          "Cobo et al. 2011, doi:10.1016/j.joi.2010.10.002"},
    [METHOD_STRATEGIC_DIAGRAM] = {"Themes were placed by centrality and density",
                                  "Callon, Courtial, Laville 1991, doi:10.1007/BF02019280"},
    [METHOD_MAIN_PATH] = {"Main paths follow the search path counts of citations",
                          "Batagelj 2003, arXiv:cs/0309023; Liu, Lu 2012, doi:10.1002/asi.21692"},
    [METHOD_LONGEST_PATHS] = {"Papers on nearly longest paths of citations were chosen",
                              "Price, Evans 2025, arXiv:2512.12355"},
    [METHOD_HISTORIOGRAPH] = {"The historiograph shows the papers most cited inside the set",
                              "Garfield 2004, doi:10.1177/0165551504042802"},
    [METHOD_JACCARD] = {"Papers were compared by the Jaccard index of what they share",
                        "Jaccard 1901, doi:10.5169/seals-266450"},
    [METHOD_COSINE] = {"Papers were compared by the cosine of what they share, the rarer the "
                       "heavier",
                       "Salton, Wong, Yang 1975, doi:10.1145/361219.361220"},
    [METHOD_WALK] = {"Papers near others were found by personalised PageRank, restarting with "
                     "probability 0.15",
                     "Andersen, Chung, Lang 2006, doi:10.1109/FOCS.2006.44"},
    [METHOD_GROWTH] = {"The set grew by the paper that has most in common with it against chance",
                       "Chamberlain et al. 2018, doi:10.1371/journal.pone.0188702"},
    [METHOD_VECTORS] = {"Papers got vectors by FastRP",
                        "Chen et al. 2019, doi:10.1145/3357384.3357879"},
    [METHOD_RETURNS] = {"Papers got the return probabilities of random walks",
                        "Dwivedi et al. 2022, arXiv:2110.07875; Hutchinson 1990, "
                        "doi:10.1080/03610919008812866"},
    [METHOD_EIGENVECTORS] = {"Papers got eigenvectors of the normalised Laplacian",
                             "Belkin, Niyogi 2003, doi:10.1162/089976603321780317; Dwivedi, "
                             "Bresson 2021, arXiv:2012.09699"},
    [METHOD_MIN_HASH] = {"Near duplicates were found by the Jaccard index of runs of three words "
                         "and minimum hashes",
                         "Broder 1997, doi:10.1109/SEQUEN.1997.666900"},
    [METHOD_WORD_SEARCH] = {"Papers were found by words and ranked by BM25",
                            "Robertson, Zaragoza 2009, Foundations and Trends in Information "
                            "Retrieval 3(4)"},
    [METHOD_REGRESSION] = {"Labels were told from vectors by logistic regression",
                           "Perozzi, Al-Rfou, Skiena 2014, doi:10.1145/2623330.2623732"},
    [METHOD_AGREEMENT] = {"Clusters were compared with labels by normalised and adjusted mutual "
                          "information and the adjusted Rand index",
                          "Hubert, Arabie 1985, doi:10.1007/BF01908075; Vinh, Epps, Bailey 2010"},
    [METHOD_HIDDEN_LINKS] = {"Hidden citations were told from other pairs of papers",
                             "Kipf, Welling 2016, arXiv:1611.07308"},
    [METHOD_HIDDEN_REFERENCES] = {"Hidden references of later papers were looked for",
                                  "McNee et al. 2002, doi:10.1145/587078.587096"},
};

static const Sentence CLUSTERINGS[RHUMB_N_CLUSTERING_METHODS] = {
    [RHUMB_CLUSTERING_LEIDEN] = {"the Leiden algorithm",
                                 "Traag, Waltman, van Eck 2019, doi:10.1038/s41598-019-41695-z"},
    [RHUMB_CLUSTERING_LOUVAIN] = {"the Louvain algorithm",
                                  BY_IGRAPH "Blondel et al. 2008, "
                                            "doi:10.1088/1742-5468/2008/10/P10008"},
    [RHUMB_CLUSTERING_WALKTRAP] = {"walktrap",
                                   BY_IGRAPH "Pons, Latapy 2005, doi:10.1007/11569596_31"},
    [RHUMB_CLUSTERING_INFOMAP] = {"Infomap", BY_IGRAPH "Rosvall, Bergstrom 2008, "
                                                       "doi:10.1073/pnas.0706851105"},
    [RHUMB_CLUSTERING_LABEL_PROPAGATION] = {"label propagation",
                                            BY_IGRAPH "Raghavan et al. 2007, "
                                                      "doi:10.1103/PhysRevE.76.036106"},
};

/* Notes that a run does so; twice is as once. */
void
methods_add (Run *run, Method method)
{
    run->methods |= G_GUINT64_CONSTANT (1) << method;
}

/* Notes how the links of a network were made; those that need no source are not told. */
void
methods_add_network (Run *run, const char *network)
{
    static const struct {
        const char *network;
        Method method;
    } NETWORKS[] = {
        {"co-citation", METHOD_CO_CITATION},
        {"coupling", METHOD_COUPLING},
        {"extended", METHOD_EXTENDED_CITATION},
        {"author-coupling", METHOD_AUTHOR_COUPLING},
        {"hybrid", METHOD_HYBRID},
    };
    for (guint i = 0; i < G_N_ELEMENTS (NETWORKS); i++) {
        if (g_str_equal (network, NETWORKS[i].network))
            methods_add (run, NETWORKS[i].method);
    }
}

static void
end_sentence (GString *text, const char *source)
{
    if (source != NULL)
        g_string_append_printf (text, " (%s)", source);
    g_string_append (text, ". ");
}

static void
tell_papers (GString *text, const RhumbCorpus *corpus)
{
    guint64 n_merged = 0;
    g_autoptr (GPtrArray) formats = g_ptr_array_new ();
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        n_merged += source->n_merged;
        if (!g_ptr_array_find_with_equal_func (formats, source->format, g_str_equal, NULL))
            g_ptr_array_add (formats, (gpointer)source->format);
    }
    g_ptr_array_add (formats, NULL);
    g_autofree char *list = g_strjoinv (", ", (char **)formats->pdata);
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    g_string_append_printf (text, "rhumb %s read %u %s (%s)", RHUMB_VERSION, n,
                            rhumb_plural (n, "paper", "papers"), list);
    if (n_merged > 0)
        g_string_append_printf (text, " after %" G_GUINT64_FORMAT " %s merged", n_merged,
                                rhumb_plural (n_merged, "record was", "records were"));
    end_sentence (text, NULL);
}

static void
tell_concepts (GString *text, const Run *run, const RhumbConcepts *concepts)
{
    const guint32 n = rhumb_concepts_get_n_concepts (concepts);
    if (n == 0)
        return;
    g_string_append_printf (text, "%u %s found", n,
                            rhumb_plural (n, "concept was", "concepts were"));
    if (run->only_vocabulary) {
        g_string_append (text, " by the terms of a controlled vocabulary");
        end_sentence (text, NULL);
        return;
    }
    g_string_append (text, " in titles, abstracts and keywords by logistic regression and boosted "
                           "trees that learned from keywords of authors and indexers");
    if (run->vocabulary_file != NULL)
        g_string_append (text, ", and by the terms of a controlled vocabulary");
    end_sentence (text, "Hulth 2003, doi:10.3115/1119355.1119383; Friedman 2001, "
                        "doi:10.1214/aos/1013203451");
}

static void
tell_topics (GString *text, const Run *run, const RhumbTopics *topics)
{
    const RhumbPartition *partition = rhumb_topics_get_partition (topics);
    const Sentence *clustering = &CLUSTERINGS[run->algorithm];
    const guint32 n = rhumb_topics_get_n_topics (topics);
    char resolution[G_ASCII_DTOSTR_BUF_SIZE];
    char quality[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (resolution, sizeof resolution, "%.3g",
                     rhumb_partition_get_resolution (partition));
    g_ascii_formatd (quality, sizeof quality, "%.3g", rhumb_partition_get_quality (partition));
    g_string_append (text, "Papers were related by citations and by the cosine of weighted words "
                           "and concepts");
    end_sentence (text, "Salton, Wong, Yang 1975, doi:10.1145/361219.361220");
    g_string_append_printf (text, "They were clustered by %s into %u %s", clustering->what, n,
                            rhumb_plural (n, "topic", "topics"));
    end_sentence (text, clustering->source);
    g_string_append_printf (text, "Its %s is %s",
                            run->quality == RHUMB_LEIDEN_CPM ? "quality by the constant Potts model"
                                                             : "modularity",
                            quality);
    if (rhumb_clustering_takes_resolution (run->algorithm))
        g_string_append_printf (text, " at resolution %s", resolution);
    g_string_append_printf (text, " with seed %" G_GINT64_FORMAT, run->seed);
    end_sentence (text, NULL);
    g_string_append (text, "Topics are named by class-based TF-IDF and log-likelihood");
    end_sentence (text, "Grootendorst 2022, arXiv:2203.05794; Dunning 1993");
}

/* What was done, in sentences with sources, as far as it bears on what the verb gave. */
char *
methods_describe (const Run *run, const Results *results)
{
    g_autoptr (GString) text = g_string_new (NULL);
    if (results->corpus != NULL)
        tell_papers (text, results->corpus);
    if (results->concepts != NULL)
        tell_concepts (text, run, results->concepts);
    if (results->topics != NULL)
        tell_topics (text, run, results->topics);
    for (guint i = 0; i < N_METHODS; i++) {
        if ((run->methods >> i & 1) == 0)
            continue;
        g_string_append (text, SENTENCES[i].what);
        end_sentence (text, SENTENCES[i].source);
    }
    if (text->len > 0)
        g_string_truncate (text, text->len - 1);
    return g_string_free (g_steal_pointer (&text), FALSE);
}
