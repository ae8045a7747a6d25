namespace CoachBot.Core.Privacy.Finding;

/// <summary>Knows payment cards' numbers (ISO/IEC 7812): 13 to 19 digits with the right last one.</summary>
internal static class CardNumbers
{
    /// <summary>The number that a window is; null when it is none.</summary>
    public static FoundNumber? Take(NumberWindow window)
    {
        var digits = window.Digits;
        return digits.Length is >= 13 and <= 19 && IsGrouped(window) && IsChecked(digits) && digits.AsSpan().ContainsAnyExcept(digits[0])
            ? new FoundNumber(window.Start, window.End, PersonalData.CardNumber)
            : null;
    }

    // Cards are written in groups of four to eight; the last group may be shorter.
    private static bool IsGrouped(NumberWindow window)
    {
        for (var group = 0; group < window.Count - 1; group++)
        {
            if (window.Size(group) is < 4 or > 8)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChecked(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            sum += at % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }
}
