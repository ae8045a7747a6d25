using System.Globalization;
using System.Resources;

namespace CoachBot.Infrastructure.Export;

/// <summary>The fixed words of the paper edition (<c>ExportTexts.resx</c>). It shows both languages, whoever prints it.</summary>
internal static class ExportTexts
{
    private static readonly ResourceManager Resources = new(typeof(ExportTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The Chinese text of that name with its blanks filled in.</summary>
    public static string Zh(string name, params object[] blanks) => Get(name, Chinese, blanks);

    /// <summary>The English text of that name with its blanks filled in.</summary>
    public static string En(string name, params object[] blanks) => Get(name, CultureInfo.InvariantCulture, blanks);

    /// <summary>Both, Chinese first.</summary>
    public static string Both(string name, params object[] blanks) => $"{Zh(name, blanks)}  {En(name, blanks)}";

    private static string Get(string name, CultureInfo culture, object[] blanks) => string.Format(
        CultureInfo.InvariantCulture, Resources.GetString(name, culture) ?? throw new MissingManifestResourceException(name), blanks);
}
