using System.Diagnostics.CodeAnalysis;

namespace CoachBot.Core.Tips;

/// <summary>Finds time zones by their IANA names.</summary>
public static class TimeZones
{
    private const string SureToExist = "Asia/Shanghai";

    /// <summary>
    /// Whether this machine knows time zones by name at all. Linux has them in the package <c>tzdata</c>; without it only UTC is known.
    /// </summary>
    public static bool AreKnown => Find(SureToExist, out _);

    /// <summary>The zone of a name, exactly as the IANA spells it; false when this machine does not know it.</summary>
    public static bool Find(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;

        // A name is a path below the machine's zone folder: nothing that could leave it.
        return IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 60 && char.IsAsciiLetter(name[0]) && !name.Contains("..", StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+');
}
