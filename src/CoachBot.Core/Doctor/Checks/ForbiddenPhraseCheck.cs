using CoachBot.Core.Doctor.Words;
using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>
/// A sentence to be said that holds what must not be said: something the case itself quotes under <c>avoid</c>, word for word
/// between stops, or a phrase of <c>lexicon/forbidden.yaml</c>.
/// </summary>
internal sealed class ForbiddenPhraseCheck : ICaseCheck
{
    private const int ShortestQuotation = 4;

    /// <inheritdoc />
    public string Name => "forbidden-phrase";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from @case in checkUp.Pack.Cases
        from spoken in SpokenFace.Of(@case)
        from line in spoken.Face.Say.Index()
        let bad = Quoted(spoken.Face, line.Item) ?? Listed(checkUp.Pack.Forbidden, spoken, line.Item)
        where bad is not null
        select new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("Forbidden", spoken.Language, line.Index + 1, line.Item, bad));

    private static string? Quoted(Face face, string line)
    {
        var said = Clauses.Barred(line);
        return face.Avoid
            .SelectMany(item => Clauses.Quoted(item.Dont))
            .FirstOrDefault(quoted => quoted.Length >= ShortestQuotation && said.Contains(Clauses.Barred(quoted), StringComparison.Ordinal));
    }

    private static string? Listed(ForbiddenPhrases forbidden, SpokenFace spoken, string line) => spoken.IsChinese
        ? forbidden.Zh.FirstOrDefault(phrase => Clauses.Barred(line).Contains(Clauses.Barred(phrase).Trim('|'), StringComparison.Ordinal))
        : forbidden.En.FirstOrDefault(phrase => Words(line).Contains(Words(phrase), StringComparison.Ordinal));

    // Words between blanks, so that a phrase does not begin or end inside one.
    private static string Words(string text) => " " + Clauses.Barred(text).Trim('|').Replace("|", " | ", StringComparison.Ordinal) + " ";
}
