using System.Globalization;

namespace CoachBot.Core.Privacy.Finding;

/// <summary>
/// Knows telephone numbers: of the mainland, Hong Kong, Macau, Taiwan and Singapore in their own forms, of all other countries with a
/// plus. Hotlines (95588, 400-...) are no personal data.
/// </summary>
internal static class PhoneNumbers
{
    private static readonly string[] Words =
    [
        "电话", "手机", "手机号", "座机", "联系方式", "联系", "致电", "拨打", "打给", "来电", "固话", "传真", "微信", "whatsapp",
        "tel", "telephone", "phone", "mobile", "cell", "call", "called", "calls", "ring", "dial", "fax", "contact", "hp", "phone no", "mobile no",
    ];

    /// <summary>The number that a window is; null when it is none.</summary>
    public static FoundNumber? Take(NumberWindow window)
    {
        var digits = window.Digits;
        var plus = PlusBefore(window);
        if (digits.Length < 7 || IsHotline(digits))
        {
            return null;
        }

        var found = plus is not null
            ? IsAbroad(digits)
            : IsMobile(digits) || IsWithCode(window, digits) || IsLandline(window, digits) || IsEight(window, digits)
                || (digits.Length <= 15 && !IsDay(digits) && window.Before.Has(Words));
        return found && (plus is not null || !Context.IsAmount(window)) ? new FoundNumber(plus ?? BracketBefore(window), window.End, PersonalData.Phone) : null;
    }

    // Where a plus begins the number; null when there is none.
    private static int? PlusBefore(NumberWindow window)
    {
        var at = window.Draft[window.Start - 1] == '(' ? window.Start - 1 : window.Start;
        return window.Draft[at - 1] == '+' ? at - 1 : null;
    }

    private static int BracketBefore(NumberWindow window) =>
        window.Draft[window.Start - 1] == '(' && window.Draft.Span(window.Start, window.End).Contains(')') ? window.Start - 1 : window.Start;

    private static bool IsMobile(string digits) => digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9';

    // A number with its country: what follows has the length that the country's numbers have.
    private static bool IsAbroad(string digits) => Country(digits) is { } national
        ? IsNational(digits[..^national.Length], national)
        : digits.Length is >= 9 and <= 15;

    private static bool IsNational(string code, string national) => code switch
    {
        "86" => IsMobile(national) || national.Length is >= 9 and <= 11,
        "886" => national.Length is >= 8 and <= 10,
        _ => national.Length == 8,
    };

    private static readonly string[] Countries = ["886", "852", "853", "86", "65"];

    private static string? Country(string digits) => Countries
        .Where(code => digits.StartsWith(code, StringComparison.Ordinal))
        .Select(code => digits[code.Length..])
        .FirstOrDefault();

    // "0086 ...", "86 138...", "852 9123 4567": the code stands as a group of its own, or before a mobile number.
    private static bool IsWithCode(NumberWindow window, string digits)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return IsAbroad(digits[2..]);
        }

        return Country(digits) is { } national && (digits.StartsWith("86", StringComparison.Ordinal)
            ? IsMobile(national)
            : window.Count > 1 && window.Size(0) == digits.Length - national.Length && national.Length == 8 && national[0] >= '2');
    }

    private static bool IsLandline(NumberWindow window, string digits)
    {
        if (digits[0] != '0' || digits[1] == '0')
        {
            return false;
        }

        var mainland = digits.Length is 11 or 12 || (digits.Length == 10 && digits[1] is >= '3');
        var taiwan = digits.Length is 9 or 10 && digits[1] is >= '2' and <= '9';
        return window.Count == 1 ? (mainland || (taiwan && digits.Length == 10)) && !window.TouchesLetter : (mainland || taiwan) && IsAreaFirst(window);
    }

    private static bool IsAreaFirst(NumberWindow window) => window.Size(0) is >= 2 and <= 4 && (window.Count == 2 ? window.Size(1) is >= 6 : window.Size(1) is >= 3);

    // Hong Kong, Macau and Singapore write eight digits as four and four.
    private static bool IsEight(NumberWindow window, string digits) =>
        digits.Length == 8 && window.Count == 2 && window.Size(0) == 4 && digits[0] is >= '2' && !window.TouchesLetter
        && !(IsYear(digits[..4]) && IsYear(digits[4..]));

    private static bool IsYear(string digits) => digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal);

    private static bool IsDay(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100;

    private static bool IsHotline(string digits) => digits.Length == 10 && (digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal));
}
