namespace CoachBot.Core.Privacy.Finding;

/// <summary>What stands before a number, looked at once however many groups the number may have.</summary>
internal sealed class WordsBefore(MaskDraft draft, int start)
{
    private const int LongestFiller = 14;
    private const int MostFillers = 4;
    private const int MostMarks = 4;

    // What may stand between a word and its number.
    private static readonly string[] Fillers =
        ["号码", "号", "是", "为", "尾号", "number", "num", "no", "nr", "is", "was", "后", "的", "打", "至", "到", "to", "on", "at", "in", "her", "his", "their"];

    private readonly Dictionary<IReadOnlyList<string>, bool> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether one of the words stands right before the number, but for marks and fillers.</summary>
    public bool Has(IReadOnlyList<string> words)
    {
        if (!_known.TryGetValue(words, out var has))
        {
            _known[words] = has = Look(words);
        }

        return has;
    }

    /// <summary>The length of the longest word that ends at a place, 0 for none; a Latin word must stand alone.</summary>
    public static int EndsWithAny(MaskDraft draft, int end, IReadOnlyList<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            var alone = !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(draft[end - word.Length - 1]);
            longest = word.Length > longest && alone && draft.Has(end - word.Length, word) ? word.Length : longest;
        }

        return longest;
    }

    private bool Look(IReadOnlyList<string> words)
    {
        var at = start;
        for (var round = 0; round < MostFillers && start - at <= LongestFiller; round++)
        {
            at = BackOverMarks(at);
            if (EndsWithAny(draft, at, words) > 0)
            {
                return true;
            }

            var filler = EndsWithAny(draft, at, Fillers);
            if (filler == 0)
            {
                return false;
            }

            at -= filler;
        }

        return false;
    }

    private int BackOverMarks(int from)
    {
        var at = from;
        while (from - at < MostMarks && draft[at - 1] is ' ' or ':' or '#' or '.' or '=' or '(' or '"' or '“' or '「' or '\'' or '\u00A0' or ',' or '、' or '/' or '-')
        {
            at--;
        }

        return at;
    }
}
