using System.Globalization;
using CoachBot.Core.Language;

namespace CoachBot.Core.Documents;

/// <summary>
/// Cuts a document into passages at scenes, headings and articles. Only what is too long for one passage is cut further, at the
/// ends of paragraphs, then of sentences. The same text gives the same passages whatever the file format.
/// </summary>
public static class PassageCutter
{
    /// <summary>Longest passage, in characters.</summary>
    public const int Longest = 1_200;

    /// <summary>The passages of a document, in order.</summary>
    public static IReadOnlyList<Passage> Cut(Document document)
    {
        var passages = new List<Passage>();
        var sectionNumber = 0;
        foreach (var section in Section.Of(document))
        {
            sectionNumber++;
            foreach (var (text, page) in Pack(section))
            {
                var number = passages.Count + 1;
                var language = LanguageDetector.Detect(section.Heading + text).IsChinese() ? "zh" : "en";
                var id = string.Create(CultureInfo.InvariantCulture, $"{document.Name}#{number}");
                passages.Add(new Passage(id, document.Name, number, sectionNumber, section.Heading, page, text, language));
            }
        }

        return passages;
    }

    private static IEnumerable<(string Text, int? Page)> Pack(Section section)
    {
        var lines = new List<string>();
        var length = 0;
        var page = section.Page;
        foreach (var block in section.Blocks)
        {
            foreach (var piece in Pieces(block.Text))
            {
                if (lines.Count > 0 && length + piece.Length + 1 > Longest)
                {
                    yield return (string.Join('\n', lines), page);
                    lines.Clear();
                    length = 0;
                }

                page = lines.Count == 0 ? block.Page : page;
                lines.Add(piece);
                length += piece.Length + 1;
            }
        }

        if (lines.Count > 0)
        {
            yield return (string.Join('\n', lines), page);
        }
    }

    private static IEnumerable<string> Pieces(string paragraph)
    {
        var start = 0;
        while (paragraph.Length - start > Longest)
        {
            var end = SentenceEnd(paragraph, start, start + Longest);
            yield return paragraph[start..end].Trim();
            start = end;
        }

        if (start < paragraph.Length)
        {
            yield return paragraph[start..].Trim();
        }
    }

    private static int SentenceEnd(string text, int start, int limit)
    {
        for (var end = limit; end > start + (Longest / 2); end--)
        {
            if (text[end - 1] is '。' or '！' or '？' or '!' or '?' or '”' || (text[end - 1] == '.' && text[end] == ' '))
            {
                return end;
            }
        }

        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
