using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The texts of one resource file; each is looked up once, as the usual look-up takes a lock that all answers would share.</summary>
/// <param name="type">The type beside which the file lies, and whose name it has.</param>
public sealed class KnownTexts(Type type)
{
    private static readonly CultureInfo Chinese = new("zh");
    private readonly ResourceManager _file = new(type);
    private readonly ConcurrentDictionary<(string Name, bool IsChinese), string> _known = new();

    /// <summary>The text of that name in one of the two languages that are written; Traditional characters are the caller's to show.</summary>
    /// <exception cref="MissingManifestResourceException">The file has no such text.</exception>
    public string Get(string name, AnswerLanguage language) => _known.GetOrAdd((name, language.IsChinese()), Read);

    private string Read((string Name, bool IsChinese) text) =>
        _file.GetString(text.Name, text.IsChinese ? Chinese : CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(text.Name);
}
