using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>
/// Alternates that lean on the title: at least half of the Chinese ones must do without any two neighbouring characters of
/// it, because staff have not read the title before they ask.
/// </summary>
internal sealed class AlternatesLikeTitleCheck : ICaseCheck
{
    private const double LeastFree = 0.5;
    private const int ShownAtMost = 3;

    /// <inheritdoc />
    public string Name => "alternates-like-title";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp)
    {
        var cases = checkUp.Pack.Cases.ToDictionary(@case => @case.Id, StringComparer.Ordinal);
        return checkUp.Pack.Alternates.Where(entry => cases.ContainsKey(entry.Id)).SelectMany(entry => Examine(cases[entry.Id], entry));
    }

    private IEnumerable<Symptom> Examine(Case @case, Alternates alternates)
    {
        var title = Pairs(@case.Zh.Title).ToHashSet(StringComparer.Ordinal);
        var all = alternates.Hands.SelectMany(hand => hand.Zh).ToList();
        var leaning = all.FindAll(text => Pairs(text).Any(title.Contains));
        if (all.Count > 0 && leaning.Count > all.Count * LeastFree)
        {
            yield return new Symptom(
                @case.Id, Name, ProblemSeverity.Warning,
                DoctorTexts.Get("AlternatesLikeTitle", leaning.Count, all.Count, @case.Zh.Title, string.Join(" / ", leaning.Take(ShownAtMost))));
        }
    }

    private static IEnumerable<string> Pairs(string text) =>
        Tokenizer.Tokenize(TextFolding.Fold(text)).Where(token => token.Kind == TokenKind.HanPair).Select(token => token.Text);
}
