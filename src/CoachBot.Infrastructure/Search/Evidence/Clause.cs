using CoachBot.Infrastructure.Search.Analysis;
using Lucene.Net.Index;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>One thing that a question asks for.</summary>
/// <param name="Field">Text or concepts.</param>
/// <param name="Text">The term.</param>
/// <param name="Weight">What finding it counts.</param>
internal sealed record Clause(string Field, string Text, float Weight)
{
    private const int MostTerms = 120;
    private const float ConceptWeight = 1.5f;

    /// <summary>The term as Lucene knows it.</summary>
    public Term Term => new(Field, Text);

    /// <summary>The clauses of a question, each once: its terms first, then its concepts.</summary>
    public static List<Clause> Of(AnalyzedText question)
    {
        var clauses = question.Terms.Distinct().Take(MostTerms).Select(term => new Clause(Fields.Text, term, 1)).ToList();
        clauses.AddRange(question.Concepts.Distinct().Select(term => new Clause(Fields.Concepts, term, ConceptWeight)));
        return clauses;
    }
}
