using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Channels.Text;

/// <summary>A page of the keyword search as one line of JSON.</summary>
public static class KeywordJson
{
    private static readonly KeywordJsonSource Source = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>The page in one line.</summary>
    /// <param name="text">The query as it was typed.</param>
    /// <param name="results">What was found.</param>
    /// <param name="language">The language of the hints.</param>
    public static string Of(string text, KeywordResults results, AnswerLanguage language) => JsonSerializer.Serialize(
        new KeywordPageShape(
            text, results.Total, results.Page, results.Pages,
            results.Hits.Select(Shape).ToList(),
            results.Hints.Select(hint => hint.In(language)).ToList()),
        Source.KeywordPageShape);

    private static KeywordHitShape Shape(KeywordHit hit) => new(
        hit.Id, hit.Kind, hit.Title, hit.Score, hit.Published ? "published" : "draft", hit.Language.Code(), hit.Roles, hit.Tags, hit.Document, hit.Heading, hit.Page,
        hit.Fragments.Select(fragment => new KeywordFragmentShape(
            fragment.Field, fragment.Text, fragment.Ranges.Select(range => new[] { range.Start, range.Length }).ToList())).ToList());
}

internal sealed record KeywordPageShape(
    string Query, int Total, int Page, int Pages, IReadOnlyList<KeywordHitShape> Hits, IReadOnlyList<string> Hints);

internal sealed record KeywordHitShape(
    string Id, string Kind, string Title, double Score, string Status, string Language, IReadOnlyList<string> Roles, IReadOnlyList<string> Tags,
    string? Document, string? Heading, int? Page, IReadOnlyList<KeywordFragmentShape> Fragments);

internal sealed record KeywordFragmentShape(string Field, string Text, IReadOnlyList<int[]> Ranges);

[JsonSerializable(typeof(KeywordPageShape))]
internal sealed partial class KeywordJsonSource : JsonSerializerContext;
