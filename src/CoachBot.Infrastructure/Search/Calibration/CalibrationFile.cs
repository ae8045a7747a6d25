using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Infrastructure.Search.Evidence;

namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>What <c>knowledge calibrate</c> learnt, kept beside the pack as <c>calibration.json</c>.</summary>
/// <param name="Zh">For questions in Chinese.</param>
/// <param name="En">For questions in English.</param>
internal sealed record CalibrationFile(Fusion Zh, Fusion En)
{
    /// <summary>The same where there are too many cases for a voter; null in files that were written before there was such a thing.</summary>
    public VoterlessFusions? WithoutVoter { get; init; }

    /// <summary>The file's name in the knowledge folder.</summary>
    public const string Name = "calibration.json";

    /// <summary>Used for a pack that was never calibrated: careful weights, learnt on the first pack.</summary>
    public static CalibrationFile Default { get; } = new(
        new Fusion([10f, 12f, 2f, 1.3f], [2f, 0.6f, 0.2f, -0.3f, 1f, 0.5f, 0.5f, 1f, -2f]),
        new Fusion([5f, 15f, 3f, 1f], [2f, 0.6f, 0.2f, -0.3f, 1f, 0.5f, 0.5f, 1f, -2f]));

    /// <summary>Used where a pack's file says nothing of an index without a voter: learnt on the first pack.</summary>
    public static VoterlessFusions DefaultWithoutVoter { get; } = new(
        new Fusion([21f, 28.5f, 23.5f, 0f], [3.46f, 0.637f, 0f, 0f, -0.399f, -1.788f, 0.08f, 5.995f, -5.331f]),
        new Fusion([8.29f, 22.8f, 17.1f, 0f], [3.191f, 0.821f, 0f, 0f, -0.071f, -0.334f, -1.764f, 4.056f, -3.695f]));

    /// <summary>Reads the file of a pack; the default when it is missing or not usable.</summary>
    public static CalibrationFile Read(string folder)
    {
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, Name)), CalibrationJson.Default.CalibrationFile);
            return read is null || !IsWhole(read.Zh) || !IsWhole(read.En) ? Default
                : read.WithoutVoter is { } voterless && IsWhole(voterless.Zh) && IsWhole(voterless.En) ? read
                : read with { WithoutVoter = null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return Default;
        }
    }

    /// <summary>Writes the file of a pack.</summary>
    public void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(this, CalibrationJson.Default.CalibrationFile) + "\n");

    private static bool IsWhole(Fusion? fusion) =>
        fusion is { Ranking.Length: Fusion.RankingWeights, Confidence.Length: ConfidenceFeatures.Count + 1 };
}

/// <summary>Source-generated JSON of the calibration.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CalibrationFile))]
internal sealed partial class CalibrationJson : JsonSerializerContext;
