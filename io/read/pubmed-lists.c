/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The lists of a PubMed record: people, terms, references.
 *
 * MeSH terms are given by indexers and not by authors, so they are kept apart from keywords; "*"
 * marks what the paper is mainly about. A reference is a PMID or DOI where PubMed knows one, else
 * the text of the citation.
 * Source: the NLM's DTD. Cost: linear.
 */
#include "io/read/pubmed-lists.h"

#include <string.h>

static const char *
get_name (const RhumbXmlNode *author)
{
    const char *group = rhumb_xml_find_text (author, "CollectiveName");
    const char *family = rhumb_xml_find_text (author, "LastName");
    const char *suffix = rhumb_xml_find_text (author, "Suffix");
    const char *given = rhumb_xml_find_text (author, "ForeName");
    given = given != NULL ? given : rhumb_xml_find_text (author, "FirstName");
    given = given != NULL ? given : rhumb_xml_find_text (author, "Initials");
    if (family == NULL)
        return group != NULL ? group : given;
    if (suffix != NULL)
        family = rhumb_xml_keep (author, "%s, %s", family, suffix);
    return rhumb_xml_name (author, family, given);
}

static const char *
get_orcid (const RhumbXmlNode *author)
{
    for (const RhumbXmlNode *id = rhumb_xml_first (author, "Identifier"); id != NULL;
         id = rhumb_xml_next (id, "Identifier"))
        if (g_strcmp0 (rhumb_xml_get_attribute (id, "Source"), "ORCID") == 0)
            return rhumb_xml_get_text (id);
    return NULL;
}

static void
take_author (RhumbXmlPapers *papers, const RhumbXmlNode *author, const char *extra)
{
    const char *name = get_name (author);
    if (extra != NULL)
        rhumb_xml_papers_add_to_list (papers, extra, name);
    else
        rhumb_xml_papers_add_author (papers, name, get_orcid (author), NULL);
    for (const RhumbXmlNode *info = rhumb_xml_first (author, "AffiliationInfo"); info != NULL;
         info = rhumb_xml_next (info, "AffiliationInfo"))
        rhumb_xml_papers_add_to_list (papers, "affiliations",
                                      rhumb_xml_find_text (info, "Affiliation"));
    rhumb_xml_papers_add_to_list (papers, "affiliations",
                                  rhumb_xml_find_text (author, "Affiliation"));
}

/* rhumb_pubmed_take_authors: takes the lists of authors and editors inside @parent. */
void
rhumb_pubmed_take_authors (RhumbXmlPapers *papers, const RhumbXmlNode *parent)
{
    for (const RhumbXmlNode *list = rhumb_xml_first (parent, "AuthorList"); list != NULL;
         list = rhumb_xml_next (list, "AuthorList")) {
        const char *type = rhumb_xml_get_attribute (list, "Type");
        const char *extra = g_strcmp0 (type, "editors") == 0 ? "editors" : NULL;
        for (const RhumbXmlNode *author = rhumb_xml_first (list, "Author"); author != NULL;
             author = rhumb_xml_next (author, "Author"))
            take_author (papers, author, extra);
    }
}

static gboolean
is_major (const RhumbXmlNode *term)
{
    return g_strcmp0 (rhumb_xml_get_attribute (term, "MajorTopicYN"), "Y") == 0;
}

/* "Flow Cytometry/methods*": the star is where the indexer put it, as in PubMed's own text. */
static void
take_heading (RhumbXmlPapers *papers, const RhumbXmlNode *heading)
{
    const RhumbXmlNode *descriptor = rhumb_xml_first (heading, "DescriptorName");
    const char *name = rhumb_xml_get_text (descriptor);
    const RhumbXmlNode *qualifier = rhumb_xml_first (heading, "QualifierName");
    const char *mark = is_major (descriptor) ? "*" : "";
    if (name == NULL)
        return;
    if (qualifier == NULL)
        rhumb_xml_papers_add_to_list (papers, "mesh_terms",
                                      rhumb_xml_keep (heading, "%s%s", mark, name));
    for (; qualifier != NULL; qualifier = rhumb_xml_next (qualifier, "QualifierName")) {
        const char *text = rhumb_xml_get_text (qualifier);
        rhumb_xml_papers_add_to_list (papers, "mesh_terms",
                                      rhumb_xml_keep (heading, "%s%s/%s%s", mark, name,
                                                      is_major (qualifier) ? "*" : "",
                                                      text != NULL ? text : ""));
    }
}

/* rhumb_pubmed_take_terms: takes MeSH terms, chemicals and the authors' keywords. */
void
rhumb_pubmed_take_terms (RhumbXmlPapers *papers, const RhumbXmlNode *citation)
{
    const RhumbXmlNode *headings = rhumb_xml_first (citation, "MeshHeadingList");
    for (const RhumbXmlNode *heading = rhumb_xml_first (headings, "MeshHeading"); heading != NULL;
         heading = rhumb_xml_next (heading, "MeshHeading"))
        take_heading (papers, heading);
    const RhumbXmlNode *chemicals = rhumb_xml_first (citation, "ChemicalList");
    for (const RhumbXmlNode *chemical = rhumb_xml_first (chemicals, "Chemical"); chemical != NULL;
         chemical = rhumb_xml_next (chemical, "Chemical"))
        rhumb_xml_papers_add_to_list (papers, "chemicals",
                                      rhumb_xml_find_text (chemical, "NameOfSubstance"));
    for (const RhumbXmlNode *list = rhumb_xml_first (citation, "KeywordList"); list != NULL;
         list = rhumb_xml_next (list, "KeywordList"))
        for (const RhumbXmlNode *keyword = rhumb_xml_first (list, "Keyword"); keyword != NULL;
             keyword = rhumb_xml_next (keyword, "Keyword")) {
            const char *text = rhumb_xml_get_text (keyword);
            if (text != NULL)
                g_ptr_array_add (papers->record->keywords, (gpointer)text);
        }
}

static const char *
get_reference (const RhumbXmlNode *reference)
{
    const RhumbXmlNode *ids = rhumb_xml_first (reference, "ArticleIdList");
    const char *doi = NULL;
    for (const RhumbXmlNode *id = rhumb_xml_first (ids, "ArticleId"); id != NULL;
         id = rhumb_xml_next (id, "ArticleId")) {
        const char *type = rhumb_xml_get_attribute (id, "IdType");
        const char *text = rhumb_xml_get_text (id);
        if (text != NULL && g_strcmp0 (type, "pubmed") == 0)
            return rhumb_xml_keep (id, "pmid:%s", text);
        if (text != NULL && g_strcmp0 (type, "doi") == 0)
            doi = rhumb_xml_keep (id, "doi:%s", text);
    }
    return doi != NULL ? doi : rhumb_xml_find_text (reference, "Citation");
}

/* rhumb_pubmed_take_references: takes references, also those of lists inside lists. */
void
rhumb_pubmed_take_references (RhumbXmlPapers *papers, const RhumbXmlNode *data)
{
    for (guint i = 1; data != NULL && i <= data->n_descendants; i++) {
        const char *text = rhumb_xml_is (data + i, "Reference") ? get_reference (data + i) : NULL;
        if (text != NULL)
            g_ptr_array_add (papers->record->references, (gpointer)text);
    }
}
