using CoachBot.Core.Doctor;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Calibration;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>The checks that ask the index: whose question finds whom.</summary>
public static class IndexChecks
{
    /// <summary>The checks.</summary>
    /// <param name="index">The index as it answers now.</param>
    /// <param name="folder">The knowledge folder, for the calibration.</param>
    public static IReadOnlyList<ICaseCheck> Of(ICaseIndex index, string folder)
    {
        var tried = new Lazy<List<TriedQuestion>>(() => LeftOutQuestions.Of(index.Pack, CalibrationFile.Read(folder)));
        return [new TypicalQuestionsLostCheck(index), new TypicalQuestionsHardCheck(tried), new AlternatesNearerCheck(tried), new GreedyCaseCheck(tried)];
    }

    /// <summary>Examples for people: each question with where it went.</summary>
    internal static string Show(IEnumerable<(string Text, string? Winner)> questions) =>
        string.Join("; ", questions.Select(question => $"\"{question.Text}\" → {question.Winner ?? "-"}"));

    /// <summary>Names with how often each came, most often first.</summary>
    internal static string Count(IEnumerable<string> names) => string.Join(", ", names
        .CountBy(name => name)
        .OrderByDescending(name => name.Value)
        .ThenBy(name => name.Key, StringComparer.Ordinal)
        .Take(3)
        .Select(name => $"{name.Key} {name.Value}"));
}
