using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>How titles are ordered in a list: English by letters, Chinese by reading as in a dictionary.</summary>
internal static class TitleOrder
{
    /// <summary>A key that sorts ordinally; each character keeps its place beside its reading, so that homophones stay together.</summary>
    public static string Key(string title) => string.Concat(TextFolding.Fold(title)
        .Where(character => char.IsLetterOrDigit(character) || character == ' ')
        .Select(character => Readings.Of(character) is { } reading ? reading + ' ' + character : character.ToString()));
}
