using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents;

/// <summary>Tells by its first words that a line begins something of its own, where nothing of its looks does.</summary>
public static partial class LineStarts
{
    /// <summary>Whether the line begins with the number of a heading or of a list's item.</summary>
    public static bool IsNumbered(string line) => HeadingRules.IsNumbered(line) || ListNumber().IsMatch(line);

    [GeneratedRegex(@"^[(（]?\d{1,2}\s?[)）、]|^\d{1,2}[.．](?!\d)|^\d{1,2}(?:[.．]\d{1,2}){1,3}(?=[\s、\p{IsCJKUnifiedIdeographs}])")]
    private static partial Regex ListNumber();
}
