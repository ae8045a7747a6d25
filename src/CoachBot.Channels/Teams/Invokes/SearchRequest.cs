using System.Text.Json;
using CoachBot.Channels.Teams.Messages;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>What somebody looks for in the search of the message box; all of it is theirs to choose.</summary>
/// <param name="Query">The words and filters, in the trainers' search language; empty when there are none.</param>
/// <param name="IsFirstRun">Whether the search was only just opened.</param>
/// <param name="Skip">How many results were shown before.</param>
/// <param name="Count">How many are wanted, 1 to <see cref="MostCount"/>.</param>
internal sealed record SearchRequest(string Query, bool IsFirstRun, int Skip, int Count)
{
    /// <summary>The command's id in the manifest.</summary>
    public const string CommandId = "searchCases";

    /// <summary>The parameter with the words.</summary>
    public const string Words = "query";

    /// <summary>More than these are not given at once: each comes with its card.</summary>
    public const int MostCount = 25;

    private const int MostSkip = 100_000;

    // Parameters that are filters of the search language, under the same names.
    private static readonly string[] s_filters = ["role", "kind"];

    /// <summary>The request; null when it is for another command.</summary>
    public static SearchRequest? Read(JsonElement? value)
    {
        if (CardActionReader.ObjectOf(value) is not { } payload || CardActionReader.StringOf(payload, "commandId") != CommandId)
        {
            return null;
        }

        var given = ParametersOf(payload);
        var filters = s_filters.Where(name => given.GetValueOrDefault(name) is { Length: > 0 }).Select(name => $"{name}:{given[name].Replace(' ', '-')}");
        var query = string.Join(' ', filters.Prepend(given.GetValueOrDefault(Words, "")).Where(part => part.Length > 0)).Trim();
        var options = payload.TryGetProperty("queryOptions", out var paging) ? paging : default;
        return new SearchRequest(
            query,
            query.Length == 0 || given.GetValueOrDefault("initialRun") == "true",
            Math.Clamp(NumberOf(options, "skip", 0), 0, MostSkip),
            Math.Clamp(NumberOf(options, "count", MostCount), 1, MostCount));
    }

    private static Dictionary<string, string> ParametersOf(JsonElement payload)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (payload.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Array)
        {
            foreach (var parameter in parameters.EnumerateArray().Take(10))
            {
                if (CardActionReader.StringOf(parameter, "name") is { } name && CardActionReader.StringOf(parameter, "value") is { } text)
                {
                    given[name] = text;
                }
            }
        }

        return given;
    }

    private static int NumberOf(JsonElement options, string name, int usual) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number
            ? number.TryGetInt32(out var whole) ? whole : number.GetDouble() < 0 ? 0 : int.MaxValue
            : usual;
}
