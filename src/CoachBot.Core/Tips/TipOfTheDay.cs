using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>Tips from the pack alone: the days walk through all cases in an order that mixes the topics.</summary>
public sealed class TipOfTheDay(ICaseIndex index, TimeProvider time) : ITips
{
    /// <inheritdoc />
    public Task<Reply.Tip?> TodayAsync(ConversationKey where, AnswerLanguage language, CancellationToken cancel)
    {
        var cases = InOrder();
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime).DayNumber;
        return Task.FromResult(cases.Count == 0 ? null : Tip(cases[today % cases.Count], language));
    }

    /// <inheritdoc />
    public Task<Reply.Tip?> AnotherAsync(ConversationKey where, string? shown, AnswerLanguage language, CancellationToken cancel)
    {
        var cases = InOrder();
        var next = cases.FindIndex(@case => @case.Id == shown) + 1;
        return Task.FromResult(cases.Count == 0 ? null : Tip(cases[next % cases.Count], language));
    }

    /// <summary>A case's tip in one language.</summary>
    public static Reply.Tip Tip(Case @case, AnswerLanguage language)
    {
        var face = @case.In(language);
        var lesson = new TipLesson(language, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Tip, language));
        return new Reply.Tip(@case.Id, [lesson], face.Drill is not null, language);
    }

    private List<Case> InOrder() => index.Pack.Cases
        .Where(@case => @case.Published)
        .OrderBy(@case => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(@case.Id))), StringComparer.Ordinal)
        .ToList();
}
