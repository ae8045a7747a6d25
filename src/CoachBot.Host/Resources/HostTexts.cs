using System.Globalization;
using System.Resources;

namespace CoachBot.Host.Resources;

/// <summary>The sentences of the command line (<c>HostTexts.resx</c>), in the language of the terminal.</summary>
internal static class HostTexts
{
    private static readonly ResourceManager Manager = new(typeof(HostTexts));

    /// <summary>The sentence of that name with its blanks filled in.</summary>
    public static string Get(string name, params object[] blanks)
    {
        var text = Manager.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);
        return blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks);
    }

    /// <summary>Takes the language of the terminal from the environment: Chinese for <c>zh*</c>, else English.</summary>
    public static void FollowTerminal()
    {
        var names = new[] { "LC_ALL", "LC_MESSAGES", "LANG" };
        var locale = names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        CultureInfo.CurrentUICulture = locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? new CultureInfo("zh") : CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture;
    }
}
