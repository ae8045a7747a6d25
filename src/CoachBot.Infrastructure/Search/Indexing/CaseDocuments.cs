using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Makes Lucene documents of cases, redirects and alternates.</summary>
internal sealed class CaseDocuments(TextAnalysis analysis)
{
    /// <summary>One document a case.</summary>
    public Document Of(Case @case) => Whole(@case.Id, CaseTexts.Of(@case));

    /// <summary>One document a redirect.</summary>
    public Document Of(Redirect redirect) => Whole(redirect.Id, CaseTexts.Of(redirect));

    /// <summary>One document an alternate.</summary>
    public Document Alternate(string id, string wording)
    {
        var document = NewDocument(id);
        Add(document, analysis.Analyze(wording));
        document.Add(new StoredField(Fields.Wording, wording));
        return document;
    }

    private Document Whole(string id, IEnumerable<(string Text, int Weight)> parts)
    {
        var document = NewDocument(id);
        foreach (var (text, weight) in parts)
        {
            var analyzed = analysis.Analyze(text);
            for (var copy = 0; copy < weight; copy++)
            {
                Add(document, analyzed);
            }
        }

        return document;
    }

    private static void Add(Document document, AnalyzedText text)
    {
        AddTerms(document, Fields.Text, text.Terms);
        AddTerms(document, Fields.Concepts, text.Concepts);
        AddTerms(document, Fields.Sounds, text.Features.Where(feature => feature[0] == '~').ToList());
    }

    private static void AddTerms(Document document, string field, IReadOnlyList<string> terms)
    {
        if (terms.Count > 0)
        {
            document.Add(new TextField(field, new TermStream(terms)));
        }
    }

    private static Document NewDocument(string id) => 
    [
        new StringField(Fields.Id, id, Field.Store.NO),
        new SortedDocValuesField(Fields.Id, new BytesRef(id)),
    ];
}
