using System.Buffers;
using System.Numerics.Tensors;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// Adds up what lists of documents give, a window of documents after the other, and keeps the best. Lucene's own way to do so asks four
/// objects for every entry; this one does half the work, and gives the same scores.
/// </summary>
internal sealed class ListSum(int take) : IDisposable
{
    // So many scores stay near the processor.
    private const int Window = 1 << 15;
    private const int Stretch = 32;

    private readonly float[] _scores = Cleared();
    private readonly PriorityQueue<ScoreDoc, (float Score, int Earlier)> _best = new(take + 1);

    /// <summary>What was found, in no order.</summary>
    public ScoreDoc[] Best => _best.UnorderedItems.Select(item => item.Element).ToArray();

    /// <summary>Takes in all lists of one part of the index.</summary>
    /// <param name="lists">The lists, each before its first document.</param>
    /// <param name="first">The number of the part's first document in the index.</param>
    /// <param name="size">How many documents the part has.</param>
    /// <param name="live">Those that are not deleted; null: all.</param>
    public void Add(List<ScoredList> lists, int first, int size, IBits? live)
    {
        foreach (var list in lists)
        {
            list.Next();
        }

        for (var start = NextOf(lists); start < size; start = NextOf(lists))
        {
            start -= start % Window;
            foreach (var list in lists)
            {
                list.AddTo(_scores, start, start + Window);
            }

            Collect(start, first, live);
            Array.Clear(_scores, 0, Window);
        }
    }

    /// <inheritdoc />
    public void Dispose() => ArrayPool<float>.Shared.Return(_scores);

    private static float[] Cleared()
    {
        var scores = ArrayPool<float>.Shared.Rent(Window);
        Array.Clear(scores);
        return scores;
    }

    private static int NextOf(List<ScoredList> lists)
    {
        var next = DocIdSetIterator.NO_MORE_DOCS;
        foreach (var list in lists)
        {
            next = Math.Min(next, list.Document);
        }

        return next;
    }

    private void Collect(int start, int first, IBits? live)
    {
        for (var at = 0; at < Window; at += Stretch)
        {
            // A document without any of the terms is never among the best.
            if (TensorPrimitives.Max(_scores.AsSpan(at, Stretch)) > Bound)
            {
                CollectStretch(at, start, first, live);
            }
        }
    }

    private float Bound => _best.Count < take ? 0 : _best.Peek().Score;

    private void CollectStretch(int at, int start, int first, IBits? live)
    {
        for (var end = at + Stretch; at < end; at++)
        {
            if (_scores[at] > Bound && live?.Get(start + at) != false)
            {
                var hit = new ScoreDoc(first + start + at, _scores[at]);
                _best.Enqueue(hit, (hit.Score, -hit.Doc));
                if (_best.Count > take)
                {
                    _best.Dequeue();
                }
            }
        }
    }
}

/// <summary>A list of documents, read from the first to the last, with what each is worth.</summary>
/// <param name="list">The documents.</param>
/// <param name="scorer">What they are worth.</param>
internal sealed class ScoredList(DocsEnum list, Lucene.Net.Search.Similarities.Similarity.SimScorer scorer)
{
    /// <summary>The document it stands at.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Goes to the next document.</summary>
    public void Next() => Document = list.NextDoc();

    /// <summary>Adds what all documents before an end are worth.</summary>
    /// <param name="scores">Where to.</param>
    /// <param name="start">The document that the first score stands for.</param>
    /// <param name="end">The first document that is left.</param>
    public void AddTo(float[] scores, int start, int end)
    {
        var document = Document;
        while (document < end)
        {
            scores[document - start] += scorer.Score(document, list.Freq);
            document = list.NextDoc();
        }

        Document = document;
    }
}
