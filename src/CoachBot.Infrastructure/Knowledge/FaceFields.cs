using System.Globalization;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>The fields of a face by their names in files, as <c>house</c> and the parallel check need them.</summary>
internal static class FaceFields
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["avoid"] = ["dont", "instead", "why"],
        ["escalate"] = ["when", "to", "within"],
        ["drill"] = ["customer", "wrong", "good"],
    };

    private static readonly string[] Texts = ["title", "cue", "situation", "why", "tip", "note", "drill"];

    /// <summary>The fields that hold lists and must be equally long in both faces.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["asks", "say", "do", "avoid", "escalate", "drill.wrong", "drill.good"];

    /// <summary>How many items a list field has.</summary>
    public static int Count(Face face, string field) => field switch
    {
        "asks" => face.Asks.Count,
        "say" => face.Say.Count,
        "do" => face.Do.Count,
        "avoid" => face.Avoid.Count,
        "escalate" => face.Escalate.Count,
        "drill.wrong" => face.Drill?.Wrong.Count ?? 0,
        "drill.good" => face.Drill?.Good.Count ?? 0,
        _ => 0,
    };

    /// <summary>Whether a path such as <c>say</c>, <c>do.4</c> or <c>escalate.1.within</c> points at something in a face.</summary>
    public static bool Exists(Face face, string path)
    {
        var steps = path.Split('.');
        if (Texts.Contains(steps[0]))
        {
            return steps.Length == 1 || (steps[0] == "drill" && Parts["drill"].Contains(steps[1]));
        }

        if (!Lists.Contains(steps[0]))
        {
            return false;
        }

        return steps.Length switch
        {
            1 => Count(face, steps[0]) > 0,
            2 => IsItem(face, steps),
            3 => IsItem(face, steps) && Parts.TryGetValue(steps[0], out var parts) && parts.Contains(steps[2]),
            _ => false,
        };
    }

    private static bool IsItem(Face face, string[] steps) =>
        int.TryParse(steps[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= Count(face, steps[0]);
}
