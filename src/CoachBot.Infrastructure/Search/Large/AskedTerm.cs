using Lucene.Net.Index;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>A term of a question, looked up in one field of a library.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">What finding it counts.</param>
/// <param name="Places">Where its documents are listed.</param>
internal sealed record AskedTerm(Term Term, float Weight, TermContext Places)
{
    /// <summary>How many documents have it.</summary>
    public int Frequency => Places.DocFreq;
}
