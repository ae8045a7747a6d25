using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Writes hits for the reader: picks the language, highlights the title and cuts fragments.</summary>
/// <param name="preferred">The language of the person.</param>
/// <param name="languages">The languages that were searched.</param>
/// <param name="wanted">What was searched for.</param>
internal sealed class HitWriter(AnswerLanguage preferred, IReadOnlyList<string> languages, IReadOnlyList<TermPattern> wanted)
{
    /// <summary>The hit of an entry.</summary>
    public KeywordHit Write(KeywordEntry entry, double score)
    {
        var face = Face(entry);
        var language = Shown(entry, face);
        var title = Show(entry.Title(face), language);
        return entry.Hit(title, language) with
        {
            TitleRanges = Highlighter.Ranges(Highlighter.Find(title, wanted)),
            Score = score,
            Fragments = Fragments.Of(Texts(entry, face, language), wanted),
        };
    }

    /// <summary>The title of an entry in the language of the person, where it has one.</summary>
    public string Title(KeywordEntry entry) => entry.Title(Preferred(entry));

    private static AnswerLanguage Shown(KeywordEntry entry, string face, AnswerLanguage chinese) =>
        face == "en" ? AnswerLanguage.En : entry.IsSimplified ? chinese : AnswerLanguage.ZhHant;

    private AnswerLanguage Shown(KeywordEntry entry, string face) =>
        Shown(entry, face, preferred == AnswerLanguage.ZhHant ? AnswerLanguage.ZhHant : AnswerLanguage.Zh);

    // Not the words of Hong Kong and Taiwan, as on a card: what was searched for must be there to be highlighted.
    private static string Show(string text, AnswerLanguage language) => language == AnswerLanguage.ZhHant ? TraditionalWriter.Spell(text) : text;

    private string Preferred(KeywordEntry entry)
    {
        var own = preferred.IsChinese() ? "zh" : "en";
        var possible = entry.Languages.Where(languages.Contains).ToList();
        return possible.Contains(own) ? own : possible.FirstOrDefault() ?? entry.Languages[0];
    }

    /// <summary>The person's language, unless what was searched for stands only in the other one.</summary>
    private string Face(KeywordEntry entry)
    {
        var own = Preferred(entry);
        var other = entry.Languages.FirstOrDefault(language => language != own && languages.Contains(language));
        return wanted.Count == 0 || other is null || Holds(entry, own) || !Holds(entry, other) ? own : other;
    }

    private bool Holds(KeywordEntry entry, string face) => entry.Texts(face).Select(text => text.Text)
        .Append(entry.Title(face))
        .Any(text => Highlighter.Find(text, wanted).Count > 0);

    private static List<ShownText> Texts(KeywordEntry entry, string face, AnswerLanguage language)
    {
        var texts = entry.Texts(face)
            .Select(text => entry.IsSimplified ? text with { Text = Show(text.Text, language) } : text)
            .ToList();
        if (entry.Tags.Length > 0)
        {
            texts.Add(new ShownText("tags", TextGroup.Tags, entry.Tags));
        }

        return texts;
    }
}
