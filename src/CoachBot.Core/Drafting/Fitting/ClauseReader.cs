using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting.Fitting;

/// <summary>Cuts a sentence into clauses, and these into Chinese characters and Latin words.</summary>
internal static class ClauseReader
{
    private const string Ends = ",.;:!?，。；：！？、\n\r()（）";
    private const string Marks = " \t'\"-–—…“”‘’「」『』《》〈〉/%％+";

    /// <summary>Whether a text holds nothing but letters, digits, spaces and the marks of ordinary prose.</summary>
    public static bool IsPlain(string text) => text.All(character =>
        char.IsLetterOrDigit(character) || Ends.Contains(character, StringComparison.Ordinal) || Marks.Contains(character, StringComparison.Ordinal));

    /// <summary>The clauses, none of them empty; every unit is folded.</summary>
    public static List<List<string>> Read(string text)
    {
        var clauses = new List<List<string>>();
        foreach (var part in TextFolding.Fold(text).Split(Folded, StringSplitOptions.RemoveEmptyEntries))
        {
            var units = Tokenizer.Tokenize(part).Where(token => token.Kind != TokenKind.HanPair).Select(token => token.Text).ToList();
            if (units.Count > 0)
            {
                clauses.Add(units);
            }
        }

        return clauses;
    }

    private static readonly char[] Folded = [.. Ends.Select(TextFolding.Fold).Concat(Ends).Distinct()];
}
