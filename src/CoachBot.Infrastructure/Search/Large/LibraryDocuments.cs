using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Indexing;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>Makes the block of documents of a case or redirect.</summary>
internal sealed class LibraryDocuments(TextAnalysis analysis)
{
    /// <summary>A case's block; a draft's is one document without terms.</summary>
    public List<Document> Of(LibraryEntry entry)
    {
        var head = Head(entry.Case.Id, entry.Case.Published ? CaseTexts.Of(entry.Case) : []);
        head.Add(new StringField(LibraryFields.Holds, LibraryFields.Card, Field.Store.NO));
        head.Add(new StoredField(LibraryFields.Card, JsonSerializer.SerializeToUtf8Bytes(entry.Case, PackJson.Default.Case)));
        Keep(entry.Alternates, head);
        return Block(head, entry.Case.Id, entry.Case.Published ? [.. entry.Asks, .. entry.Case.Zh.Asks, .. entry.Case.En.Asks] : []);
    }

    /// <summary>A redirect's block.</summary>
    public List<Document> Of(Redirect redirect, Alternates? alternates)
    {
        var head = Head(redirect.Id, CaseTexts.Of(redirect));
        Keep(alternates, head);
        return Block(head, redirect.Id, [.. LibraryEntry.AsksOf(alternates), .. redirect.Zh.Asks, .. redirect.En.Asks]);
    }

    private static void Keep(Alternates? alternates, Document head)
    {
        if (alternates is not null)
        {
            head.Add(new StringField(LibraryFields.Holds, LibraryFields.Alternates, Field.Store.NO));
            head.Add(new StoredField(LibraryFields.Alternates, JsonSerializer.SerializeToUtf8Bytes(alternates, PackJson.Default.Alternates)));
        }
    }

    private Document Head(string id, IEnumerable<(string Text, int Weight)> parts)
    {
        var terms = new List<string>(1024);
        foreach (var (text, weight) in parts)
        {
            var analyzed = analysis.AnalyzeForIndex(text);
            for (var copy = 0; copy < weight; copy++)
            {
                terms.AddRange(analyzed.Terms);
                terms.AddRange(analyzed.Concepts);
            }
        }

        return Placed(id, 0, LibraryFields.Text, terms);
    }

    private List<Document> Block(Document head, string id, List<string> asks)
    {
        var block = new List<Document>(asks.Count + 1) { head };
        foreach (var wording in asks)
        {
            var analyzed = analysis.AnalyzeForIndex(wording, sounds: true);
            var document = Placed(id, block.Count, LibraryFields.Asks, [.. analyzed.Terms, .. analyzed.Concepts, .. analyzed.Features]);
            document.Add(new StoredField(LibraryFields.Wording, wording));
            block.Add(document);
        }

        return block;
    }

    private static Document Placed(string id, int place, string field, List<string> terms)
    {
        Document document =
        [
            new StringField(LibraryFields.Id, id, Field.Store.NO),
            new NumericDocValuesField(LibraryFields.Place, place),
        ];
        if (terms.Count > 0)
        {
            document.Add(new Field(field, new TermStream(terms), LibraryFields.Terms));
        }

        if (place == 0)
        {
            document.Add(new BinaryDocValuesField(LibraryFields.Name, new BytesRef(id)));
        }

        return document;
    }
}
