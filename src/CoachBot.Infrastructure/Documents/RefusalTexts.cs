using System.Globalization;
using System.Resources;
using CoachBot.Core.Documents;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Why a file was not read, and what to do, in the language of the person at the terminal (<c>RefusalTexts.resx</c>).</summary>
public static class RefusalTexts
{
    private static readonly ResourceManager Resources = new(typeof(RefusalTexts));

    /// <summary>The sentence for a reason.</summary>
    public static string Of(RefusalReason reason) => string.Format(
        CultureInfo.CurrentCulture,
        Resources.GetString(reason.ToString(), CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(reason.ToString()),
        DocumentGate.MostBytes / (1024 * 1024),
        string.Join(' ', DocumentReaders.All().SelectMany(reader => reader.Endings)));
}
