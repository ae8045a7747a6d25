using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;

namespace CoachBot.Channels.Text;

/// <summary>An answer as one line of JSON; the shape is a contract (README, "The JSON of an answer").</summary>
public static class AnswerJson
{
    /// <summary>What <c>/new</c> prints.</summary>
    public const string NewConversation = """{"outcome":"new","matches":[]}""";

    /// <summary>The answer in one line.</summary>
    public static string Of(Answer answer) => JsonSerializer.Serialize(Shape(answer), Source.AnswerShape);

    // Chinese stays readable; the line goes to a terminal or a program, never into a web page unescaped.
    private static readonly AnswerJsonSource Source = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    private static AnswerShape Shape(Answer answer) => new(
        answer.Question,
        answer.Language.Code(),
        answer.Outcome.ToString().ToLowerInvariant(),
        answer.Matches.Select(match => new MatchShape(match.Id, match.Title, match.Kind.Code(), match.Score, match.Covers, ExplanationOf(match.Why))).ToList(),
        answer.Card is { } card ? CardOf(card) : null,
        answer.Redirect is { } redirect ? new RedirectShape(redirect.Id, redirect.Title, redirect.Line, redirect.To) : null,
        answer.Alerts.Select(alert => new AlertShape(alert.Id, alert.Text)).ToList());

    private static CardShape CardOf(CounterCard card) => new(
        card.Id,
        card.Title,
        card.Say.Select(line => line.Text).ToList(),
        card.Do.Select(line => line.Text).ToList(),
        card.Avoid.Select(item => new AvoidShape(item.Dont, item.Instead, item.Why)).ToList(),
        card.Escalate.Select(item => new EscalateShape(item.When, item.To, item.Within)).ToList(),
        card.Why,
        card.Sources);

    private static WhyShape? ExplanationOf(HitExplanation? why) =>
        why is null ? null : new WhyShape(why.Text, why.Alternate, why.NearestAlternate, why.Vote, why.Terms);
}

internal sealed record AnswerShape(
    string Question, string Language, string Outcome, IReadOnlyList<MatchShape> Matches, CardShape? Card,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RedirectShape? Redirect, IReadOnlyList<AlertShape> Alerts);

internal sealed record MatchShape(
    string Id, string Title, string Kind, double Score, IReadOnlyList<string> Covers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WhyShape? Why);

internal sealed record WhyShape(double Text, double Alternate, string? NearestAlternate, double Vote, IReadOnlyList<string> Terms);

internal sealed record CardShape(
    string Id, string Title, IReadOnlyList<string> Say, IReadOnlyList<string> Do, IReadOnlyList<AvoidShape> Avoid,
    IReadOnlyList<EscalateShape> Escalate, string Why, IReadOnlyList<string> Sources);

internal sealed record AvoidShape(string Dont, string? Instead, string? Why);

internal sealed record EscalateShape(string When, string To, string Within);

internal sealed record RedirectShape(string Id, string Title, string Line, string To);

internal sealed record AlertShape(string Id, string Text);

[JsonSerializable(typeof(AnswerShape))]
internal sealed partial class AnswerJsonSource : JsonSerializerContext;
