using System.Globalization;
using System.Resources;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>The sentences of the case loader, in the language of the person at the terminal (<c>ProblemTexts.resx</c>).</summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager Resources = new(typeof(ProblemTexts));

    /// <summary>The sentence of that name with its blanks filled in.</summary>
    public static string Format(string name, params object[] blanks) => string.Format(
        CultureInfo.CurrentCulture,
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name),
        blanks);
}
