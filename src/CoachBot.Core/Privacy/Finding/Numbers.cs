namespace CoachBot.Core.Privacy.Finding;

/// <summary>Finds numbers that name a person, a card or an account, among all the numbers that mean something else.</summary>
internal static class Numbers
{
    private const int FewestDigits = 6;
    private const int MostDigits = 20;
    private const int MostParting = 3;

    /// <summary>Hides them.</summary>
    public static void Find(MaskDraft draft)
    {
        var groups = Groups(draft);
        for (var first = 0; first < groups.Count; first++)
        {
            first = Hide(draft, groups, first);
        }
    }

    // Hides the number that begins with a group and returns its last group; the group itself when it begins none.
    private static int Hide(MaskDraft draft, List<DigitGroup> groups, int first)
    {
        var windows = Windows(draft, groups, first);
        foreach (var find in Finders)
        {
            foreach (var window in windows)
            {
                if (find(window) is { } found)
                {
                    draft.Hide(found.Start, found.End, found.Kind);
                    return window.Last;
                }
            }
        }

        return first;
    }

    private static readonly Func<NumberWindow, FoundNumber?>[] Finders =
        [IdentityNumbers.Take, CardNumbers.Take, AccountNumbers.Take, PhoneNumbers.Take];

    // The group alone first, then as many groups together as can be one number.
    private static List<NumberWindow> Windows(MaskDraft draft, List<DigitGroup> groups, int first)
    {
        var windows = new List<NumberWindow>();
        if (groups[first].Length > MostDigits)
        {
            return windows;
        }

        var before = new WordsBefore(draft, groups[first].Start);
        var digits = "";
        for (var last = first; last < groups.Count && (last == first || groups[last - 1].Joins) && digits.Length + groups[last].Length <= MostDigits; last++)
        {
            digits = string.Concat(digits, draft.Span(groups[last].Start, groups[last].End));
            if (digits.Length >= FewestDigits)
            {
                windows.Insert(last == first ? 0 : windows is [var alone, ..] && alone.Last == first ? 1 : 0, new NumberWindow(draft, groups, first, last, digits, before));
            }
        }

        return windows;
    }

    private static List<DigitGroup> Groups(MaskDraft draft)
    {
        var groups = new List<DigitGroup>();
        for (var at = 0; at < draft.Length; at++)
        {
            if (!char.IsAsciiDigit(draft[at]))
            {
                continue;
            }

            var start = at;
            while (char.IsAsciiDigit(draft[at]))
            {
                at++;
            }

            groups.Add(new DigitGroup(start, at, Joins(draft, at)));
        }

        return groups;
    }

    private static bool Joins(MaskDraft draft, int end)
    {
        var at = end;
        while (at - end < MostParting && IsParting(draft[at]))
        {
            at++;
        }

        return at > end && char.IsAsciiDigit(draft[at]);
    }

    private static bool IsParting(char character) =>
        character is ' ' or '\u00A0' or '-' or '(' or ')' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014';
}

/// <summary>A number to be hidden.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct FoundNumber(int Start, int End, PersonalData Kind);
