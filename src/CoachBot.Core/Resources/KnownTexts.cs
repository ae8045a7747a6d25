using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace CoachBot.Core.Resources;

/// <summary>The texts of one resource file; each is looked up once, as the usual look-up takes a lock that all answers would share.</summary>
/// <param name="type">The type beside which the file lies, and whose name it has.</param>
public sealed class KnownTexts(Type type)
{
    private readonly ResourceManager _texts = new(type);
    private readonly ConcurrentDictionary<(string Name, string Culture), string?> _known = new();

    /// <summary>The text of that name; null when the file has none.</summary>
    public string? GetString(string name, CultureInfo culture) =>
        _known.TryGetValue((name, culture.Name), out var known) ? known : _known[(name, culture.Name)] = _texts.GetString(name, culture);
}
