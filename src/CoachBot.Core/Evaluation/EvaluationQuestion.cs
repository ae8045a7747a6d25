using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Core.Evaluation;

/// <summary>A question that judges the engine, one line of a <c>.jsonl</c> file.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>Unique over all files.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    [JsonPropertyName("q")]
    public required string Text { get; init; }

    /// <summary><c>zh</c>, <c>zh-Hant</c>, <c>en</c> or <c>mixed</c>.</summary>
    public required string Lang { get; init; }

    /// <summary>How it is asked: terse, upset, typo...</summary>
    public string? Style { get; init; }

    /// <summary>For questions out of scope: <c>far</c>, <c>near</c> or <c>tricky</c>.</summary>
    public string? Difficulty { get; init; }

    /// <summary>Catalogue units of which any is right; empty for questions out of scope.</summary>
    public IReadOnlyList<string> Expect { get; init => field = value ?? []; } = [];

    /// <summary>For questions that judge the risk signals: exactly these must be raised.</summary>
    public IReadOnlyList<string>? Alerts { get; init; }

    /// <summary>The questions of a file.</summary>
    /// <exception cref="FormatException">A line is no question; the message names file, line and what is wrong.</exception>
    public static List<EvaluationQuestion> ReadFile(string path)
    {
        var questions = new List<EvaluationQuestion>();
        foreach (var (at, line) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            try
            {
                questions.Add(JsonSerializer.Deserialize(line, EvaluationJson.Default.EvaluationQuestion) ?? throw new JsonException("A line must be a question, not null."));
            }
            catch (JsonException e)
            {
                throw new FormatException($"{path}({at + 1}): {e.Message}", e);
            }
        }

        return questions;
    }
}

/// <summary>Source-generated JSON of the evaluation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EvaluationQuestion))]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(EvaluationFloor))]
public sealed partial class EvaluationJson : JsonSerializerContext;
