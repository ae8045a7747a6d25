using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Statistics;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary>The figures of a time, as lines or as one JSON object.</summary>
internal static class StatsReport
{
    private static readonly StatsJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>Prints them.</summary>
    public static void Print(Figures figures, InboxCounts messages, IReadOnlyList<string> inDoubt, bool json)
    {
        if (json)
        {
            Terminal.Write(JsonSerializer.Serialize(Shape(figures, messages, inDoubt), Readable.StatsShape));
            return;
        }

        var asked = figures.Questions;
        Terminal.Write(HostTexts.Get("StatsTime", Day(figures.From), Day(figures.To)));
        Terminal.Write(HostTexts.Get("StatsQuestions", asked.Asked, asked.People, Share(asked.AnsweredShare), asked.Choose, asked.Redirected, asked.None));
        Terminal.Write(HostTexts.Get("StatsLatency", Milliseconds(asked.TypicalLatency), Milliseconds(asked.SlowLatency)));
        Terminal.Write(HostTexts.Get("StatsRatings", figures.Ratings.Given, Share(figures.Ratings.HelpfulShare)));
        Terminal.Write(HostTexts.Get("StatsTips", Tips(figures.Tips), figures.Tips.TakenOver));
        Terminal.Write(HostTexts.Get("StatsMessages", messages.Waiting + messages.Claimed, messages.Answered, messages.Failed, messages.InDoubt));
        Terminal.Write(HostTexts.Get(figures.Gaps.Count > 0 ? "StatsGaps" : "StatsNoGaps"));
        foreach (var gap in figures.Gaps)
        {
            Terminal.Write($"  {gap.Times} × {gap.Text}{(gap.Answered ? "  " + HostTexts.Get("StatsGapAnswered") : "")}");
        }

        foreach (var id in inDoubt)
        {
            Terminal.Write(HostTexts.Get("StatsDoubt", id));
        }
    }

    private static StatsShape Shape(Figures figures, InboxCounts messages, IReadOnlyList<string> inDoubt) => new(
        figures.From,
        figures.To,
        figures.Questions.Asked,
        figures.Questions.AnsweredShare,
        figures.Questions.Answered,
        figures.Questions.Choose,
        figures.Questions.Redirected,
        figures.Questions.None,
        figures.Questions.People,
        figures.Questions.TypicalLatency?.TotalMilliseconds,
        figures.Questions.SlowLatency?.TotalMilliseconds,
        figures.Ratings.Given,
        figures.Ratings.HelpfulShare,
        figures.Gaps,
        figures.Tips.ByState.ToDictionary(state => state.Key.Code(), state => state.Value),
        messages,
        inDoubt);

    private static string Tips(TipCounts tips) => tips.ByState.Count == 0
        ? "0"
        : string.Join(", ", tips.ByState.Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Key.Code()} {state.Value}")));

    private static string Day(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? (known * 100).ToString("F0", CultureInfo.InvariantCulture) + " %" : "-";

    private static string Milliseconds(TimeSpan? time) => time is { } known ? known.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture) + " ms" : "-";
}

/// <summary>The JSON of <c>stats</c>; shares from 0 to 1, latencies in milliseconds.</summary>
internal sealed record StatsShape(
    DateTimeOffset From,
    DateTimeOffset To,
    long Questions,
    double? AnsweredShare,
    long Answered,
    long Choose,
    long Redirected,
    long None,
    long People,
    double? TypicalLatency,
    double? SlowLatency,
    long Ratings,
    double? HelpfulShare,
    IReadOnlyList<GapFigure> Gaps,
    IReadOnlyDictionary<string, long> Tips,
    InboxCounts Messages,
    IReadOnlyList<string> InDoubt);

/// <summary>Source-generated JSON of the figures.</summary>
[JsonSerializable(typeof(StatsShape))]
internal sealed partial class StatsJson : JsonSerializerContext;
