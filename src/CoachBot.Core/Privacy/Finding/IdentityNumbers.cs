using System.Globalization;

namespace CoachBot.Core.Privacy.Finding;

/// <summary>Knows identity numbers of the PRC (GB 11643): eighteen with a check character, fifteen in the old form.</summary>
internal static class IdentityNumbers
{
    private const int Long = 18;
    private const int Old = 15;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly string[] Words = ["身份证", "身份证号", "身份证号码", "证件号", "证件号码", "id card", "identity card", "id number", "identity number", "id no"];

    /// <summary>The number that a window is; null when it is none.</summary>
    public static FoundNumber? Take(NumberWindow window)
    {
        var digits = window.Digits;
        var end = window.End;
        if (digits.Length == Long - 1 && window.Draft[end] == 'x' && !char.IsAsciiLetter(window.Draft[end + 1]))
        {
            digits += 'x';
            end++;
        }

        return IsIdentity(window, digits) ? new FoundNumber(window.Start, end, PersonalData.IdentityNumber) : null;
    }

    // After the word itself a mistyped number is one, too.
    private static bool IsIdentity(NumberWindow window, string digits) => digits.Length switch
    {
        Long => (IsDay(digits.AsSpan(6, 8)) && IsChecked(digits)) || window.Before.Has(Words),
        Old => (window.Count == 1 && IsProvince(digits) && IsDay("19" + digits[6..12])) || window.Before.Has(Words),
        _ => false,
    };

    private static bool IsChecked(string digits)
    {
        var sum = 0;
        for (var at = 0; at < Weights.Length; at++)
        {
            sum += (digits[at] - '0') * Weights[at];
        }

        return digits[^1] == "10x98765432"[sum % 11];
    }

    private static bool IsDay(ReadOnlySpan<char> day) =>
        DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1880 and <= 2100;

    private static bool IsProvince(string digits) => int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture)
        is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82;
}
