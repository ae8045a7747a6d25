using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// All that a library holds of one kind, by id, read from disk one after the other while somebody goes through it. Whoever goes through it sees
/// one state of the library from beginning to end.
/// </summary>
/// <param name="searchers">The states of the library.</param>
/// <param name="field">The stored field.</param>
/// <param name="json">How to read it.</param>
internal sealed class StoredList<T>(SearcherManager searchers, string field, JsonTypeInfo<T> json) : IReadOnlyList<T>
{
    private volatile Order? _order;

    /// <inheritdoc />
    public int Count => With(searcher => OrderOf(searcher).Documents.Length);

    /// <inheritdoc />
    public T this[int index] => With(searcher => Read(searcher, OrderOf(searcher).Documents[index]));

    /// <summary>One of them, without putting all in order; null when there is none.</summary>
    public T? Some() => With(searcher =>
    {
        var found = searcher.Search(new TermQuery(new Term(LibraryFields.Holds, field)), 1).ScoreDocs;
        return found.Length == 0 ? default : Read(searcher, found[0].Doc);
    });

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        var searcher = searchers.Acquire();
        try
        {
            foreach (var document in OrderOf(searcher).Documents)
            {
                yield return Read(searcher, document);
            }
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TResult With<TResult>(Func<IndexSearcher, TResult> look)
    {
        var searcher = searchers.Acquire();
        try
        {
            return look(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private T Read(IndexSearcher searcher, int document)
    {
        var stored = searcher.Doc(document, new HashSet<string> { field }).GetBinaryValue(field);
        return JsonSerializer.Deserialize(stored.Bytes.AsSpan(stored.Offset, stored.Length), json)!;
    }

    private Order OrderOf(IndexSearcher searcher)
    {
        var reader = searcher.IndexReader;
        return _order is { } known && ReferenceEquals(known.Reader, reader) ? known : _order = new Order(reader, ById(reader));
    }

    private int[] ById(IndexReader reader)
    {
        var found = new List<(string Id, int Document)>();
        foreach (var leaf in reader.Leaves)
        {
            var names = leaf.AtomicReader.GetBinaryDocValues(LibraryFields.Name);
            var list = leaf.AtomicReader.GetTermDocsEnum(new Term(LibraryFields.Holds, field));
            for (var document = Next(list, leaf); document != DocIdSetIterator.NO_MORE_DOCS; document = Next(list, leaf))
            {
                var name = new BytesRef();
                names.Get(document, name);
                found.Add((name.Utf8ToString(), leaf.DocBase + document));
            }
        }

        found.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return found.ConvertAll(pair => pair.Document).ToArray();
    }

    private static int Next(DocsEnum? list, AtomicReaderContext leaf)
    {
        var document = list?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS;
        while (document != DocIdSetIterator.NO_MORE_DOCS && leaf.AtomicReader.LiveDocs?.Get(document) == false)
        {
            document = list!.NextDoc();
        }

        return document;
    }

    private sealed record Order(IndexReader Reader, int[] Documents);
}
