namespace CoachBot.Core.Privacy.Finding;

/// <summary>Finds e-mail addresses: what stands around an @.</summary>
internal static class EmailAddresses
{
    private const int LongestName = 64;
    private const int LongestDomain = 255;

    /// <summary>Hides them.</summary>
    public static void Find(MaskDraft draft)
    {
        for (var at = 1; at < draft.Length - 1; at++)
        {
            if (draft[at] != '@')
            {
                continue;
            }

            var start = at;
            while (at - start < LongestName && IsNamePart(draft[start - 1]))
            {
                start--;
            }

            var end = DomainEnd(draft, at + 1);
            if (start < at && end > 0)
            {
                draft.Hide(start, end, PersonalData.Email);
                at = end;
            }
        }
    }

    // The end of a domain with at least one dot inside; 0 when there is none.
    private static int DomainEnd(MaskDraft draft, int start)
    {
        var lastDot = 0;
        var end = start;
        while (end - start < LongestDomain && (char.IsAsciiLetterOrDigit(draft[end]) || draft[end] is '-' or '.'))
        {
            lastDot = draft[end] == '.' && char.IsAsciiLetterOrDigit(draft[end + 1]) ? end : lastDot;
            end++;
        }

        while (end > start && draft[end - 1] is '.' or '-')
        {
            end--;
        }

        return lastDot > start ? end : 0;
    }

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-';
}
