using System.Globalization;
using System.Resources;

namespace CoachBot.Infrastructure.Storage;

/// <summary>What the store says to the person at the terminal, in the terminal's language (<c>StorageTexts.resx</c>).</summary>
internal static class StorageTexts
{
    private static readonly ResourceManager Resources = new(typeof(StorageTexts));

    /// <summary>The sentence of that name with its blanks filled in.</summary>
    public static string Format(string name, params object[] blanks) => string.Format(
        CultureInfo.InvariantCulture,
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name),
        blanks);
}
