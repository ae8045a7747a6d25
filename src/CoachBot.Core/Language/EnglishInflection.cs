namespace CoachBot.Core.Language;

/// <summary>Tells whether an English word is a form of another, for word lists that people write by hand.</summary>
public static class EnglishInflection
{
    private static readonly string[] Endings = ["", "s", "es", "d", "ed", "ing", "er", "ers", "ies", "ied", "y", "e"];

    /// <summary>Whether <paramref name="word"/> is <paramref name="form"/> or one of its regular inflections (<c>sue</c>: sued, suing).</summary>
    public static bool IsFormOf(string word, string form)
    {
        if (word == form)
        {
            return true;
        }

        if (form.Length < 3 || Math.Abs(word.Length - form.Length) > 4)
        {
            return false;
        }

        // cry: crying goes on from the whole word, cries from its stem
        if (word.StartsWith(form, StringComparison.Ordinal) && IsEnding(word.AsSpan(form.Length)))
        {
            return true;
        }

        var stem = form[^1] is 'e' or 'y' ? form[..^1] : form;
        if (!word.StartsWith(stem, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = word.AsSpan(stem.Length);
        return IsEnding(rest) || (rest.Length > 2 && rest[0] == stem[^1] && IsEnding(rest[1..]));
    }

    private static bool IsEnding(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (rest.SequenceEqual(ending))
            {
                return true;
            }
        }

        return false;
    }
}
