namespace CoachBot.Core.Privacy.Finding;

/// <summary>Finds Hong Kong identity card numbers: one or two letters, six digits, and a check character with or without brackets.</summary>
internal static class HongKongIds
{
    private const int Digits = 6;

    /// <summary>Hides them.</summary>
    public static void Find(MaskDraft draft)
    {
        for (var start = 0; start + Digits < draft.Length; start++)
        {
            if (!char.IsAsciiLetter(draft[start]) || char.IsAsciiLetterOrDigit(draft[start - 1]))
            {
                continue;
            }

            var letters = char.IsAsciiLetter(draft[start + 1]) ? 2 : 1;
            if (End(draft, start, letters) is { } end)
            {
                draft.Hide(start, end, PersonalData.HongKongId);
            }
        }
    }

    private static int? End(MaskDraft draft, int start, int letters)
    {
        var digits = start + letters;
        for (var at = 0; at < Digits; at++)
        {
            if (!char.IsAsciiDigit(draft[digits + at]))
            {
                return null;
            }
        }

        var check = digits + Digits;
        check += draft[check] == ' ' && draft[check + 1] == '(' ? 1 : 0;
        var bracket = draft[check] == '(' ? 1 : 0;
        check += bracket;
        var end = check + 1 + (bracket == 1 && draft[check + 1] == ')' ? 1 : 0);
        return IsCheck(draft[check]) && !char.IsAsciiLetterOrDigit(draft[end]) && Sum(draft, start, letters, check) % 11 == 0 ? end : null;
    }

    private static bool IsCheck(char character) => char.IsAsciiDigit(character) || character == 'a';

    // A single letter counts as if a blank, worth 36, stood before it.
    private static int Sum(MaskDraft draft, int start, int letters, int check)
    {
        var sum = letters == 1 ? (36 * 9) + (Value(draft[start]) * 8) : (Value(draft[start]) * 9) + (Value(draft[start + 1]) * 8);
        for (var at = 0; at < Digits; at++)
        {
            sum += (draft[start + letters + at] - '0') * (7 - at);
        }

        return sum + Value(draft[check]);
    }

    private static int Value(char character) => char.IsAsciiDigit(character) ? character - '0' : character - 'a' + 10;
}
