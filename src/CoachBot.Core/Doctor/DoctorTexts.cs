using System.Globalization;
using System.Resources;

namespace CoachBot.Core.Doctor;

/// <summary>What the doctor says (<c>DoctorTexts.resx</c>), in the language of the person at the terminal.</summary>
public static class DoctorTexts
{
    private static readonly ResourceManager Manager = new(typeof(DoctorTexts));

    /// <summary>The sentence of that name with its blanks filled in.</summary>
    public static string Get(string name, params object[] blanks) => string.Format(
        CultureInfo.InvariantCulture,
        Manager.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name),
        blanks);
}
