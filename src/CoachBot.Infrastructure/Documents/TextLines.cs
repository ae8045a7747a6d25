namespace CoachBot.Infrastructure.Documents;

/// <summary>Splits text into the lines that say something.</summary>
internal static class TextLines
{
    /// <summary>The lines, trimmed; empty ones are left out.</summary>
    public static IEnumerable<string> Of(string text) =>
        text.Split(['\n', '\r']).Select(line => line.Trim()).Where(line => line.Length > 0);
}
