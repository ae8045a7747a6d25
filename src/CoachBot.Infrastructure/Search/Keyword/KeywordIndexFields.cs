using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Which part of a case a text belongs to; the weight of a word found there.</summary>
internal enum TextGroup
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The free keywords.</summary>
    Tags,

    /// <summary>The id, whose words say what a case is about.</summary>
    Name,

    /// <summary>Typical questions.</summary>
    Asks,

    /// <summary>Situation and cue.</summary>
    Situation,

    /// <summary>What to say, do, avoid, and when to hand over; the text of a passage.</summary>
    Steps,

    /// <summary>Reason, tip, note, drill.</summary>
    Rest,
}

/// <summary>Field names of the keyword index. Texts have a field a language, so that one document holds both faces.</summary>
internal static class KeywordIndexFields
{
    /// <summary>The id as it is shown, stored.</summary>
    public const string StoredId = "stored";

    private static readonly string[] Languages = ["zh", "en"];

    /// <summary>The field of a group of texts in a language; tags and ids have no language.</summary>
    /// <param name="group">The part of the case.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Text(TextGroup group, string language) =>
        group is TextGroup.Tags or TextGroup.Name ? group.ToString() : group + "." + language;

    /// <summary>The field of a filter.</summary>
    public static string Filter(KeywordField field) => "=" + field.Name();

    /// <summary>Every text field of these languages with its weight.</summary>
    public static List<(string Field, float Weight)> Of(IReadOnlyCollection<string> languages) => Enum.GetValues<TextGroup>()
        .SelectMany(group => Languages.Where(languages.Contains).Select(language => (Text(group, language), Weight(group))))
        .Distinct()
        .ToList();

    /// <summary>How much a word in that part says about the whole case.</summary>
    public static float Weight(TextGroup group) => group switch
    {
        TextGroup.Title => 8,
        TextGroup.Tags => 5,
        TextGroup.Name => 4,
        TextGroup.Asks => 3,
        TextGroup.Situation => 2.5f,
        TextGroup.Steps => 1.5f,
        _ => 1,
    };
}
