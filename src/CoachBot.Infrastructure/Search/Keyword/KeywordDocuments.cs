using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using Lucene.Net.Documents;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>
/// Makes one Lucene document of a case with both faces, or of a passage. One document, not one a face: a query may mix the
/// languages, and what it excludes must not come back through the other face.
/// </summary>
internal static class KeywordDocuments
{
    /// <summary>The document of an entry.</summary>
    public static Document Of(KeywordEntry entry)
    {
        Document document = [new StoredField(KeywordIndexFields.StoredId, entry.Id)];
        foreach (var language in entry.Languages)
        {
            Add(document, TextGroup.Title, language, [entry.Title(language)]);
            foreach (var group in entry.Texts(language).GroupBy(text => text.Group))
            {
                Add(document, group.Key, language, group.Select(text => text.Text));
            }
        }

        Add(document, TextGroup.Tags, "", entry.Values(KeywordField.Tag));
        Add(document, TextGroup.Name, "", [entry.Id]);
        foreach (var field in Enum.GetValues<KeywordField>())
        {
            foreach (var value in entry.Values(field))
            {
                document.Add(new StringField(KeywordIndexFields.Filter(field), TextFolding.Fold(value), Field.Store.NO));
            }
        }

        return document;
    }

    private static void Add(Document document, TextGroup group, string language, IEnumerable<string> texts) =>
        document.Add(new TextField(KeywordIndexFields.Text(group, language), new KeywordStream(texts)));
}
